import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { written } from "../../src/answers/sentence";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Monthly");
});

afterEach(() => workbook.dispose());

const fill = (name: string, rows: readonly (readonly unknown[])[]) => {
  const sheet = spreadsheet().insertSheet(name);
  sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
  sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
};

const doubtsOn = async (tab: string) =>
  (await answerOn(workbook, tab))!.doubts.map((said) => written(said, ({ value }) => String(value)));

/** 100 customers who pay 10 a month, of whom as many leave as come; the margin stands in a column. */
const figures = (moving: number, margin: number) => [
  ["Month", "Revenue", "Customers at start", "New customers", "Lost", "Gross margin"],
  ...Array.from({ length: 24 }, (_, month) => [
    new Date(Date.UTC(2024, month, 1)),
    1000,
    100,
    moving,
    moving,
    margin,
  ]),
];

describe("a value below what customers have paid", () => {
  test("is not doubted where it is gross profit, and only the revenue is above it", async () => {
    // 330 customers have paid 24,000 in all, 73 each, of which 36 is profit; the value is 50.
    fill("Figures", figures(10, 0.5));
    const answer = (await answerOn(workbook, "Figures"))!;
    expect(answer.value.figure.cells[0]![0]).toBeCloseTo(50, 9);
    expect((await doubtsOn("Figures")).filter((text) => text.includes("already"))).toEqual([]);
  });

  test("is doubted, in gross profit too, where those of the first years paid more", async () => {
    const rows = figures(10, 0.5).map((row, index) =>
      index > 0 && index < 12 ? [row[0], 9000, ...row.slice(2)] : row,
    );
    fill("Figures", rows);
    // (11 × 9,000 + 13 × 1,000) × 50% ÷ 330
    const paid = (112_000 * 0.5) / 330;
    expect(await doubtsOn("Figures")).toContain(
      `Customers have already brought in ${paid} each, more than this value: early customers paid more or stayed longer than today's. Look at the trend.`,
    );
  });
});

describe("few who were lost", () => {
  test("for figures by period, a longer window counts more of them", async () => {
    const rows = figures(0, 1).map((row, index) =>
      index > 0 && index % 6 === 0 ? [...row.slice(0, 3), 1, 1, 1] : row,
    );
    fill("Figures", rows);
    const [first] = await doubtsOn("Figures");
    expect(first).toMatch(
      /^Only 2 customers were lost in the period that counts.*A longer window counts more\.$/,
    );
  });

  test("for a list of customers as they stand, no window is mentioned", async () => {
    fill("Gym", [
      ["Customer", "Tenure in months", "Monthly fee", "Churned"],
      ...Array.from({ length: 60 }, (_, row) => [`C${row}`, 5 + (row % 20), 30, row < 3 ? "Yes" : "No"]),
    ]);
    const [first] = await doubtsOn("Gym");
    expect(first).toMatch(
      /^Only 3 customers were lost in the period that counts, too few for a value: the estimate is [\d.]+\.$/,
    );
  });
});

test("revenue ÷ churn is left out if nobody could be lost in the whole window", async () => {
  const said = async (inactive_after: number) => {
    workbook.dispose();
    workbook = openSample("Orders");
    const request = { ...(await requestOn(workbook, "Orders")), changes: { inactive_after } };
    const { headline } = (await ask("answerFrom", request))!;
    return headline.beside.map((one) => written(one, ({ value }) => String(value))).join(" ");
  };
  // The data cover 29 whole months: a pause of 12 leaves a window of 12, one of 24 does not.
  expect(await said(12)).toContain("Revenue per customer ÷ churn would give ");
  expect(await said(24)).toContain(
    "Revenue per customer ÷ churn is not possible yet: a customer counts as lost after 24 months without an order, and the data cover only 29 months.",
  );
});
