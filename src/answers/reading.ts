import type { FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { titlesOf, titlesOfRows } from "../recipe/columns";
import { type KeptTable, dataTabOf, keptCells } from "../recipe/kept";
import { type Term, apply, setting } from "../recipe/term";
import { monthNamed } from "../sheet/month";
import { saysRecurring } from "../sheet/written/intervals";
import { wordsOf } from "../sheet/written/words";
import { blockOf, cellsOf, columnOf, rowTerm, tableCells } from "./columns";
import type { TableKind } from "../sheet/mapped/meanings";
import { kindOfShape, mappedColumns } from "./mapping";

/** Rows of revenue: what the functions over customer, date and amount take. */
export interface RevenueRows {
  readonly customer: Term;
  readonly date: Term;
  readonly amount: Term;
  readonly segment: Term | undefined;
}

/** What the functions over subscriptions take. */
export interface SubscriptionRows {
  readonly customer: Term;
  readonly start: Term;
  readonly end: Term;
  readonly mrr: Term;
}

/** Figures period by period: what the rolling functions take. */
export interface Series {
  readonly period: Term;
  readonly revenue: Term;
  readonly customers: Term;
  readonly churn: Term;
  /** Customers won, where the data tell. */
  readonly joined?: Term;
  /** What is left of the MRR at the start, upgrades counted; of subscriptions. */
  readonly nrr?: Term;
  /** Gross margin of each period as it stands, where the data tell. */
  readonly margin?: Term;
  /** Customers lost, where the data count them. */
  readonly lost?: Term;
}

/** What has been spent to win how many customers. */
interface Spend {
  readonly period: Term | undefined;
  readonly spend: Term;
  /** Undefined where only what was spent on which channel is told. */
  readonly newCustomers: Term | undefined;
  readonly channel: Term | undefined;
  /** Its channels, once it is known what the customers' table calls them. */
  readonly channels?: readonly Channel[];
}

/** A channel of spend, and what the customers' table calls it; undefined where it has no customers there. */
export interface Channel {
  readonly name: string;
  readonly as: string | undefined;
}

/** Whether any channel has another name next to its customers. */
export const isRenamed = (channels: readonly Channel[]): boolean =>
  channels.some(({ name, as }) => as !== name);

/** What each customer has brought so far. */
interface Totals {
  readonly customer: Term;
  readonly orders: Term;
  readonly revenue: Term;
}

/** Customers so far: how long each has stayed, what it pays a period, and whether it has left (1 or 0). */
export interface Snapshot {
  readonly customer?: Term;
  readonly tenure: Term;
  readonly charge: Term;
  readonly left: Term;
}

/** A signal of use: what it is called, its cells below and with their header, and what it says where there is more of it. */
export interface Signal {
  readonly name: string;
  readonly column: number;
  /** A date, which counts as the days since. */
  readonly isDate: boolean;
  readonly moreIs: "better" | "worse" | undefined;
}

/** Contacts with people before their first order. */
interface Touches {
  readonly customer: Term;
  readonly date: Term;
  readonly channel: Term;
}

/** What customers do with what they pay for, and whether they have left, where the table tells. */
interface Usage {
  readonly customer: Term;
  /** With its header. */
  readonly customerColumn: Term;
  readonly left: Term | undefined;
  /** Where the column holds the day of leaving, with its header. */
  readonly leftOn: Term | undefined;
  readonly signals: readonly Signal[];
}

/** A table to answer from, and whether its last period counts although it is not over. */
export interface Source extends FoundTable {
  /** Where another table tells each customer's segment: its customers and its segments. */
  readonly segmentsFrom?: readonly [customers: Term, segments: Term];
  readonly countsUnfinished?: boolean;
}

/** What a table gives, each part where its columns give it. Worked out once and handed on. */
export interface Reading {
  readonly table: Source;
  /** By which the setup tab knows the table. */
  readonly number: number;
  /** What its tab of clean data holds. */
  readonly kept: readonly KeptTable[];
  /** The table and what its columns mean, as CLV_ROWS takes them, where it reads them. */
  readonly read?: readonly [table: Term, columns: Term];
  /** The same whether or not it has to. */
  readonly asRead?: readonly [table: Term, columns: Term];
  readonly rows?: RevenueRows;
  /** Where the rows stand, as CLV_CHECK takes it: the row that they begin in, and of rows that were read, each one's. */
  readonly places?: readonly Term[];
  readonly subscriptions?: SubscriptionRows;
  readonly series?: Series;
  readonly spend?: Spend;
  readonly totals?: Totals;
  readonly snapshot?: Snapshot;
  readonly usage?: Usage;
  readonly touches?: Touches;
}

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
};

/** What it calls them in kinds of tables that call them otherwise. */
const titlesOfKind: Readonly<Partial<Record<TableKind, Readonly<Partial<Record<Meaning, string>>>>>> = {
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

/** What puts the rows of a table together to periods; undefined where they are not put together. */
const periodsFunctionOf = ({ shape }: FoundTable) =>
  shape === "subscriptions"
    ? "CLV_SUBSCRIPTIONS"
    : kindOfShape(shape) === "orders" || shape === "cube"
      ? "CLV_KPIS"
      : undefined;

/** Where rows begin: the periods come first, so that they stay in their columns whether or not the rows have to be read. */
const besidePeriods = (name: string | undefined) => (name ? titlesOf(name).length + 2 : 1);

/** The cells of a column, one below the other. */
export const cellsTerm = (table: FoundTable, column: number): Term => {
  const cells = { range: cellsOf(table, column) };
  return table.isAcross ? apply("TRANSPOSE", cells) : cells;
};

type Basis = Pick<Reading, "table" | "number" | "kept" | "read" | "asRead">;

/** What follows from the columns of a table. */
function withParts(basis: Basis, column: (meaning: Meaning) => Term | undefined): Reading {
  const { table } = basis;
  if (table.shape === "spend") {
    const [spend, newCustomers, channel] = [column("spend"), column("newCustomers"), column("segment")];
    return spend && (newCustomers ?? channel)
      ? { ...basis, spend: { period: column("period") ?? column("date"), spend, newCustomers, channel } }
      : basis;
  }
  if (table.shape === "histories") return basis;
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

/** The same with its figures by period, beside which the rows stand. */
function withPeriods(reading: Reading): Reading {
  const { table, number, kept, rows, subscriptions } = reading;
  const name = periodsFunctionOf(table)!;
  const call = subscriptions ? movementsOf(subscriptions, !table.countsUnfinished) : kpisOf(rows!, table);
  const periods: KeptTable = {
    tab: dataTabOf(number),
    column: 1,
    titles: titlesOf(name),
    call,
    isFixed: false,
  };
  const cells = (title: string): Term => ({ range: keptCells(periods, title) });
  const series: Series = subscriptions
    ? {
        period: cells("Period"),
        revenue: cells("MRR at start"),
        customers: cells("Customers at start"),
        // Whoever came and left within a period is lost too, but was not there at its start.
        churn: cells("Customer churn"),
        lost: cells("Lost"),
        joined: cells("New"),
        nrr: cells("NRR"),
      }
    : {
        period: cells("Period"),
        revenue: cells("Revenue"),
        customers: cells("Customers"),
        churn: cells("Churn rate"),
        joined: cells("New"),
      };
  return { ...reading, kept: [...kept, periods], series };
}

/** Movements by period; of whole ones where asked: the last one, not over yet, would make churn look other than it is. */
export const movementsOf = ({ customer, start, end, mrr }: SubscriptionRows, areWhole: boolean): Term =>
  apply(
    "CLV_SUBSCRIPTIONS",
    customer,
    start,
    end,
    mrr,
    setting("as_of"),
    setting("period"),
    null,
    areWhole || null,
  );

/** Figures by period up to the day of the data, whole ones only; or with one that is not over, where there are few. */
function kpisOf({ customer, date, amount }: RevenueRows, { countsUnfinished }: Source): Term {
  const end = countsUnfinished ? null : setting("as_of");
  return apply("CLV_KPIS", customer, date, amount, setting("period"), setting("inactive_after"), end);
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

/** Contacts stand as they are: CLV_ATTRIBUTION reads their dates and times itself. */
function readingOfTouches(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const columns = (["customer", "date", "segment"] as const).map((meaning) => columnOf(table, meaning));
  const [customer, date, channel] = columns.map((column) => column && cellsTerm(table, column.column));
  const isRead = columns[1]?.dates === "real" || columns[1]?.dates === "iso";
  return customer && date && channel && isRead ? { ...basis, touches: { customer, date, channel } } : basis;
}

/** Signals stand as they are: the functions of health read them themselves. */
function readingOfUsage(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const customer = columnOf(table, "customer");
  if (!customer || table.headerRow === undefined) return basis;
  const left = columnOf(table, "left") ?? columnOf(table, "end");
  const signals = table.columns
    .filter(({ meaning }) => meaning === "signal")
    .map(({ header, column, dates, moreIs }): Signal => {
      const isDate = dates !== undefined;
      const name = header.trim();
      return { name: isDate ? `${daysSince}${name}` : name, column, isDate, moreIs };
    });
  const whole = (column: number): Term => ({ range: blockOf(table, column, column, table.headerRow!) });
  const usage = {
    customer: cellsTerm(table, customer.column),
    customerColumn: whole(customer.column),
    left: left && cellsTerm(table, left.column),
    leftOn: left?.dates === "real" ? whole(left.column) : undefined,
    signals,
  };
  return { ...basis, usage };
}

/** What stands before the name of a date whose days are counted. */
export const daysSince = "Days since ";

/** A grid of customers × months, its header included, turned into rows. */
function readingOfCube(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const customer = columnOf(table, "customer");
  const { months, headerRow, since } = table;
  if (!customer || !months || headerRow === undefined) return basis;
  // The columns of months, in parts without a gap, and before them the customers.
  const starts = [months.first, ...months.between.map((column) => column + 1)];
  const ends = [...months.between.map((column) => column - 1), months.last];
  const parts = starts.flatMap((start, at) => (start <= ends[at]! ? [[start, ends[at]!] as const] : []));
  const [first, ...others] = parts;
  const joined =
    customer.column === first![0] - 1
      ? [[customer.column, first![1]] as const, ...others]
      : [[customer.column, customer.column] as const, ...parts];
  const ranges = joined.map(([from, to]) => ({ range: blockOf(table, from, to, headerRow) }));
  const grid = ranges.length === 1 ? ranges[0]! : apply("BESIDE", ...ranges);
  const rows: KeptTable = {
    tab: dataTabOf(number),
    column: besidePeriods("CLV_KPIS"),
    titles: titlesOf("CLV_UNPIVOT"),
    call: apply("CLV_UNPIVOT", grid, since ? firstMonthOf(table, months, since) : null),
    isFixed: false,
  };
  const cells = (title: string): Term => ({ range: keptCells(rows, title) });
  return withPeriods({
    ...basis,
    kept: [rows],
    rows: {
      customer: cells("Customer"),
      date: cells("Date"),
      amount: cells("Amount"),
      segment: undefined,
    },
  });
}

/** The month of the first column, of months without a year; `since` is the earliest of them, which may be the last one. */
function firstMonthOf(
  { columns }: FoundTable,
  { first, last, between }: NonNullable<FoundTable["months"]>,
  since: NonNullable<FoundTable["since"]>,
): Term {
  const header = columns.find(({ column }) => column === first)?.header ?? "";
  const month = Number(/^\d{4}-(\d\d)/.exec(header)?.[1] ?? 0) || monthNamed(wordsOf(header).split(" ")[0]!);
  const isNewestFirst = month > 0 && month !== since.month;
  const later = isNewestFirst ? last - first - between.length : 0;
  const at = since.year * 12 + since.month - 1 + later;
  return apply("DATE", Math.floor(at / 12), (at % 12) + 1, 1);
}

function totalsOf(column: (meaning: Meaning) => Term | undefined): Totals | undefined {
  const [customer, orders] = [column("customer"), column("orderCount")];
  const revenue = column("revenue") ?? column("amount");
  return customer && orders && revenue ? { customer, orders, revenue } : undefined;
}

/** The table with what the other tables add to it: each customer's segment, where it has none itself. */
export function joined(table: FoundTable, others: readonly FoundTable[]): Source {
  if (columnOf(table, "segment")) return table;
  for (const other of others) {
    const [customers, segments] = [columnOf(other, "customer"), columnOf(other, "segment")];
    if (other !== table && other.shape === "customers" && customers && segments)
      return {
        ...table,
        segmentsFrom: [cellsTerm(other, customers.column), cellsTerm(other, segments.column)],
      };
  }
  return table;
}
