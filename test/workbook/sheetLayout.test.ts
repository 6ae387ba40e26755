import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

const open = () => {
  const { SpreadsheetApp } = openProbe({ timeZone: "UTC" }).services;
  const spreadsheet = SpreadsheetApp.getActive();
  return { spreadsheet, sheet: spreadsheet.getActiveSheet() };
};

describe("rows and columns of a sheet", () => {
  test("are put in before and after a place and taken out, cells moving along", () => {
    const { sheet } = open();
    sheet.getRange("B2").setValue("here");
    sheet.insertRowsBefore(2, 3).insertColumnsBefore(1, 2);
    expect(sheet.getRange("D5").getValue()).toBe("here");
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1003, 28]);
    sheet.deleteRows(2, 2);
    sheet.deleteColumns(1, 2);
    expect(sheet.getRange("B3").getValue()).toBe("here");
  });

  test("cannot all be taken out", () => {
    const { sheet } = open();
    expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
    expect(() => sheet.deleteColumns(1, 26)).toThrow("You can't delete all the columns on the sheet.");
  });

  test("have the sizes in pixels that they are given", () => {
    const { sheet } = open();
    sheet.setColumnWidths(2, 2, 140).setColumnWidth(4, 33).setRowHeightsForced(1, 2, 10);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([88, 140, 140, 33]);
    expect([1, 2].map((row) => sheet.getRowHeight(row))).toEqual([10, 10]);
  });

  test("are hidden", () => {
    const { sheet } = open();
    sheet.hideRows(2, 2);
    sheet.hideColumns(3);
    expect([1, 2, 3, 4].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
    expect([2, 3, 4].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, true, false]);
  });
});

describe("a sheet", () => {
  test("is hidden, but for the last one", () => {
    const { spreadsheet, sheet } = open();
    const message = "You can't hide all the sheets in a document.";
    expect(() => sheet.hideSheet()).toThrow(message);
    const other = spreadsheet.insertSheet("Other").hideSheet();
    expect([other.isSheetHidden(), sheet.isSheetHidden()]).toEqual([true, false]);
    expect(() => sheet.hideSheet()).toThrow(message);
  });

  test("has a tab color and grid lines, or not", () => {
    const { sheet } = open();
    expect([sheet.getTabColor(), sheet.hasHiddenGridlines()]).toEqual([null, false]);
    sheet.setTabColor("#188038").setHiddenGridlines(true);
    expect([sheet.getTabColor(), sheet.hasHiddenGridlines()]).toEqual(["#188038", true]);
    expect(sheet.setTabColor(null).getTabColor()).toBeNull();
  });

  test("has a whole number for its id, another for each sheet", () => {
    const { spreadsheet, sheet } = open();
    const ids = [sheet, spreadsheet.insertSheet("B"), spreadsheet.insertSheet("C")].map((each) =>
      each.getSheetId(),
    );
    expect(ids.every((id) => Number.isInteger(id) && id >= 0)).toBe(true);
    expect(new Set(ids).size).toBe(3);
  });
});
