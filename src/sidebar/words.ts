import { meanings } from "../answers/meanings";
import type { Confidence, FoundTable, Shape } from "../recognition/types";

const shapes: Readonly<Record<Shape, string>> = {
  orders: "orders or invoices",
  lines: "invoice lines",
  subscriptions: "subscriptions",
  cube: "customers × months",
  monthly: "figures by period",
  customers: "customer totals",
  spend: "acquisition spend",
  deals: "deals",
  snapshot: "customers so far",
  usage: "signals of use",
  touches: "contacts before the first order",
  histories: "purchase histories",
};

export const shapeLabel = (shape: Shape | undefined) => (shape ? shapes[shape] : "not recognised");

/** What a table lacks by what a person has said of its columns, a sentence without its full stop each. */
export const lacking = ({ missing = [] }: FoundTable): string[] =>
  missing.map((group) => `No column is marked as ${group.map((meaning) => meanings[meaning]).join(" or ")}`);

export const sureness: Readonly<Record<Confidence, string>> = {
  high: "sure",
  medium: "likely",
  low: "a guess",
};

/** Currencies to choose from; the setup tab takes any ISO code. */
export const currencies = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "JPY",
  "CAD",
  "AUD",
  "SEK",
  "DKK",
  "NOK",
  "PLN",
  "BRL",
  "INR",
] as const;
