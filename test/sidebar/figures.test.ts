import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { termText } from "../../src/recipe/text";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Monthly", "Customers by month");
});

afterEach(() => workbook.dispose());

/** A month as exports write it; without one it stays a date. */
const writtenMonths: readonly (readonly [claim: string, write?: (month: Date) => string])[] = [
  ["dates"],
  [
    "text with the month in words",
    (month) => month.toLocaleString("en", { month: "short", year: "numeric" }),
  ],
  [
    "text with the month in French",
    (month) => month.toLocaleString("fr", { month: "long", year: "numeric" }),
  ],
  ["text with the month first", (month) => `${month.getUTCMonth() + 1}/${month.getUTCFullYear()}`],
  ["text dates without zeros", (month) => `1/${month.getUTCMonth() + 1}/${month.getUTCFullYear()}`],
];

describe("a tab of monthly figures has the value and the course of the oldest first", () => {
  const orders: readonly (readonly [string, (rows: unknown[][]) => unknown[][]])[] = [
    ["the oldest first", (rows) => rows],
    ["the newest first", (rows) => rows.slice().reverse()],
    ["no order of time", (rows) => rows.slice().sort(([, a], [, b]) => (a as number) - (b as number))],
  ];
  const cases = writtenMonths.flatMap(([months, write]) =>
    orders.map(([order, arrange]) => ({ months, write, order, arrange })),
  );

  test.each(cases)("with months as $months in $order", async ({ write, arrange }) => {
    const inOrder = (await answerOn(workbook, "Monthly"))!;
    const monthly = spreadsheet().getSheetByName("Monthly")!;
    const rows = monthly.getRange(2, 1, monthly.getLastRow() - 1, monthly.getLastColumn());
    const written = arrange(rows.getValues()).map(([month, ...figures]) => [
      write ? `'${write(month as Date)}` : (month as Date),
      ...(figures as number[]),
    ]);
    rows.setValues(written);
    const [asked] = (await tablesOn(workbook, "Monthly")).filter(({ tab }) => tab === "Monthly");
    const open = asked!.columns.find(({ dates }) => dates === "ambiguous");
    const columns = asked!.columns.map((one) =>
      one === open ? { ...one, dates: "dayFirst" as const } : one,
    );
    const request = { ...(await requestOn(workbook, "Monthly")), table: { ...asked!, columns } };
    const turned = (await ask("answerFrom", request))!;
    const value = inOrder.value.figure.cells[0]![0] as number;
    expect(turned.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    expect(turned.trend!.cells.map(([day]) => day)).toEqual(inOrder.trend!.cells.map(([day]) => day));
    const insertion = { setup: turned.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: turned.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  });
});

describe("figures with their months across have the value and the course of those below each other", () => {
  const write = (columns: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet("Board report");
    sheet.insertColumnsAfter(sheet.getMaxColumns(), columns.length);
    const rows = columns[0]!.map((_, row) => columns.map((column) => column[row]!));
    sheet.getRange(3, 1, rows.length, columns.length).setValues(rows);
  };
  const columns = () => {
    const [header, ...months] = spreadsheet().getSheetByName("Monthly")!.getDataRange().getValues();
    return { header: header!, months };
  };

  test.each<[string, (months: unknown[][]) => unknown[][]]>([
    ["the oldest first", (months) => months],
    ["the newest first", (months) => months.slice().reverse()],
    [
      "a total after each third month",
      (months) =>
        months.flatMap((month, at) => (at % 3 === 2 ? [month, ["Total", ...month.slice(1)]] : [month])),
    ],
    [
      "months to come that are still blank",
      (months) => [...months, [new Date("2026-07-01"), "", "", "", "", ""]],
    ],
  ])("with %s", async (name, arrange) => {
    const totals = name.startsWith("a total") ? 9 : 0;
    const upright = (await answerOn(workbook, "Monthly"))!;
    const { header, months } = columns();
    write([header, ...arrange(months)]);
    const across = (await answerOn(workbook, "Board report"))!;
    const value = upright.value.figure.cells[0]![0] as number;
    expect(across.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    expect(across.trend!.cells.map(([day]) => day)).toEqual(upright.trend!.cells.map(([day]) => day));
    expect(across.cautions.filter((caution) => /left out/i.test(caution))).toEqual(
      totals === 0 ? [] : [`Left out: ${totals} columns (total).`],
    );
    const insertion = { setup: across.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: across.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  });

  test("and include a month added next to them", async () => {
    const { header, months } = columns();
    write([header, ...months.slice(0, -1)]);
    const across = (await answerOn(workbook, "Board report"))!;
    expect(across.value.figure.text).toContain("TRANSPOSE('Board report'!B4:4)");
    const insertion = { setup: across.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: across.value.recipe });
    spreadsheet()
      .getSheetByName("Board report")!
      .getRange(3, months.length + 1, header.length, 1)
      .setValues(months[months.length - 1]!.map((cell) => [cell]));
    const upright = (await answerOn(workbook, "Monthly"))!;
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(
      upright.value.figure.cells[0]![0] as number,
      9,
    );
  });
});

test("the gross margin of the figures is used, and the answer says of what it is the mean", async () => {
  const answer = (await answerOn(workbook, "Monthly"))!;
  const { key, value } = answer.setup.lines.find(({ label }) => label === "Gross margin")!;
  expect(key).toBe("gross_margin@1");
  expect(termText(value, () => "")).toBe(
    'LET(filled, FILTER(Monthly!F2:F, Monthly!F2:F<>""), AVERAGE(FILTER(filled, SEQUENCE(ROWS(filled))>ROWS(filled)-12)))',
  );
  const said = "The gross margin is the mean of the last 12 values of “Gross margin”.";
  expect(answer.cautions).toContain(said);
  const request = await requestOn(workbook, "Monthly");
  const typed = (await ask("answerFrom", { ...request, changes: { gross_margin: 0.5 } }))!;
  expect(typed.cautions).not.toContain(said);
  await ask("saveSetup", answer.setup);
  const kept = (await answerOn(workbook, "Monthly"))!;
  expect(kept.cautions).toContain(said);
  expect(kept.value.figure.cells).toEqual(answer.value.figure.cells);
});

test("churn in percent is recognised from all known cells, not from the first ones below 1", async () => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  monthly.getRange(1, 5).setValue("Churn rate");
  const rates = monthly.getRange(2, 5, monthly.getLastRow() - 1, 1);
  const percent = rates.getValues().map((_, row) => 0.7 + row / 20);
  rates.setValues(percent.map((rate) => [rate / 100]));
  const before = (await answerOn(workbook, "Monthly"))!;
  rates.setValues(percent.map((rate) => [rate]));
  const after = (await answerOn(workbook, "Monthly"))!;
  expect(after.value.figure.cells[0]![0]).toBeCloseTo(before.value.figure.cells[0]![0] as number, 6);
});

test.each([
  ["numbers such as 57.5", (share: number) => share * 100],
  ["text such as 57,5 %", (share: number) => `${String(share * 100).replace(".", ",")} %`],
])("gross margins and churn written as %s count as percentages", async (_, written) => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const rows = monthly.getRange(2, 1, monthly.getLastRow() - 1, 6);
  const figures = rows.getValues() as number[][];
  monthly.getRange(1, 5).setValue("Churn rate");
  const write = (as: (share: number) => number | string) =>
    rows.setValues(
      figures.map(([month, revenue, customers, joined, lost, margin]) => [
        month!,
        revenue!,
        customers!,
        joined!,
        as(Math.round((lost! / customers!) * 1e4) / 1e4),
        as(margin!),
      ]),
    );
  write((share) => share);
  const before = (await answerOn(workbook, "Monthly"))!;
  write(written);
  const after = (await answerOn(workbook, "Monthly"))!;
  expect(before.value.figure.cells[0]![0]).toBeGreaterThan(0);
  expect(after.value.figure.cells[0]![0]).toBeCloseTo(before.value.figure.cells[0]![0] as number, 6);
});

test.each(["Customers by month", "Monthly"])(
  "%s with twelve months without a year have the value of those with one",
  async (tab) => {
    const name = (cell: unknown) => (cell as Date).toLocaleString("fr", { month: "long", timeZone: "UTC" });
    const cells = spreadsheet().getSheetByName(tab)!.getDataRange().getValues();
    const isGrid = tab === "Customers by month";
    const year = isGrid
      ? cells
          .map((row) => [row[0], ...row.slice(-12)])
          .filter((row, at) => at === 0 || row.slice(1).some(Boolean))
      : [cells[0]!, ...cells.slice(-12)];
    const bare: unknown[][] = year.map((row, r) =>
      row.map((cell, c) => ((isGrid ? r === 0 && c > 0 : r > 0 && c === 0) ? name(cell) : cell)),
    );
    const backwards = isGrid
      ? bare.map(([first, ...others]) => [first, ...others.slice().reverse()])
      : [bare[0]!, ...bare.slice(1).reverse()];
    for (const [sheetName, rows] of [
      ["Dated", year],
      ["Bare", bare],
      ["Backwards", backwards],
    ] as const) {
      const sheet = spreadsheet().insertSheet(sheetName);
      sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
      sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    }
    const [withYears, without] = [(await answerOn(workbook, "Dated"))!, (await answerOn(workbook, "Bare"))!];
    const value = withYears.value.figure.cells[0]![0] as number;
    expect(value).toBeGreaterThan(0);
    expect(without.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    expect((await answerOn(workbook, "Backwards"))!.value.figure.cells).toEqual([[expect.closeTo(value, 9)]]);
    const insertion = { setup: without.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: without.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  },
);

test("figures that are sorted by their months say how many have none, also far below the first ones", async () => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const [header, ...months] = monthly.getDataRange().getValues();
  /** The same months of five times as many years, the latest first. */
  const rows = Array.from({ length: 5 }, (_, round) =>
    months
      .map(([month, ...figures]) => [
        new Date(Date.UTC((month as Date).getUTCFullYear() - 3 * round, (month as Date).getUTCMonth(), 1)),
        ...figures,
      ])
      .reverse(),
  ).flat();
  const sum = ["Total", 9, 9, 9, 9, 0.5];
  const write = (name: string, body: unknown[][]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(sheet.getMaxRows(), body.length);
    sheet.getRange(1, 1, body.length + 1, header!.length).setValues([header!, ...body]);
  };
  write("Whole", rows);
  write("One", [...rows.slice(0, 77), sum, ...rows.slice(77)]);
  write("Two", [sum, ...rows.slice(0, 77), sum, ...rows.slice(77)]);
  const [whole, one, two] = [
    await answerOn(workbook, "Whole"),
    await answerOn(workbook, "One"),
    await answerOn(workbook, "Two"),
  ];
  const leftOut = (answer: typeof whole) => answer!.cautions.filter((caution) => /left out/i.test(caution));
  expect(leftOut(whole)).toEqual([]);
  expect(leftOut(one)).toEqual(["Left out: 1 row (total)."]);
  expect(leftOut(two)).toEqual(["Left out: 2 rows (total)."]);
  expect(one!.value.figure.cells).toEqual(whole!.value.figure.cells);
  expect(two!.value.figure.cells).toEqual(whole!.value.figure.cells);
});

test.each([
  ["blank", ""],
  ["0", 0],
])("months to come that are still %s are not taken for now", async (_, figure) => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const last = monthly.getLastRow();
  const before = (await answerOn(workbook, "Monthly"))!;
  monthly
    .getRange(last + 1, 1, 2, 6)
    .setValues(
      [6, 7].map((month) => [new Date(Date.UTC(2026, month, 1)), figure, figure, figure, figure, ""]),
    );
  const after = (await answerOn(workbook, "Monthly"))!;
  expect(after.value.figure.cells).toEqual(before.value.figure.cells);
  expect(after.trend!.cells).toEqual(before.trend!.cells);
  expect(after.cautions).toEqual(before.cautions);
});
