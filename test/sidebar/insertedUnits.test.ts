import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { catalogue } from "../../build/catalogue";
import { sections } from "../../src/functions";
import { isDate } from "../../src/sheet/cell";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeAll(() => {
  workbook = openSample("Orders", "Subscriptions", "Monthly", "Acquisition spend");
});

afterAll(() => workbook.dispose());

const money = '"€"#,##0.00';
const [share, count, periods, number] = ["0.0%", "#,##0", "#,##0.0", "#,##0.00"];

/** The formats of a table's cells by the text of its header or, for blocks of labelled rows, of its first column. */
function formatsIn(tab: string, row: number, column: number, by: "columns" | "rows") {
  const sheet = workbook.services.SpreadsheetApp.getActive().getSheetByName(tab)!;
  const height = sheet.getLastRow() - row + 1;
  const width = sheet.getLastColumn() - column + 1;
  const area = sheet.getRange(row, column, height, width);
  const [values, formats] = [area.getValues(), area.getNumberFormats()];
  const seen: Record<string, string> = {};
  values.slice(1).forEach((cells, at) =>
    cells.forEach((cell, index) => {
      if (typeof cell !== "number" && !isDate(cell)) return;
      const key = String(by === "columns" ? values[0]![index] : cells[0]);
      seen[key] = isDate(cell) ? "a day" : formats[at + 1]![index]!;
      // A day under a number format would show as a number.
      if (isDate(cell)) expect(formats[at + 1]![index]).not.toMatch(/[#%€]/);
    }),
  );
  return seen;
}

async function insertedTable(tab: string, title: string, by: "columns" | "rows" = "columns") {
  const answer = (await answerOn(workbook, tab))!;
  const { recipe } = answer.tables.find((one) => one.title === title)!;
  const request = { setup: answer.setup, recipe, label: title, format: "", moneyFormat: money };
  const { at } = await ask("insert", { ...request, newTab: `${tab} ${title}`.slice(0, 60) });
  return formatsIn(at!.tab, 1, 1, by);
}

async function insertedCall(tab: string, name: string, by: "columns" | "rows" = "columns") {
  const { args } = catalogue(sections)
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.name === name)!;
  const filled = (await ask("fillCall", { ...(await requestOn(workbook, tab)), name, args }))!;
  const { recipe, setup } = filled;
  const request = { setup, recipe, label: name, format: "", moneyFormat: money };
  const { at } = await ask("insert", { ...request, newTab: `${tab} ${name}` });
  return formatsIn(at!.tab, 1, 1, by);
}

describe("a table inserted by its button shows each figure in its unit", () => {
  test.each<[string, string, Record<string, string>]>([
    [
      "Orders",
      "CLV Periods",
      {
        Period: "a day",
        Revenue: money,
        "Customers at start": count,
        New: count,
        Returned: count,
        Lost: count,
        Customers: count,
        "Churn rate": share,
        "Revenue per customer": money,
      },
    ],
    [
      "Orders",
      "CLV Trend",
      {
        Period: "a day",
        "Revenue per customer": money,
        "Churn rate": share,
        Lifetime: periods,
        CLV: money,
        Change: money,
        "Change %": share,
        "Year-ago change %": share,
      },
    ],
    [
      "Orders",
      "CLV Predictions",
      {
        Orders: count,
        "CLV to date": money,
        "P(alive)": share,
        "Expected orders": number,
        "Expected order value": money,
        "Predicted CLV": money,
        Low: money,
        High: money,
        "Total CLV": money,
        "Value at risk": money,
      },
    ],
    [
      "Orders",
      "CLV RFM",
      { "Recency days": count, Frequency: count, Monetary: money, R: count, F: count, M: count },
    ],
    [
      "Subscriptions",
      "CLV Movements",
      {
        Period: "a day",
        "Customers at start": count,
        New: count,
        Returned: count,
        Lost: count,
        "Customers at end": count,
        "MRR at start": money,
        "New MRR": money,
        Expansion: money,
        Contraction: money,
        "Lost MRR": money,
        Reactivation: money,
        "MRR at end": money,
        "Customer churn": share,
        "Revenue churn": share,
        GRR: share,
        NRR: share,
        "Revenue per customer": money,
      },
    ],
    ["Monthly", "CLV Interval", { Estimate: money, Low: money, High: money }],
    ["Monthly", "CLV Definitions", { Value: money }],
  ])("on %s: %s", async (tab, title, expected) => {
    expect(await insertedTable(tab, title)).toEqual(expected);
  });

  test("CLV Bridge has days as days, and each driver in its own unit", async () => {
    expect(await insertedTable("Orders", "CLV Bridge", "rows")).toEqual({
      "CLV then": money,
      "Revenue per customer": money,
      Lifetime: money,
      "CLV now": money,
    });
    const tab = workbook.services.SpreadsheetApp.getActive().getSheetByName("Orders CLV Bridge")!;
    const rows = tab.getRange(2, 1, 4, 3);
    const formats = rows.getNumberFormats().map(([, from, to]) => [from, to]);
    expect(formats[1]).toEqual([money, money]);
    expect(formats[2]).toEqual([periods, periods]);
    expect([formats[0]![0], formats[3]![1]].join()).not.toMatch(/[#%€]/);
  });

  test("CLV Cohorts are shares at each age", async () => {
    const { Cohort, Customers, ...ages } = await insertedTable("Orders", "CLV Cohorts");
    expect([Cohort, Customers]).toEqual(["a day", count]);
    expect(new Set(Object.values(ages))).toEqual(new Set([share]));
  });
});

describe("a function inserted from the list shows each figure in its unit", () => {
  test("CLV_FIT: customers are counted, From and To are days, orders are money, parameters stay as they are", async () => {
    const formats = await insertedCall("Orders", "CLV_FIT", "rows");
    expect(formats).toMatchObject({
      Customers: count,
      "Repeat customers": count,
      From: "a day",
      To: "a day",
      AIC: number,
      "First order value": money,
      "Frequency-value correlation": number,
    });
    for (const parameter of ["r", "alpha"]) expect(formats[parameter]).not.toMatch(/[€%]/);
  });

  test("CLV_TENURE and CLV_SURVIVAL", async () => {
    expect(await insertedCall("Subscriptions", "CLV_TENURE", "rows")).toMatchObject({
      Customers: count,
      Lost: count,
      "Median lifetime (months)": periods,
      "Churn per month": share,
    });
    expect(await insertedCall("Subscriptions", "CLV_SURVIVAL")).toEqual({
      Time: periods,
      "At risk": count,
      Lost: count,
      Censored: count,
      Survival: share,
      Low: share,
      High: share,
    });
  });

  test("CLV_ALIVE over all customers: each is a share, and the first row is not a header", async () => {
    const filled = await insertedCall("Orders", "CLV_ALIVE");
    expect(new Set(Object.values(filled))).toEqual(new Set([share]));
  });
});
