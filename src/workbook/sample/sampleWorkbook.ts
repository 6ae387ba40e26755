import type { IWorkbookData } from "@univerjs/core";
import { createSnapshot } from "../engine/snapshot";
import {
  customersByMonthSheet,
  loyaltySheet,
  monthlySheet,
  ordersSheet,
  spendSheet,
  subscribersSheet,
  subscriptionsSheet,
  touchesSheet,
  usageSheet,
} from "./dataSheets";
import { createCampaigns, createTouches } from "./campaigns";
import { createMonths } from "./months";
import { createShop } from "./orders";
import { createRandom } from "./random";
import { pictures } from "./pictures";
import { reports } from "./reports";
import { reportSheet } from "./reportSheet";
import { startHereSheet } from "./startHere";
import { styles } from "./styles";
import { createSubscriptions, createUsage, subscribersOf } from "./subscriptions";

/** Changing it changes all figures of the sample, and with them the tests that quote them. */
const SEED = 20_260_630;

/**
 * The workbook that a new user meets: a first sheet that walks through the formulas, sheets of
 * tables, and the data of a small business that they are about.
 */
export function sampleWorkbook(id: string): IWorkbookData {
  const random = createRandom(SEED);
  const { orders, members } = createShop(random, createRandom(SEED + 12));
  const subscriptions = createSubscriptions(random);
  const subscribers = subscribersOf(subscriptions);
  const months = createMonths(random);
  const sheets = [
    startHereSheet(),
    ...reports.map(reportSheet),
    ordersSheet(orders),
    subscriptionsSheet(subscriptions),
    subscribersSheet(subscribers),
    customersByMonthSheet(orders),
    monthlySheet(months),
    spendSheet(createCampaigns(random, orders)),
    touchesSheet(createTouches(random, orders)),
    loyaltySheet(members),
    usageSheet(createUsage(random, subscribers)),
  ];
  const snapshot = createSnapshot(id, "Sample workbook", sheets, styles);
  const idOf = (name: string) => snapshot.sheetOrder[sheets.findIndex((sheet) => sheet.name === name)]!;
  return { ...snapshot, resources: pictures(reports, idOf) };
}
