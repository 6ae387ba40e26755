import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { tables } from "../../src/functions/tables";
import { placesIn } from "../../src/workbook/sample/places";
import { columnStyles } from "../../src/workbook/sample/reportTable";
import { reports } from "../../src/workbook/sample/reports";
import { builtAddon, openWorkbook, sampleWorkbook } from "../support/workbook";

const book = openWorkbook({
  code: builtAddon,
  snapshot: sampleWorkbook("sample"),
  timeZone: "Europe/Berlin",
});
const spreadsheet = book.services.SpreadsheetApp.getActive();
const values = (name: string) => spreadsheet.getSheetByName(name)!.getDataRange().getValues();
const body = (name: string) => values(name).slice(1);
const sum = (numbers: readonly unknown[]) => numbers.reduce((total: number, each) => total + Number(each), 0);

describe("the sample workbook", () => {
  test("is the same at every making", () => {
    expect(sampleWorkbook("a")).toEqual(sampleWorkbook("a"));
  });

  test("has the sheets of the walk-through in their order", () => {
    const names = [
      "Start here",
      "Trend",
      "New customers",
      "What changed",
      "Cohorts",
      "Value by age",
      "Segments",
      "Customers",
      "Predictions",
      "Movements",
      "Lifetimes",
      "What if",
      "Channels",
      "Programme",
      "Forecast",
      "Health",
      "Data check",
      "Unpivot",
      "Orders",
      "Subscriptions",
      "Subscribers",
      "Customers by month",
      "Monthly",
      "Acquisition spend",
      "Touches",
      "Loyalty card",
      "Usage",
    ];
    expect(spreadsheet.getSheets().map((sheet) => sheet.getName())).toEqual(names);
  });

  test("shows no error in any cell", () => {
    const faults = spreadsheet.getSheets().flatMap((sheet) =>
      sheet
        .getDataRange()
        .getDisplayValues()
        .flatMap((row, r) =>
          row.flatMap((text, c) =>
            /^#|NaN|Infinity/.test(text) ? [`${sheet.getName()} ${r + 1},${c + 1} ${text}`] : [],
          ),
        ),
    );
    expect(faults).toEqual([]);
  });

  test("has orders of 350 customers with refunds and guests, all within its 30 months", () => {
    const orders = body("Orders");
    const customers = new Set(orders.map((row) => row[1]).filter(Boolean));
    expect(customers.size).toBe(350);
    expect(orders.length).toBeGreaterThan(2300);
    expect(orders.length).toBeLessThan(2800);
    expect(orders.filter((row) => Number(row[3]) < 0).length).toBeGreaterThan(20);
    expect(orders.filter((row) => row[1] === "").length).toBe(30);
    const days = orders.map((row) => (row[2] as Date).getTime());
    expect(Math.min(...days)).toBeGreaterThanOrEqual(Date.parse("2024-01-01T00:00+01:00"));
    expect(Math.max(...days)).toBeLessThanOrEqual(Date.parse("2026-06-30T00:00+02:00"));
  });

  test("customers by month hold the orders' revenue in another shape", () => {
    const ordered = sum(
      body("Orders")
        .filter((row) => row[1] !== "")
        .map((row) => row[3]),
    );
    const spread = sum(body("Customers by month").map((row) => sum(row.slice(1))));
    expect(spread).toBeCloseTo(ordered, 6);
  });

  test("the monthly figures carry over: customers + new - lost are the next month's customers", () => {
    const months = body("Monthly");
    expect(months).toHaveLength(30);
    const next = months.map((row) => Number(row[2]) + Number(row[3]) - Number(row[4]));
    expect(months.slice(1).map((row) => row[2])).toEqual(next.slice(0, -1));
  });

  test("the new customers of each channel of spend are those whose first order came by it", () => {
    const seen = new Set<unknown>([""]);
    const won = new Map<string, number>();
    for (const [, customer, , , channel] of body("Orders")) {
      if (!seen.has(customer)) won.set(String(channel), (won.get(String(channel)) ?? 0) + 1);
      seen.add(customer);
    }
    const spent = body("Acquisition spend");
    const ofChannel = (name: string) => sum(spent.filter((row) => row[1] === name).map((row) => row[3]));
    expect(["Search ads", "Social ads", "Referral bonus"].map(ofChannel)).toEqual(
      ["Search", "Social", "Referral"].map((name) => won.get(name)),
    );
  });

  test("a third to half of those who ordered in the year before have a loyalty card, which adds a third of orders", () => {
    const isYearBefore = (day: Date) =>
      day >= new Date(Date.UTC(2025, 0, 1)) && day < new Date(Date.UTC(2026, 0, 1));
    const before = new Set(
      body("Orders").flatMap(([, customer, date]) =>
        customer !== "" && isYearBefore(date as Date) ? [customer] : [],
      ),
    );
    const members = body("Loyalty card").map(([name]) => name);
    expect(members.filter((name) => !before.has(name))).toEqual([]);
    expect(members.length / before.size).toBeGreaterThan(1 / 3);
    expect(members.length / before.size).toBeLessThan(1 / 2);
    // CLV_IMPACT finds within its limits what was put in.
    const [, , low, high] = values("Programme").find(([measure]) => measure === "Effect in %") as number[];
    expect([low! < 0.35, high! > 0.35]).toEqual([true, true]);
  });

  test("an upgraded subscription ends on the day the next row of its customer begins", () => {
    const rows = body("Subscriptions").filter((row) => row[3] !== "");
    const starts = new Set(
      body("Subscriptions").map((row) => `${String(row[0])} ${(row[2] as Date).getTime()}`),
    );
    const upgrades = rows.filter((row) => starts.has(`${String(row[0])} ${(row[3] as Date).getTime()}`));
    expect(upgrades.length).toBeGreaterThan(5);
  });
});

test("subscribers joined with their first subscription and left with their last", () => {
  const subscriptions = body("Subscriptions");
  const starts = new Map([...subscriptions].reverse().map((row) => [row[0], row[2]]));
  const ends = new Map(subscriptions.map((row) => [row[0], row[3]]));
  const subscribers = body("Subscribers");
  expect(new Set(subscribers.map(([customer]) => customer))).toEqual(new Set(starts.keys()));
  expect(subscribers).toHaveLength(starts.size);
  for (const [customer, joined, left] of subscribers) {
    expect([customer, joined, left]).toEqual([customer, starts.get(customer), ends.get(customer)]);
  }
});

describe("the sheets of tables", () => {
  const spilled = reports.flatMap(({ name, bands }) =>
    placesIn(bands).map(({ table, head }) => ({ name, top: head + 1, ...table })),
  );

  test.each(spilled)("$formula fills its place on $name", (table) => {
    const { name, top, column, rows, formula } = table;
    const sheet = spreadsheet.getSheetByName(name)!;
    const cells = (fromRow: number, height: number) =>
      sheet.getRange(fromRow, column + 1, height, columnStyles(table).length).getDisplayValues();
    expect(sheet.getRange(top, column + 1).getFormula()).toBe(formula);
    expect(cells(top, 1)[0]!.filter((heading) => heading === "")).toEqual([]);
    const filled = cells(top, rows + 8).filter((row) => row.some((text) => text !== ""));
    expect(filled.length).toBeGreaterThan(1);
    expect(filled.length).toBeLessThanOrEqual(rows);
    for (const row of filled.slice(1)) for (const text of row) expect(text).not.toMatch(/\.\d{4}/);
  });

  test("show each function of rows and subscriptions on live data", () => {
    const shown = spilled.map(({ formula }) => /^=(\w+)/.exec(formula)![1]);
    const ofTables = tables.functions.map(({ name }) => name);
    expect(ofTables.filter((name) => !shown.includes(name))).toEqual([]);
  });

  test("are pointed to by the walk-through, which names each function", () => {
    const texts = values("Start here").flat().map(String);
    const pointed = texts.filter((text) => text.startsWith("› ")).map((text) => text.slice(2));
    expect(new Set(pointed)).toEqual(new Set(reports.map(({ name }) => name)));
    const named = tables.functions.filter(({ name }) => texts.some((text) => text.includes(name)));
    expect(tables.functions.filter((each) => !named.includes(each)).map(({ name }) => name)).toEqual([
      "CLV_CUSTOMERS",
    ]);
  });
});

test("every formula shown next to a result of the walk-through is the formula of that result", () => {
  const sheet = spreadsheet.getSheetByName("Start here")!;
  const formulas = sheet.getDataRange().getFormulas().flat().filter(Boolean);
  const texts = sheet.getDataRange().getValues().flat();
  expect(formulas.length).toBeGreaterThanOrEqual(15);
  expect(formulas.filter((formula) => !texts.includes(formula))).toEqual([]);
});

test("the first lines of Start here lead through the sidebar, by names that the menus have", () => {
  const first = spreadsheet.getSheetByName("Start here")!.getRange("A1:B6").getValues().flat().join("\n");
  const menu = readFileSync("src/addon/menu.ts", "utf8");
  const file = readFileSync("src/workbook/page/fileMenu.ts", "utf8");
  const named = Array.from(
    first.matchAll(/(?:Extensions › CLV|File) › ([A-Z][\w .]*?)(?= in place|, or|, then|:|\n|$)/g),
  );
  const captions = named.map(([, caption]) => caption!);
  expect(captions).toEqual(["Open CLV", "Open CLV", "Add a .csv file as a sheet", "Open an .xlsx file"]);
  for (const caption of captions) expect(menu + file).toContain(`"${caption}`);
});
