import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { countCalls, countCells } from "../support/countCalls";
import { type SharedWorkbook, copyOf, openShared, orders } from "../support/sharing";

let open: SharedWorkbook[] = [];
const opened = (...given: Parameters<typeof openShared>) => {
  const book = openShared(...given);
  open.push(book);
  return book;
};
afterEach(() => {
  for (const { workbook } of open) workbook.dispose();
  open = [];
});

/** All that the tabs show and hold. */
const contents = ({ workbook, names }: SharedWorkbook) =>
  names()
    .filter((name) => name !== "CLV Formulas")
    .map((name) => {
      const range = workbook.services.SpreadsheetApp.getActive().getSheetByName(name)!.getDataRange();
      return [name, range.getA1Notation(), JSON.stringify(range.getValues()), range.getFormulas()];
    });

const business = {
  Orders: {
    ...orders,
    F2: "=CLV_KPIS(A2:A, $B$2:B, C2:C)",
    F20: '=IFERROR(CLV(100, 36, 80%), "CLV(A1)")',
    F21: "=F20*2",
  },
  "Bob's tab": {
    B2: "=CLV_CUSTOMERS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
    N1: "=LET(average, F3, clv(average, 2))",
    N2: "=CLV(N1, COUNTA(Orders!2:3, Orders!A:A), 1)",
    P5: "=ARRAYFORMULA(B2:C4)",
    A30: "CLV(1, 2)",
  },
};

const frozen =
  "are now values, kept on the tab CLV Formulas. Restore CLV formulas in the menu brings them back";

describe("turning formulas into values", () => {
  test("turns every CLV formula into what it showed, and leaves other formulas", () => {
    const book = opened(business);
    const shown = (tab: string) => JSON.stringify(book.sheet(tab).getDataRange().getValues());
    const before = [shown("Orders"), shown("Bob's tab")];
    expect(book.choose("freezeFormulas")).toBe(`5 CLV formulas ${frozen}`);
    expect([shown("Orders"), shown("Bob's tab")]).toEqual(before);
    const formulas = ["Orders", "Bob's tab"].flatMap((tab) =>
      book.sheet(tab).getDataRange().getFormulas().flat(),
    );
    expect(formulas.filter(Boolean)).toEqual(["=F20*2", "=ARRAYFORMULA(B2:C4)"]);
    expect(book.names()).toEqual(["Orders", "Bob's tab", "CLV Formulas"]);
    expect(book.workbook.services.SpreadsheetApp.getActiveSheet().getName()).toBe("Orders");
  });

  test("of the open tab leaves the other ones live", () => {
    const book = opened(business);
    expect(book.choose("freezeTab")).toBe(`2 CLV formulas ${frozen}`);
    expect(book.sheet("Orders").getRange("F2").getFormula()).toBe("");
    expect(book.sheet("Bob's tab").getRange("B2").getFormula()).not.toBe("");
  });

  test("keeps each formula as text, as a template and by live references", () => {
    const book = opened(business);
    book.choose("freezeFormulas");
    const kept = book.sheet("CLV Formulas").getRange("A3:K8");
    expect(kept.getValues().map((row) => row.slice(0, 4))).toEqual([
      ["Tab", "Cell", "Formula", "Template"],
      ["Orders", "F2", "CLV_KPIS(A2:A, $B$2:B, C2:C)", "⟦=⟧CLV_KPIS(⟦own 1⟧, ⟦own 2⟧, ⟦own 3⟧)"],
      ["Orders", "F20", business.Orders.F20.slice(1), `⟦=⟧${business.Orders.F20.slice(1)}`],
      ["Bob's tab", "N1", business["Bob's tab"].N1.slice(1), "⟦=⟧LET(average, ⟦own 1⟧, clv(average, 2))"],
      ["Bob's tab", "B2", business["Bob's tab"].B2.slice(1), "⟦=⟧CLV_CUSTOMERS(⟦1⟧, ⟦2⟧, ⟦3⟧)"],
      ["Bob's tab", "N2", business["Bob's tab"].N2.slice(1), "⟦=⟧CLV(⟦own 1⟧, COUNTA(⟦2⟧, ⟦3⟧), 1)"],
    ]);
    expect(kept.getFormulas()[1]!.slice(6)).toEqual([
      "=Orders!F2",
      "=ROWS(Orders!F2:N8)",
      "=ROWS(Orders!A2:A)",
      "=ROWS(Orders!$B$2:B)",
      "=ROWS(Orders!C2:C)",
    ]);
  });

  test("writes text that stays text, dates that stay dates, and leaves number formats", () => {
    const names = ["=1+1", "007", "2026-03-01", "+x", "'quoted", "TRUE", "3E5"];
    const rows = names.flatMap((name, index) => [
      [`A${index + 2}`, `'${name}`],
      [`B${index + 2}`, new Date(Date.UTC(2026, 0, 1 + index))],
      [`C${index + 2}`, 100 - index],
    ]);
    const book = opened({ Data: { ...Object.fromEntries(rows), E1: "=CLV_CUSTOMERS(A2:A, B2:B, C2:C)" } });
    const table = book.sheet("Data").getRange("E1:N8");
    book.sheet("Data").getRange("F2:F8").setNumberFormat("mmm yyyy");
    book.sheet("Data").getRange("I2:I8").setNumberFormat("0.00");
    const before = [JSON.stringify(table.getValues()), table.getNumberFormats(), table.getDisplayValues()];
    expect(
      table
        .getValues()
        .slice(1)
        .map(([name]) => name),
    ).toEqual(names);
    book.choose("freezeFormulas");
    expect(table.getFormulas().flat().filter(Boolean)).toEqual([]);
    const after = [JSON.stringify(table.getValues()), table.getNumberFormats(), table.getDisplayValues()];
    expect(after).toEqual(before);
  });

  test("does nothing without a CLV formula, and says where it looked", () => {
    const book = opened({ Orders: { A1: "CLV(1, 2)", A2: '="CLV(1, 2)"' }, "My tab": {} });
    expect(book.choose("freezeFormulas")).toBe(
      "There is no CLV formula to turn into a value in this spreadsheet",
    );
    book.sheet("My tab").activate();
    expect(book.choose("freezeTab")).toBe("There is no CLV formula to turn into a value on the tab 'My tab'");
    expect(book.names()).toEqual(["Orders", "My tab"]);
  });

  test("refuses where a result is an error, naming the first five cells", () => {
    const broken = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((row) => [`A${row}`, "=CLV(-1, 2)"]));
    const book = opened({ Orders: broken, "My tab": { B2: "=CLV(1, 2)" } });
    const before = contents(book);
    expect(book.choose("freezeFormulas")).toBe(
      'Nothing was changed: these cells show an error or "Loading...", which would become their value. Correct them, or wait until they have loaded, and try again: Orders!A1, Orders!A2, Orders!A3, Orders!A4, Orders!A5, and 2 more',
    );
    expect(contents(book)).toEqual(before);
    expect(book.names()).toEqual(["Orders", "My tab"]);
  });

  test("refuses where a result is still loading", () => {
    const book = opened({ Orders: { A1: '=IF(CLV(1, 2)=2, "Loading...", 0)' } });
    expect(book.choose("freezeFormulas")).toBe(
      'Nothing was changed: these cells show an error or "Loading...", which would become their value. Correct them, or wait until they have loaded, and try again: Orders!A1',
    );
  });

  test("refuses where only a spilled cell is an error, with all formulas left in place", () => {
    const book = opened({ Orders: { A1: 1, A2: 0, C3: "=ARRAYFORMULA(CLV(1, 2)/A1:A2)" } });
    const before = contents(book);
    expect(book.choose("freezeFormulas")).toBe(
      'Nothing was changed: these cells show an error or "Loading...", which would become their value. Correct them, or wait until they have loaded, and try again: Orders!C4',
    );
    expect(contents(book)).toEqual(before);
    expect(book.names()).toEqual(["Orders"]);
  });
});

describe("restoring formulas", () => {
  test("brings every formula back, spilling as before, and removes the tab", () => {
    const book = opened(business);
    const before = contents(book);
    book.choose("freezeFormulas");
    expect(book.choose("thawFormulas")).toBe(
      "5 CLV formulas are back. The tab CLV Formulas is no longer needed and has been removed",
    );
    expect(contents(book)).toEqual(before);
    book.sheet("Orders").getRange("C2").setValue(1000);
    expect(book.sheet("Orders").getRange("G3").getValue()).toBeGreaterThan(1000);
  });

  test("of what became values in two goes brings both back", () => {
    const book = opened(business);
    const before = contents(book);
    book.choose("freezeTab");
    expect(book.choose("freezeFormulas")).toBe(`3 CLV formulas ${frozen}`);
    expect(book.choose("thawFormulas")).toBe(
      "5 CLV formulas are back. The tab CLV Formulas is no longer needed and has been removed",
    );
    expect(contents(book)).toEqual(before);
  });

  test("leaves values that a person has changed, and brings it back once they are as before", () => {
    const book = opened(business);
    const before = contents(book);
    book.choose("freezeFormulas");
    const cell = book.sheet("Orders").getRange("G4");
    const value = cell.getValue();
    cell.setValue(12345);
    expect(book.choose("thawFormulas")).toBe(
      [
        "4 CLV formulas are back. 1 could not be brought back and stays on the tab CLV Formulas:",
        "Orders!F2: its values have been changed since",
        "Undo the change and restore again, or copy the formula from that tab to where you want it and type = before it",
      ].join("\n"),
    );
    expect(cell.getValue()).toBe(12345);
    expect(book.sheet("CLV Formulas").getLastRow()).toBe(4);
    cell.setValue(value);
    expect(book.choose("thawFormulas")).toBe(
      "1 CLV formula is back. The tab CLV Formulas is no longer needed and has been removed",
    );
    expect(contents(book)).toEqual(before);
  });

  test("tells which formulas have lost their cell, their tab or their row among those kept", () => {
    const book = opened({
      Orders: { A1: "=CLV(1, 1)", A2: "=CLV(2, B2)", A3: "=CLV(3, 1)", B2: 5 },
      Gone: { A1: "=CLV(4, 1)" },
    });
    book.choose("freezeFormulas");
    book.sheet("Orders").internal.worksheet.deleteRows(0, 1);
    const spreadsheet = book.workbook.services.SpreadsheetApp.getActive();
    spreadsheet.deleteSheet(book.sheet("Gone"));
    book.sheet("CLV Formulas").getRange("I5").clearContent();
    expect(book.choose("thawFormulas")).toBe(
      [
        "1 CLV formula is back. 3 could not be brought back and stay on the tab CLV Formulas:",
        "Orders!A1: its cell has been deleted",
        "Gone!A1: its cell has been deleted",
        "Orders!A2: its row on the tab CLV Formulas has been changed",
        "Undo the change and restore again, or copy the formula from that tab to where you want it and type = before it",
      ].join("\n"),
    );
    expect(book.sheet("CLV Formulas").getRange("C4:C6").getValues()).toEqual([
      ["CLV(1, 1)"],
      ["CLV(2, B2)"],
      ["CLV(4, 1)"],
    ]);
  });

  test("does nothing where no formula is kept", () => {
    expect(opened({ Orders: {} }).choose("thawFormulas")).toBe(
      "There is nothing to restore: the tab CLV Formulas keeps no formula",
    );
  });
});

describe("turning into values, changing and restoring is the same as changing", () => {
  type Change = (book: SharedWorkbook) => void;
  const tabAt = ({ workbook }: SharedWorkbook, index: number) =>
    workbook.services.SpreadsheetApp.getActive().getSheets()[index]!;
  const onTab = fc.constantFrom(0, 1);
  const few = fc.integer({ min: 1, max: 2 });
  // Deletions keep away from the results, of which a person would take back what is frozen.
  const change: fc.Arbitrary<readonly [string, Change]> = fc.oneof(
    fc
      .tuple(onTab, fc.nat(25), few)
      .map(
        ([tab, row, count]) =>
          [
            `insert ${count} rows on tab ${tab} before ${row + 1}`,
            (book: SharedWorkbook) => void tabAt(book, tab).internal.worksheet.insertRowsBefore(row, count),
          ] as const,
      ),
    fc
      .tuple(onTab, fc.nat(8), few)
      .map(
        ([tab, column, count]) =>
          [
            `insert ${count} columns on tab ${tab} before ${column + 1}`,
            (book: SharedWorkbook) =>
              void tabAt(book, tab).internal.worksheet.insertColumnsBefore(column, count),
          ] as const,
      ),
    fc
      .tuple(fc.integer({ min: 34, max: 45 }), few)
      .map(
        ([row, count]) =>
          [
            `delete ${count} rows of Orders from ${row + 1}`,
            (book: SharedWorkbook) => void tabAt(book, 0).internal.worksheet.deleteRows(row, count),
          ] as const,
      ),
    fc.constant([
      "delete the first column of the results",
      (book: SharedWorkbook) => {
        const first = tabAt(book, 1).getRange("A1:A60");
        if (first.isBlank()) tabAt(book, 1).internal.worksheet.deleteColumns(0, 1);
      },
    ] as const),
    fc.tuple(onTab, fc.constantFrom("Sales", "It's new", "Q1", "CLV(1)")).map(
      ([tab, name]) =>
        [
          `rename tab ${tab} to ${name}`,
          (book: SharedWorkbook) => {
            if (!book.names().includes(name)) tabAt(book, tab).setName(name);
          },
        ] as const,
    ),
    fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 500 })).map(
      ([row, amount]) =>
        [
          `an amount of ${amount} in row ${row}`,
          (book: SharedWorkbook) => {
            const range = tabAt(book, 0).getRange(`A1:F${row}`);
            const column = range.getValues()[row - 1]!.findIndex((cell) => typeof cell === "number");
            if (column >= 0) range.offset(row - 1, column, 1, 1).setValue(amount);
          },
        ] as const,
    ),
  );

  test("formulas and values are those of a twin that never held values", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const book = openShared(business);
        expect(book.choose("freezeFormulas")).toBe(`5 CLV formulas ${frozen}`);
        changes.forEach(([, apply]) => apply(book));
        const shared = copyOf(book);
        const message = shared.choose("thawFormulas");
        const twin = openShared(business);
        changes.forEach(([, apply]) => apply(twin));
        const [own, others] = [shared, twin].map((changed) => contents(copyOf(changed)));
        [book, shared, twin].forEach(({ workbook }) => workbook.dispose());
        expect(message).toBe(
          "5 CLV formulas are back. The tab CLV Formulas is no longer needed and has been removed",
        );
        expect(own).toEqual(others);
      }),
      { numRuns: 25 },
    );
  });
});

describe("service calls", () => {
  /** Ten tabs with two tables side by side and a column of 100 formulas each. */
  const tabs = Object.fromEntries(
    Array.from({ length: 10 }, (_, tab) => [
      `Tab ${tab}`,
      {
        ...(tab === 0 ? orders : {}),
        F1: "=CLV_KPIS('Tab 0'!A2:A, 'Tab 0'!B2:B, 'Tab 0'!C2:C)",
        P3: "=CLV_CUSTOMERS('Tab 0'!A2:A, 'Tab 0'!B2:B, 'Tab 0'!C2:C)",
        ...Object.fromEntries(
          Array.from({ length: 100 }, (__, row) => [`AA${row + 1}`, `=CLV(${row + 1}, 2)`]),
        ),
      },
    ]),
  );

  test("read the data once for its formulas and once for its values; all else is of the results alone", () => {
    const [rows, columns] = [3000, 8];
    const book = opened({ Orders: { K2: "=CLV_KPIS(A2:A, B2:B, C2:C)" }, Other: {} });
    const day = (index: number) => new Date(Date.UTC(2026, index % 6, 1 + (index % 25)));
    const many = Array.from({ length: rows }, (_, index) => [
      `C${index % 99}`,
      day(index),
      10,
      1,
      2,
      3,
      4,
      5,
    ]);
    for (const name of ["Orders", "Other"])
      book.sheet(name).insertRowsAfter(1000, rows).getRange(1, 1, rows, columns).setValues(many);
    const before = contents(book);
    const width = book.sheet("Orders").getLastColumn();
    const cells = countCells(book.workbook, () => book.choose("freezeFormulas"));
    // Of the other tab its formulas, of this one its values too; then what stands right of the data tells how far the result reached.
    const once = (rows + 1) * (columns + 2 * width + (width - 10));
    expect(cells).toBeLessThan(once + 1000);
    expect(countCells(book.workbook, () => book.choose("thawFormulas"))).toBeLessThan(1000);
    expect(contents(book)).toEqual(before);
  });

  // The six minutes that Apps Script allows are some thousands of calls.
  test("to turn 1,020 formulas into values and back on ten tabs are hundreds", () => {
    const book = opened({});
    const spreadsheet = book.workbook.services.SpreadsheetApp.getActive();
    Object.entries(tabs).forEach(([name, cells], index) => {
      const sheet = index === 0 ? spreadsheet.getActiveSheet().setName(name) : spreadsheet.insertSheet(name);
      sheet.insertColumnsAfter(26, 1);
      for (const [cell, input] of Object.entries(cells)) sheet.getRange(cell).setValue(input);
    });
    const before = contents(book);
    let message = "";
    const choose = (item: string) =>
      countCalls(book.workbook, () => {
        message = book.choose(item);
      });
    expect(choose("freezeFormulas")).toBeLessThan(400);
    expect(message).toBe(`1020 CLV formulas ${frozen}`);
    expect(choose("thawFormulas")).toBeLessThan(400);
    expect(contents(book)).toEqual(before);
  });
});
