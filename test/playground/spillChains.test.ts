import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chains, expected, tabs, type Written, written } from "../support/spillChains";
import { type Probe, openProbe } from "../support/workbook";

let books: Probe[] = [];
const opened = (...options: Parameters<typeof openProbe>): Probe => {
  const book = openProbe(...options);
  books.push(book);
  return book;
};
const closeAll = () => {
  for (const book of books) book.dispose();
  books = [];
};
afterEach(closeAll);

const spreadsheet = (book: Probe) => book.services.SpreadsheetApp.getActive();
const rangeOf = (book: Probe, range: string) => spreadsheet(book).getRange(range);
const valuesOf = (book: Probe, range: string) => rangeOf(book, range).getValues();

/** An empty workbook with the tabs of a chain. */
function openTabs(): Probe {
  const book = opened({ timeZone: "UTC" });
  for (const name of tabs.slice(1)) spreadsheet(book).insertSheet(name);
  return book;
}

/** A copy of a workbook, with everything calculated anew as on opening. */
function reopened(book: Probe): Probe {
  const snapshot = JSON.parse(JSON.stringify(book.book.workbook.save())) as { id: string };
  return opened({ timeZone: "UTC", snapshot: { ...snapshot, id: randomUUID() } as never });
}

/** Sets cells, and calculates only when the first is read. */
function set(book: Probe, cells: Readonly<Record<string, unknown>>): void {
  for (const [cell, input] of Object.entries(cells)) rangeOf(book, cell).setValue(input);
}

describe("random chains of formulas that spill over several tabs", () => {
  const numbersOf = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6));
  const ordered = chains.chain((chain) =>
    fc.record({
      chain: fc.constant(chain),
      order: fc.shuffledSubarray([...chain.keys()], { minLength: chain.length }),
      first: numbersOf,
      changes: fc.array(numbersOf, { minLength: 2, maxLength: 3 }),
    }),
  );
  const sources = (values: readonly number[]) =>
    Object.fromEntries(values.map((value, index) => [`Sheet1!A${index + 1}`, value]));

  test("show what they should, set at once in any order, opened, and after each change of what they begin with", () => {
    fc.assert(
      fc.property(ordered, ({ chain, order, first, changes }) => {
        const formulas = written(chain);
        const book = openTabs();
        const shown = (of: Probe) => formulas.map(({ area }: Written) => valuesOf(of, area));
        set(book, {
          ...sources(first),
          ...Object.fromEntries(order.map((index) => [formulas[index]!.cell, formulas[index]!.formula])),
        });
        expect(shown(book)).toEqual(expected(chain, first));
        const copy = reopened(book);
        expect(shown(copy)).toEqual(expected(chain, first));
        for (const changed of changes) {
          set(copy, sources(changed));
          expect(shown(copy)).toEqual(expected(chain, changed));
        }
        closeAll();
      }),
      { numRuns: 40 },
    );
  });
});
