import type { Meaning } from "../types";
import type { Concept } from "./words";

/** What a header must say to have a meaning. */
export interface Rule {
  /** How well such a column serves, from 1 to 10: net before gross, an id before a name. */
  readonly rank: number;
  /** The concepts of its words: all of these, and of the others any. */
  readonly needs: readonly Concept[];
  readonly may?: readonly Concept[];
}

/**
 * The rules of each meaning. A new one needs two sources: headers of two makers, or of two people who do not know of
 * each other, with a table of each in the corpus of the tests. One without which every table of the corpus is read as
 * before goes.
 */
export const rules: Readonly<Record<Meaning, readonly Rule[]>> = {
  customer: [
    { rank: 9, needs: ["who", "id"], may: ["account", "contact"] },
    { rank: 9, needs: ["whos", "id"] },
    { rank: 8, needs: ["mail"], may: ["who", "doc", "contact"] },
    { rank: 7, needs: ["who"], may: ["deal"] },
    { rank: 6, needs: ["who", "name"], may: ["doc"] },
    { rank: 6.1, needs: ["account", "id"] },
    { rank: 6, needs: ["account", "name"] },
    { rank: 5.5, needs: ["account"] },
    { rank: 6.2, needs: ["contact", "name"] },
    { rank: 5.5, needs: ["contact"], may: ["who"] },
    { rank: 4, needs: ["name"] },
    { rank: 4.6, needs: ["sub", "id"] },
    { rank: 4, needs: ["id"] },
  ],
  date: [
    { rank: 9, needs: ["doc", "day"], may: ["made"] },
    { rank: 8.5, needs: ["close"], may: ["deal", "day", "month"] },
    { rank: 8, needs: ["day"] },
    { rank: 6, needs: ["month", "day"] },
    { rank: 7.5, needs: ["made"], may: ["day"] },
    { rank: 7, needs: ["paid"], may: ["doc", "pay", "day"] },
    { rank: 7, needs: ["pay", "day"] },
    { rank: 6, needs: ["book"], may: ["doc", "day"] },
    { rank: 8, needs: ["sales", "day"] },
    { rank: 6, needs: ["doc"] },
    { rank: 4, needs: ["month"], may: ["report", "sales"] },
    { rank: 7, needs: ["day", "id"], may: ["doc", "sales"] },
    { rank: 6.5, needs: ["item", "day"] },
    { rank: 5, needs: ["fee", "day"] },
    { rank: 4, needs: ["start", "day"] },
    { rank: 5.5, needs: ["deal", "day"] },
    { rank: 5, needs: ["expected"], may: ["deal", "close", "doc", "day"] },
  ],
  amount: [
    { rank: 9.5, needs: ["line", "sum"], may: ["net", "all"] },
    { rank: 9.3, needs: ["line", "all"] },
    { rank: 9, needs: ["net"], may: ["all", "doc", "sum"] },
    { rank: 9.1, needs: ["net", "sales"] },
    { rank: 8.5, needs: ["sales"], may: ["doc", "sum"] },
    { rank: 8, needs: ["sum"], may: ["deal", "doc", "close"] },
    { rank: 8.5, needs: ["deal", "net"], may: ["sum"] },
    { rank: 6.5, needs: ["deal", "all"], may: ["sum"] },
    { rank: 7.9, needs: ["conv", "sum"] },
    { rank: 7.6, needs: ["all"], may: ["doc", "item", "sum"] },
    { rank: 7.2, needs: ["all", "paid"] },
    { rank: 7, needs: ["pay"], may: ["sum"] },
    { rank: 6, needs: ["gross"], may: ["doc", "all", "sum", "sales"] },
    { rank: 9, needs: ["part", "net"] },
    { rank: 5, needs: ["part"], may: ["doc", "sum"] },
    { rank: 4.5, needs: ["paid"] },
    { rank: 4.9, needs: ["paid", "sum"] },
    { rank: 7.8, needs: ["sum", "who", "money"] },
    { rank: 4, needs: ["mrr"] },
    { rank: 4.2, needs: ["mrr", "final"] },
    { rank: 3.5, needs: ["monthly"], may: ["price", "fee", "sum"] },
    { rank: 3, needs: ["price"], may: ["unit", "item"] },
    { rank: 5, needs: ["price", "all"] },
    { rank: 5, needs: ["doc", "price"] },
    { rank: 4, needs: ["fee"], may: ["sum"] },
  ],
  quantity: [
    { rank: 9, needs: ["qty"], may: ["doc", "sales"] },
    { rank: 8, needs: ["count"] },
    { rank: 8, needs: ["unit"] },
  ],
  price: [
    { rank: 9.5, needs: ["net", "price"], may: ["unit"] },
    { rank: 9.2, needs: ["price"], may: ["unit"] },
  ],
  order: [
    { rank: 9, needs: ["doc", "id"], may: ["sales"] },
    { rank: 9, needs: ["sub", "id"] },
    { rank: 8.5, needs: ["sales", "id"] },
    { rank: 7, needs: ["doc"] },
    { rank: 4.8, needs: ["doc", "name"] },
    { rank: 5, needs: ["id"] },
    { rank: 4, needs: ["deal", "id"] },
    { rank: 2, needs: ["name"] },
  ],
  status: [
    { rank: 9, needs: ["state"], may: ["doc", "pay", "paid", "deal", "sub", "who"] },
    { rank: 9, needs: ["stage"], may: ["deal", "doc", "name"] },
    { rank: 8, needs: ["close", "lost"] },
    { rank: 7, needs: ["paid"] },
  ],
  start: [
    { rank: 9.2, needs: ["start", "day"], may: ["sub"] },
    { rank: 9, needs: ["start"], may: ["sub"] },
    { rank: 8.5, needs: ["who", "start"] },
    { rank: 5, needs: ["made"], may: ["sub", "day"] },
    { rank: 6, needs: ["sub", "day"] },
    { rank: 3.5, needs: ["day"] },
  ],
  end: [
    { rank: 9.2, needs: ["end", "day"], may: ["sub"] },
    { rank: 9, needs: ["end"], may: ["sub"] },
    { rank: 8, needs: ["cancel", "day"], may: ["sub"] },
    { rank: 7.9, needs: ["cancel"], may: ["sub"] },
    { rank: 8.5, needs: ["lost"], may: ["day"] },
    { rank: 6, needs: ["churn", "day"] },
  ],
  mrr: [
    { rank: 9, needs: ["mrr"], may: ["month", "net", "sum", "sub"] },
    { rank: 8.2, needs: ["monthly"], may: ["sub", "month", "net", "sum", "price", "sales", "group", "fee"] },
    { rank: 8.2, needs: ["month", "sum"], may: ["net"] },
    { rank: 8, needs: ["month", "price"] },
    { rank: 8, needs: ["monthly", "rate"] },
    { rank: 6.5, needs: ["sub", "sum"] },
    { rank: 5, needs: ["sum"] },
    { rank: 4.5, needs: ["price"], may: ["unit"] },
    { rank: 4.6, needs: ["all"], may: ["doc", "sum"] },
    { rank: 6, needs: ["sub", "price"] },
    { rank: 7.5, needs: ["otherSpan"], may: ["sub", "monthly", "net", "sum", "price", "sales", "fee"] },
    { rank: 4.7, needs: ["doc", "sum"] },
  ],
  interval: [],
  period: [
    { rank: 9, needs: ["month"], may: ["day"] },
    { rank: 8, needs: ["month", "final"] },
    { rank: 6, needs: ["day"] },
    { rank: 4, needs: ["start"], may: ["day"] },
  ],
  revenue: [
    { rank: 9.2, needs: ["sales"], may: ["net", "all", "month", "monthly", "who", "final"] },
    { rank: 9, needs: ["spent"], may: ["net", "all", "who", "sum"] },
    { rank: 8.4, needs: ["outlay"], may: ["all"] },
    { rank: 8.8, needs: ["start", "mrr"] },
    { rank: 8.6, needs: ["mrr"], may: ["all", "final"] },
    { rank: 6, needs: ["sum"], may: ["net"] },
    { rank: 5, needs: ["all"], may: ["sum"] },
  ],
  revenuePerCustomer: [{ rank: 8.4, needs: ["arpu"], may: ["month", "monthly", "mrr"] }],
  customerCount: [
    { rank: 9.5, needs: ["whos", "start"], may: ["active", "id", "month"] },
    { rank: 9, needs: ["whos"], may: ["active", "all", "count", "name", "id"] },
    { rank: 5, needs: ["whos", "close"], may: ["active"] },
  ],
  // No header says so for sure: the rows prove it.
  customersAtEnd: [],
  newCustomers: [
    { rank: 9, needs: ["fresh"], may: ["whos", "who", "count", "id"] },
    { rank: 8, needs: ["close", "whos"] },
  ],
  lost: [
    { rank: 9, needs: ["lost"], may: ["whos", "who", "count", "id"] },
    { rank: 8.8, needs: ["cancel"], may: ["whos", "who"] },
    { rank: 7.5, needs: ["end"], may: ["whos", "who"] },
  ],
  churnRate: [
    { rank: 9, needs: ["churn", "rate"], may: ["month", "monthly", "whos", "who"] },
    { rank: 8.5, needs: ["end", "rate"] },
    { rank: 6, needs: ["churn"] },
  ],
  margin: [{ rank: 9, needs: ["margin"], may: ["gross", "rate"] }],
  spend: [
    { rank: 9, needs: ["cost"], may: ["all", "ads"] },
    { rank: 9, needs: ["outlay"], may: ["all", "ads", "account", "sum"] },
    { rank: 8.8, needs: ["spent"], may: ["all", "sum"] },
    { rank: 8, needs: ["ads"], may: ["sum"] },
    { rank: 5, needs: ["sum"] },
  ],
  orderCount: [
    { rank: 9, needs: ["docs"], may: ["count", "qty", "all", "name", "id"] },
    { rank: 8.7, needs: ["doc", "count"] },
    { rank: 8, needs: ["count", "book"] },
    { rank: 8, needs: ["pays"], may: ["all"] },
  ],
  firstDate: [
    { rank: 9, needs: ["first"], may: ["doc", "docs", "paid", "day"] },
    { rank: 8, needs: ["first", "book"], may: ["day"] },
    { rank: 5, needs: ["made"], may: ["day"] },
    { rank: 5, needs: ["who", "start"] },
    { rank: 5, needs: ["first", "active"] },
    { rank: 4.5, needs: ["start"], may: ["day"] },
  ],
  lastDate: [
    { rank: 9, needs: ["last"], may: ["doc", "docs", "paid", "pay", "day"] },
    { rank: 8, needs: ["last", "book"], may: ["day"] },
    { rank: 5, needs: ["last", "active"] },
  ],
  refund: [
    { rank: 9, needs: ["back"], may: ["doc", "sum"] },
    { rank: 9, needs: ["back", "all"] },
  ],
  currency: [
    { rank: 9, needs: ["money"], may: ["doc", "pay", "id"] },
    { rank: 6, needs: ["sum", "money"] },
  ],
  tenure: [{ rank: 9, needs: ["tenure"], may: ["month"] }],
  charge: [
    { rank: 9, needs: ["monthly"], may: ["docs", "price", "sum", "outlay", "fee"] },
    { rank: 8, needs: ["mrr"] },
  ],
  left: [
    { rank: 9, needs: ["churn"], may: ["who", "state"] },
    { rank: 8.5, needs: ["lost"], may: ["who"] },
    { rank: 6, needs: ["state"], may: ["who"] },
  ],
  revenueToDate: [{ rank: 9, needs: ["all", "docs"] }],
  frequency: [
    { rank: 9, needs: ["repeats"] },
    { rank: 8, needs: ["every"] },
  ],
  recency: [{ rank: 9, needs: ["recency"] }],
  age: [{ rank: 9, needs: ["age"] }],
  repeatValue: [{ rank: 8, needs: ["sum"] }],
  segment: [
    { rank: 9, needs: ["group"], may: ["who"] },
    { rank: 8.5, needs: ["group"], may: ["doc", "sub", "pay", "name"] },
    { rank: 8.5, needs: ["group", "id"] },
    { rank: 7, needs: ["place"], may: ["who"] },
    { rank: 7, needs: ["campaign"], may: ["name"] },
  ],
};
