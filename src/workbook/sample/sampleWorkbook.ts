import type { IWorkbookData } from "@univerjs/core";
import { createSnapshot } from "../engine/snapshot";
import {
  customersByMonthSheet,
  monthlySheet,
  ordersSheet,
  spendSheet,
  subscribersSheet,
  subscriptionsSheet,
} from "./dataSheets";
import { createCampaigns, createMonths } from "./months";
import { createOrders } from "./orders";
import { createRandom } from "./random";
import { pictures } from "./pictures";
import { reports } from "./reports";
import { reportSheet } from "./reportSheet";
import { startHereSheet } from "./startHere";
import { styles } from "./styles";
import { createSubscriptions, subscribersOf } from "./subscriptions";

/** Changing it changes all figures of the sample, and with them the tests that quote them. */
const SEED = 20_260_630;

/**
 * The workbook that a new user meets: a first sheet that walks through the formulas, sheets of
 * tables, and the data of a small business that they are about.
 */
export function sampleWorkbook(id: string): IWorkbookData {
  const random = createRandom(SEED);
  const orders = createOrders(random);
  const subscriptions = createSubscriptions(random);
  const months = createMonths(random);
  const campaigns = createCampaigns(random, months);
  const sheets = [
    startHereSheet(),
    ...reports.map(reportSheet),
    ordersSheet(orders),
    subscriptionsSheet(subscriptions),
    subscribersSheet(subscribersOf(subscriptions)),
    customersByMonthSheet(orders),
    monthlySheet(months),
    spendSheet(campaigns),
  ];
  const snapshot = createSnapshot(id, "Sample workbook", sheets, styles);
  const idOf = (name: string) => snapshot.sheetOrder[sheets.findIndex((sheet) => sheet.name === name)]!;
  return { ...snapshot, resources: pictures(reports, idOf) };
}
