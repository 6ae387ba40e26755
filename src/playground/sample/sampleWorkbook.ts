import type { IWorkbookData } from "@univerjs/core";
import { createSnapshot } from "../engine/snapshot";
import {
  customersByMonthSheet,
  monthlySheet,
  ordersSheet,
  spendSheet,
  subscriptionsSheet,
} from "./dataSheets";
import { createCampaigns, createMonths } from "./months";
import { createOrders } from "./orders";
import { createRandom } from "./random";
import { startHereSheet } from "./startHere";
import { styles } from "./styles";
import { createSubscriptions } from "./subscriptions";

/** Changing it changes all figures of the sample, and with them the tests that quote them. */
const SEED = 20_260_630;

/** The workbook that a new user meets: data of a small business, and a first sheet that walks through the formulas. */
export function sampleWorkbook(id: string): IWorkbookData {
  const random = createRandom(SEED);
  const orders = createOrders(random);
  const subscriptions = createSubscriptions(random);
  const months = createMonths(random);
  const campaigns = createCampaigns(random, months);
  const sheets = [
    startHereSheet(),
    ordersSheet(orders),
    subscriptionsSheet(subscriptions),
    customersByMonthSheet(orders),
    monthlySheet(months),
    spendSheet(campaigns),
  ];
  return createSnapshot(id, "Sample workbook", sheets, styles);
}
