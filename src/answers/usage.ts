import { columnsIn } from "../recipe/columns";
import { type Call, type Term, apply, setting } from "../recipe/term";
import { saysLeft } from "../sheet/written/flags";
import { blockOf } from "./columns";
import type { Work } from "./headline/headline";
import type { Reading, Signal } from "./reading";
import { daysSince } from "./asTheyStand";
import { recipeOf, wordsOf } from "./results";
import type { Compute, Setup } from "./setup";

/** A reading of signals of use. */
export type UsageReading = Reading & Required<Pick<Reading, "usage">>;

export const isUsage = (reading: Reading): reading is UsageReading => reading.usage !== undefined;

/** The customers of a table, one below the other. */
const customersOf = ({ rows, subscriptions, totals, snapshot }: Reading): Term | undefined =>
  rows?.customer ?? subscriptions?.customer ?? totals?.customer ?? snapshot?.customer;

/** At least so much of the customers of a table of use has to be in the table that is asked about. */
const leastShared = 0.5;

/** The readings, of tables of use only those that are of the customers of the first one. */
export function withUsage(readings: readonly Reading[], setup: Setup, compute: Compute): Reading[] {
  const [main, ...others] = readings as [Reading, ...Reading[]];
  const customers = customersOf(main);
  if (!others.some(isUsage)) return readings.slice();
  const names = (term: Term) =>
    new Set(
      compute(setup, [recipeOf(term)])[0]!
        .cells.map(([cell]) => wordsOf(cell).trim().toLowerCase())
        .filter((name) => name !== ""),
    );
  const known = customers ? names(customers) : new Set<string>();
  const isOfThem = ({ usage }: UsageReading) => {
    const own = Array.from(names(usage.customer));
    const shared = own.filter((name) => known.has(name)).length;
    return shared > 0 && shared >= own.length * leastShared;
  };
  return [main, ...others.filter((one) => !isUsage(one) || isOfThem(one))];
}

/** The signals with their headers, side by side; dates as the days since, up to the day of the data or the end of each. */
export function signalCells({ table, usage }: UsageReading, signals: readonly Signal[], ends?: Term): Term {
  const parts: Term[] = [];
  let run: Signal[] = [];
  const cells = (first: number, last: number): Term => ({
    range: blockOf(table, first, last, table.headerRow!),
  });
  const end = () => {
    if (run.length > 0) parts.push(cells(run[0]!.column, run[run.length - 1]!.column));
    run = [];
  };
  for (const signal of usage.signals.filter((one) => signals.includes(one))) {
    const { column, isDate } = signal;
    if (isDate || run[run.length - 1]?.column !== column - 1) end();
    if (isDate)
      parts.push(
        apply("DAYS_BEFORE", cells(column, column), setting("as_of"), daysSince, ...(ends ? [ends] : [])),
      );
    else run.push(signal);
  }
  end();
  return parts.length === 1 ? parts[0]! : apply("BESIDE", ...parts);
}

/** The day on which each customer left, next to the header and the rows of the table of use; undefined where nothing tells. */
export function endsOf({ subscriptions }: Reading, { usage }: UsageReading): Term | undefined {
  if (usage.leftOn) return usage.leftOn;
  return subscriptions && subscriptions.end !== null
    ? apply("LOOK_UP_LAST", usage.customerColumn, subscriptions.customer, subscriptions.end)
    : undefined;
}

/** What more of each signal says, as CLV Setup has it. */
export const weightsOf = ({ number }: UsageReading): Term => setting(`${number}.signals.weights`);

/** Who subscribes on the day of the data, for how much and how long. */
export function accountsOf({ subscriptions }: Reading): Call | undefined {
  if (!subscriptions) return undefined;
  const { customer, start, end, mrr } = subscriptions;
  return apply("CLV_ACCOUNTS", customer, start, end, mrr, setting("as_of"));
}

/** The names of those who are still customers; undefined where nothing tells. */
export function stayingOf(main: Reading, { usage }: UsageReading, work: Work): Term | undefined {
  const accounts = accountsOf(main);
  if (accounts) return apply("COLUMN", accounts, columnsIn("CLV_ACCOUNTS")("Customer"));
  const { snapshot } = main;
  if (snapshot?.customer) return apply("NOT_MARKED", snapshot.customer, snapshot.left);
  if (!usage.left) return undefined;
  const texts = work(usage.left)[0]!.cells.flatMap(([cell]) =>
    typeof cell === "string" && cell.trim() !== "" ? [cell.trim()] : [],
  );
  const words = Array.from(new Set(texts.map((text) => text.toLowerCase())));
  return apply("NOT_MARKED", usage.customer, usage.left, ...words.filter((word) => saysLeft(word) === false));
}

/** Who of the customers has left: by the table of use itself, or else by the one that is asked about. */
export function leftOf(
  { subscriptions, snapshot }: Reading,
  { usage }: UsageReading,
  staying: Term | undefined,
) {
  if (usage.left) return usage.left;
  const known = subscriptions?.customer ?? snapshot?.customer;
  return known && staying ? apply("HAVE_LEFT", usage.customer, known, staying) : undefined;
}
