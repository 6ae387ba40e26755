// Arguments that make sense more often than not: by the records of the functions, which say what each argument is, and
// where a name means more than its record says, by the name.
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import type { ArgumentDoc, CustomFunction } from "../../src/sheet/customFunction";
import {
  type Bounds,
  type Reader,
  countOrRateReader,
  dateReader,
  flagReader,
  identityReader,
  leftReader,
  periodReader,
} from "../../src/sheet/reader";
import { monthReader } from "../../src/sheet/monthArgument";
import { column } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { simulatedOrders } from "../support/histories";
import { recordOf } from "./outcome";

/** What an argument's record holds beside what it tells a person. */
export interface Argument extends ArgumentDoc, Bounds {
  readonly kind?: "scalar" | "column" | "whole";
  readonly reader?: Reader<unknown>;
  readonly blanks?: "skip" | "keep";
  readonly mayBeOne?: true;
  readonly mayBeBlank?: true;
  readonly choices?: readonly string[];
}

export const argumentsOf = (record: CustomFunction): readonly Argument[] => record.args;

type Cells = fc.Arbitrary<unknown>;

const money = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
const daysFrom = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });
const names = fc.oneof(fc.constantFrom("Ann", "Bo", "Cy", 7, "7", " Ann", "", true), fc.string());
const dates = fc.oneof(
  daysFrom("2023-01-01", "2026-12-31"),
  fc.constantFrom("2024-02-29", "2026-01-01 10:00"),
);

/** Numbers within the bounds of a record, now and then on them, and where they may be refused just outside. */
function numbers({ reader, atLeast, above, atMost }: Argument, mayBeRefused: boolean): Cells {
  const isWhole = reader!.expected.startsWith("a whole number");
  const isRate = reader!.expected.startsWith("a rate");
  const least = atLeast ?? above ?? 0;
  const most = atMost ?? (isRate ? 1 : 1e6);
  const edges = fc.constantFrom(...[atLeast, atMost, Math.min(most, 1)].filter((edge) => edge !== undefined));
  const outside = fc.constantFrom(least - 1, above ?? least - 1, most + 1);
  const others = [
    { weight: 2, arbitrary: edges },
    { weight: mayBeRefused ? 1 : 0, arbitrary: outside },
  ];
  if (isWhole) {
    const first = Math.max(least, 1);
    return fc.oneof(
      { weight: 16, arbitrary: fc.integer({ min: first, max: Math.min(first + 2, most) }) },
      { weight: 2, arbitrary: fc.integer({ min: first, max: Math.max(first, Math.min(most, 1e9)) }) },
      ...others,
    );
  }
  const within = fc.double({ min: least, max: most, noNaN: true, minExcluded: above !== undefined });
  if (isRate) {
    const text = fc.integer({ min: 1, max: 99 }).map((n) => `${n}%`);
    return fc.oneof({ weight: 12, arbitrary: within }, { weight: 4, arbitrary: text }, ...others);
  }
  const first = Math.floor(least) + (above === undefined ? 0 : 1);
  const small = fc.integer({ min: first, max: Math.max(first, Math.min(most, 1000)) });
  return fc.oneof({ weight: 10, arbitrary: small }, { weight: 10, arbitrary: within }, ...others);
}

/** Cells for an argument by its reader and bounds. */
function cellsFor(argument: Argument, mayBeRefused: boolean): Cells {
  const { reader, choices } = argument;
  if (choices) return fc.constantFrom(...choices);
  if (reader === identityReader) return names;
  if (reader === dateReader) return dates;
  if (reader === periodReader) return fc.oneof(dates, fc.constant("2025-03"));
  if (reader === monthReader) return fc.constantFrom("2025-03", "Mar 2026", new Date("2025-03-05"));
  if (reader === flagReader) return fc.constantFrom(true, false, 1, "false");
  if (reader === leftReader) return fc.constantFrom("yes", "no", true, false, 1, 0, "nein");
  if (reader?.expected.includes('"forever"')) return fc.constantFrom(1, 24, "forever");
  return reader ? numbers(argument, mayBeRefused) : money;
}

/** A column or a row of cells. */
const lineOf = (cells: Cells, rows: number): Cells =>
  fc.array(cells, { minLength: rows, maxLength: rows }).chain(lying);

const lying = (cells: unknown[]) => fc.constantFrom(column(...cells), [cells]);

/** Columns whose cells belong together in more than their record says, by the name of the argument. */
const columns: Readonly<Record<string, (rows: number) => Cells>> = {
  date: (rows) => lineOf(fc.oneof({ weight: 9, arbitrary: dates }, fc.constant("")), rows),
  amount: (rows) =>
    lineOf(fc.oneof(money, fc.integer({ min: -500, max: 500 }), fc.constantFrom("€12,50", "", 0)), rows),
  customer: (rows) => lineOf(names, rows),
  segment: (rows) => lineOf(fc.constantFrom("DE", "FR", "", 7), rows),
  channel: (rows) => lineOf(fc.constantFrom("ads", "fair", "", 7), rows),
  start: (rows) => lineOf(daysFrom("2023-01-01", "2024-12-31"), rows),
  end: (rows) => lineOf(fc.constantFrom("", "2025-01-31", "2026-06-30"), rows),
  mrr: (rows) => lineOf(fc.oneof(money, fc.constantFrom("€12,50", "", 0)), rows),
  period: (rows) => lying(Array.from({ length: rows }, (_, index) => new Date(Date.UTC(2024, index, 1)))),
  revenue: (rows) => lineOf(fc.oneof({ weight: 20, arbitrary: money }, fc.constantFrom(0, "", -5)), rows),
  customers: (rows) =>
    lineOf(fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 20, max: 500 }) }, fc.nat({ max: 20 })), rows),
};

function columnFor(argument: Argument, rows: number): Cells {
  const own = columns[argument.name];
  if (own) return own(rows);
  if (argument.reader === countOrRateReader)
    return fc.oneof(
      lineOf(fc.nat({ max: 20 }), rows),
      lineOf(fc.double({ min: 0, max: 1, noNaN: true }), rows),
    );
  const cells = cellsFor(argument, false);
  return lineOf(
    argument.blanks === "keep" ? fc.oneof({ weight: 40, arbitrary: cells }, fc.constant("")) : cells,
    rows,
  );
}

/** A table of orders as people keep it. */
const tableOfOrders = fc
  .array(
    fc.tuple(
      fc.constantFrom("Ann", "Bo", 7, "", "Total"),
      fc.constantFrom("31.12.2025", new Date("2026-01-05"), "2026-01-06", ""),
      fc.constantFrom("€ -12,50", 40, "1.234,56 €", "", 0),
      fc.constantFrom("paid", "failed", "refunded", ""),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) => [["Who", "Day", "Paid", "State"], ...rows]);

/** A grid of customers × months, some of them with totals. */
const cube = fc
  .array(
    fc.tuple(
      fc.constantFrom("Ann", "Bo", 7, "Total"),
      fc.integer({ min: -9, max: 99 }),
      fc.constantFrom("", 0, "€12,50"),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => [["Customer", "2026-01", "Feb 2026"], ...rows]);

/** Customers that are left when such shares of them renew, one after the other. */
const survivors = (rows: number) =>
  fc
    .array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: rows, maxLength: rows })
    .chain((shares) => {
      let left = 1000;
      return lying(shares.map((share, index) => (index === 0 ? left : (left = Math.round(left * share)))));
    });

/** Scenarios as people keep them, now and then with changes that go too far. */
const scenarios = fc
  .array(
    fc.tuple(
      fc.constantFrom("Plan", "", 7),
      fc.constantFrom(0.1, -0.2, "", "5%", 0.9),
      fc.constantFrom(0.1, "", -0.5),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((rows) => [["", "Revenue", "Churn"], ...rows]);

/** A metric of few values, some of them missing, and one that tells something. */
const metrics = (rows: number) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.nat({ max: 5 }), fc.constantFrom("", true, "40%", new Date("2026-01-05"))),
        fc.double({ min: -50, max: 50, noNaN: true }),
      ),
      { minLength: rows, maxLength: rows },
    )
    .map((cells) => [["Logins", "NPS"], ...cells]);

const healthBlock = [
  ["Item", "Value", "Standard error"],
  ["intercept", -1, 0.2],
  ["Logins", -0.3, 0.1],
  ["NPS", "", ""],
  ["Penalised log-likelihood", -40, ""],
  ["Warnings", "", ""],
];

/** Cells next to metrics, under a header of their own or without one. */
const besideMetrics = (cells: Cells, rows: number) =>
  fc
    .array(cells, { minLength: rows, maxLength: rows })
    .chain((own) => fc.constantFrom(column(...own), column("Title", ...own)));

const fit = exampleCells["F1:H19"];

/** Arguments of which the name says more than the record, and those that are read as a whole. */
const named: Readonly<Record<string, (rows: number) => Cells>> = {
  survivors,
  cube: () => cube,
  scenarios: () => scenarios,
  metrics,
  churned: (rows) => besideMetrics(fc.constantFrom("yes", "no", "yes", "no", ""), rows),
  weights: () => fc.constantFrom([[2, -1]], column(1, 1), [[0, 1]], healthBlock),
  "CLV_HEALTH customer": (rows) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: rows, maxLength: rows })
      .chain((own) => fc.constantFrom(column(...own), column("Title", ...own))),
  table: () => tableOfOrders,
  columns: () =>
    fc.constantFrom(
      "customer: Who, date: Day, amount: Paid",
      "customer: Who, date: Day, amount: Paid, status: State",
      "customer: #1, date: #2, amount: #3",
    ),
  "CLV_TAKE columns": () => fc.constantFrom("Who, Paid", 2),
  "CLV_TAKE rows": () => fc.constantFrom(1, 3, -2),
  spend_channel: () => fc.constantFrom(column("ads", "fair", "post"), [["ads", "", 7]]),
  "CLV_CHANNELS spend": () => fc.constantFrom(column(100, 0, 5.5), [["€12,50", "", 40]]),
  "CLV_FORECAST months": () => fc.constantFrom(1, 5, 14),
  factor: () => fc.constantFrom(0.9, 0, "1.5"),
  treated: () => fc.constantFrom(column("Ann", "Cy", 7), [["Ann", "Bo"]], "Ann"),
  "CLV_IMPACT start": () => fc.constantFrom("2025-01-01", new Date("2024-05-31")),
  conversions: () =>
    fc.constantFrom(column("Ann", "Bo", "7"), [
      ["Ann", "2026-12-31"],
      ["Cy", new Date("2025-06-30")],
    ]),
  "CLV_SQL table": () => fc.constantFrom("shop.sales.orders", "orders", "or`ders", "a..b", 7, "über uns"),
  by: () => fc.constant("Day"),
  where: () => fc.constant("Who: not blank"),
  fit: () => fc.constant(fit),
  "CLV_PREDICT model": () => fc.constantFrom("bg/nbd", "auto", fit),
  "CLV_HORIZON horizon_months": () => fc.constantFrom(6, "forever", column(3, 12, "", "forever"), [[1, 60]]),
  "CLV_RENEWALS discount_rate": () => fc.constantFrom(0.1, 0.01, 0.3, 0),
  "CLV_RENEWALS renewals_so_far": () => fc.constantFrom(0, 1, 5),
  "CLV_RETENTION periods_ahead": () => fc.constantFrom(0, 1, 5),
  // a table of cohorts by day may have a million cells, which no test needs to compare
  "CLV_COHORTS period": () => fc.constantFrom("month", "quarter", "year"),
  // a model needs ten periods, more years or quarters than a simulated shop has
  "CLV_FIT period": () => fc.constantFrom("day", "week", "month"),
  "CLV_FIT_COVARIATES period": () => fc.constantFrom("day", "week", "month"),
  covariates: () => fc.constantFrom("", undefined),
  "CLV_FIT_HISTORIES period": () => fc.constantFrom("day", "week", "month"),
  "CLV_VALIDATE period": () => fc.constantFrom("day", "week", "month"),
  bins: () => fc.integer({ min: 2, max: 12 }),
  as_of: () => fc.constantFrom("2025-06-30", new Date("2026-06-30")),
  split_date: () => fc.constant("2025-09-30"),
  frequency: () => fc.nat({ max: 20 }),
  recency: () => fc.integer({ min: 1, max: 30 }),
  age: () => fc.integer({ min: 30, max: 300 }),
  first_month: () => fc.constant("2026-01"),
  first_row: () => fc.integer({ min: 1, max: 20 }),
};

/** A value for one argument, in a call whose columns have so many rows. */
function valueFor(record: CustomFunction, argument: Argument, rows: number): Cells {
  const { name, kind } = argument;
  const blank = fc.constantFrom("", undefined);
  const isOfRows = kind === "column" || (kind === undefined && name in columns);
  const own = named[`${record.name} ${name}`] ?? (isOfRows ? undefined : named[name]);
  if (isOfRows) {
    const cells = columnFor(argument, rows);
    const one = argument.mayBeOne ? [cellsFor(argument, true)] : [];
    const none = argument.optional || argument.mayBeBlank ? [blank] : [];
    return fc.oneof(
      { weight: 4, arbitrary: cells },
      ...[...one, ...none].map((arbitrary) => ({ weight: 1, arbitrary })),
    );
  }
  const one = own ? own(rows) : cellsFor(argument, true);
  const given = isScalar(record) && !own ? fc.oneof(one, lineOf(one, rows)) : one;
  return argument.optional ? fc.oneof({ weight: 4, arbitrary: given }, blank) : given;
}

/** Whether ranges turn a function into one result a cell. */
export const isScalar = (record: CustomFunction): boolean =>
  record.columns === undefined && argumentsOf(record).every(({ kind }) => kind === "scalar");

/** Functions that fit a model to rows, which fewer than an order or two of thirty customers do not allow. */
export const fitsRows = [
  "CLV_FIT",
  "CLV_VALIDATE",
  "CLV_TRACKING",
  "CLV_PREDICT",
  "CLV_HORIZON",
  "CLV_FORECAST",
  "CLV_FIT_COVARIATES",
];

/** Functions that fit several curves to each case. */
export const fitsCurves = ["CLV_RENEWALS", "CLV_RETENTION", "CLV_RETENTION_FIT"];

/** Histories of a few hundred customers, enough of them for a fit in most cases. */
const historyRows = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant("")),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 30, max: 60 }),
      fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 400 }) }, fc.constantFrom("", "€12,50", 0)),
      fc.integer({ min: 0, max: 60 }),
    ),
    { minLength: 4, maxLength: 12 },
  )
  .map((rows) =>
    [0, 1, 2, 3, 4].map((k) =>
      rows.map((row) => [row[0] === 0 && (k === 1 || k === 3) ? (k === 1 ? 0 : "") : row[k]]),
    ),
  );

/** Years in which people came back, as counts: how often, the latest, how many there were, how many people. */
const yearRows = fc
  .array(
    fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))
      .map(([x, more, people]) => [x, x === 0 ? 0 : Math.min(6, x + more), 6, people]),
    { minLength: 4, maxLength: 12 },
  )
  .map((rows) => [0, 1, 2, 3].map((k) => rows.map((row) => [row[k]])));

/** Order rows of a simulated shop, enough of them for a fit in most cases. */
const shop = fc
  .record({
    seed: fc.nat({ max: 1e6 }),
    model: fc.constantFrom("bg/nbd", "mbg/nbd", "pareto/nbd"),
    params: fc.tuple(
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      fc.double({ min: 2, max: 15, noNaN: true }),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
      fc.double({ min: 1, max: 12, noNaN: true }),
    ),
    customers: fc.integer({ min: 60, max: 150 }),
    weeks: fc.integer({ min: 30, max: 110 }),
  })
  .map(({ seed, model, params, customers, weeks }) => {
    const { customer, date, amount } = simulatedOrders(model, params, customers, weeks, seed);
    return [customer, date, amount];
  });

/** Columns that belong together in more than their records say, by function: the first arguments of a call. */
const together: Readonly<Record<string, fc.Arbitrary<unknown[]>>> = {
  CLV_FIT_HISTORIES: historyRows,
  CLV_FIT_YEARS: yearRows,
  CLV_FIT_COVARIATES: shop.map((orders) => [
    ...orders,
    [["Channel"], ...orders[0]!.map(([name]) => [["ads", "fair", ""][String(name).length % 3]])],
  ]),
};

/** Arguments of a function that make sense in most cases, for CLV_EXPLAIN those of the function that it explains. */
export function sensibleArguments(name: string): fc.Arbitrary<unknown[]> {
  if (name === "CLV_EXPLAIN") {
    return fc
      .constantFrom(...functions.filter(({ explain }) => explain).map((each) => each.name), "CLV_KPIS")
      .chain((explained) => sensibleArguments(explained).map((given) => [explained, ...given]));
  }
  const record = recordOf(name);
  const few = fc
    .integer({ min: 2, max: 15 })
    .chain((rows) => fc.tuple(...argumentsOf(record).map((argument) => valueFor(record, argument, rows))));
  const own = together[name];
  if (own) return fc.tuple(own, few).map(([rows, given]) => [...rows, ...given.slice(rows.length)]);
  if (!fitsRows.includes(name)) return few;
  const enough = fc.tuple(shop, few).map(([rows, given]) => [...rows, ...given.slice(3)]);
  return fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: enough });
}
