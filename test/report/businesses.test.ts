import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { counting } from "../support/counting";
import { chance, simulatedOrders } from "../support/histories";
import { buildReportOn, cellsOf } from "../support/report";
import { connectSidebar } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const report = () => spreadsheet().getSheetByName("CLV Report")!;

beforeEach(() => {
  workbook = openWorkbook({ code: builtAddon, pages: builtPages(), timeZone: "UTC" });
  connectSidebar(workbook);
});

afterEach(() => workbook.dispose());

function fill(tab: string, rows: readonly (readonly unknown[])[]): void {
  const sheet = spreadsheet().insertSheet(tab);
  sheet.insertRowsAfter(1, rows.length);
  sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
}

const comparable = (cells: unknown[][]) =>
  cells.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number") return Number(cell.toPrecision(9));
      return typeof cell === "string" && /^(Live|Fixed):/.test(cell) ? "" : cell;
    }),
  );

async function liveAndFixed(tab: string): Promise<unknown[][]> {
  await buildReportOn(workbook, tab, "live");
  const live = comparable(cellsOf(workbook, "CLV Report"));
  await buildReportOn(workbook, tab, "fixed");
  expect(comparable(cellsOf(workbook, "CLV Report"))).toEqual(live);
  return live;
}

/** The rows of a section, from its heading to the next. */
function section(cells: unknown[][], heading: string, next: string): unknown[][] {
  const first = cells.findIndex(([cell]) => cell === heading);
  return cells.slice(
    first + 1,
    cells.findIndex(([cell]) => cell === next),
  );
}

const day = 86_400_000;
const firstDay = Date.UTC(2023, 0, 1);
const lastDay = Date.UTC(2025, 5, 30);

/** Subscriptions that begin evenly over two years and a half and end at a constant rate. */
function subscriptions(count: number) {
  const random = chance(5);
  return Array.from({ length: count }, (_, index) => {
    const start = firstDay + Math.floor((random.uniform() * (lastDay - firstDay)) / day) * day;
    const end = start + Math.ceil(random.exponential(1 / 400)) * day;
    return {
      name: `=S${index + 1}`,
      start,
      end: end <= lastDay ? end : undefined,
      mrr: 20 + 10 * (index % 4),
    };
  });
}

describe("a business of subscriptions", () => {
  const rows = subscriptions(240);
  beforeEach(() =>
    fill("Contracts", [
      ["Customer", "Start", "End", "MRR (EUR)"],
      ...rows.map(({ name, start, end, mrr }) => [
        `'${name}`,
        new Date(start),
        end === undefined ? "" : new Date(end),
        mrr,
      ]),
    ]),
  );

  test("has its customers, its currency and its survival in the report, live as fixed", async () => {
    const cells = await liveAndFixed("Contracts");
    // Counted one by one: running on the first of June 2025, the last whole month.
    const june = Date.UTC(2025, 5, 1);
    const running = rows.filter(
      ({ start, end }) => start < june && (end === undefined || end >= june),
    ).length;
    expect(cells[5]![12]).toBe(running);
    expect(report().getRange("A6").getNumberFormat()).toBe('"€"#,##0.00;-"€"#,##0.00');
    expect(report().getCharts()).toHaveLength(3);
    expect(section(cells, "How long customers stay", "Value by segment").flat().join("")).not.toContain(
      "Not shown",
    );
  });
});

describe("a shop", () => {
  beforeEach(() => {
    const { customer, date, amount } = simulatedOrders("pareto/nbd", [0.6, 8, 0.6, 12], 300, 104, 3);
    fill("Sales", [
      ["Customer", "Date", "Amount"],
      ...customer.map(([name], row) => [name, date[row]![0], amount[row]![0]]),
    ]);
  });

  test("has its cohorts and its customers at risk in the report, live as fixed", async () => {
    const cells = await liveAndFixed("Sales");
    const predictions = spreadsheet().insertSheet("By hand");
    predictions.insertRowsAfter(1, 1000);
    predictions.getRange("A1").setFormula("=CLV_PREDICT(Sales!A2:A, Sales!B2:B, Sales!C2:C, 12, 0.1)");
    const typed = predictions.getDataRange().getValues().slice(1);
    const named = (heading: string, next: string) =>
      section(cells, heading, next)
        .filter(([name]) => /^C\d+$/.test(String(name)))
        .map(([name]) => name);
    expect(named("Highest predicted value", "Most value at risk")).toEqual(
      typed.slice(0, 10).map(([name]) => name),
    );
    const byRisk = [...typed].sort((a, b) => Number(b[10]) - Number(a[10]));
    expect(named("Most value at risk", "What moves the value most")).toEqual(
      byRisk.slice(0, 10).map(([name]) => name),
    );
    expect(report().getConditionalFormatRules()).toHaveLength(1);
  });

  test("takes hundreds of service calls, not thousands", async () => {
    let calls = 0;
    const { SpreadsheetApp } = workbook.services;
    const { getActive, newConditionalFormatRule } = SpreadsheetApp;
    const count = () => void calls++;
    Object.assign(SpreadsheetApp, {
      getActive: () => counting(getActive(), count),
      newConditionalFormatRule: () => counting(newConditionalFormatRule(), count),
    });
    await buildReportOn(workbook, "Sales", "live");
    expect(calls).toBeGreaterThan(100);
    expect(calls).toBeLessThan(1000);
  });
});

test("data that support little say so section by section, and the report is still built", async () => {
  fill("Sales", [
    ["Customer", "Date", "Amount"],
    ["A", new Date(Date.UTC(2025, 0, 3)), 10],
    ["B", new Date(Date.UTC(2025, 1, 3)), 20],
    ["A", new Date(Date.UTC(2025, 2, 3)), 30],
    ["C", new Date(Date.UTC(2025, 3, 3)), 40],
  ]);
  const { isBuilt } = await buildReportOn(workbook, "Sales", "live");
  expect(isBuilt).toBe(true);
  const cells = cellsOf(workbook, "CLV Report");
  const reasons = cells.flatMap(([first]) => (String(first).startsWith("Not shown.") ? [first] : []));
  expect(reasons.length).toBeGreaterThanOrEqual(2);
  expect(cells.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
});
