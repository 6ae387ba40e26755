import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chains, expected, tabs, type Written, written } from "../support/spillChains";
import { type Probe, openProbe, probes } from "../support/workbook";

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
  spreadsheet(book).getSheets()[0]!.activate();
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

const columnOf = (book: Probe, range: string) => valuesOf(book, range).flat();

describe("a chain of spilling formulas", () => {
  /** Each reads what the one before fills, over two tabs, and not always its own cell. */
  const chain = {
    "Two!A2": "=SEQUENCE(Sheet1!A1)",
    C1: "=ARRAYFORMULA(Two!A2:A9*2)",
    "Two!D3": "=FILTER(Sheet1!C1:C8, Sheet1!C1:C8>0)",
    E5: '=SORT(FILTER(Two!D3:D, Two!D3:D<>""), 1, -1)',
    "Two!G1": '=FILTER(Sheet1!E5:E, Sheet1!E5:E<>"")',
    G1: "=GRID(COUNT(Two!G:G), 2)",
    J1: "=SUM(G2:H9)",
    K1: '=COUNT(INDIRECT("Two!G2:G9"))',
    L1: "=SUM(OFFSET(Two!D3, 1, 0, 3, 1))",
  };
  const ends = (book: Probe) => columnOf(book, "Sheet1!J1:L1");
  const at = (rows: number) => {
    const grid = Array.from({ length: rows }, (_, row) => 20 * row + 1);
    const doubled = Array.from({ length: rows }, (_, row) => 2 * row + 2);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    return [sum(grid.slice(1)), rows - 1, sum(doubled.slice(1, 4))];
  };

  test.each([
    ["forwards", Object.entries(chain)],
    ["backwards", Object.entries(chain).reverse()],
  ])("is right when it is written %s, opened, and as it grows and shrinks", (_, cells) => {
    const book = openTabs();
    set(book, { A1: 3, ...Object.fromEntries(cells) });
    expect(ends(book)).toEqual(at(3));
    const copy = reopened(book);
    for (const rows of [3, 5, 2, 8, 1, 4]) {
      set(copy, { A1: rows });
      expect(ends(copy)).toEqual(at(rows));
    }
  });

  test("is blank from where its first formula is cleared, and right again when it is back", () => {
    const book = openTabs();
    set(book, { A1: 3, ...chain });
    expect(ends(book)).toEqual(at(3));
    rangeOf(book, "Two!A2").clearContent();
    expect(columnOf(book, "Two!A2:A6")).toEqual(["", "", "", "", ""]);
    expect(columnOf(book, "Sheet1!C1:C3")).toEqual([0, 0, 0]);
    set(book, { "Two!A2": chain["Two!A2"] });
    expect(ends(book)).toEqual(at(3));
  });

  test("shows an error while something blocks it, and is right again once that is gone", () => {
    const book = openTabs();
    set(book, { A1: 3, ...chain });
    set(book, { "Two!D4": "in the way" });
    expect(columnOf(book, "Two!D3:D5")).toEqual(["#REF!", "in the way", ""]);
    expect(columnOf(book, "Sheet1!E5:E6")).toEqual(["#REF!", ""]);
    rangeOf(book, "Two!D4").clearContent();
    expect(ends(book)).toEqual(at(3));
  });
});

describe("results that would spill into each other", () => {
  test("spill as soon as the other one makes room", () => {
    const book = openTabs();
    set(book, { E1: 5, F1: 4, C1: "=SEQUENCE(E1)", A3: "=SEQUENCE(1, F1)", H1: "=SUM(B3:D3)" });
    expect(columnOf(book, "A3:D3")).toEqual(["#REF!", "", 3, ""]);
    set(book, { E1: 2 });
    expect(columnOf(book, "A3:D3")).toEqual([1, 2, 3, 4]);
    expect(columnOf(book, "H1")).toEqual([9]);
    set(book, { E1: 5 });
    expect(columnOf(book, "C1:C3")).toEqual(["#REF!", "", 3]);
    set(book, { F1: 2 });
    expect(columnOf(book, "C1:C5")).toEqual([1, 2, 3, 4, 5]);
    expect(columnOf(book, "H1")).toEqual([5]);
  });
});

describe("formulas that wait for themselves", () => {
  test.each([
    ["directly", { A1: "=A1+1" }],
    ["by way of each other", { A1: "=B1+1", B1: "=A1+1" }],
    ["by way of how far they spill", { A1: "=SEQUENCE(1+COUNT(B:B))", B1: "=SEQUENCE(1+COUNT(A:A))" }],
  ])("%s show an error, and others are calculated", (_, cells) => {
    const book = openTabs();
    set(book, { ...cells, D1: "=IFERROR(A1, 7)+1", F1: 2, F2: "=F1*2" });
    expect(columnOf(book, "A1")).toEqual(["#REF!"]);
    expect(columnOf(book, "D1")).toEqual([8]);
    expect(columnOf(book, "F2")).toEqual([4]);
    expect(book.errorMessage("Sheet1!A1")).toBe("Circular dependency: the formula refers to its own cell.");
    set(book, { A1: 3 });
    expect(columnOf(book, "D1")).toEqual([4]);
  });
});

describe("how often formulas run", () => {
  const counting = `${probes}
var runs = {};
function COUNTED(name, value) { runs[name] = (runs[name] || 0) + 1; return value; }
function counts() { var before = JSON.stringify(runs); runs = {}; return before; }
`;
  const runsIn = (book: Probe) => JSON.parse(book.call("counts", []) as string) as unknown;

  test("once each on opening, and after a change only those that read something that changed", () => {
    const book = opened({ code: counting });
    set(book, {
      A1: 4,
      G1: '=COUNTED("last", E2:E)',
      E1: '=COUNTED("third", SORT(C2:C4, 1, -1))',
      C1: '=COUNTED("second", GRID(MIN(A1, 5), 1))',
      I1: '=COUNTED("sum", SUM(A2:A9))',
    });
    expect(columnOf(book, "G1:G2")).toEqual([20, 10]);
    expect(runsIn(book)).toEqual({ second: 1, third: 1, last: 1, sum: 1 });
    const snapshot = JSON.parse(JSON.stringify(book.book.workbook.save())) as { id: string };
    const copy = opened({ code: counting, snapshot: { ...snapshot, id: randomUUID() } as never });
    expect(runsIn(copy)).toEqual({ second: 1, third: 1, last: 1, sum: 1 });
    set(copy, { A1: 5 });
    expect(columnOf(copy, "C5")).toEqual([40]);
    expect(runsIn(copy)).toEqual({ second: 1 });
    set(copy, { A1: 6 });
    expect(columnOf(copy, "C5")).toEqual([40]);
    expect(runsIn(copy)).toEqual({ second: 1 });
  });
});

describe("a second workbook", () => {
  test("has the same results of LET as the first", () => {
    const formula = "=LET(a, 2, b, LET(c, a+1, c*2), a*b)";
    for (const book of [opened(), opened(), opened()]) expect(book.value(formula)).toBe(12);
  });
});

describe("calculated columns in formulas below each other", () => {
  test("are not mixed up", () => {
    const book = opened();
    set(book, { A1: "=GRID(5, 2)" });
    const rows = '=ROWS(FILTER(A1:B, CHOOSECOLS(A1:B, 2)<>""))';
    set(book, {
      D4: rows,
      D5: rows,
      D6: "=SUM(FILTER(A1:A, (CHOOSECOLS(A1:B, 1)>0)*(CHOOSECOLS(A1:B, 2)>20)))",
    });
    expect(columnOf(book, "D4:D6")).toEqual([5, 5, 90]);
  });
});

describe("a cell that reads only what another formula spills", () => {
  test.each([
    ["cleared", (cell: ReturnType<typeof rangeOf>) => cell.clearContent()],
    ["replaced by text", (cell: ReturnType<typeof rangeOf>) => cell.setValue("x")],
  ])("sees it go when that formula is %s", (_, change) => {
    const book = opened();
    set(book, { A2: "=SEQUENCE(3)", C1: "=A4*2", C2: "=SUM(A3:A9)" });
    expect(columnOf(book, "C1:C2")).toEqual([6, 5]);
    change(rangeOf(book, "A2"));
    expect(columnOf(book, "C1:C2")).toEqual([0, 0]);
  });
});
