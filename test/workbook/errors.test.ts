import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

describe("an error thrown by a custom function", () => {
  test("is #ERROR! in the cell, with its message", () => {
    const book = openProbe();
    book.set({ A1: "=FAIL(3)" });
    expect(book.services.SpreadsheetApp.getActiveSheet().getRange("A1").getValue()).toBe("#ERROR!");
    expect(book.errorMessage("A1")).toBe("FAIL: value must be even, got 3");
  });

  test("is caught by IFERROR", () => {
    expect(openProbe().value('=IFERROR(FAIL(3), "caught")')).toBe("caught");
  });

  test("keeps its message through the functions around it", () => {
    const book = openProbe();
    book.set({ A1: "=SEEN(FAIL(7))" });
    expect(book.errorMessage("A1")).toBe("FAIL: value must be even, got 7");
  });

  test("each cell has its own message, and none once the formula is mended", () => {
    const book = openProbe();
    book.set({ A1: "=FAIL(1)", A2: "=FAIL(2)" });
    expect([book.errorMessage("A1"), book.errorMessage("A2")]).toEqual([
      "FAIL: value must be even, got 1",
      "FAIL: value must be even, got 2",
    ]);
    book.set({ A1: "=SEEN(1)" });
    expect(book.errorMessage("A1")).toBeUndefined();
  });
});

test("errors of built-in functions are explained in a sentence", () => {
  const book = openProbe();
  book.set({
    A1: "=1/0",
    A2: "=NOSUCH(1)",
    A3: '=VLOOKUP("x", B1:C2, 2, FALSE)',
    A4: "fine",
    A5: "#hashtag",
  });
  expect(["A1", "A2", "A3", "A4", "A5"].map(book.errorMessage)).toEqual([
    "Division by zero.",
    "Unknown name: a function is misspelt, or text has no quotes.",
    "A value the formula needs is not available.",
    undefined,
    undefined,
  ]);
});
