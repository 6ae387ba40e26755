import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { buildReportOn, cellsOf, formulasOfReport } from "../support/report";
import { simulatedHistories } from "../support/histories";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Orders");
});

afterEach(() => workbook.dispose());

/** Simulated customers as lifetimes sums them up, times in days, or in weeks as it writes them. */
const customers = simulatedHistories("mbg/nbd", [0.5, 6, 0.9, 1.6], [6, 4, 16], {
  customers: 400,
  weeks: 60,
  byDay: true,
}).map(({ customer, purchaseDays: days, purchaseAmounts: amounts }) => {
  const repeats = amounts.slice(1);
  const spent = repeats.reduce((total, amount) => total + amount, 0);
  return {
    customer,
    frequency: repeats.length,
    recency: days.at(-1)! - days[0]!,
    age: 60 * 7 - days[0]!,
    monetaryValue: repeats.length > 0 ? spent / repeats.length : 0,
  };
});

const inWeeks = (days: number) => Number((days / 7).toFixed(2));

/** Puts them on a tab; the last columns may be left out. */
function put(unit: "days" | "weeks", columns = 5): void {
  const time = unit === "days" ? (days: number) => days : inWeeks;
  const rows = customers.map(({ customer, frequency, recency, age, monetaryValue }) => [
    customer,
    frequency,
    time(recency),
    time(age),
    monetaryValue,
  ]);
  const header = ["customer_id", "frequency", "recency", "T", "monetary_value"];
  const cells = [header, ...rows].map((row) => row.slice(0, columns));
  spreadsheet().insertSheet("Summary").getRange(1, 1, cells.length, columns).setValues(cells);
}

/** What a formula typed on a tab of its own gives. */
function typed(formula: string): unknown {
  const sheet = spreadsheet().getSheetByName("By hand") ?? spreadsheet().insertSheet("By hand");
  return sheet.getRange("A1").setFormula(formula).getValue();
}

const near = (value: unknown): unknown => expect.closeTo(value as number, 6);
const fitBy = (period: string) =>
  `CLV_FIT_HISTORIES(Summary!B2:B, Summary!C2:C, Summary!D2:D, Summary!E2:E, , "mbg/nbd", "${period}")`;

describe("purchases that are summed up already lead to a live value", () => {
  test("which is what the functions give when typed over the same cells", async () => {
    put("weeks");
    const { headline, value, setup } = (await answerOn(workbook, "Summary"))!;
    expect(headline.title).toBe("Value of a new customer over 24 months");
    expect(value.figure.cells).toEqual([[near(typed(`=CLV_NEW_CUSTOMER(${fitBy("week")}, 24, 0)`))]]);
    const { at } = await ask("insert", {
      setup,
      recipe: value.recipe,
      newTab: "CLV",
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
    const cell = spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell);
    expect(cell.getValue()).toEqual(near(value.figure.cells[0]![0]));
    expect(cell.getFormula().length).toBeLessThan(250);
  });

  test("which says its months also where the horizon is blank", async () => {
    put("weeks");
    const request = { ...(await requestOn(workbook, "Summary")), changes: { horizon: null } };
    const { headline, value } = (await ask("answerFrom", request))!;
    expect(headline.title).toBe("Value of a new customer over 12 months");
    expect(value.figure.cells).toEqual([[near(typed(`=CLV_NEW_CUSTOMER(${fitBy("week")}, 12, 0)`))]]);
    await buildReportOn(workbook, "Summary", "live", request.changes);
    expect(cellsOf(workbook, "CLV Report").flat()).toContainEqual(
      expect.stringMatching(/^A new customer brings in [\d.]+ in revenue in the first 12 months\.$/),
    );
  });

  test("with who came back, what an order is worth, who is still active, and what all of them will bring", async () => {
    put("weeks");
    const { headline } = (await answerOn(workbook, "Summary"))!;
    const [cameBack, order, active] = headline.facts.map(({ value }) => value);
    expect(cameBack).toBe(customers.filter(({ frequency }) => frequency > 0).length / customers.length);
    expect(order).toEqual(near(typed(`=CLV_EXPECTED_SPEND(${fitBy("week")})`)));
    const histories = "Summary!B2:B401, Summary!C2:C401, Summary!D2:D401";
    expect(active).toEqual(near(typed(`=AVERAGE(CLV_ALIVE(${fitBy("week")}, ${histories}))`)));
    const sum = typed(`=SUM(CLV_EXPECTED_VALUE(${fitBy("week")}, ${histories}, Summary!E2:E401, 24, 0))`);
    expect(headline.beside.flat()).toContainEqual({ value: near(sum), unit: "money" });
  });

  test("and to a report without an error, live and short", async () => {
    put("weeks");
    await buildReportOn(workbook, "Summary", "live");
    const cells = cellsOf(workbook, "CLV Report").flat().map(String);
    expect(cells.filter((cell) => cell.startsWith("#"))).toEqual([]);
    expect(cells).toContainEqual(
      expect.stringMatching(/^A new customer brings in [\d.]+ in revenue in the first 24 months\.$/),
    );
    const { tooLong, others } = formulasOfReport(workbook);
    expect([tooLong, others]).toEqual([[], []]);
  });

  test("and fill in the functions that take histories", async () => {
    put("weeks");
    const request = await requestOn(workbook, "Summary");
    const required = (...names: string[]) => names.map((name) => ({ name, isOptional: false }));
    const call = async (name: string, ...names: string[]) =>
      (await ask("fillCall", { ...request, name, args: required(...names) }))!.figure;
    const alive = await call("CLV_ALIVE", "fit", "frequency", "recency", "age");
    expect(alive.error).toBeUndefined();
    expect(alive.rows).toBeGreaterThanOrEqual(400);
    const fit = await call("CLV_FIT_HISTORIES", "frequency", "recency", "age", "repeat_value");
    expect(fit.cells.find(([item]) => item === "Customers")?.[1]).toBe(400);
  });
});

describe("what the times count", () => {
  const questions = async () => (await requestOn(workbook, "Summary")).table.questions ?? [];

  test("is seen from parts of a week", async () => {
    put("weeks");
    expect((await requestOn(workbook, "Summary")).table.unitOfTime).toBe("week");
    expect(await questions()).toEqual([]);
  });

  test("is asked where they are whole numbers, and then decides", async () => {
    put("days");
    expect(await questions()).toEqual([
      expect.stringMatching(
        /^Nothing says what "recency" and "T" count: they are taken as days, such as 4\d\d\. If they count something else, set Period$/,
      ),
    ]);
    const request = await requestOn(workbook, "Summary");
    const valueBy = async (period: string) =>
      (await ask("answerFrom", { ...request, changes: { period } }))!.value.figure.cells[0]![0];
    expect(await valueBy("day")).toEqual(near(typed(`=CLV_NEW_CUSTOMER(${fitBy("day")}, 24, 0)`)));
    expect(await valueBy("week")).toEqual(near(typed(`=CLV_NEW_CUSTOMER(${fitBy("week")}, 24, 0)`)));
  });

  test("gives the same value in days as in weeks", async () => {
    put("days");
    const inDays = (await answerOn(workbook, "Summary"))!.value.figure.cells[0]![0] as number;
    spreadsheet().deleteSheet(spreadsheet().getSheetByName("Summary")!);
    put("weeks");
    const value = (await answerOn(workbook, "Summary"))!.value.figure.cells[0]![0] as number;
    // Weeks are rounded to hundredths.
    expect(Math.abs(value / inDays - 1)).toBeLessThan(1e-3);
  });
});

test("rows that several customers share count as many times", async () => {
  const header = ["frequency", "recency", "age", "repeat_value", "customers"];
  const rows = customers.map(({ frequency, recency, age, monetaryValue }, row) => [
    frequency,
    inWeeks(recency),
    inWeeks(age),
    monetaryValue,
    1 + (row % 3),
  ]);
  spreadsheet()
    .insertSheet("Summary")
    .getRange(1, 1, 401, 5)
    .setValues([header, ...rows]);
  const { headline } = (await answerOn(workbook, "Summary"))!;
  const each = rows.flatMap((row) => Array.from({ length: row[4]! }, () => row.slice(0, 4)));
  spreadsheet().insertSheet("Each").getRange(1, 1, each.length, 4).setValues(each);
  const fit = `CLV_FIT_HISTORIES(Each!A1:A${each.length}, Each!B1:B${each.length}, Each!C1:C${each.length}, Each!D1:D${each.length}, , "mbg/nbd")`;
  expect(headline.figure.cells).toEqual([[near(typed(`=CLV_NEW_CUSTOMER(${fit}, 24, 0)`))]]);
  expect(headline.facts.map(({ title }) => title)).toEqual(["Came back", "Order value"]);
  expect(headline.beside).toEqual([]);
});

test("without the value of repeat purchases there is no value, and a note says what is missing", async () => {
  put("weeks", 4);
  expect(await answerOn(workbook, "Summary")).toBeNull();
  expect((await requestOn(workbook, "Summary")).table.notes).toEqual([
    "No column says what repeat purchases were worth: add their mean per customer, such as monetary_value",
  ]);
});
