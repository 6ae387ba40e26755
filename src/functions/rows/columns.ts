import type { TableKind } from "../../sheet/mapped/meanings";
import type { ColumnDoc, Unit } from "../../sheet/unit";

/** The columns of clean rows, by what the table holds; new ones may only be appended. */
export const titlesOfRows = {
  orders: ["Customer", "Date", "Amount", "Segment", "Row"],
  subscriptions: ["Customer", "Start", "End", "MRR", "Segment", "Row"],
  figures: ["Period", "Revenue", "Customers at start", "Lost", "New", "Gross margin", "Row"],
  spend: ["Period", "Channel", "Spend", "New", "Row"],
  snapshots: ["Customer", "Tenure", "Charge", "Left", "Revenue to date", "Segment", "Row"],
  totals: ["Customer", "Orders", "Revenue", "First", "Last", "Segment", "Row"],
  histories: ["Customer", "Frequency", "Recency", "Age", "Repeat value", "Segment", "Row", "Customers"],
} as const satisfies Readonly<Record<TableKind, readonly string[]>>;

/** What the columns of clean rows count, by their titles, which mean the same in every kind of table. */
const units: Readonly<Record<string, Unit>> = {
  Customer: "text",
  Date: "date",
  Start: "date",
  End: "date",
  Period: "period",
  Channel: "text",
  Segment: "text",
  Amount: "money",
  MRR: "money",
  Revenue: "money",
  Spend: "money",
  Charge: "money",
  "Revenue to date": "money",
  "Customers at start": "count",
  // Customers lost, or where the table has nothing but a churn rate, that.
  Lost: "number",
  New: "count",
  "Gross margin": "share",
  Tenure: "periods",
  Left: "count",
  Orders: "count",
  First: "date",
  Last: "date",
  Customers: "count",
  Frequency: "count",
  Recency: "periods",
  Age: "periods",
  "Repeat value": "money",
  Row: "count",
};

export const unitOfTitle = (title: string): Unit => units[title]!;

export const columnsOf = (titles: readonly string[]): ColumnDoc[] =>
  titles.map((name) => ({ name, unit: unitOfTitle(name) }));

/** How the reason ends for which a subscription is left out that is over, and nobody says since when. */
export const withoutEnd = ", but no end";
