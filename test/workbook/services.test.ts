import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

describe("a range", () => {
  const book = openProbe({ timeZone: "UTC" });
  const spreadsheet = book.services.SpreadsheetApp.getActive();
  const sheet = spreadsheet.getActiveSheet();

  test.each([
    ["B2", "B2", [2, 2, 1, 1]],
    ["b2:C5", "B2:C5", [2, 2, 4, 2]],
    ["C5:B2", "B2:C5", [2, 2, 4, 2]],
    ["A:A", "A1:A1000", [1, 1, 1000, 1]],
    ["C3:C", "C3:C1000", [3, 3, 998, 1]],
    ["2:3", "A2:Z3", [2, 1, 2, 26]],
    ["$D$4", "D4", [4, 4, 1, 1]],
    ["Sheet1!A1:B1", "A1:B1", [1, 1, 1, 2]],
  ])("%s is %s", (a1, notation, [row, column, rows, columns]) => {
    const range = sheet.getRange(a1);
    expect(range.getA1Notation()).toBe(notation);
    expect([range.getRow(), range.getColumn()]).toEqual([row, column]);
    expect([range.getNumRows(), range.getNumColumns()]).toEqual([rows, columns]);
  });

  test.each(["A0x", "1", "", "A1:", "Sheet1!"])("%j is not a range", (a1) => {
    expect(() => sheet.getRange(a1)).toThrow(/^Range not found: /);
  });

  test("by numbers counts from 1 and must lie on the sheet", () => {
    expect(sheet.getRange(2, 3, 4, 5).getA1Notation()).toBe("C2:G5");
    expect(() => sheet.getRange(0, 1)).toThrow("The starting row of the range is too small.");
    expect(() => sheet.getRange(1000, 1, 2, 1)).toThrow(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
  });

  test("takes what is written and gives it back: values, formulas, formats", () => {
    const range = sheet.getRange("A1:B3");
    range.setValues([
      ["text", 1.5],
      [true, new Date("2026-03-31T00:00:00Z")],
      ["", "=B1*2"],
    ]);
    expect(range.getValues()).toEqual([
      ["text", 1.5],
      [true, new Date("2026-03-31T00:00:00Z")],
      ["", 3],
    ]);
    expect(range.getFormulas()).toEqual([
      ["", ""],
      ["", ""],
      ["", "=B1*2"],
    ]);
    sheet.getRange("B1:B3").setNumberFormat("0.00");
    expect(sheet.getRange("B1:B3").getDisplayValues()).toEqual([["1.50"], ["46112.00"], ["3.00"]]);
    expect([sheet.getRange("A3").isBlank(), sheet.getRange("A1:A3").isBlank()]).toEqual([true, false]);
  });

  test("refuses values of another shape, in Sheets' words", () => {
    expect(() => sheet.getRange("A1:B2").setValues([[1, 2]])).toThrow(
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
    expect(() => sheet.getRange("A1:B1").setValues([[1]])).toThrow(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
  });

  test("the data range reaches to the last cell in use, spilled ones included", () => {
    const other = spreadsheet.insertSheet("Spilled");
    expect([other.getLastRow(), other.getLastColumn()]).toEqual([0, 0]);
    other.getRange("B2").setFormula("GRID(3, 4)");
    expect(other.getDataRange().getA1Notation()).toBe("A1:E4");
  });
});

describe("a spreadsheet", () => {
  test("finds, adds, activates and deletes sheets", () => {
    const { SpreadsheetApp } = openProbe().services;
    const spreadsheet = SpreadsheetApp.getActive();
    const added = spreadsheet.insertSheet("My sheet");
    expect(spreadsheet.getSheets().map((sheet) => sheet.getName())).toEqual(["Sheet1", "My sheet"]);
    expect(spreadsheet.getSheetByName("None")).toBeNull();
    expect(() => spreadsheet.insertSheet("My sheet")).toThrow(
      'A sheet with the name "My sheet" already exists. Please enter another name.',
    );
    added.getRange("A1").setValue(5);
    expect(spreadsheet.getRange("'My sheet'!A1").getValue()).toBe(5);
    added.activate();
    expect(SpreadsheetApp.getActiveSheet().getName()).toBe("My sheet");
    spreadsheet.deleteSheet(added);
    expect(spreadsheet.getSheets()).toHaveLength(1);
  });

  test("says its time zone", () => {
    const { SpreadsheetApp } = openProbe({ timeZone: "Asia/Tokyo" }).services;
    expect(SpreadsheetApp.getActive().getSpreadsheetTimeZone()).toBe("Asia/Tokyo");
  });
});

describe("the add-on's menu, sidebar and messages reach the host", () => {
  const code = `
    function onOpen() {
      SpreadsheetApp.getUi().createAddonMenu().addItem("Open", "open")
        .addSubMenu(SpreadsheetApp.getUi().createMenu("More").addItem("Ask", "ask")).addToUi();
    }
    function open() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("CLV")); }
    function ask() { var ui = SpreadsheetApp.getUi(); return ui.alert("Title", "Really?", ui.ButtonSet.YES_NO) === ui.Button.YES; }
    function say() { SpreadsheetApp.getActive().toast("Done", "CLV", 3); }
    function missing() { HtmlService.createHtmlOutputFromFile("Nowhere"); }`;
  const seen: unknown[][] = [];
  const book = openProbe({
    code,
    pages: { Sidebar: "<p>Hello</p>" },
    host: {
      showMenu: (...what) => void seen.push(what),
      showSidebar: (...what) => void seen.push(what),
      toast: (...what) => void seen.push(what),
      alert: (...what) => {
        seen.push(what);
        return "YES";
      },
    },
  });

  test.each([
    [
      "onOpen",
      [
        "CLV",
        [
          { caption: "Open", functionName: "open" },
          { caption: "More", entries: [{ caption: "Ask", functionName: "ask" }] },
        ],
      ],
    ],
    ["open", [{ title: "CLV", content: "<p>Hello</p>" }]],
    ["ask", ["Title", "Really?", "YES_NO"]],
    ["say", ["Done", "CLV", 3]],
  ])("%s", (name, expected) => {
    seen.length = 0;
    const result = book.call(name, []);
    expect(seen).toEqual([expected]);
    expect(result).toBe(name === "ask" ? true : undefined);
  });

  test("a page that is not there is an error", () => {
    expect(() => book.call("missing", [])).toThrow("No HTML file named Nowhere was found.");
  });
});
