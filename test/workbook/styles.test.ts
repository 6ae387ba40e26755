import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

const open = () => {
  const book = openProbe({ timeZone: "UTC" });
  const { SpreadsheetApp } = book.services;
  return { book, SpreadsheetApp, sheet: SpreadsheetApp.getActiveSheet() };
};

describe("the formats of a range", () => {
  test("are set for all cells or for each, and read back", () => {
    const { sheet } = open();
    const range = sheet.getRange("B2:C3");
    range.setBackground("#ff0000").setFontWeight("bold").setFontSize(14);
    range.setFontColors([
      ["#111111", "#222222"],
      ["#333333", null],
    ]);
    expect(range.getBackgrounds()).toEqual(Array(2).fill(Array(2).fill("#ff0000")));
    expect(range.getFontWeights()).toEqual(Array(2).fill(Array(2).fill("bold")));
    expect(range.getFontSizes()).toEqual(Array(2).fill(Array(2).fill(14)));
    expect(range.getFontColors()).toEqual([
      ["#111111", "#222222"],
      ["#333333", "#000000"],
    ]);
    expect(sheet.getRange("A1").getBackground()).toBe("#ffffff");
  });

  // In the page a report lost the formulas of its header row: the grid was still scrolling to it.
  test("leave formulas alone while another command is under way", () => {
    const { sheet, book } = open();
    const cell = sheet.getRange("A1").setFormula("=GRID(2, 2)");
    book.book.flush();
    void book.api.executeCommand("sheet.command.toggle-gridlines", {});
    cell.setFontWeight("bold").setBackgrounds([["#00ff00"]]);
    book.book.flush();
    expect(cell.getFormula()).toBe("=GRID(2, 2)");
    expect(sheet.getRange("A1:B2").getValues()).toEqual([
      [0, 1],
      [10, 11],
    ]);
  });

  test("of a cell are each their own: one set later leaves the others", () => {
    const { sheet } = open();
    const cell = sheet.getRange("A1").setValue(0.5).setNumberFormat("0%");
    cell
      .setBackgrounds([["#00ff00"]])
      .setFontWeights([["bold"]])
      .setFontSizes([[8]]);
    cell
      .setHorizontalAlignments([["center"]])
      .setFontWeight("normal")
      .setBackground(null);
    expect(cell.getDisplayValue()).toBe("50%");
    expect([cell.getBackground(), cell.getFontWeights()[0]![0], cell.getFontSizes()[0]![0]]).toEqual([
      "#ffffff",
      "normal",
      8,
    ]);
  });

  test("in another shape than the range are refused", () => {
    const { sheet } = open();
    expect(() => sheet.getRange("A1:B1").setBackgrounds([["#fff"]])).toThrow(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
  });

  test("leave values and formulas alone", () => {
    const { sheet } = open();
    sheet.getRange("A1:A2").setValues([[2], ["=A1*3"]]);
    sheet.getRange("A1:A2").setBackground("#eeeeee").setWrap(true);
    expect(sheet.getRange("A1:A2").getValues()).toEqual([[2], [6]]);
  });
});

describe("borders", () => {
  const bordersOf = ({ sheet }: ReturnType<typeof open>, cell: string) =>
    sheet.internal.worksheet.getRange(cell).getCellStyleData()?.bd ?? {};

  test("are drawn around and between the cells of a range", () => {
    const book = open();
    const { BorderStyle } = book.SpreadsheetApp;
    const range = book.sheet.getRange("B2:C3");
    range.setBorder(true, true, true, true, null, true, "#123456", BorderStyle.SOLID_THICK);
    const line = { s: 13, cl: { rgb: "#123456" } };
    expect(bordersOf(book, "B2")).toEqual({ t: line, l: line, b: line });
    expect(bordersOf(book, "C3")).toEqual({ t: line, r: line, b: line });
  });

  test("are taken away where false, left where null", () => {
    const book = open();
    const cell = book.sheet.getRange("A1");
    cell.setBorder(true, true, true, true, null, null, "#000000", "SOLID");
    cell.setBorder(false, null, false, null, null, null, "#000000", "SOLID");
    const line = { s: 1, cl: { rgb: "#000000" } };
    expect(bordersOf(book, "A1")).toEqual({ l: line, r: line });
  });
});

describe("merged cells", () => {
  test("keep the value of the first cell and are taken apart again", () => {
    const { sheet } = open();
    const range = sheet.getRange("A1:B2").setValues([
      [1, 2],
      [3, 4],
    ]);
    range.merge();
    expect(range.isPartOfMerge()).toBe(true);
    expect(range.getValues()).toEqual([
      [1, ""],
      ["", ""],
    ]);
    range.breakApart();
    expect(range.isPartOfMerge()).toBe(false);
  });

  test("are merged and taken apart only as a whole", () => {
    const { sheet } = open();
    sheet.getRange("A1:B2").merge();
    const message = "You must select all cells in a merged range to merge or unmerge them.";
    expect(() => sheet.getRange("B2:C3").merge()).toThrow(message);
    expect(() => sheet.getRange("A1").breakApart()).toThrow(message);
    expect(sheet.getRange("A1:C3").merge().isPartOfMerge()).toBe(true);
  });

  test("are made of each row on its own, of all or none", () => {
    const { sheet } = open();
    const range = sheet.getRange("A1:B3").setValues([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    sheet.getRange("A3:A4").merge();
    const message = "You must select all cells in a merged range to merge or unmerge them.";
    expect(() => range.mergeAcross()).toThrow(message);
    expect(range.getValues()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    sheet.getRange("A3:A4").breakApart();
    expect(range.mergeAcross().getValues()).toEqual([
      [1, ""],
      [3, ""],
      [5, ""],
    ]);
    sheet.getRange("A2:B2").breakApart();
    expect([1, 2, 3].map((row) => sheet.getRange(row, 1, 1, 2).isPartOfMerge())).toEqual([true, false, true]);
  });
});

describe("notes", () => {
  test("are set, read, replaced and taken away; values come and go without them", () => {
    const { sheet } = open();
    const range = sheet.getRange("A1:B1");
    const notes = () => ["A1", "B1"].map((cell) => sheet.getRange(cell).getNote());
    expect(notes()).toEqual(["", ""]);
    range.setNote("why");
    sheet.getRange("A1").setNote("because").setValue(3).clearContent();
    sheet.getRange("B1").setNote(null);
    expect(notes()).toEqual(["because", ""]);
    sheet.clearNotes();
    expect(notes()).toEqual(["", ""]);
  });

  test("are set on their own sheet, whichever one is looked at", () => {
    const { book, sheet } = open();
    const other = book.services.SpreadsheetApp.getActive().insertSheet("Looked at").activate();
    sheet.getRange("A1").setNote("here");
    expect([sheet, other].map((each) => each.getRange("A1").getNote())).toEqual(["here", ""]);
  });

  test("move with their cell and are saved with the workbook", () => {
    const { book, sheet } = open();
    sheet.getRange("B2").setNote("kept");
    sheet.insertRowsBefore(1, 2);
    expect(sheet.getRange("B4").getNote()).toBe("kept");
    const again = openProbe({ snapshot: { ...book.book.workbook.save(), id: "notes-again" } });
    expect(again.services.SpreadsheetApp.getActiveSheet().getRange("B4").getNote()).toBe("kept");
  });
});

describe("clearing", () => {
  test("takes contents, formats or both", () => {
    const { sheet } = open();
    const cells = ["A1", "B1", "C1"].map((a1) => sheet.getRange(a1).setValue(1).setBackground("#ff0000"));
    cells[0]!.clear();
    cells[1]!.clearFormat();
    cells[2]!.clearContent();
    expect(cells.map((cell) => [cell.getValue(), cell.getBackground()])).toEqual([
      ["", "#ffffff"],
      [1, "#ffffff"],
      ["", "#ff0000"],
    ]);
  });
});
