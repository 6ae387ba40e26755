import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

const day = "Date 2026-03-31T00:00:00.000Z";

describe("a custom function is given what Sheets gives it", () => {
  const book = openProbe({ timeZone: "UTC" });
  book.set({
    A1: "text",
    A2: 12.5,
    A3: true,
    A4: "2026-03-31",
    A5: "10%",
    B1: "=1/0",
    B2: "=A5",
    B3: "#REF!",
  });
  book.set({ C1: "=A2*2", C2: '="" & "made"', C3: "=A2>10", C4: "=A4+1", C5: "2026-03-31 18:30:00" });

  test.each([
    ["a cell with text", "A1", ["text"]],
    ["a cell with a number", "A2", [12.5]],
    ["a cell with a boolean", "A3", [true]],
    ["a cell with a date, as a Date", "A4", [day]],
    ["a cell with a date and time, as a Date", "C5", ["Date 2026-03-31T18:30:00.000Z"]],
    ["an empty cell, as empty text", "A9", [""]],
    ["a cell with an error, as its text", "B1", ["#DIV/0!"]],
    ["a cell with a formula, as its result", "C1", [25]],
    ["a formula's text", "C2", ["made"]],
    ["a formula's boolean", "C3", [true]],
    ["one column, as rows of one cell", "A1:A3", [[["text"], [12.5], [true]]]],
    ["one row, as one row", "A2:C2", [[[12.5, "10%", "made"]]]],
    ["a range with a date, a blank and an error", "A4:B4", [[[day, ""]]]],
    ["an error inside a range, as its text", "A1:B1", [[["text", "#DIV/0!"]]]],
    ["numbers, percentages, booleans and text as written", '1.5, 10%, TRUE, "a,b"', [1.5, 0.1, true, "a,b"]],
    [
      "an array as rows",
      "{1,2;3,4}",
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    ["an omitted argument in the middle, as undefined", "1,,3", [1, "undefined", 3]],
    ["an omitted first argument, as undefined", ",2", ["undefined", 2]],
    ["no argument", "", []],
  ])("%s", (_, args, expected) => {
    expect(book.seen(args)).toEqual(expected);
  });

  test("an error in an argument's expression is the result, not an argument", () => {
    expect(book.value("=SEEN(1/0)")).toBe("#DIV/0!");
    expect(book.value("=SEEN(NOSUCHFUNCTION(1))")).toBe("#NAME?");
  });
});

describe("what a custom function returns is shown as Sheets shows it", () => {
  const book = openProbe({ timeZone: "UTC" });

  test.each([
    ["null", ""],
    ["undefined", ""],
    ["text", "x"],
    ["flag", true],
    ["nan", "#NUM!"],
  ])("%s", (kind, expected) => {
    expect(book.value(`=GIVE("${kind}")`)).toBe(expected);
  });

  test("a one-dimensional array fills a row", () => {
    book.set({ D1: '=GIVE("row")' });
    expect(book.services.SpreadsheetApp.getActiveSheet().getRange("D1:E1").getValues()).toEqual([[1, 2]]);
  });
});

describe("which functions a cell can call", () => {
  const code =
    "function PUBLIC() { return 1; }\nfunction hidden_() { return 2; }\nvar VALUE = 3;\nfunction onOpen() {}";

  test("top-level functions, in any case, but none whose name ends in an underscore", () => {
    const book = openProbe({ code });
    expect(book.value("=PUBLIC()")).toBe(1);
    expect(book.value("=public()")).toBe(1);
    expect(book.value("=HIDDEN_()")).toBe("#NAME?");
    expect(book.value("=VALUE(7)")).toBe(7);
  });

  test("a private function cannot be called from a menu or the sidebar either", () => {
    const book = openProbe({ code });
    expect(() => book.call("hidden_", [])).toThrow("Script function not found: hidden_");
  });
});
