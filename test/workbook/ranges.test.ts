import { describe, expect, test } from "@jest/globals";
import { createSnapshot, openProbe } from "../support/workbook";

describe("open-ended ranges reach to the end of the sheet", () => {
  const book = openProbe();
  book.set({ A1: "head", A2: 1, A3: 2, A4: 4, B2: 10, B3: 20, C2: 100 });

  test.each([
    ["A2:A", 7],
    ["A:A", 7],
    ["A2:B", 37],
    ["B3:A", 26],
    ["2:2", 111],
    ["A3:3", 22],
    ["B2:2", 110],
    ["$A$3:$A", 6],
    ["Sheet1!A3:A", 6],
  ])("=SUM(%s) is %d", (range, sum) => {
    // From a sheet of its own, so that the range does not hold the formula.
    const other = book.services.SpreadsheetApp.getActive();
    const sheet = other.getSheetByName("Sums") ?? other.insertSheet("Sums");
    const address = range.includes("!") ? range : `Sheet1!${range}`;
    expect(sheet.getRange("A1").setFormula(`=SUM(${address})`).getValue()).toBe(sum);
  });

  test("a custom function is given every row of the sheet, blanks included", () => {
    const rows = book.seen("Sheet1!A2:A") as unknown[][][];
    expect(rows[0]).toHaveLength(999);
    expect(rows[0]!.slice(0, 5)).toEqual([[1], [2], [4], [""], [""]]);
  });

  test("a change within an open range is calculated", () => {
    const sums = book.services.SpreadsheetApp.getActive().getSheetByName("Sums")!;
    sums.getRange("B1").setFormula("=SUM(Sheet1!A2:A)");
    book.services.SpreadsheetApp.getActive().getSheetByName("Sheet1")!.getRange("A500").setValue(1000);
    expect(sums.getRange("B1").getValue()).toBe(1007);
  });
});

describe("spilling", () => {
  test("a result of several cells fills the cells to the right and below", () => {
    const book = openProbe();
    book.set({ A1: "=GRID(2, 3)" });
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    expect(sheet.getRange("A1:D3").getValues()).toEqual([
      [0, 1, 2, ""],
      [10, 11, 12, ""],
      ["", "", "", ""],
    ]);
    expect(book.value("=SUM(A1:C2)")).toBe(36);
  });

  test("a cell in the way blocks it with #REF! and a message that names the cell", () => {
    const book = openProbe();
    book.set({ A1: "=GRID(2, 3)", B2: "in the way" });
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    expect(sheet.getRange("A1:C2").getValues()).toEqual([
      ["#REF!", "", ""],
      ["", "in the way", ""],
    ]);
    expect(book.errorMessage("A1")).toBe(
      "Array result was not expanded because it would overwrite data in B2.",
    );
    sheet.getRange("B2").clearContent();
    expect(sheet.getRange("B2").getValue()).toBe(11);
    expect(book.errorMessage("A1")).toBeUndefined();
  });

  test("a sheet that is too small blocks it with the number of rows that are missing", () => {
    const book = openProbe();
    book.set({ A999: "=GRID(5, 1)" });
    expect(book.errorMessage("A999")).toBe(
      "Result was not automatically expanded, please insert more rows (3).",
    );
  });

  test("ARRAYFORMULA calculates over a whole range", () => {
    const book = openProbe();
    book.set({ A1: 1, A2: 2, B1: "=ARRAYFORMULA(A1:A2*10)" });
    expect(book.services.SpreadsheetApp.getActiveSheet().getRange("B1:B2").getValues()).toEqual([[10], [20]]);
  });

  test("a spilled column of 60,000 different values is stored whole, and a shorter one after it leaves none behind", () => {
    const snapshot = createSnapshot("long", "Long", [{ name: "Sheet1", rowCount: 60_000 }]);
    const book = openProbe({ snapshot });
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    expect(sheet.getRange("A1").setFormula("=GRID(60000, 1)").getValue()).toBe(0);
    expect(book.value("=MATCH(100000, A1:A60000, 0)")).toBe(10_001);
    sheet.getRange("A1").setFormula("=GRID(20000, 1)");
    expect(book.value("=IFERROR(MATCH(400000, A1:A60000, 0), 0)")).toBe(0);
  });

  test("a sheet that is inserted has columns to Z, as in Sheets", () => {
    const { SpreadsheetApp } = openProbe().services;
    expect(SpreadsheetApp.getActive().insertSheet("New").getMaxColumns()).toBe(26);
  });
});

describe("as in Sheets", () => {
  test("FILTER takes one condition for a single row, and IFNA what FILTER leaves nothing of", () => {
    const book = openProbe();
    book.set({ A1: "x", B1: 1, A2: "y", B2: 2 });
    expect(book.value("=COLUMNS(FILTER(A1:B1, B1>0))")).toBe(2);
    expect(book.value('=IFNA(FILTER(A1:B1, B1>5), "none")')).toBe("none");
    expect(book.value('=IFNA(FILTER(A1:B2, B1:B2>5), "none")')).toBe("none");
  });

  test("FILTER keeps what meets all of several conditions, over open ranges too", () => {
    const book = openProbe();
    book.set({ A1: 1, B1: 5, A2: 2, B2: 6, A3: 3, B3: 7 });
    expect(book.value("=SUM(FILTER(A1:A, A1:A>1, B1:B<7))")).toBe(2);
    expect(book.value("=SUM(FILTER(A1:A3, A1:A3>0, B1:B3>5, A1:A3<3))")).toBe(2);
    expect(book.value('=IFNA(FILTER(A1:A3, A1:A3>1, B1:B3<6), "none")')).toBe("none");
    expect(book.value("=COLUMNS(FILTER(A1:B1, A1>0, B1>0))")).toBe(2);
  });

  test.each<[string, unknown]>([
    ["=ROUND(1.5)", 2],
    ["=ROUNDUP(1.2)", 2],
    ["=ROUNDDOWN(1.7)", 1],
    ["=CEILING(1.2)", 2],
    ["=FLOOR(1.7)", 1],
    ["=IFERROR(1/0)", ""],
    ["=IFNA(NA())", ""],
    ["=ROUND(2.345, 2)", 2.35],
    ["=IFERROR(1/0, 7)", 7],
  ])("%s does without a last argument, or takes it", (formula, value) => {
    expect(openProbe().value(formula)).toBe(value);
  });

  test("0 is not blank, however many formulas ask", () => {
    const book = openProbe();
    book.set({ A1: 0, A3: "x" });
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    const asked = sheet.getRange("C1:C6");
    asked.setValues([
      ['=A1=""'],
      ['=A1=""'],
      ['=IF(A1="", "blank", "not")'],
      ['=ROWS(FILTER(A1:A3, A1:A3=""))'],
      ['=A2=""'],
      ["=A2=0"],
    ]);
    expect(asked.getValues().flat()).toEqual([false, false, "not", 1, true, true]);
  });
});
