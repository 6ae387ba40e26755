import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { verdicts } from "../../src/report/verdicts";
import { buildReportOn, cardAt, cellsOf } from "../support/report";
import { openSample, openShort } from "../support/sidebarOf";
import { type Workbook, styleByRules } from "../support/workbook";

// The rules' timer lets Jest look at its clock, which building a report goes beyond.
jest.setTimeout(30_000);

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const report = () => spreadsheet().getSheetByName("CLV Report")!;

beforeEach(() => {
  workbook = openSample("Subscriptions");
});

afterEach(() => workbook.dispose());

/** The words of a tile. */
function wordsOf(label: string): string {
  const cells = cellsOf(workbook, "CLV Report");
  const [row, column] = cardAt(cells, label);
  return String(cells[row + 1]![column]);
}

const backgrounds = Object.fromEntries(
  Object.entries(verdicts).map(([name, { background }]) => [background, name]),
);

/** What the colors of tiles say, by their rules or as they are formatted, the same in the three cells of each. */
async function shownBy(...labels: string[]): Promise<string[]> {
  const cells = cellsOf(workbook, "CLV Report");
  const tiles = labels.map((label) => {
    const [row, column] = cardAt(cells, label);
    return [0, 1, 2].map((at) => report().getRange(row + at, column + 1));
  });
  report().activate();
  const look = () =>
    tiles.map((tile) =>
      tile.map((cell) => {
        const { bg } = styleByRules(workbook, cell.getA1Notation());
        return backgrounds[bg?.rgb ?? cell.getBackground()] ?? "none";
      }),
    );
  look();
  // Rules are worked out a moment later.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return look().map((colors) => {
    expect(new Set(colors).size).toBe(1);
    return colors[0]!;
  });
}

/** Sets an assumption on the setup tab. */
function assume(key: string, value: number | string): void {
  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  const row = setup
    .getDataRange()
    .getValues()
    .findIndex((cells) => cells[3] === key);
  setup.getRange(row + 1, 2).setValue(value);
}

describe("a live report", () => {
  test("follows the targets, in words and in color, and once frozen keeps both", async () => {
    await buildReportOn(workbook, "Subscriptions", "live", { gross_margin: 0.8, cac: 300 });
    const [row, column] = cardAt(cellsOf(workbook, "CLV Report"), "LTV:CAC");
    const ratio = report()
      .getRange(row + 1, column + 1)
      .getValue() as number;
    expect(ratio).toBeGreaterThan(2.8);
    expect(ratio).toBeLessThan(2.9);
    expect(wordsOf("LTV:CAC")).toBe("× Target 3: missed. Gross profit for each 1 spent");
    expect(wordsOf("Payback")).toBe("• Target 12 months: met. Gross profit pays it back");
    expect(wordsOf("Churn")).toBe("Of customers a month, mean of 12 months");
    expect(await shownBy("LTV:CAC", "Payback", "Churn")).toEqual(["missed", "met", "none"]);
    assume("target_ratio@1", 2.5);
    assume("target_payback@1", 6);
    assume("target_churn@1", 0.02);
    expect(wordsOf("LTV:CAC")).toBe("• Target 2.5: met. Gross profit for each 1 spent");
    expect(wordsOf("Payback")).toBe("× Target 6 months: missed. Gross profit pays it back");
    expect(wordsOf("Churn")).toBe("× Target 2%: missed. Lost a month, mean of 12 months");
    expect(await shownBy("LTV:CAC", "Payback", "Churn")).toEqual(["met", "missed", "missed"]);
    workbook.call("freezeFormulas", []);
    expect(wordsOf("LTV:CAC")).toBe("• Target 2.5: met. Gross profit for each 1 spent");
    expect(await shownBy("LTV:CAC", "Payback", "Churn")).toEqual(["met", "missed", "missed"]);
  });

  test("judges nothing on revenue, and does once the margin is known; no word is none", async () => {
    await buildReportOn(workbook, "Subscriptions", "live", { cac: 300 });
    expect(wordsOf("LTV:CAC")).toBe("For each 1 spent, on revenue: needs the gross margin");
    expect(await shownBy("LTV:CAC", "Payback")).toEqual(["none", "none"]);
    assume("gross_margin@1", 0.9);
    expect(wordsOf("LTV:CAC")).toBe("• Target 3: met. Gross profit for each 1 spent");
    expect(await shownBy("LTV:CAC", "Payback")).toEqual(["met", "met"]);
    assume("target_ratio@1", "");
    expect(wordsOf("LTV:CAC")).toBe("Gross profit for each 1 spent on winning one");
    expect(await shownBy("LTV:CAC")).toEqual(["none"]);
    assume("target_ratio@1", "three");
    expect(wordsOf("LTV:CAC")).toBe("Gross profit for each 1 spent on winning one");
  });
});

test("a fixed report has the colors for good", async () => {
  await buildReportOn(workbook, "Subscriptions", "fixed", {
    gross_margin: 0.8,
    cac: 300,
    target_churn: 0.05,
  });
  expect(report().getConditionalFormatRules()).toEqual([]);
  expect(await shownBy("LTV:CAC", "Payback", "Churn")).toEqual(["missed", "met", "met"]);
  expect(wordsOf("Churn")).toBe("• Target 5%: met. Lost a month, mean of 12 months");
});

test("NRR of a year is what the movements of the last 12 months leave of MRR, one month after the other", async () => {
  await buildReportOn(workbook, "Subscriptions", "live");
  const [titles, ...months] = spreadsheet().getSheetByName("CLV Data")!.getDataRange().getValues();
  const of = (row: unknown[], title: string) => row[titles!.indexOf(title)] as number;
  const filled = months.filter(([period]) => period !== "");
  const last = filled.slice(-12);
  expect(filled.length).toBeGreaterThan(12);
  const expected = last.reduce((product, row) => product * of(row, "NRR"), 1);
  const cells = cellsOf(workbook, "CLV Report");
  const [row, column] = cardAt(cells, "NRR");
  expect(cells[row]![column]).toBeCloseTo(expected, 12);
  expect(wordsOf("NRR")).toBe("× Target 100%: missed. Last 12 months, multiplied");
  expect(await shownBy("NRR")).toEqual(["missed"]);
  assume("target_nrr@1", 0.7);
  expect(wordsOf("NRR")).toBe("• Target 70%: met. Last 12 months, multiplied");
  expect(await shownBy("NRR")).toEqual(["met"]);
});

test("with less than a year of months there is no NRR, and the tile says what it needs", async () => {
  const sheet = spreadsheet().getSheetByName("Subscriptions")!;
  const rows = sheet.getDataRange().getValues();
  const from = new Date(Date.UTC(2025, 10, 1));
  const late = rows.slice(1).filter((row) => (row[2] as Date) >= from);
  sheet.getRange(2, 1, rows.length - 1, rows[0]!.length).clearContent();
  sheet.getRange(2, 1, late.length, rows[0]!.length).setValues(late);
  await buildReportOn(workbook, "Subscriptions", "live");
  const cells = cellsOf(workbook, "CLV Report");
  const [row, column] = cardAt(cells, "NRR");
  expect(cells[row]!.slice(column, column + 1).concat(wordsOf("NRR"))).toEqual([
    "–",
    "Needs 12 months with MRR",
  ]);
  expect(await shownBy("NRR")).toEqual(["none"]);
});

test("a cost that is not paid back within the horizon misses a target within it", async () => {
  workbook.dispose();
  workbook = openShort("Orders");
  await buildReportOn(workbook, "Orders", "live", { gross_margin: 0.3, cac: 5000 });
  expect(wordsOf("Payback")).toBe("× Target 12 months: missed. Not within that time");
  expect(await shownBy("Payback")).toEqual(["missed"]);
  const [row, column] = cardAt(cellsOf(workbook, "CLV Report"), "Payback");
  const value = report().getRange(row + 1, column + 1);
  expect(value.getValue()).toBe("–");
  assume("target_payback@1", 36);
  expect(wordsOf("Payback")).toBe("Not within that time");
  expect(await shownBy("Payback")).toEqual(["none"]);
  assume("cac@1", 1);
  expect(wordsOf("Payback")).toBe("• Target 36 months: met. Gross profit pays it back");
  expect(value.getValue()).toBe(0);
});

test("a cost above the value is never paid back", async () => {
  await buildReportOn(workbook, "Subscriptions", "live", { gross_margin: 0.8, cac: 5000 });
  expect(wordsOf("LTV:CAC")).toBe("× Target 3: missed. Gross profit for each 1 spent");
  expect(wordsOf("Payback")).toBe("× Target 12 months: missed. Never paid back");
  expect(await shownBy("Payback")).toEqual(["missed"]);
});

/** Relative luminance of a color by WCAG 2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

test.each(Object.entries(verdicts))("the words of a tile whose target is %s can be read", (_, colors) => {
  const [paper, ink] = [luminance(colors.background), luminance(colors.color)];
  // WCAG 2.2, 1.4.6: 7 to 1, since the words are small.
  expect((paper + 0.05) / (ink + 0.05)).toBeGreaterThan(7);
});
