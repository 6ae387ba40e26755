import type { FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { titlesOfRows } from "../recipe/columns";
import { type KeptTable, dataTabOf, keptCells } from "../recipe/kept";
import { type Term, apply, setting } from "../recipe/term";
import type { TableKind } from "../sheet/mapped/meanings";
import { saysRecurring } from "../sheet/written/intervals";
import { wordsOf } from "../sheet/written/words";
import { readingOfTouches, readingOfUsage } from "./asTheyStand";
import { cellsTerm, columnOf, rowTerm, tableCells } from "./columns";
import { readingOfCube } from "./cube";
import { kindOfShape, mappedColumns } from "./mapping";
import { besidePeriods, periodsFunctionOf, withPeriods } from "./periods";
import type { Reading, Series, Source, Totals } from "./reading";

/** Rows of a table up to which CLV_ROWS is a formula: Sheets refuses results that are much larger. */
export const mostLive = 20_000;

/** What CLV_ROWS calls the columns of its result, by the meanings that they come from. */
const titles: Readonly<Partial<Record<Meaning, string>>> = {
  customer: "Customer",
  date: "Date",
  amount: "Amount",
  segment: "Segment",
  start: "Start",
  end: "End",
  mrr: "MRR",
  period: "Period",
  revenue: "Revenue",
  revenuePerCustomer: "Revenue",
  customerCount: "Customers at start",
  customersAtEnd: "Customers at start",
  lost: "Lost",
  churnRate: "Lost",
  newCustomers: "New",
  margin: "Gross margin",
  spend: "Spend",
  orderCount: "Orders",
  tenure: "Tenure",
  charge: "Charge",
  left: "Left",
  frequency: "Frequency",
  recency: "Recency",
  age: "Age",
  repeatValue: "Repeat value",
};

/** What it calls them in kinds of tables that call them otherwise. */
const titlesOfKind: Readonly<Partial<Record<TableKind, Readonly<Partial<Record<Meaning, string>>>>>> = {
  histories: { customerCount: "Customers" },
  totals: { amount: "Revenue" },
  spend: { date: "Period", segment: "Channel" },
};

/** Meanings that change what the rows of a table come to. */
const changing: readonly Meaning[] = [
  "quantity",
  "price",
  "refund",
  "interval",
  "term",
  "status",
  "revenuePerCustomer",
  "customersAtEnd",
  "left",
];

/** Whether the functions read the columns of a table as they stand: real dates, numbers, nothing to leave out. */
function isClean(table: FoundTable): boolean {
  const mapped = mappedColumns(table);
  const isPlain = ({ meaning, dates, amounts, heading, exceedsOne }: FoundColumn) =>
    (dates === undefined || dates === "real") &&
    amounts !== "text" &&
    heading === undefined &&
    !changing.includes(meaning!) &&
    !(exceedsOne && (meaning === "churnRate" || meaning === "margin"));
  return (
    // Of a list, whoever has not ordered yet would be counted with the customers.
    table.shape !== "customers" &&
    mapped.every(({ column }) => isPlain(column)) &&
    (table.monthsOfAmount ?? 1) === 1 &&
    !table.inCents &&
    !table.credits &&
    !table.paidStatuses?.length &&
    !(columnOf(table, "amount") && saysRecurring(wordsOf(columnOf(table, "amount")!.header))) &&
    !(table.shape === "monthly" && (!isInOrder(table) || columnOf(table, "segment")))
  );
}

/** The rolling functions take the last rows as now: neither old ones nor months that are still to come. */
const isInOrder = (table: FoundTable) =>
  columnOf(table, "period")?.isRising === true && !columnOf(table, "customerCount")?.endsEmpty;

/** Whether nobody knows how a column is written. */
const isOpen = ({ dates, decimal }: FoundColumn) => dates === "ambiguous" || decimal === "ambiguous";

/** What a table gives. */
export function readingOf(table: Source, number: number): Reading {
  if (table.shape === "cube") return readingOfCube(table, number);
  if (table.shape === "usage") return readingOfUsage(table, number);
  if (table.shape === "touches") return readingOfTouches(table, number);
  const kind = kindOfShape(table.shape);
  const mapped = mappedColumns(table);
  if (!kind || mapped.some(({ column }) => isOpen(column))) return { table, number, kept: [] };
  const has = (meaning: Meaning) => mapped.some(({ column }) => column.meaning === meaning);
  const tab = dataTabOf(number);
  const plain = (meaning: Meaning): Term | undefined =>
    has(meaning) ? cellsTerm(table, columnOf(table, meaning)!.column) : undefined;
  const read = [tableCells(table), setting(`${number}.columns`)] as const;
  const rows: KeptTable = {
    tab,
    column: besidePeriods(periodsFunctionOf(table)),
    titles: titlesOfRows[kind],
    call: apply("CLV_ROWS", ...read),
    isFixed: table.lastRow - table.firstRow >= mostLive,
  };
  if (isClean(table))
    return withParts({ table, number, kept: [{ ...rows, isOptional: true }], asRead: read }, plain);
  const onTab = (meaning: Meaning): Term | undefined => {
    const isGiven =
      has(meaning) ||
      (meaning === "amount" && has("quantity") && has("price")) ||
      (meaning === "end" && has("term"));
    const title = titlesOfKind[kind]?.[meaning] ?? titles[meaning];
    return isGiven && title && rows.titles.includes(title) ? { range: keptCells(rows, title) } : undefined;
  };
  return withParts({ table, number, kept: [rows], read, asRead: read }, onTab);
}

type Basis = Pick<Reading, "table" | "number" | "kept" | "read" | "asRead">;

/** What follows from the columns of a table. */
function withParts(basis: Basis, column: (meaning: Meaning) => Term | undefined): Reading {
  const { table } = basis;
  if (table.shape === "spend") {
    const [spend, newCustomers, channel] = [column("spend"), column("newCustomers"), column("segment")];
    return spend
      ? { ...basis, spend: { period: column("period") ?? column("date"), spend, newCustomers, channel } }
      : basis;
  }
  if (table.shape === "histories") {
    const [frequency, recency, age] = [column("frequency"), column("recency"), column("age")];
    const repeatValue = column("repeatValue");
    return frequency && recency && age && repeatValue
      ? { ...basis, histories: { frequency, recency, age, repeatValue, customers: column("customerCount") } }
      : basis;
  }
  if (table.shape === "snapshot") {
    const [tenure, charge, left] = [column("tenure"), column("charge"), column("left")];
    return tenure && charge && left
      ? { ...basis, snapshot: { tenure, charge, left, customer: column("customer") } }
      : basis;
  }
  if (table.shape === "customers") return { ...basis, totals: totalsOf(column) };
  if (table.shape === "monthly") return { ...basis, series: seriesOfMonths(table, column) };
  const customer = column("customer");
  if (table.shape === "subscriptions") {
    const [start, mrr] = [column("start"), column("mrr")];
    if (!customer || !start || !mrr) return basis;
    return withPeriods({
      ...basis,
      subscriptions: { customer, start, end: column("end") ?? null, mrr },
    });
  }
  const [date, amount] = [column("date"), column("amount")];
  if (!customer || !date || !amount) return basis;
  const looked = table.segmentsFrom && apply("LOOK_UP", customer, ...table.segmentsFrom);
  return withPeriods({
    ...basis,
    rows: { customer, date, amount, segment: column("segment") ?? looked },
    places: placesOf(basis),
  });
}

/** Where the rows of a table stand on its tab. */
function placesOf({ table, read, kept: [rows] }: Basis): Term[] {
  if (table.isAcross) return [];
  if (!read || !rows) return [rowTerm(table, table.firstRow)];
  return [rowTerm(table, table.headerRow ?? table.firstRow), { range: keptCells(rows, "Row") }];
}

function seriesOfMonths(
  table: FoundTable,
  column: (meaning: Meaning) => Term | undefined,
): Series | undefined {
  const [period, revenue, customers] = [
    column("period"),
    column("revenue") ?? column("revenuePerCustomer"),
    column("customerCount") ?? column("customersAtEnd"),
  ];
  const rate = table.churn === "lost" ? undefined : column("churnRate");
  const churn = rate ?? column("lost");
  if (!period || !revenue || !customers || !churn) return undefined;
  return {
    period,
    revenue,
    customers,
    churn,
    joined: column("newCustomers"),
    margin: column("margin"),
    ...(!rate && { lost: churn }),
  };
}

function totalsOf(column: (meaning: Meaning) => Term | undefined): Totals | undefined {
  const [customer, orders] = [column("customer"), column("orderCount")];
  const revenue = column("revenue") ?? column("amount");
  return customer && orders && revenue ? { customer, orders, revenue } : undefined;
}

const plainHeader = ({ header }: FoundColumn) => header.replace(/[\s_-]+/g, "").toLowerCase();

/** Whether two columns of two tables name customers under the same header. */
export const areSameCustomers = (one: FoundColumn, other: FoundColumn | undefined): boolean =>
  other !== undefined && plainHeader(one) !== "" && plainHeader(one) === plainHeader(other);

/** Names times names up to which one column is looked up in another within the time that Sheets gives. */
export const mostCompared = 50_000_000;

/** The table with what the other tables add to it: each customer's segment, where it has none itself, or none that spend is told of. */
export function joined(table: FoundTable, others: readonly FoundTable[]): Source {
  const [own, buyers] = [columnOf(table, "segment"), columnOf(table, "customer")];
  for (const other of others) {
    const [customers, segments] = [columnOf(other, "customer"), columnOf(other, "segment")];
    const isList =
      other !== table &&
      customers &&
      segments &&
      (other.shape ? other.shape === "customers" : areSameCustomers(customers, buyers));
    if (isList && (!own || other.tellsChannels))
      return {
        ...table,
        columns: table.columns.map((column) =>
          column === own ? { ...column, meaning: undefined, confidence: "low" } : column,
        ),
        notes: [...table.notes, `Each customer's segment comes from the tab ${other.tab}`],
        segmentsFrom: [cellsTerm(other, customers.column), cellsTerm(other, segments.column)],
      };
  }
  return table;
}
