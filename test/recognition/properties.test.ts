import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { SentCell } from "../../src/sheet/sentCell";
import { findTables, type Meaning, remap } from "../../src/recognition";
import { surveyOf } from "../support/survey";

const words = [
  "Customer",
  "Kunden-Nr.",
  "Date",
  "Datum",
  "Amount",
  "Netto",
  "Total",
  "Umsatz",
  "Start",
  "MRR",
  "2026-01",
  "x",
];
const cell: fc.Arbitrary<SentCell> = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 400 }).map((day) => ({ date: isoDay(day) })) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom("#REF!", "1.234,56 €", "03/04/2026", "constructor", "__proto__") },
);
const isoDay = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
const cells = fc
  .integer({ min: 1, max: 7 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 25 }));

describe("whatever a tab holds", () => {
  test("tables lie within it, do not overlap, and give each meaning to one column at most", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const taken = new Set<string>();
        for (const { headerRow, firstRow, lastRow, columns } of findTables(surveyOf(rows))) {
          expect(firstRow).toBeGreaterThan(headerRow ?? 0);
          expect(lastRow).toBeGreaterThanOrEqual(firstRow);
          expect(lastRow).toBeLessThanOrEqual(rows.length);
          const meanings = columns.flatMap(({ meaning }) => meaning ?? []);
          expect(new Set(meanings).size).toBe(meanings.length);
          for (const { column } of columns) {
            expect(column).toBeGreaterThanOrEqual(1);
            expect(column).toBeLessThanOrEqual(rows[0]!.length);
            for (let row = firstRow; row <= lastRow; row++) {
              expect(taken.has(`${row},${column}`)).toBe(false);
              taken.add(`${row},${column}`);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("changing a mapping gives each meaning to one column at most", () => {
    const meaning = fc.constantFrom<(Meaning | undefined)[]>(
      "customer",
      "date",
      "amount",
      "start",
      "mrr",
      undefined,
    );
    fc.assert(
      fc.property(cells, meaning, (rows, given) => {
        const survey = surveyOf(rows);
        for (const table of findTables(survey)) {
          const changed = remap(survey, table, new Map([[table.columns[0]!.column, given]]));
          expect(changed.columns[0]!.meaning).toBe(given);
          const having = changed.columns.filter((one) => given !== undefined && one.meaning === given);
          expect(having).toHaveLength(given === undefined ? 0 : 1);
        }
      }),
    );
  });
});
