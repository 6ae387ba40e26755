// What a table says does not hang on the order of its rows, on the currency, or on the year.
import { fail, ok } from "node:assert/strict";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { type Cell, isDate } from "../../src/sheet/cell";
import type { Unit } from "../../src/sheet/unit";
import { column } from "../support/call";
import { seeded } from "../support/orders";
import { utc } from "../support/zones";
import type { Law } from "./law";
import { type Outcome, outcomeOf, recordOf } from "./outcome";
import { onColumns } from "./ranges";
import { argumentsOf, fitsRows, isScalar, sensibleArguments } from "./sense";

const DAY = 86_400_000;

/** After 28 years the calendar repeats: leap years and days of the week fall as before. */
const shiftYears = 28;
const shiftDays = 10_227;

/** A power of 2, so that nothing is rounded another way. */
const scale = 4;

/** Arguments that are amounts of money. */
const moneyNames = [
  "amount",
  "budget",
  "average_order_value",
  "average_revenue",
  "cac",
  "charge",
  "clv",
  "contact_cost",
  "contraction",
  "expansion",
  "lost",
  "margin",
  "mrr",
  "mrr_at_start",
  "new_mrr",
  "offer_cost",
  "reactivation",
  "revenue",
  "spend",
  "target",
  "upsell_revenue",
  "value",
];

/** A search for a maximum ends within a tolerance, which depends on where it began. */
const closeness = (name: string): number => (fitsRows.includes(name) ? 1e-4 : 1e-9);

/** Numbers in steps that a computer holds exactly, amounts in quarters: their sums are the same in any order. */
function exact(name: string, given: readonly unknown[]): unknown[] {
  const args = argumentsOf(recordOf(name));
  return given.map((argument, index) => {
    const { name: of, reader } = args[index]!;
    return of === "customer" ? argument : inSteps(argument, reader?.isAmount ? 4 : 1024);
  });
}

function inSteps(given: unknown, steps: number): unknown {
  if (Array.isArray(given)) return given.map((each) => inSteps(each, steps));
  return typeof given === "number" ? Math.round(given * steps) / steps : given;
}

/** Whether two texts say the same but for their figures. */
const wordsOf = (text: string) => text.replace(/\b[0-9a-f]{8}\b|[\d.,]+/g, "#");

interface Change {
  /** What a number of this unit becomes; undefined where it becomes something else for a reason of its own. */
  readonly ofNumber?: (value: number, unit: Unit) => number | undefined;
  readonly ofDate?: (date: Date) => Date;
}

const isClose = (one: number, other: number, tolerance: number) =>
  Math.abs(one - other) <= tolerance * Math.max(1e-6, Math.abs(one), Math.abs(other));

function isSame(one: Cell, other: Cell, tolerance: number): boolean {
  if (isDate(one) && isDate(other)) return one.getTime() === other.getTime();
  if (typeof one === "number" && typeof other === "number") return isClose(one, other, tolerance);
  if (typeof one === "string" && typeof other === "string") return wordsOf(one) === wordsOf(other);
  return one === other;
}

/** The cells of a result with their units; a header row is text. */
function cellsOf(name: string, given: readonly unknown[], result: Cell | Cell[][]): [Cell, Unit][][] {
  const record = recordOf(name);
  if (!Array.isArray(result)) return [[[result, record.unit ?? "number"]]];
  if (isScalar(record)) return result.map((row) => row.map((cell) => [cell, record.unit ?? "number"]));
  const units = record.units?.(given, utc) ?? [];
  return result.map((row, r) =>
    row.map((cell, c) => [cell, r === 0 ? "text" : (units[r - 1]?.[c] ?? "number")]),
  );
}

/** Holds the outcome of changed arguments against the changed outcome of the ones before. */
function compare(
  name: string,
  given: readonly unknown[],
  changed: readonly unknown[],
  { ofNumber = (value) => value, ofDate = (date) => date }: Change,
): void {
  const before: Outcome = outcomeOf(name, given);
  const after: Outcome = outcomeOf(name, changed);
  if ("message" in before || "message" in after) {
    if (!("message" in before && "message" in after))
      fail(
        `${"message" in before ? before.message : "a result"}, then ${"message" in after ? after.message : "a result"}`,
      );
    return;
  }
  const expected = cellsOf(name, given, before.result).map((row) =>
    row.map(([cell, unit]) =>
      typeof cell === "number" ? ofNumber(cell, unit) : isDate(cell) ? ofDate(cell) : cell,
    ),
  );
  const got = cellsOf(name, changed, after.result);
  const tolerance = closeness(name);
  ok(expected.length === got.length, `${expected.length} rows, then ${got.length}`);
  expected.forEach((row, r) =>
    row.forEach((cell, c) => {
      const other = got[r]![c]![0];
      if (cell !== undefined && !isSame(cell, other, tolerance))
        fail(`${String(other)} in row ${r + 1}, column ${c + 1}, not ${String(cell)}`);
    }),
  );
}

/** Functions that need no argument read as a whole, of which nobody but they knows what it holds. */
const withoutWhole = functions.filter((record) =>
  argumentsOf(record).every(({ kind, optional }) => kind !== undefined && (kind !== "whole" || optional)),
);

/** Arguments without those that are read as a whole, and with exact amounts. */
const plainArguments = (name: string) =>
  sensibleArguments(name).map((given) =>
    exact(
      name,
      argumentsOf(recordOf(name)).map(({ kind }, index) => (kind === "whole" ? undefined : given[index])),
    ),
  );

/** A customer's segment or channel, which of two rows of one day is that of the upper: here it is the same in all rows. */
function withSegmentsOfCustomers(name: string, given: readonly unknown[]): unknown[] {
  const args = argumentsOf(recordOf(name));
  const customers = given[args.findIndex((each) => each.name === "customer")];
  const ofCustomer = (cell: unknown) => ["DE", "FR"][String(cell).trim().length % 2];
  return onColumns(name, given, (cells, index) =>
    ["segment", "channel"].includes(args[index]!.name) && Array.isArray(customers)
      ? column(...(customers as unknown[][]).map(([cell]) => ofCustomer(cell)))
      : column(...cells),
  );
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Functions of rows that are not a series: their order means nothing. */
const ofRows = withoutWhole
  .filter((record) => argumentsOf(record).some(({ kind, blanks }) => kind === "column" && blanks === "skip"))
  .map(({ name }) => name);

const shifted = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(shifted);
  if (isDate(given)) return new Date(given.getTime() - shiftDays * DAY);
  const year = typeof given === "string" && /^(\d{4})(?=-\d\d)/.exec(given);
  return year ? given.replace(year[1]!, String(Number(year[1]) - shiftYears)) : given;
};

const times4 = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(times4);
  if (given === "€12,50") return "€50,00";
  return typeof given === "number" ? given * scale : given;
};

const cases = (name: string) => (fitsRows.includes(name) ? 5 : 15);

export const invarianceLaws: readonly Law[] = [
  {
    title: "the same in whatever order the rows are",
    names: ofRows,
    property: (name) =>
      fc.property(plainArguments(name), fc.nat(), (some, seed) => {
        const given = withSegmentsOfCustomers(name, some);
        compare(
          name,
          given,
          onColumns(name, given, (cells) => column(...shuffled(cells, seed))),
          {},
        );
      }),
    cases,
  },
  {
    title: `amounts of money ${scale} times as large, and all else the same, where money is`,
    names: withoutWhole
      .filter((record) => argumentsOf(record).some(({ name }) => moneyNames.includes(name)))
      .map(({ name }) => name),
    property: (name) =>
      fc.property(plainArguments(name), (given) => {
        const args = argumentsOf(recordOf(name));
        const changed = given.map((argument, index) =>
          moneyNames.includes(args[index]!.name) ? times4(argument) : argument,
        );
        compare(name, given, changed, {
          ofNumber: (value, unit) => {
            if (unit === "money") return value * scale;
            // the scale of the spend model is an amount, and its likelihood that of amounts
            return unit === "parameter" || name === "CLV_FIT" ? undefined : value;
          },
        });
      }),
    cases,
  },
  {
    title: `the same ${shiftYears} years earlier, with all days so much earlier`,
    names: withoutWhole
      .filter((record) => argumentsOf(record).some(({ reader }) => reader?.expected.includes("date")))
      .map(({ name }) => name),
    property: (name) =>
      fc.property(plainArguments(name), (given) => {
        compare(name, given, given.map(shifted), {
          ofDate: (date) => new Date(date.getTime() - shiftDays * DAY),
        });
      }),
    cases,
  },
];
