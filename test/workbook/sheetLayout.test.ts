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
    sheet.deleteRow(1).deleteColumn(1);
    expect(sheet.getRange("A2").getValue()).toBe("here");
  });

  test("cannot all be taken out", () => {
    const { sheet } = open();
    expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
    expect(() => sheet.deleteColumns(1, 26)).toThrow("You can't delete all the columns on the sheet.");
  });

  test("have the sizes in pixels that they are given", () => {
    const { sheet } = open();
    sheet.setColumnWidths(2, 2, 140).setColumnWidth(4, 33).setRowHeightsForced(1, 2, 10).setRowHeight(3, 60);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([88, 140, 140, 33]);
    expect([1, 2, 3].map((row) => sheet.getRowHeight(row))).toEqual([10, 10, 60]);
  });

  test("are hidden and shown", () => {
    const { sheet } = open();
    sheet.hideRows(2, 2);
    sheet.hideColumns(3);
    expect([1, 2, 3, 4].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
    expect([2, 3, 4].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, true, false]);
    sheet.showRows(2, 2);
    sheet.showColumns(3);
    expect([sheet.isRowHiddenByUser(2), sheet.isColumnHiddenByUser(3)]).toEqual([false, false]);
  });

  test("are frozen", () => {
    const { sheet } = open();
    sheet.setFrozenRows(2);
    sheet.setFrozenColumns(1);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([2, 1]);
  });
});

describe("a sheet", () => {
  test("is hidden and shown, but for the last one", () => {
    const { spreadsheet, sheet } = open();
    const message = "You can't hide all the sheets in a document.";
    expect(() => sheet.hideSheet()).toThrow(message);
    const other = spreadsheet.insertSheet("Other").hideSheet();
    expect([other.isSheetHidden(), sheet.isSheetHidden()]).toEqual([true, false]);
    expect(() => sheet.hideSheet()).toThrow(message);
    expect(other.showSheet().isSheetHidden()).toBe(false);
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

  test("is moved among the others", () => {
    const { spreadsheet } = open();
    spreadsheet.setActiveSheet(spreadsheet.insertSheet("B"));
    spreadsheet.insertSheet("C").activate();
    spreadsheet.moveActiveSheet(1);
    expect(spreadsheet.getSheets().map((each) => each.getName())).toEqual(["C", "Sheet1", "B"]);
    expect(spreadsheet.getActiveSheet().getIndex()).toBe(1);
    expect(() => spreadsheet.moveActiveSheet(4)).toThrow("Cannot move sheet to position 4.");
  });

  test("is copied with its cells and charts, which then show the copy's cells", () => {
    const { spreadsheet, sheet } = open();
    sheet.getRange("A1:A2").setValues([[2], ["=A1*2"]]);
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:A2")).build());
    spreadsheet.insertSheet("Last");
    sheet.activate();
    const copies = [sheet.copyTo(spreadsheet), spreadsheet.duplicateActiveSheet()];
    expect(copies.map((copy) => copy.getName())).toEqual(["Copy of Sheet1", "Copy of Sheet1 2"]);
    expect(spreadsheet.getSheets().map((each) => each.getName())).toEqual([
      "Sheet1",
      "Copy of Sheet1 2",
      "Last",
      "Copy of Sheet1",
    ]);
    expect(copies[0]!.getRange("A2").getValue()).toBe(4);
    const [range] = copies[0]!.getCharts()[0]!.getRanges();
    expect([range!.getSheet().getName(), range!.getA1Notation()]).toEqual(["Copy of Sheet1", "A1:A2"]);
    expect(sheet.getCharts()).toHaveLength(1);
  });
});
