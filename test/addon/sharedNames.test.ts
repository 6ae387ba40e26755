import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import JSZip from "jszip";
import { ask } from "../../src/sidebar/server";
import { connectSidebar } from "../support/sidebarOf";
import { openForCopying } from "../support/sharing";
import { type Workbook, xlsxFromBook } from "../support/workbook";

/** A copy of orders of these customers, with their names in every place where a name may stand. */
async function sharedCopy(nameOf: (index: number) => string | number): Promise<Workbook> {
  const { workbook, copyMade } = openForCopying();
  connectSidebar(workbook);
  const { SpreadsheetApp } = workbook.services;
  const spreadsheet = SpreadsheetApp.getActive();
  const orders = spreadsheet.getActiveSheet().setName("Orders");
  const rows = Array.from({ length: 40 }, (_, row) => [
    nameOf(row % 9),
    new Date(Date.UTC(2026, row % 6, 3)),
    10 + row,
  ]);
  orders.getRange(1, 1, 41, 3).setValues([["Customer", "Date", "Amount"], ...rows]);
  const notes = spreadsheet.insertSheet("Notes");
  notes
    .getRange("A1:A6")
    .setValues([
      ["Overview"],
      ["=Orders!A3"],
      ['="Best: "&Orders!A4'],
      [`Ask ${nameOf(5)} about it`],
      ["=UPPER(Orders!A5)"],
      ["=SUM(Orders!C2:C)"],
    ]);
  notes.getRange("A1").setNote(`Call ${nameOf(2)}`);
  notes.getRange("C1").setFormula("=CLV_KPIS(Orders!A2:A, Orders!B2:B, Orders!C2:C)");
  const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(`=A1="${nameOf(4)}"`);
  notes.setConditionalFormatRules([
    rule
      .setBackground("#ff0000")
      .setRanges([notes.getRange("A1:A9")])
      .build(),
  ]);
  const chart = notes.newChart().addRange(notes.getRange("C1:D6")).setPosition(9, 3, 0, 0);
  notes.insertChart(chart.setOption("title", `Revenue of ${nameOf(7)}`).build());
  spreadsheet.setNamedRange(`Of_${nameOf(1)}`, notes.getRange("A2"));
  const hidden = spreadsheet.insertSheet(`About ${nameOf(6)}`);
  hidden.getRange("A1").setValue("kept");
  hidden.hideSheet();
  await ask("prepareCopy", { withoutCustomers: true });
  workbook.dispose();
  return copyMade();
}

describe.each([
  ["words", (index: number) => `Zorblatt${index}`],
  ["numbers", (index: number) => 7_700_000 + index],
])("a copy to share without customers, whose names are %s", (_, nameOf) => {
  let copy: Workbook;
  beforeAll(async () => {
    copy = await sharedCopy(nameOf);
  });
  afterAll(() => copy.dispose());

  test("names none in any part of the saved file: cells, charts, rules, tabs, ranges", async () => {
    const file = await JSZip.loadAsync(await xlsxFromBook(copy.book));
    const parts = Object.values(file.files).filter(({ dir }) => !dir);
    const texts = await Promise.all(
      parts.map(async (part) => [part.name, await part.async("text")] as const),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.flatMap(([name, text]) => (/zorblatt|7700\d{3}/i.test(text) ? [name] : []))).toEqual([]);
  });

  test("has no note, and what tells of no customer is as it was", () => {
    const notes = copy.services.SpreadsheetApp.getActive().getSheetByName("Notes")!;
    expect(notes.getRange("A1").getNote()).toBe("");
    expect(
      notes
        .getRange("A1:A6")
        .getValues()
        .map(([cell]) => cell),
    ).toEqual([
      "Overview",
      "(customer)",
      "Best: (customer)",
      "Ask (customer) about it",
      "(customer)",
      40 * 10 + (39 * 40) / 2,
    ]);
    expect(notes.getCharts()).toHaveLength(1);
    expect(copy.services.SpreadsheetApp.getActive().getNamedRanges()).toEqual([]);
  });
});
