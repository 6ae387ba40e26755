import { describe, expect, test } from "@jest/globals";
import exceljs, { type Worksheet } from "exceljs";
import JSZip from "jszip";
import { excelTabs } from "../../src/workbook/files/excelTabs";
import { pageBreaks, type PageRow } from "../../src/workbook/files/pageBreaks";
import { pageFormat } from "../../src/workbook/files/paper";
import { openProbe, xlsxFromBook } from "../support/workbook";

const row = (height: number, part: Partial<PageRow> = {}): PageRow => ({ height, keepsNext: false, ...part });
const heading = row(30, { begins: "section", keepsNext: true });
const rows = (count: number, height = 20) => Array.from({ length: count }, () => row(height));

describe("pages end", () => {
  test("nowhere, where all fits on one", () => {
    expect(pageBreaks([heading, ...rows(10)], 300)).toEqual([]);
  });

  test("before a section which the rest of the page has no room for", () => {
    expect(pageBreaks([heading, ...rows(8), heading, ...rows(8)], 300)).toEqual([9]);
  });

  test("neither below a title nor within what belongs together", () => {
    const chart = [row(100, { begins: "chart", keepsNext: true }), row(100, { keepsNext: true }), row(50)];
    expect(pageBreaks([heading, ...rows(5), ...chart, ...rows(3)], 320)).toEqual([6]);
    expect(pageBreaks([...rows(14), heading, ...rows(1)], 310)).toEqual([14]);
  });

  test("between the parts of a section that is longer than a page, rather than within one", () => {
    const part = () => [row(20, { begins: "part", keepsNext: true }), ...rows(9)];
    expect(pageBreaks([heading, ...part(), ...part(), ...part()], 300)).toEqual([11, 21]);
  });

  test("within a table that is longer than a page", () => {
    expect(pageBreaks([heading, ...rows(40)], 300)).toHaveLength(2);
  });
});

describe("paper", () => {
  test("is upright for what fits, at full size, and has room on A4 and on Letter", () => {
    const { isAcross, wide, capacity } = pageFormat(672);
    expect([isAcross, wide]).toEqual([false, 1]);
    // Letter is 279.4 mm high, of which the margins take 32.
    expect(capacity).toBeLessThan(((279.4 - 32) / 25.4) * 96);
    expect(capacity).toBeGreaterThan(850);
  });

  test("is landscape for many columns, and several pages wide for very many", () => {
    expect(pageFormat(1200)).toMatchObject({ isAcross: true, wide: 1 });
    expect(pageFormat(5000)).toMatchObject({ isAcross: true, wide: 3 });
  });
});

async function breaksOf(book: ReturnType<typeof openProbe>): Promise<string[]> {
  const zip = await JSZip.loadAsync(await xlsxFromBook(book.book));
  const xml = await zip.file("xl/worksheets/sheet1.xml")!.async("string");
  return Array.from(xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/g), ([, id]) => id!);
}

async function saved(book: ReturnType<typeof openProbe>): Promise<Worksheet[]> {
  const file = new exceljs.Workbook();
  await file.xlsx.load(await xlsxFromBook(book.book));
  return file.worksheets;
}

describe("a sheet saved as .xlsx", () => {
  test("is printed as wide as a page, with its number, its frozen rows on each and breaks before sections", async () => {
    const book = openProbe();
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    for (const first of [1, 31]) {
      sheet.getRange(first, 1).setValue("Section").setFontSize(13).setFontWeight("bold");
      sheet.getRange(first + 1, 1, 28, 2).setValues(Array.from({ length: 28 }, (_, index) => [index, index]));
    }
    sheet.setFrozenRows(1);
    const [page] = await saved(book);
    expect(page!.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: "A1:B59",
      printTitlesRow: "1:1",
    });
    expect(page!.headerFooter.oddFooter).toBe("&C&8&A — page &P of &N");
    expect(await breaksOf(book)).toEqual(["30"]);
  });

  test("of data alone is left to break where it will, across when it is wide", async () => {
    const book = openProbe();
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    sheet
      .getRange(1, 1, 90, 12)
      .setValues(Array.from({ length: 90 }, () => Array.from({ length: 12 }, () => 1)));
    const [page] = await saved(book);
    expect(page!.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1 });
    expect(page!.pageSetup.printArea).toBeUndefined();
  });

  test("is found by formulas where its name had to change", async () => {
    const long = "A tab with a name longer than Excel allows";
    expect(excelTabs([long, `${long}!`, "a/b", "History", "'quoted'", "A B", "a b"])).toEqual([
      "A tab with a name longer than E",
      "A tab with a name longer th (2)",
      "a b",
      "History_",
      "quoted",
      "A B (2)",
      "a b (3)",
    ]);
    const book = openProbe();
    book.services.SpreadsheetApp.getActive().insertSheet(long).getRange("A1").setValue(7);
    book.set({ A1: `='${long}'!A1+1` });
    const [first, second] = await saved(book);
    expect(second!.name).toBe(long.slice(0, 31));
    expect(first!.getCell("A1").value).toEqual({
      formula: `IFERROR(__xludf.DUMMYFUNCTION("'${long}'!A1+1"),8)`,
      result: 8,
    });
  });
});
