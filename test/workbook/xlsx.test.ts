import { describe, expect, test } from "@jest/globals";
import exceljs, { type Workbook as ExcelWorkbook } from "exceljs";
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

async function opened(book: Workbook): Promise<ExcelWorkbook> {
  const file = new exceljs.Workbook();
  await file.xlsx.load(await xlsxFromBook(book.book));
  return file;
}

const sheets = (book: Workbook) => book.services.SpreadsheetApp.getActive().getSheets();

/** Opening the sample workbook twice takes its time on a slow computer. */
const PATIENCE = 30_000;

describe("a workbook saved as .xlsx and opened again", () => {
  test("has formulas that Excel would refuse for want of an argument, which stand in the file beside their values", async () => {
    const book = openProbe();
    book.set({ A1: "=ROUND(1.5)", A2: "=ROUND(2.345, 2)", A3: "=IFERROR(1/0)" });
    const file = (await opened(book)).worksheets[0]!;
    expect(file.getCell("A1").formula).toContain("__xludf.DUMMYFUNCTION");
    expect(file.getCell("A2").formula).toBe("ROUND(2.345, 2)");
    expect(file.getCell("A3").formula).toContain("__xludf.DUMMYFUNCTION");
    const again = (await reopen(book)).services.SpreadsheetApp.getActiveSheet().getRange("A1:A3");
    expect(again.getFormulas()).toEqual([["=ROUND(1.5)"], ["=ROUND(2.345, 2)"], ["=IFERROR(1/0)"]]);
    expect(again.getValues()).toEqual([[2], [2.35], [""]]);
  });

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

  test("has text that looks like a formula as text, in the file too", async () => {
    const book = openProbe();
    const names = ["=HYPERLINK(A1)", "+1+1", "-2+3", "@SUM(A1)", "constructor", "__proto__"];
    book.set(Object.fromEntries(names.map((name, index) => [`A${index + 1}`, `'${name}`])));
    const sheet = (await opened(book)).worksheets[0]!;
    expect(names.map((_, index) => sheet.getCell(index + 1, 1).formula)).toEqual(names.map(() => undefined));
    expect(names.map((_, index) => sheet.getCell(index + 1, 1).value)).toEqual(names);
    const again = sheets(await reopen(book))[0]!.getRange(`A1:A${names.length}`);
    expect(again.getDisplayValues().flat()).toEqual(names);
    expect(again.getFormulas().flat().join("")).toBe("");
  });

  test("keeps the results of functions that Excel lacks, including spilled ones of every kind", async () => {
    const book = openProbe();
    book.set({ A1: "=GRID(2, 2)", D1: "=ARRAYFORMULA(G1:H3)" });
    book.set({ G1: "text", H1: true, G2: "2026-03-08", H2: "=1/0", G3: 2.5 });
    const dummy = (formula: string, value: string) => `IFERROR(__xludf.DUMMYFUNCTION("${formula}"),${value})`;
    const spilled = (value: string) => dummy('""COMPUTED_VALUE""', value);
    const sheet = (await opened(book)).worksheets[0]!;
    expect(["A1", "B2", "D1", "E1", "D2", "E2", "D3"].map((cell) => sheet.getCell(cell).formula)).toEqual([
      dummy("GRID(2, 2)", "0"),
      spilled("11"),
      dummy("ARRAYFORMULA(G1:H3)", '"text"'),
      spilled("TRUE"),
      spilled("46089"),
      spilled("#DIV/0!"),
      spilled("2.5"),
    ]);
    expect(["B2", "D1", "E1", "E2"].map((cell) => sheet.getCell(cell).result)).toEqual([
      11,
      "text",
      true,
      { error: "#DIV/0!" },
    ]);
    const again = sheets(await reopen(book))[0]!.getDataRange();
    expect(again.getValues()).toEqual(sheets(book)[0]!.getDataRange().getValues());
    expect(again.getFormulas()).toEqual(sheets(book)[0]!.getDataRange().getFormulas());
  });

  test("keeps blank what Excel would show as 0, and array formulas out of merged cells", async () => {
    const book = openProbe();
    book.set({ A1: 1, A3: 3, C1: "=VLOOKUP(3,A1:B3,2,FALSE)", D1: "=TRANSPOSE(A1:A3)", C5: "=SUM(A1:A3*2)" });
    book.services.SpreadsheetApp.getActiveSheet().getRange("C5:D5").merge();
    const sheet = (await opened(book)).worksheets[0]!;
    expect(["C1", "D1", "E1", "F1", "C5"].map((cell) => sheet.getCell(cell).formula)).toEqual([
      'IFERROR(__xludf.DUMMYFUNCTION("VLOOKUP(3,A1:B3,2,FALSE)"),"")',
      'IFERROR(__xludf.DUMMYFUNCTION("TRANSPOSE(A1:A3)"),1)',
      undefined,
      'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),3)',
      'IFERROR(__xludf.DUMMYFUNCTION("SUM(A1:A3*2)"),8)',
    ]);
  });

  test("keeps formulas that Excel can calculate, also where they spill", async () => {
    const book = openProbe();
    book.set({ A1: 3, A2: 1, A3: 2, C1: "=SORT(A1:A3)", D1: "=SUM(A1:A3*A1:A3)", E1: "=MEDIAN(A1:A)" });
    const sheet = (await opened(book)).worksheets[0]!;
    const array = { shareType: "array" };
    expect(["C1", "D1", "E1", "C2"].map((cell) => sheet.getCell(cell).value)).toEqual([
      { ...array, formula: "_xlfn._xlws.SORT(A1:A3)", ref: "C1:C3", result: 1 },
      { ...array, formula: "SUM(A1:A3*A1:A3)", ref: "D1", result: 14 },
      { formula: "MEDIAN(A1:A1048576)", result: 2 },
      2,
    ]);
    const formulas = sheets(await reopen(book))[0]!
      .getRange("C1:E1")
      .getFormulas();
    expect(formulas).toEqual([["=SORT(A1:A3)", "=SUM(A1:A3*A1:A3)", "=MEDIAN(A1:A)"]]);
  });

  test(
    "the sample workbook shows the same on every sheet",
    async () => {
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
    },
    PATIENCE,
  );
});

describe("formats saved as .xlsx and opened again", () => {
  const withFormats = () => {
    const book = openProbe();
    const { SpreadsheetApp } = book.services;
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange("B2:C2").setBackground("#e8f0fe").merge();
    sheet.getRange("B2:C3").setBorder(true, true, true, true, null, null, "#188038", "SOLID_THICK");
    sheet.getRange("B3").setNote("why");
    sheet.getRange("J9").setNote("of an empty cell");
    sheet.setColumnWidths(5, 2, 140).setRowHeightsForced(4, 1, 60).setTabColor("#ff6d01");
    sheet.hideRows(6);
    sheet.hideColumns(7);
    SpreadsheetApp.getActive().insertSheet("Hidden").hideSheet();
    return book;
  };

  test("keep merged cells, borders, sizes, colors, notes and what is hidden", async () => {
    const again = await reopen(withFormats());
    const [sheet, hidden] = sheets(again);
    const borders = (a1: string) => sheet!.internal.worksheet.getRange(a1).getCellStyleData()?.bd;
    const line = { s: 13, cl: { rgb: "#188038" } };
    expect(sheet!.getRange("B2:C2").isPartOfMerge()).toBe(true);
    expect([borders("B2"), borders("C2"), borders("C3")]).toEqual([
      { t: line, l: line },
      { t: line, r: line },
      { b: line, r: line },
    ]);
    expect(sheet!.getRange("B2:B3").getBackgrounds()).toEqual([["#e8f0fe"], ["#ffffff"]]);
    expect([sheet!.getColumnWidth(5), sheet!.getColumnWidth(6), sheet!.getRowHeight(4)]).toEqual([
      140, 140, 60,
    ]);
    expect(sheet!.getTabColor()).toBe("#ff6d01");
    expect(["B3", "J9"].map((cell) => sheet!.getRange(cell).getNote())).toEqual(["why", "of an empty cell"]);
    expect([sheet!.isRowHiddenByUser(6), sheet!.isColumnHiddenByUser(7)]).toEqual([true, true]);
    expect([sheet!.isSheetHidden(), hidden!.isSheetHidden()]).toEqual([false, true]);
  });

  test("keep conditional formats, those that only a file brings along too", async () => {
    const file = new exceljs.Workbook();
    const sheet = file.addWorksheet("Rules");
    sheet.addConditionalFormatting({
      ref: "D1:D9 F1",
      rules: [
        {
          type: "cellIs",
          priority: 1,
          operator: "between",
          formulae: [2, 5],
          style: {
            fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFFCE8E6" } },
            font: { color: { argb: "FFB3261E" } },
          },
        },
      ],
    });
    sheet.addConditionalFormatting({
      ref: "A1:A9",
      rules: [
        {
          type: "colorScale",
          priority: 2,
          cfvo: [{ type: "min" }, { type: "percentile", value: 50 }, { type: "max" }],
          color: [{ argb: "FFFFFFFF" }, { argb: "FFFFD666" }, { argb: "FF57BB8A" }],
        },
      ],
    });
    sheet.addConditionalFormatting({
      ref: "H2:H9",
      rules: [{ type: "expression", priority: 3, formulae: ['LEFT(H2)="x"'], style: {} }],
    });
    const bytes = await file.xlsx.writeBuffer();
    const book = openProbe({ snapshot: await snapshotFromXlsx("rules", "Rules", bytes) });
    const [between, scale, formula] = sheets(book)[0]!.getConditionalFormatRules();
    const condition = between!.getBooleanCondition()!;
    expect([condition.getBackground(), condition.getFontColor()]).toEqual(["#fce8e6", "#b3261e"]);
    expect(condition.getCriteriaValues()).toEqual([2, 5]);
    const gradient = scale!.getGradientCondition()!;
    expect([gradient.getMinColor(), gradient.getMaxColor()]).toEqual(["#ffffff", "#57bb8a"]);
    expect(formula!.getBooleanCondition()!.getCriteriaValues()).toEqual(['=LEFT(H2)="x"']);
    const rulesOf = ({ worksheets }: ExcelWorkbook) =>
      (worksheets[0] as unknown as { conditionalFormattings: unknown[] }).conditionalFormattings;
    const given = rulesOf(await new exceljs.Workbook().xlsx.load(bytes));
    expect(given).toHaveLength(3);
    // A fill is saved with both of its colors, of which Excel shows the background.
    expect(rulesOf(await opened(book))).toMatchObject(given);
  });
});
