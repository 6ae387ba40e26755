import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { averages } from "../../src/functions/averages";
import { drivers } from "../../src/functions/drivers";
import { type Cell, isDate } from "../../src/sheet/cell";
import { call, column } from "../support/call";
import { exampleCells } from "../support/exampleCells";
import { utc, zoneIn } from "../support/zones";

type Outcome = { readonly result: Cell | Cell[][] } | { readonly message: string };

function outcomeOf(name: string, given: readonly unknown[], zone = utc): Outcome {
  try {
    return { result: functions.find((record) => record.name === name)!.run(given, zone) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : `thrown: ${String(error)}` };
  }
}

function isSafe(cell: unknown): boolean {
  if (typeof cell === "number") return Number.isFinite(cell) && !Object.is(cell, -0);
  if (isDate(cell)) return !Number.isNaN(cell.getTime());
  return typeof cell === "string" ? cell.length <= 50_000 : typeof cell === "boolean";
}

/** What is wrong with an outcome; undefined where nothing is. */
function complaint(outcome: Outcome): string | undefined {
  if ("message" in outcome) {
    const { message } = outcome;
    const inGrammar = /^CLV[A-Z_]*: (the result|[a-z_0-9]+) must [^]*[^.]$/.test(message);
    return inGrammar && message.includes(", got ") ? undefined : `message outside the grammar: ${message}`;
  }
  const { result } = outcome;
  if (!Array.isArray(result)) return isSafe(result) ? undefined : `cell ${String(result)}`;
  if (result.length === 0 || result[0]!.length === 0) return "an empty grid";
  if (!result.every((row) => Array.isArray(row) && row.length === result[0]!.length)) return "a ragged grid";
  const unsafe = result.flat().find((cell) => !isSafe(cell));
  return unsafe === undefined && result.flat().every(isSafe) ? undefined : `cell ${String(unsafe)} in a grid`;
}

function frozen<T>(value: T): T {
  if (Array.isArray(value)) value.forEach(frozen);
  return Object.freeze(value);
}

/** Cells as Sheets passes them. */
const usualCell: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom("", 0, 1, 2, 3, 12, 0.05, 0.5, 100, 1200.5, -20, 60),
  fc.constantFrom(
    "Ann",
    "Bo",
    " ann ",
    7,
    "7",
    "Revenue",
    "month",
    "later",
    "pooled",
    "average",
    "week",
    "now",
  ),
  fc.constantFrom("2026-03-31", "2026-03", "03/04/2026", "€1.234,56", "1,234", "(12.00)", "5%", "110%"),
  fc.constantFrom("#REF!", "#N/A", "#DIV/0!", "Loading...", true, false),
  fc.date({ min: new Date("1970-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
  fc.integer({ min: 0, max: 2000 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Cells that nobody should ever pass. */
const oddCell: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, null, NaN, Infinity, -Infinity, -0, Number.MAX_VALUE, Number.MIN_VALUE, 1e300),
  fc.constantFrom(
    -1e300,
    2 ** 53,
    1e-300,
    " ",
    "\u00a0",
    "9".repeat(400),
    "x".repeat(60_000),
    "a.",
    ".",
    "…",
  ),
  fc.constantFrom(new Date(NaN), new Date(8.64e15), new Date(-8.64e15), new Date("0001-01-01"), "0000-01-01"),
  fc.constantFrom({}, { getTime: 1 }, { toString: 1 }, Symbol("s"), 10n, () => 1, [], [[]], [[[1]]], /x/u),
  fc.date(),
  fc.double(),
  fc.string({ unit: "binary" }),
  fc.anything(),
);

const anyCell = fc.oneof({ weight: 5, arbitrary: usualCell }, { weight: 1, arbitrary: oddCell });

function rangeOf(cell: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[][]> {
  return fc
    .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.constantFrom(1, 1, 1, 2, 3) })
    .chain(({ rows, columns }) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
}

const raggedRange = fc.array(fc.oneof(fc.array(anyCell, { maxLength: 3 }), anyCell), { maxLength: 4 });

const anyArgument = fc.oneof(
  { weight: 4, arbitrary: usualCell },
  { weight: 4, arbitrary: rangeOf(usualCell) },
  { weight: 1, arbitrary: anyCell },
  { weight: 2, arbitrary: rangeOf(anyCell) },
  { weight: 1, arbitrary: raggedRange },
);

/** The functions that turn ranges into one result a cell. */
const scalarNames = [...averages.functions, ...drivers.functions]
  .map((record) => record.name)
  .filter((name) => name !== "CLV_CAC");

/** A grid of customers × months, some of them with totals. */
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
function falling(shares: unknown[][]): unknown[][] {
  let left = 1000;
  return shares.map((row) =>
    row.map((share, index) => {
      if (index > 0 || row !== shares[0]) left = Math.round(left * (share as number));
      return left;
    }),
  );
}

/** A value that fits an argument with this name and text more often than not. */
function fitting(name: string, rows: number, broadcasts: boolean): fc.Arbitrary<unknown> {
  const money = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const columnOf = (cell: fc.Arbitrary<unknown>) =>
    fc
      .array(cell, { minLength: rows, maxLength: rows })
      .chain((cells) => fc.constantFrom(column(...cells), [cells]));
  const monthly = Array.from({ length: rows }, (_, index) => new Date(Date.UTC(2024, index, 1)));
  switch (name) {
    case "customer":
      return columnOf(fc.oneof(fc.constantFrom("Ann", "Bo", "Cy", 7, "7", " Ann", "", true), fc.string()));
    case "date":
      return columnOf(
        fc.oneof(
          fc.date({ min: new Date("2023-01-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
          fc.constantFrom("2024-02-29", "2026-01-01 10:00", ""),
        ),
      );
    case "amount":
      return columnOf(fc.oneof(money, fc.integer({ min: -500, max: 500 }), fc.constantFrom("€12,50", "", 0)));
    case "segment":
      return columnOf(fc.constantFrom("DE", "FR", "", 7));
    case "start":
      return columnOf(
        fc.date({ min: new Date("2023-01-01"), max: new Date("2024-12-31"), noInvalidDate: true }),
      );
    case "end":
      return columnOf(fc.constantFrom("", "2025-01-31", "2026-06-30"));
    case "mrr":
      return columnOf(fc.oneof(money, fc.constantFrom("€12,50", "", 0)));
    case "survivors":
      return columnOf(fc.double({ min: 0.3, max: 1, noNaN: true })).map(falling);
    case "discount_rate of renewals":
      return fc.oneof(fc.constantFrom(0.1, 0.01, 0), share);
    case "renewals_so_far":
    case "periods_ahead":
      return fc.constantFrom("", undefined, 0, 1, 5);
    case "model of renewals":
      return fc.constantFrom("sbg", "bdw", "geometric", "auto", "");
    case "cube":
      return cube;
    case "table":
      return tableOfOrders;
    case "by":
      return fc.constantFrom("", undefined, "Day");
    case "rows":
      return fc.constantFrom("", undefined, 1, 3, -2);
    case "where":
      return fc.constantFrom("", undefined, "Who: not blank");
    case "columns to keep":
      return fc.constantFrom("", undefined, "Who, Paid", 2);
    case "columns":
      return fc.constantFrom(
        "customer: Who, date: Day, amount: Paid",
        "customer: Who, date: Day, amount: Paid, status: State",
        "customer: #1, date: #2, amount: #3",
      );
    case "measure":
      return fc.constantFrom("retention", "customers", "revenue", "cumulative", "");
    case "bins":
      return fc.integer({ min: 2, max: 12 });
    case "horizon":
      return fc.constantFrom("", 1, 6);
    case "months or longer":
      return fc.constantFrom("month", "quarter", "year", "");
    case "period":
      return fc.constantFrom("week", "month", "day", "year", "");
    case "series of periods":
      return fc.constantFrom(column(...monthly), [monthly]);
    case "revenue":
      return columnOf(fc.oneof(money, fc.constantFrom(0, "", -5)));
    case "customers":
      return columnOf(
        fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 20, max: 500 }) }, fc.nat({ max: 20 })),
      );
    case "churn":
      return fc.oneof(columnOf(fc.nat({ max: 20 })), columnOf(share));
    case "cac":
      return broadcasts ? fc.oneof(fc.nat({ max: 50 }), columnOf(fc.nat({ max: 50 }))) : fc.nat({ max: 50 });
    case "left":
      return columnOf(fc.constantFrom("yes", "no", 1, 0, true, false, ""));
    case "tenure":
    case "charge":
    case "spend":
    case "new_customers":
      return columnOf(money);
    case "window":
    case "periods_back":
    case "periods":
    case "max_periods":
    case "inactive_after":
    case "lag_periods":
      return fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) },
        fc.constant(""),
        fc.integer({ min: 1, max: 1e9 }),
      );
    case "as_of":
      return fc.constantFrom(undefined, "", "2025-06-30", new Date("2026-06-30"));
    case "whole":
      return fc.constantFrom(true, false, "");
    case "method":
      return fc.constantFrom("average", "pooled", "");
    case "first_payment":
      return fc.constantFrom("later", "now", "");
    case "from_period":
    case "to_period":
      return fc.constantFrom("day", "week", "month", "quarter", "year");
    case "model or fit":
      return fc.constantFrom("bg/nbd", "auto", "", exampleCells["F1:H19"]);
    case "fit":
      return fc.constant(exampleCells["F1:H19"]);
    case "kind":
      return fc.constantFrom("churn", "retention", "discount", "");
    case "model":
      return fc.constantFrom("bg/nbd", "mbg/nbd", "pareto/nbd", "auto", "");
    case "split_date":
      return fc.constantFrom("", "2025-09-30");
    case "horizon_months":
      return fc.constantFrom("", 1, 24, "forever");
    case "horizons":
      return fc.constantFrom("", undefined, 6, "forever", column(3, 12, "", "forever"), [[1, 60]]);
    case "interval":
      return fc.constantFrom("", undefined, "week", "month", "year");
    case "grace_days":
      return fc.constantFrom("", undefined, 5, 45.5, 400);
    case "frequency":
      return fc.nat({ max: 20 });
    case "recency":
      return fc.integer({ min: 1, max: 30 });
    case "age":
      return fc.integer({ min: 30, max: 300 });
    case "function_name":
      return fc.constantFrom(...functions.map((record) => record.name), "clv_rolling", "=CLV()", "nothing");
    default: {
      const one = /rate|margin|confidence|change/.test(name) ? fc.oneof(share, fc.constantFrom(0, 1)) : money;
      const given = broadcasts || name === "gross_margin" ? fc.oneof(one, columnOf(one)) : one;
      return fc.oneof({ weight: 6, arbitrary: given }, fc.constantFrom("", undefined));
    }
  }
}

/** Functions that fit a model: enough rows for one make their cases expensive, so a few sets of rows serve for all. */
const fitted = ["CLV_FIT", "CLV_VALIDATE", "CLV_TRACKING", "CLV_PREDICT", "CLV_HORIZON"];
const enoughRows = ["A2:A", "B2:B", "C2:C"].map((range) => exampleCells[range]!);

/** Arguments of a function that make sense in most cases, for CLV_EXPLAIN those of the function that it explains. */
function fittingArguments(name: string): fc.Arbitrary<unknown[]> {
  const record = functions.find((each) => each.name === name)!;
  const broadcasts = scalarNames.includes(name);
  const isSeries = record.args[0]!.name === "period";
  const nameFor = (argument: string) => {
    // of all functions of rows only the rolling ones take a margin for each row
    if (argument === "gross_margin" && /^(customer|tenure)$/.test(record.args[0]!.name)) return "one margin";
    if (argument === "discount_rate" && name === "CLV_RENEWALS") return "discount_rate of renewals";
    if (argument === "model" && record.args[0]!.name === "survivors") return "model of renewals";
    if (name === "CLV_PREDICT" && argument === "model") return "model or fit";
    if (name === "CLV_HORIZON" && argument === "horizon_months") return "horizons";
    if (name === "CLV_TAKE" && argument === "columns") return "columns to keep";
    if (argument !== "period") return argument;
    // a table of cohorts by day may have a million cells, which no test needs to compare
    return isSeries ? "series of periods" : name === "CLV_COHORTS" ? "months or longer" : argument;
  };
  if (name !== "CLV_EXPLAIN") {
    const few = fc
      .integer({ min: 2, max: 15 })
      .chain((rows) =>
        fc.tuple(...record.args.map((argument) => fitting(nameFor(argument.name), rows, broadcasts))),
      );
    if (!fitted.includes(name)) return few;
    const enough = few.map((given) => [...enoughRows, ...given.slice(3)]);
    return fc.oneof({ weight: 12, arbitrary: few }, { weight: 1, arbitrary: enough });
  }
  return fc
    .constantFrom(...functions.map((each) => each.name).filter((each) => each !== "CLV_EXPLAIN"))
    .chain((explained) => fittingArguments(explained).map((given) => [explained, ...given]));
}

/** Arguments without any sense; CLV_EXPLAIN is told a function, or it would never get past its first argument. */
function anyArguments(name: string, most: number): fc.Arbitrary<unknown[]> {
  const given = fc.array(anyArgument, { maxLength: most });
  if (name !== "CLV_EXPLAIN") return given;
  const told = fc.oneof(fc.constantFrom(...functions.map((record) => record.name)), usualCell);
  return fc.tuple(told, given).map(([first, rest]) => [first, ...rest]);
}

const names = functions.map((record) => record.name);
const zones = ["UTC", "America/Santiago", "Pacific/Apia"].map(zoneIn);

/** Functions that fit several curves to every case: fewer cases tell as much, and the time of the others is enough. */
const fitsCurves = ["CLV_RENEWALS", "CLV_RETENTION", "CLV_RETENTION_FIT"];
const casesOf = (name: string, usual: number) => ({
  numRuns: fitsCurves.includes(name) ? 20 : fitted.includes(name) ? usual / 2 : usual,
});

/** A zone says nothing of cells among which none is a date, nor a text that may be one. */
const mayHoldDays = (given: unknown): boolean =>
  Array.isArray(given)
    ? given.some(mayHoldDays)
    : isDate(given) || /\d/.test(typeof given === "string" ? given : "");

/** The outcome of a call, and what is wrong with it; a change of its arguments would throw. */
function checked(
  name: string,
  given: unknown[],
): { readonly outcome: Outcome; readonly complaints: string[] } {
  frozen(given);
  const outcomes = (mayHoldDays(given) ? zones : zones.slice(0, 1)).map((zone) =>
    outcomeOf(name, given, zone),
  );
  const complaints = outcomes.flatMap((outcome) => complaint(outcome) ?? []);
  const isSame = isDeepStrictEqual(outcomeOf(name, given), outcomes[0]);
  return {
    outcome: outcomes[0]!,
    complaints: isSame ? complaints : [...complaints, "another result the second time"],
  };
}

describe("every outcome is a safe result or an error in the grammar, whatever the arguments", () => {
  test.each(names)("%s", (name) => {
    const count = functions.find((record) => record.name === name)!.args.length;
    fc.assert(
      fc.property(anyArguments(name, count + 1), (given) => {
        expect(checked(name, given).complaints).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("every outcome is a safe result or an error in the grammar, with arguments that make sense", () => {
  test.each(names)("%s, and some are results", (name) => {
    let results = 0;
    fc.assert(
      fc.property(fittingArguments(name), (given) => {
        const { outcome, complaints } = checked(name, given);
        expect(complaints).toEqual([]);
        if ("result" in outcome) results++;
      }),
      casesOf(name, 200),
    );
    expect(results).toBeGreaterThan(0);
  });

  test.each(names)("%s, with one argument replaced by anything", (name) => {
    const replaced = fittingArguments(name).chain((given) =>
      fc
        .tuple(fc.integer({ min: name === "CLV_EXPLAIN" ? 1 : 0, max: given.length - 1 }), anyArgument)
        .map(([at, other]) => given.map((argument, index) => (index === at ? other : argument))),
    );
    fc.assert(
      fc.property(replaced, (given) => {
        expect(checked(name, given).complaints).toEqual([]);
      }),
      casesOf(name, 150),
    );
  });
});

/** Figures of a scalar function's arguments, one row a call; blank where an argument is optional. */
function figureRows(name: string): fc.Arbitrary<unknown[][]> {
  const { args } = functions.find((record) => record.name === name)!;
  const one = (argument: (typeof args)[number]) => {
    const words = {
      first_payment: ["later", "now"],
      from_period: ["day", "month"],
      to_period: ["week", "year"],
      kind: ["churn", "retention", "discount"],
    };
    const choices = (words as Record<string, string[]>)[argument.name];
    const figure = choices
      ? fc.constantFrom(...choices)
      : /rate|margin/.test(argument.name) && argument.name !== "margin"
        ? fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)
        : fc.integer({ min: 1, max: 1000 });
    return argument.optional ? fc.oneof(figure, fc.constant("")) : figure;
  };
  return fc.array(fc.tuple(...args.map(one)), { minLength: 2, maxLength: 6 });
}

const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  rows[0]!.map((_, index) => rows.map((row) => row[index]!));

describe("a column of calls gives what the calls give one by one", () => {
  test.each(scalarNames)("%s", (name) => {
    fc.assert(
      fc.property(figureRows(name), (rows) => {
        const single = rows.map((row) => outcomeOf(name, row));
        const columns = transposed(rows);
        const asColumns = outcomeOf(
          name,
          columns.map((cells) => column(...cells)),
        );
        const asRows = outcomeOf(
          name,
          columns.map((cells) => [cells]),
        );
        const results = single.flatMap((outcome) => ("result" in outcome ? [outcome.result] : []));
        const refused = single.flatMap((outcome, row) => ("message" in outcome ? [{ ...outcome, row }] : []));
        const more = refused.length > 1 ? `, and ${refused.length - 1} more` : "";
        const expected = (unit: string, grid: unknown): unknown =>
          refused.length === 0
            ? { result: grid }
            : { message: `${refused[0]!.message} in ${unit} ${refused[0]!.row + 1}${more}` };
        expect(asColumns).toEqual(
          expected(
            "row",
            results.map((result) => [result]),
          ),
        );
        expect(asRows).toEqual(expected("column", [results]));
      }),
    );
  });
});

describe("a column against a row gives a grid of the single calls", () => {
  test.each(scalarNames.filter((name) => functions.find((record) => record.name === name)!.args.length > 1))(
    "%s",
    (name) => {
      fc.assert(
        fc.property(figureRows(name), (rows) => {
          const [down, across, ...others] = transposed(rows);
          const fixed = others.map((cells) => cells[0]);
          const singles = down!.map((first) =>
            across!.map((second) => outcomeOf(name, [first, second, ...fixed])),
          );
          fc.pre(singles.flat().every((outcome) => "result" in outcome));
          const blankAt = (row: number, at: number) => down![row] === "" && across![at] === "";
          const expected = singles.map((outcomes, row) =>
            outcomes.map((outcome, at) => (blankAt(row, at) ? "" : (outcome as { result: unknown }).result)),
          );
          const isCut = [down!, across!].some((cells) => cells[cells.length - 1] === "" || cells[0] === "");
          fc.pre(!isCut);
          expect(call(name, column(...down!), [across!], ...fixed)).toEqual(expected);
        }),
      );
    },
  );
});

interface Order {
  readonly customer: string | number;
  readonly date: Date | string;
  readonly amount: number | string;
}

const order: fc.Arbitrary<Order> = fc.record({
  customer: fc.constantFrom("Ann", "Bo", "Cy", "Di", "ann", 7, "7", ""),
  date: fc.oneof(
    fc
      .date({ min: new Date("2024-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 3_600_000) * 3_600_000)),
    fc.constantFrom("2024-12-31", "2025-01-01T08:00", ""),
  ),
  amount: fc.oneof(
    fc.integer({ min: -200, max: 900 }).map((cents) => cents / 4),
    fc.constantFrom("€12,50", "(3.00)", ""),
  ),
});
const orders = fc.array(order, { minLength: 1, maxLength: 25 });

const columnsOf = (rows: readonly Order[]): unknown[][] => [
  rows.map(({ customer }) => customer),
  rows.map(({ date }) => date),
  rows.map(({ amount }) => amount),
];
const orderTables = [
  "CLV_KPIS",
  "CLV_CUSTOMERS",
  "CLV_COHORTS",
  "CLV_RFM",
  "CLV_PROFILE",
  "CLV_BILLED",
  "CLV_HORIZON",
];
const tableOf = (name: string, cells: readonly unknown[][]) =>
  outcomeOf(
    name,
    cells.map((each) => column(...each)),
  );

describe("a table of orders says the same", () => {
  test.each(orderTables)("%s in whatever order the rows are", (name) => {
    const shuffled = orders.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        expect(tableOf(name, columnsOf(mixed))).toEqual(tableOf(name, columnsOf(rows)));
      }),
      { numRuns: 300 },
    );
  });

  test.each(orderTables)("%s with blank rows at the end, as whole columns have them", (name) => {
    fc.assert(
      fc.property(orders, fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), (rows, blanks) => {
        const cells = columnsOf(rows);
        const longest = cells.map((each, index) => [
          ...each,
          ...Array.from({ length: blanks[index]! }, () => ""),
        ]);
        expect(tableOf(name, longest)).toEqual(tableOf(name, cells));
      }),
    );
  });

  test.each(orderTables)("%s with blank and incomplete rows in between", (name) => {
    fc.assert(
      fc.property(orders, fc.nat(25), (rows, at) => {
        const guests: Order[] = [
          { customer: "", date: "", amount: "" },
          { customer: "Zoe", date: "", amount: 5 },
          { customer: "Zoe", date: "2020-01-01", amount: "" },
        ];
        const longer = [...rows.slice(0, at), ...guests, ...rows.slice(at)];
        expect(tableOf(name, columnsOf(longer))).toEqual(tableOf(name, columnsOf(rows)));
      }),
    );
  });

  test.each(orderTables)("%s under a header", (name) => {
    fc.assert(
      fc.property(orders, fc.constantFrom("Amount", "Revenue 2025 (EUR)", "#", ""), (rows, title) => {
        const header = ["Customer", "Date", title];
        const titled = columnsOf(rows).map((cells, index) => [header[index], ...cells]);
        expect(tableOf(name, titled)).toEqual(tableOf(name, columnsOf(rows)));
      }),
    );
  });

  test.each(orderTables)("%s from rows and columns in any mixture", (name) => {
    fc.assert(
      fc.property(orders, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (rows, lying) => {
        const cells = columnsOf(rows);
        const mixed = cells.map((each, index) => (lying[index] ? [each] : column(...each)));
        expect(outcomeOf(name, mixed)).toEqual(tableOf(name, cells));
      }),
    );
  });

  test.each(orderTables)("%s with customers as numbers or as text, with or without spaces around", (name) => {
    fc.assert(
      fc.property(orders, (rows) => {
        const written = rows.map((row) => ({
          ...row,
          customer: row.customer === "" ? "" : ` ${row.customer}  `,
        }));
        expect(tableOf(name, columnsOf(written))).toEqual(tableOf(name, columnsOf(rows)));
      }),
    );
  });
});

describe("unreadable cells stand in the same row as in the sheet", () => {
  test.each(orderTables)("%s: a header moves them down by one", (name) => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 8 }), (rows) => {
        const clean: Order = { customer: "Ann", date: "2025-01-01", amount: 1 };
        const dirty = [clean, ...rows, { customer: "Bo", date: "2025-01-02", amount: "soon" }];
        const cells = columnsOf(dirty);
        const titled = cells.map((each, index) => [["Customer", "Date", "Amount"][index], ...each]);
        const message = (row: number) => `${name}: amount must be a number, got "soon" in row ${row}`;
        expect(tableOf(name, cells)).toEqual({ message: message(rows.length + 2) });
        expect(tableOf(name, titled)).toEqual({ message: message(rows.length + 3) });
      }),
    );
  });
});

describe("a function of columns says the same", () => {
  /** CLV_CHECK names places in its result, and CLV_UNPIVOT takes a grid. */
  const ofFit = ["CLV_ALIVE", "CLV_EXPECTED_ORDERS", "CLV_EXPECTED_SPEND", "CLV_NEW_CUSTOMER"];
  const withoutColumns = [
    ...scalarNames,
    ...ofFit,
    "CLV_SENSITIVITY",
    "CLV_EXPLAIN",
    "CLV_CHECK",
    "CLV_UNPIVOT",
  ];
  const tableNames = names.filter((name) => !withoutColumns.includes(name));
  const isColumn = (given: unknown): given is unknown[][] =>
    Array.isArray(given) && (given.length === 1 || (given as unknown[][])[0]?.length === 1);
  const cellsOf = (given: unknown[][]) => (given.length === 1 ? given[0]! : given.map((row) => row[0]));
  const onColumns = (given: readonly unknown[], change: (cells: unknown[]) => unknown) =>
    given.map((argument) => (isColumn(argument) ? change(cellsOf(argument)) : argument));
  /** An outcome with its places moved by some rows, and columns of a row called rows. */
  const moved = (outcome: Outcome, by: number) =>
    "result" in outcome
      ? outcome
      : {
          message: outcome.message.replace(
            /\b(?:row|column) (\d+)\b/g,
            (_, place: string) => `row ${Number(place) + by}`,
          ),
        };
  const changes: [string, (cells: unknown[]) => unknown, number][] = [
    ["with blanks at the end", (cells) => column(...cells, "", undefined, " "), 0],
    ["under a header", (cells) => column("Title", ...cells), 1],
    ["behind a header, lying", (cells) => [["Title", ...cells]], 1],
    ["lying", (cells) => [cells], 0],
  ];

  test.each(tableNames.flatMap((name) => changes.map((change) => [name, ...change] as const)))(
    "%s %s",
    (name, _, change, by) => {
      fc.assert(
        fc.property(fittingArguments(name), (given) => {
          const plain = onColumns(given, (cells) => column(...cells));
          expect(moved(outcomeOf(name, onColumns(given, change)), 0)).toEqual(
            moved(outcomeOf(name, plain), by),
          );
        }),
        casesOf(name, 60),
      );
    },
  );
});
