// Cells and ranges of any kind, sensible or not.
import * as fc from "fast-check";

/** Cells as Sheets passes them. */
export const usualCell: fc.Arbitrary<unknown> = fc.oneof(
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
  fc.constantFrom("constructor", "__proto__", "toString", "hasOwnProperty", "=1+1", "+1", "-1", "@SUM(A1)"),
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

export const anyArgument = fc.oneof(
  { weight: 4, arbitrary: usualCell },
  { weight: 4, arbitrary: rangeOf(usualCell) },
  { weight: 1, arbitrary: anyCell },
  { weight: 2, arbitrary: rangeOf(anyCell) },
  { weight: 1, arbitrary: raggedRange },
);
