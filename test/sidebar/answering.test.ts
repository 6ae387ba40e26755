import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

// The acquisition cost of the tabs comes from the spend.
beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Customers by month", "Monthly", "Acquisition spend");
});

const near = (value: number): unknown => expect.closeTo(value, 6);

/** Tabs of the sample workbook with data of a business, and the formula that an analyst would type for each. */
const dataTabs = ["Orders", "Subscriptions", "Customers by month", "Monthly"] as const;

afterEach(() => workbook.dispose());

describe("every tab with data leads to a live value", () => {
  test.each(dataTabs)("of %s, whose inserted formula shows what its card showed", async (tab) => {
    const answer = (await answerOn(workbook, tab))!;
    const shown = answer.value.figure.cells[0]![0];
    expect(answer.value.figure.error).toBeUndefined();
    expect(shown).toBeGreaterThan(0);
    const { at, message } = await ask("insert", {
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab: "CLV",
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
    expect(message).toMatch(
      /^Inserted in B1 of CLV\. New tabs?: CLV Setup with its assumptions(, CLV Data with the data that it uses)?$/,
    );
    const cell = spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell);
    expect(cell.getValue()).toBeCloseTo(shown as number, 9);
    expect(cell.getFormula()).toBe(answer.value.figure.text);
  });

  test("a table shown by one of our formulas is not a source, nor are its values once they replace it", async () => {
    const results = spreadsheet().insertSheet("Results", 0);
    results.getRange("A1").setFormula("=CLV_KPIS(Orders!B2:B, Orders!C2:C, Orders!D2:D)");
    expect(results.getRange("B1").getValue()).toBe("Revenue");
    const tabs = async () => (await tablesOn(workbook, "Results")).map(({ tab }) => tab);
    expect(await tabs()).toContain("Orders");
    expect(await tabs()).not.toContain("Results");
    await ask("sharingStep", "freezeFormulas");
    expect([results.getRange("A1").getFormula(), results.getRange("B1").getValue()]).toEqual(["", "Revenue"]);
    expect(await tabs()).not.toContain("Results");
  });

  test("the value of the orders is what the functions give when typed over the same cells", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    const sheet = spreadsheet().insertSheet("By hand");
    sheet.getRange("A1").setFormula("=CLV_HORIZON(Orders!B2:B, Orders!C2:C, Orders!D2:D, 24)");
    const [, [months, value, low, high]] = sheet.getRange("A1:D2").getValues() as [unknown[], number[]];
    expect(answer.headline.title).toBe(`Value of a new customer over ${months} months`);
    expect(answer.value.figure.cells).toEqual([[near(value!)]]);
    expect([answer.headline.low, answer.headline.high]).toEqual([near(low!), near(high!)]);
  });
});

test("monthly figures fill the window although the tab goes on below them", async () => {
  const answer = (await answerOn(workbook, "Monthly"))!;
  const sheet = spreadsheet().insertSheet("By hand");
  const value = sheet
    .getRange("A1")
    .setFormula("=CLV_ROLLING(Monthly!B2:B31, Monthly!C2:C31, Monthly!E2:E31, 12, AVERAGE(Monthly!F20:F31))");
  expect(answer.window).toBe(12);
  expect(answer.value.figure.cells).toEqual([[expect.closeTo(value.getValue() as number, 9)]]);
});

describe("a recipe's value is what its formula shows", () => {
  const shownBy = (formula: string): unknown[][] => {
    const sheet = spreadsheet().insertSheet();
    sheet.insertRowsAfter(sheet.getMaxRows(), 6000);
    sheet.insertColumnsAfter(sheet.getMaxColumns(), 30);
    sheet.getRange("A1").setFormula(formula);
    const values = sheet.getDataRange().getValues();
    spreadsheet().deleteSheet(sheet);
    return values;
  };

  test.each(dataTabs)("for all figures and tables of %s", async (tab) => {
    const { setup, value, costs, tables } = (await answerOn(workbook, tab))!;
    const [format, moneyFormat, label] = ["", "0.00", "CLV"];
    const course = tables.find(({ title }) => title === "CLV Trend")!;
    for (const { recipe } of [value, course])
      await ask("insert", { setup, recipe, newTab: "CLV", label, format, moneyFormat });
    const recipes = [value, ...costs, ...tables].map(({ recipe }) => recipe);
    const figures = await ask("compute", { setup, recipes });
    figures.forEach(({ text, cells, rows, error }) => {
      expect([text, error]).toEqual([text, undefined]);
      const shown = shownBy(text);
      expect([text, shown.length]).toEqual([text, rows]);
      const expected = cells.map((row) =>
        row.map((cell) => {
          if (typeof cell === "number") return near(cell);
          return typeof cell === "object" ? `${cell.date}T00:00:00.000Z` : cell;
        }),
      );
      expect(JSON.parse(JSON.stringify(shown.slice(0, expected.length)))).toEqual(expected);
    });
  });
});

describe("the spend of another tab", () => {
  const counting = async (counted: (count: number, row: number) => number) => {
    const sheet = spreadsheet().getSheetByName("Acquisition spend")!;
    const cells = sheet.getDataRange().getValues();
    const column = cells[0]!.indexOf("New customers");
    expect(column).toBeGreaterThan(0);
    cells.slice(1).forEach((row, index) => {
      const cell = sheet.getRange(index + 2, column + 1);
      if (typeof row[column] === "number") cell.setValue(counted(row[column], index));
    });
    return (await answerOn(workbook, "Orders"))!;
  };

  test("gives the acquisition cost where it counts about as many new customers as the data have", async () => {
    for (const times of [1, 2]) {
      const { assumed, costs, cautions } = await counting((count) => count * times);
      expect([assumed["cac"], costs.length]).toEqual([null, 2]);
      expect(cautions).toContain("The acquisition cost comes from the tab Acquisition spend.");
    }
  });

  test.each<[string, (count: number, row: number) => number]>([
    ["many more", (count) => count * 20],
    ["hardly any", (_, row) => (row % 9 === 0 ? 1 : 0)],
  ])("is left out with a sentence where it counts %s", async (_, counted) => {
    const { assumed, costs, cautions } = await counting(counted);
    expect([assumed["cac"], costs]).toEqual(["", []]);
    expect(cautions.join()).toMatch(
      /The acquisition cost on the tab Acquisition spend is not used: it counts [\d,.]+ new customers where the data have \d+ in the same months/,
    );
    expect(cautions.join()).not.toContain("comes from");
  });
});

describe("the check of the rows", () => {
  const findings = async (headers: readonly string[]) => {
    const sheet = spreadsheet().insertSheet("Rows");
    const rows = Array.from({ length: 60 }, (_, row) => [
      `'INV-${1000 + Math.floor(row / 3)}`,
      `c${Math.floor(row / 3) % 11}@example.org`,
      new Date(Date.UTC(2025, Math.floor(row / 6), 5)),
      2.95,
      1,
    ]);
    sheet.getRange(1, 1, 61, 5).setValues([headers.slice(), ...rows]);
    const figure = (await ask("checkRows", await requestOn(workbook, "Rows")))!;
    expect(figure.error).toBeUndefined();
    return figure.cells.map(([check]) => check);
  };

  test("finds rows of orders that are exact duplicates", async () => {
    const found = await findings(["Order ID", "Email", "Order date", "Total", "Items"]);
    expect(found).toContain("Exact duplicate rows");
  });

  test("says nothing of lines of an order that are alike", async () => {
    const found = await findings(["Invoice no.", "Email", "Invoice date", "Unit price", "Quantity"]);
    expect(found).toContain("Rows read");
    expect(found).not.toContain("Exact duplicate rows");
  });
});
