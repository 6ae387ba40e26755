import { meaningsOf, type TableKind } from "../sheet/mapped/meanings";
import type { FoundColumn, FoundTable, Meaning, Shape } from "../recognition/types";

/** What CLV_ROWS takes a table of each shape for. */
const kinds: Readonly<Partial<Record<Shape, TableKind>>> = {
  orders: "orders",
  lines: "orders",
  deals: "orders",
  subscriptions: "subscriptions",
  monthly: "figures",
  spend: "spend",
  customers: "totals",
  snapshot: "snapshots",
  histories: "histories",
};

export const kindOfShape = (shape: Shape | undefined): TableKind | undefined => shape && kinds[shape];

/** What CLV_ROWS calls the meanings of columns, where it has another word. */
const words: Readonly<Partial<Record<Meaning, string>>> = {
  revenuePerCustomer: "revenue_per_customer",
  customerCount: "customers",
  customersAtEnd: "customers_at_end",
  newCustomers: "new",
  churnRate: "churn",
  margin: "gross_margin",
  orderCount: "orders",
  firstDate: "first",
  lastDate: "last",
  revenueToDate: "revenue_to_date",
  repeatValue: "repeat_value",
  term: "term_months",
};

/**
 * What CLV_ROWS calls a meaning; an amount next to a number of orders is what a customer has brought, and what is paid
 * for the whole of a given term is its value.
 */
function wordOf(meaning: Meaning, { shape, columns, isForTerm }: FoundTable): string {
  if (shape === "customers" && meaning === "amount") return "revenue";
  if (meaning === "mrr" && isForTerm && columns.some((one) => one.meaning === "term")) return "term_value";
  return words[meaning] ?? meaning;
}

/** A column as CLV_ROWS is told of it: its meaning, and how it is written where that has to be told. */
export interface MappedColumn {
  readonly word: string;
  readonly column: FoundColumn;
  readonly told: string;
}

/** The number of a column in its table, where no header names it alone; undefined where one does. */
export function numberIn(
  { columns, headerRow, isAcross }: FoundTable,
  { column, header, meaning }: FoundColumn,
): string | undefined {
  // Periods that stand across have no header, or that of the titles next to them.
  if (isAcross && meaning === "period") return `#${column - columns[0]!.column + 1}`;
  const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
  const alike = columns.filter((one) => plain(one.header) === plain(header)).length;
  const isNamed = headerRow !== undefined && header.trim() !== "" && alike === 1;
  return isNamed ? undefined : `#${column - columns[0]!.column + 1}`;
}

const orders: Readonly<Record<string, string>> = {
  dayFirst: "d.m.y",
  monthFirst: "m.d.y",
  yearFirst: "y.m.d",
};
const marks: Readonly<Record<string, string>> = { point: "1,234.56", comma: "1.234,56" };

/** The words for how dates and amounts may be written, by the field that says so. */
export const notations: Readonly<Record<"dates" | "decimal", Readonly<Record<string, string>>>> = {
  dates: orders,
  decimal: marks,
};

const shares: readonly Meaning[] = ["churnRate", "margin"];
const days: readonly Meaning[] = ["date", "period", "start", "end", "firstDate", "lastDate"];
const amounts: readonly Meaning[] = ["amount", "price", "refund", "mrr", "revenue", "revenuePerCustomer"];

function toldOf({ since, inCents, monthsOfAmount = 1 }: FoundTable, column: FoundColumn): string {
  const { meaning, dates, decimal, exceedsOne } = column;
  if (dates === "month" && since) return `${since.year}-${String(since.month).padStart(2, "0")}`;
  const order = orders[dates ?? ""];
  // Months such as 01.2026 look like amounts.
  if (order || days.includes(meaning!)) return order ?? "";
  if ((meaning === "mrr" || meaning === "amount") && monthsOfAmount !== 1)
    return monthsOfAmount > 1 ? `${monthsOfAmount} months` : "week";
  if (exceedsOne && shares.includes(meaning!)) return "%";
  if (inCents && amounts.includes(meaning!)) return "cents";
  return column.amounts === "text" ? (marks[decimal ?? ""] ?? "") : "";
}

/** Whether a column counts; where two give the churn, one of them. */
const counts = ({ churn, currencies }: FoundTable, meaning: Meaning) =>
  !(meaning === "churnRate" && churn === "lost") &&
  !(meaning === "lost" && churn === "churnRate") &&
  !(meaning === "currency" && currencies !== undefined);

/** The columns that CLV_ROWS reads of a table. */
export function mappedColumns(table: FoundTable): MappedColumn[] {
  const kind = kindOfShape(table.shape);
  if (!kind) return [];
  const known: readonly string[] = meaningsOf[kind];
  const mapped = table.columns.flatMap((column): MappedColumn[] => {
    const { meaning } = column;
    const word = meaning && wordOf(meaning, table);
    if (!word || !known.includes(word) || !counts(table, meaning)) return [];
    return [{ word, column, told: toldOf(table, column) }];
  });
  // The column that names credit notes says of each row whether it counts.
  const document = table.columns.find(({ column }) => column === table.credits?.column);
  const isNamed = mapped.some(({ word, column }) => word === "status" || column === document);
  return document && !isNamed ? [...mapped, { word: "status", column: document, told: "" }] : mapped;
}
