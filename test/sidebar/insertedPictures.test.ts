import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openSample("Orders", "Monthly");
});

afterEach(() => workbook.dispose());

const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

async function inserted(tab: string, title: string, newTab: string | null = title) {
  const answer = (await answerOn(workbook, tab))!;
  const { recipe } = answer.tables.find((one) => one.title === title)!;
  const request = { setup: answer.setup, recipe, label: title, format: "", moneyFormat: "#,##0.00" };
  if (newTab === null) spreadsheet().insertSheet("Own").activate();
  const { at } = await ask("insert", { ...request, newTab });
  return { at: at!, sheet: spreadsheet().getSheetByName(at!.tab)! };
}

const areas = (sheet: Awaited<ReturnType<typeof inserted>>["sheet"]) =>
  sheet.getCharts().map((chart) => chart.getRanges().map((range) => range.getA1Notation()));

describe("a table on a tab of its own", () => {
  test("of cohorts is a heat map, without the age at which all are there", async () => {
    const { sheet } = await inserted("Orders", "CLV Cohorts");
    const [rule, ...others] = sheet.getConditionalFormatRules();
    expect(others).toEqual([]);
    expect([rule!.getGradientCondition()!.getMinColor(), rule!.getRanges()[0]!.getA1Notation()]).toEqual([
      "#ffffff",
      expect.stringMatching(/^D2:/),
    ]);
    expect(sheet.getRange("C1").getValue()).toBe(0);
  });

  test("of the trend has CLV as a line, which follows as the table grows", async () => {
    const { sheet } = await inserted("Monthly", "CLV Trend");
    const rows = sheet.getLastRow() + 24;
    expect(areas(sheet)).toEqual([[`A1:A${rows}`, `E1:E${rows}`]]);
    expect(sheet.getRange("E1").getValue()).toBe("CLV");
    expect(sheet.getCharts()[0]!.getContainerInfo().getAnchorColumn()).toBe(sheet.getRange("J1").getColumn());
  });

  test("of what changed has a waterfall, whose steps lead from the value then to the value now", async () => {
    const { sheet } = await inserted("Monthly", "CLV Bridge");
    const cells = sheet.getDataRange().getValues();
    const effects = cells.slice(1).map((row) => Number(row[3]));
    const first = cells[0]!.indexOf("Foot");
    const steps = cells.slice(1).map((row) => row.slice(first, first + 4).map(Number));
    const [then, now] = [effects[0]!, effects[effects.length - 1]!];
    expect([steps[0]![1], steps[steps.length - 1]![1]]).toEqual([then, now]);
    let level = then;
    for (const [foot, , rise, fall] of steps.slice(1, -1) as [number, number, number, number][]) {
      const next = level + rise - fall;
      expect(foot).toBeCloseTo(Math.min(level, next), 9);
      level = next;
    }
    expect(level).toBeCloseTo(now, 9);
    const [chart] = sheet.getCharts();
    expect(areas(sheet)).toEqual([["F", "G", "H", "I", "J"].map((c) => `${c}1:${c}${cells.length}`)]);
    // Below a short table, where it is seen at once.
    expect(chart!.getContainerInfo().getAnchorRow()).toBe(cells.length + 2);
  });

  test("has columns wide enough for what is in them, and goes with its picture when it is undone", async () => {
    const { at, sheet } = await inserted("Orders", "CLV Customers");
    const names = sheet.getRange("A2:A").getValues().flat().map(String);
    const longest = Math.max(...names.map(({ length }) => length));
    expect(sheet.getColumnWidth(1)).toBeGreaterThanOrEqual(7 * longest);
    await ask("undoInsertion", at);
    expect(spreadsheet().getSheetByName("CLV Customers")).toBeNull();
  });
});

test("a table put into a tab that is someone's own gets neither picture nor widths", async () => {
  const { sheet } = await inserted("Orders", "CLV Cohorts", null);
  expect(sheet.getName()).toBe("Own");
  expect(sheet.getConditionalFormatRules()).toEqual([]);
  expect(sheet.getCharts()).toEqual([]);
  expect(new Set([1, 2, 3].map((column) => sheet.getColumnWidth(column))).size).toBe(1);
});
