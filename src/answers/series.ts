import type { FoundTable } from "../recognition/types";
import { columnsIn } from "../recipe/columns";
import type { Recipe, Term } from "../recipe/term";
import type { Unit } from "../sheet/unit";
import {
  amountsOf,
  blockOf,
  columnOf,
  datesOf,
  rangeOf,
  realDatesOf,
  numbersOf,
  sharesOf,
  withYear,
} from "./columns";

type Step = Recipe["steps"][number];

/** Rows of revenue: what the functions over customer, date and amount take. */
export interface RevenueRows {
  readonly steps: readonly Step[];
  readonly customer: Term;
  readonly date: Term;
  readonly amount: Term;
  readonly segment: Term | undefined;
}

/** A table to answer from, and whether its last period counts although it is not over. */
export interface Source extends FoundTable {
  /** Where another table tells each customer's segment: its customers and its segments. */
  readonly segmentsFrom?: readonly [customers: Term, segments: Term];
  readonly countsUnfinished?: boolean;
}

/** Figures period by period: what the rolling functions take. */
export interface Series {
  readonly steps: readonly Step[];
  /** Titles of the columns of the step "m", where they are not those of a function's result. */
  readonly titles?: readonly string[];
  readonly units?: readonly Unit[];
  readonly period: Term;
  readonly revenue: Term;
  readonly customers: Term;
  readonly churn: Term;
  /** Customers won, where the data tell. */
  readonly joined?: Term;
  /** Gross margin of each period as it stands, where the data tell. */
  readonly margin?: Term;
  /** Customers lost, where the data count them. */
  readonly lost?: Term;
}

const apply = (name: string, ...to: Term[]) => ({ apply: name, to });
const step = (name: string): Term => ({ step: name });
const column = (table: string, number: number) => apply("COLUMN", step(table), number);
const setting = (key: string): Term => ({ setting: key });
/** A column of the result of a function, by its title. */
const named = (table: string, name: string) => {
  const numberOf = columnsIn(name);
  return (title: string) => column(table, numberOf(title));
};

/** The rows of revenue in a table; undefined where its columns do not give them. */
export function revenueRows(table: Source): RevenueRows | undefined {
  if (table.shape === "cube") return rowsOfCube(table);
  const [customer, date, amount] = [rangeOf(table, "customer"), datesOf(table, "date"), amountsOf(table)];
  if (!customer || !date || !amount || table.shape === "spend") return undefined;
  const looked = table.segmentsFrom && apply("LOOK_UP", customer, ...table.segmentsFrom);
  return { steps: [], customer, date, amount, segment: rangeOf(table, "segment") ?? looked };
}

/** The table with what the other tables add to it: each customer's segment, where it has none itself. */
export function joined(table: FoundTable, others: readonly FoundTable[]): Source {
  if (rangeOf(table, "segment")) return table;
  for (const other of others) {
    const [customers, segments] = [rangeOf(other, "customer"), rangeOf(other, "segment")];
    if (other !== table && other.shape === "customers" && customers && segments)
      return { ...table, segmentsFrom: [customers, segments] };
  }
  return table;
}

/** A grid of customers × months, its header included, turned into rows. */
function rowsOfCube(table: FoundTable): RevenueRows | undefined {
  const customer = columnOf(table, "customer");
  const { months, headerRow } = table;
  if (!customer || !months || headerRow === undefined) return undefined;
  const amounts = amountsOfCube(table, months, headerRow);
  if (!amounts) return undefined;
  // Other columns stand between the customers and the months.
  const isOneBlock = "range" in amounts && customer.column === months.first - 1;
  const grid = isOneBlock
    ? { range: blockOf(table, customer.column, months.last, headerRow) }
    : apply("BESIDE", { range: blockOf(table, customer.column, customer.column, headerRow) }, amounts);
  const inRows = named("r", "CLV_UNPIVOT");
  return {
    steps: [["r", apply("CLV_UNPIVOT", grid)]],
    customer: inRows("Customer"),
    date: inRows("Date"),
    amount: inRows("Amount"),
    segment: undefined,
  };
}

/** The months of a grid with their header; undefined where nobody knows how amounts as text are written. */
function amountsOfCube(
  table: FoundTable,
  { first, last, between }: NonNullable<FoundTable["months"]>,
  headerRow: number,
) {
  // The columns of months, in parts without a gap.
  const starts = [first, ...between.map((column) => column + 1)];
  const ends = [...between.map((column) => column - 1), last];
  const parts = starts.flatMap((start, at) => (start <= ends[at]! ? [[start, ends[at]!] as const] : []));
  const cells = (row: number, lastRow?: number) => {
    const ranges = parts.map(([from, to]) => ({ range: blockOf(table, from, to, row, lastRow) }));
    return ranges.length === 1 ? ranges[0]! : apply("BESIDE", ...ranges);
  };
  const written = table.columns.filter(
    ({ column, amounts }) =>
      column >= first && column <= last && !between.includes(column) && amounts === "text",
  );
  if (written.length === 0 && !table.since) return cells(headerRow);
  const marks = written.flatMap(({ decimal }) => decimal ?? []);
  const mark = marks.find((one) => one !== "ambiguous");
  if (marks.length > 0 && !mark) return undefined;
  const months = cells(headerRow, headerRow);
  const body = cells(headerRow + 1);
  return apply(
    "STACKED",
    withYear(table, months) ?? months,
    written.length === 0 ? body : apply("AMOUNTS", body, mark === "comma" ? "," : "."),
  );
}

/** The figures period by period that a table gives, whole periods only. */
export function seriesOf(table: Source): Series | undefined {
  if (table.shape === "subscriptions") return seriesOfSubscriptions(table);
  if (table.shape === "monthly") return seriesOfMonths(table);
  const rows = revenueRows(table);
  if (!rows) return undefined;
  const { customer, date, amount } = rows;
  const inMonths = named("m", "CLV_KPIS");
  const kpis = apply("CLV_KPIS", customer, date, amount, setting("period"), setting("inactive_after"));
  return {
    // A grid's months are whole ones.
    steps:
      table.shape === "cube"
        ? [...rows.steps, ["m", kpis]]
        : [...rows.steps, ["k", kpis], ...wholePeriods("k", table)],
    period: inMonths("Period"),
    revenue: inMonths("Revenue"),
    customers: inMonths("Customers"),
    churn: inMonths("Churn rate"),
    joined: inMonths("New"),
  };
}

function seriesOfSubscriptions(table: Source): Series | undefined {
  const [customer, mrr] = [rangeOf(table, "customer"), amountsOf(table, "mrr")];
  const [start, end] = [datesOf(table, "start"), datesOf(table, "end") ?? null];
  if (!customer || !mrr || !start) return undefined;
  const movements = apply(
    "CLV_SUBSCRIPTIONS",
    customer,
    start,
    end,
    mrr,
    setting("as_of"),
    setting("period"),
  );
  const inMonths = named("m", "CLV_SUBSCRIPTIONS");
  return {
    steps: [["s", movements], ...wholePeriods("s", table)],
    period: inMonths("Period"),
    revenue: inMonths("MRR at start"),
    customers: inMonths("Customers at start"),
    // Whoever came and left within a period is lost too, but was not there at its start.
    churn: inMonths("Customer churn"),
    lost: inMonths("Lost"),
    joined: inMonths("New"),
  };
}

function seriesOfMonths(table: FoundTable): Series | undefined {
  const period = datesOf(table, "period");
  const [revenue, customers] = [numbersOf(table, "revenue"), numbersOf(table, "customerCount")];
  const rate = table.churn === "lost" ? undefined : sharesOf(table, "churnRate");
  const churn = rate ?? numbersOf(table, "lost");
  const [newCustomers, margin] = [numbersOf(table, "newCustomers"), sharesOf(table, "margin")];
  if (!period || !revenue || !customers || !churn) return undefined;
  const isCounted = !rate;
  // The rolling functions take the last rows as now: neither old ones nor months that are still to come.
  if (columnOf(table, "period")!.isRising && !columnOf(table, "customerCount")!.endsEmpty)
    return {
      steps: [],
      period,
      revenue,
      customers,
      churn,
      joined: newCustomers,
      margin,
      ...(isCounted && { lost: churn }),
    };
  const columns: [title: string, unit: Unit, cells: Term][] = [
    ["Period", "period", period],
    ["Revenue", "money", revenue],
    ["Customers", "count", customers],
    isCounted ? ["Lost", "count", churn] : ["Churn rate", "share", churn],
    ...(newCustomers ? [["New", "count", newCustomers] as [string, Unit, Term]] : []),
  ];
  const own = (title: string) => column("m", columns.findIndex(([name]) => name === title) + 1);
  return {
    steps: [
      ["d", realDatesOf(table, "period")!],
      ["e", apply("LAST_ABOVE_ZERO", step("d"), customers)],
      ["m", apply("OLDEST_FIRST", step("d"), step("e"), ...columns.map(([, , cells]) => cells))],
    ],
    titles: columns.map(([title]) => title),
    units: columns.map(([, unit]) => unit),
    period: own("Period"),
    revenue: own("Revenue"),
    customers: own("Customers"),
    churn: own(isCounted ? "Lost" : "Churn rate"),
    joined: newCustomers && own("New"),
    margin,
    ...(isCounted && { lost: own("Lost") }),
  };
}

/** The day up to which a table counts: its latest date, or of subscriptions the day of the list where it is set. */
export function lastDayOf(table: FoundTable): Term | undefined {
  const dates = (["date", "start", "end"] as const).flatMap((meaning) => realDatesOf(table, meaning) ?? []);
  if (dates.length === 0) return undefined;
  const latest = apply("MAX", ...dates);
  return table.shape === "subscriptions"
    ? apply("IF_BLANK", setting("as_of"), latest, setting("as_of"))
    : latest;
}

/** The rows of whole periods: the last one, not over yet, would make churn look higher than it is. */
function wholePeriods(of: string, table: Source): Step[] {
  const now = lastDayOf(table)!;
  return [
    ["e", table.countsUnfinished ? now : apply("LAST_WHOLE", setting("period"), now)],
    ["m", apply("UP_TO", step(of), step("e"))],
  ];
}
