import { describe, expect, test } from "@jest/globals";
import exceljs from "exceljs";
import {
  builtAddon,
  fromExcel,
  openProbe,
  openWorkbook,
  type Probe,
  sampleWorkbook,
  snapshotFromXlsx,
  toExcel,
  type Workbook,
  xlsxFromBook,
} from "../support/workbook";

describe("formulas in Excel's notation", () => {
  test.each([
    ["=SUM(A2:A)", "SUM(A2:A1048576)"],
    ["=SUM($B$3:$B, 'My sheet'!C2:C)", "SUM($B$3:$B1048576, 'My sheet'!C2:C1048576)"],
    ["=SUM(A2:2)", "SUM(A2:XFD2)"],
    ["=SUM(A:A, A1:B2)", "SUM(A:A, A1:B2)"],
    ['=F("A2:A")', 'F("A2:A")'],
  ])("%s is %s there, and comes back", (ours, excels) => {
    expect(toExcel(ours)).toBe(excels);
    expect(fromExcel(excels)).toBe(ours);
  });

  test.each([
    ['IFERROR(__xludf.DUMMYFUNCTION("CLV_KPIS(A:A, ""x"")"),16.5)', '=CLV_KPIS(A:A, "x")'],
    ['IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),3)', undefined],
    ["_xlfn.XLOOKUP(1,A:A,B:B)", "=XLOOKUP(1,A:A,B:B)"],
  ])("%s in a file is %s", (excels, ours) => {
    expect(fromExcel(excels)).toBe(ours);
  });
});

async function reopen(book: Workbook, code?: string): Promise<Probe> {
  const bytes = await xlsxFromBook(book.book);
  const snapshot = await snapshotFromXlsx(`xlsx-${Math.random()}`, "Again", bytes);
  return openProbe({ snapshot, timeZone: book.book.zone.name, ...(code && { code }) });
}

const sheets = (book: Workbook) => book.services.SpreadsheetApp.getActive().getSheets();

describe("a workbook saved as .xlsx and opened again", () => {
  test("has the same values, formulas, formats, dates and sheets", async () => {
    const book = openProbe({ timeZone: "America/New_York" });
    book.set({ A1: "text", A2: 12.5, A3: true, A4: "2026-03-08", A5: "2026-11-01 01:30:00", A6: "'007" });
    book.set({ B1: "=A2*2", B2: "=SUM(A2:A)", B3: '="a;b"', B4: "=A4+1", B5: "=1/0", B6: "=FAIL(1)" });
    book.set({ D1: "=GRID(2, 2)" });
    book.services.SpreadsheetApp.getActiveSheet().getRange("A2").setNumberFormat("#,##0.00");
    book.services.SpreadsheetApp.getActive().insertSheet("Zweites Blatt").getRange("C3").setValue("far");
    const again = await reopen(book);
    expect(sheets(again).map((sheet) => sheet.getName())).toEqual(["Sheet1", "Zweites Blatt"]);
    for (const [index, sheet] of sheets(book).entries()) {
      const other = sheets(again)[index]!.getDataRange();
      expect(other.getValues()).toEqual(sheet.getDataRange().getValues());
      expect(other.getFormulas()).toEqual(sheet.getDataRange().getFormulas());
      expect(other.getDisplayValues()).toEqual(sheet.getDataRange().getDisplayValues());
    }
    expect(again.errorMessage("B6")).toBe("FAIL: value must be even, got 1");
  });

  test("holds the results of custom functions for programs that cannot calculate them", async () => {
    const book = openProbe();
    book.set({ A1: "=GRID(2, 2)" });
    const file = new exceljs.Workbook();
    await file.xlsx.load(await xlsxFromBook(book.book));
    const sheet = file.worksheets[0]!;
    expect(sheet.getCell("A1").value).toEqual({ formula: "GRID(2, 2)", shareType: "array", ref: "A1:B2" });
    expect(sheet.getCell("A1").result).toBe(0);
    expect(sheet.getCell("B2").value).toBe(11);
  });

  test("the sample workbook shows the same on every sheet", async () => {
    const code = builtAddon;
    const sample = openWorkbook({ code, snapshot: sampleWorkbook("xlsx-sample") });
    const again = await reopen(sample, code);
    for (const [index, sheet] of sheets(sample).entries()) {
      const other = sheets(again)[index]!;
      expect(other.getDataRange().getDisplayValues()).toEqual(sheet.getDataRange().getDisplayValues());
    }
    const [layout, original] = [again, sample].map((book) =>
      book.book.workbook.getSheetByName("Start here")!.getSheet(),
    );
    expect(layout!.getMergeData()).toEqual(original!.getMergeData());
    expect(layout!.getColumnWidth(1)).toBe(original!.getColumnWidth(1));
    expect(layout!.getRowHeight(0)).toBe(original!.getRowHeight(0));
  });
});
