/** What a row of a table is. */
export type TableKind =
  | "orders"
  | "subscriptions"
  | "figures"
  | "spend"
  | "snapshots"
  | "totals"
  | "histories";

/** What a column can mean in each kind of table. */
export const meaningsOf = {
  orders: [
    "customer",
    "date",
    "amount",
    "quantity",
    "price",
    "order",
    "refund",
    "fee",
    "tax",
    "status",
    "currency",
    "segment",
    "channel",
  ],
  subscriptions: [
    "customer",
    "start",
    "end",
    "mrr",
    "interval",
    "trial_end",
    "term_value",
    "term_months",
    "status",
    "currency",
    "segment",
    "channel",
  ],
  figures: [
    "period",
    "revenue",
    "customers",
    "customers_at_end",
    "lost",
    "new",
    "churn",
    "revenue_per_customer",
    "gross_margin",
    "segment",
    "channel",
    "currency",
  ],
  spend: ["spend", "period", "date", "channel", "segment", "new", "currency"],
  snapshots: ["customer", "tenure", "charge", "left", "revenue_to_date", "segment", "channel", "currency"],
  totals: ["customer", "orders", "revenue", "first", "last", "segment", "channel", "currency"],
  histories: [
    "customer",
    "frequency",
    "recency",
    "age",
    "repeat_value",
    "customers",
    "segment",
    "channel",
    "currency",
  ],
} as const satisfies Readonly<Record<TableKind, readonly string[]>>;

export type Meaning = (typeof meaningsOf)[TableKind][number];

export const meanings: readonly Meaning[] = Array.from(new Set(Object.values(meaningsOf).flat()));

const words: readonly Meaning[] = [
  "customer",
  "order",
  "status",
  "currency",
  "segment",
  "channel",
  "interval",
  "left",
];

/** True for a meaning whose cells are words, at least some of them, and not numbers or dates. */
export const areWords = (meaning: Meaning): boolean => words.includes(meaning);

/** The meaning that tells each kind of table, the first that is named counts. */
const telling: readonly (readonly [Meaning, TableKind])[] = [
  ["spend", "spend"],
  ["tenure", "snapshots"],
  ["frequency", "histories"],
  ["start", "subscriptions"],
  ["period", "figures"],
  ["date", "orders"],
  ["orders", "totals"],
];

/** The kind of table whose columns have such meanings; undefined where none of them tells it. */
export const kindOf = (named: (meaning: Meaning) => boolean): TableKind | undefined =>
  telling.find(([meaning]) => named(meaning))?.[1];

/** The meaning that a text names: Customers at end is customers_at_end. */
export function meaningOf(text: string): Meaning | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
  return meanings.find((meaning) => meaning === name);
}
