import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { buildReportOn, cellsOf } from "../support/report";
import { connectSidebar } from "../support/sidebarOf";
import { openForCopying } from "../support/sharing";
import { type Workbook, sampleData } from "../support/workbook";

let workbook: Workbook;
let copy: Workbook;
let told: string;
const names = new Set<unknown>();

beforeAll(async () => {
  const opened = openForCopying(sampleData(randomUUID(), ["Orders", "Acquisition spend"]));
  ({ workbook } = opened);
  connectSidebar(workbook);
  leaveThreeNewInLastMonth();
  await buildReportOn(workbook, "Orders", "live");
  told = await ask("prepareCopy", { withoutCustomers: true });
  copy = opened.copyMade();
  for (const [, name] of cellsOf(workbook, "Orders").slice(1)) if (name !== "") names.add(name);
}, 60_000);

/** All who first bought in the last month become one customer of before, but three. */
function leaveThreeNewInLastMonth(): void {
  const rows = cellsOf(workbook, "Orders").slice(1) as [string, string, string][];
  const lastMonth = rows.reduce((latest, [, , date]) => (date > latest ? date : latest), "").slice(0, 7);
  const before = new Set(rows.filter(([, , date]) => date.slice(0, 7) < lastMonth).map(([, name]) => name));
  const fresh = new Set(rows.map(([, name]) => name).filter((name) => name !== "" && !before.has(name)));
  const renamed = new Set(Array.from(fresh).slice(3));
  const column = workbook.services.SpreadsheetApp.getActive()
    .getSheetByName("Orders")!
    .getRange(2, 2, rows.length);
  const [known] = before;
  column.setValues(rows.map(([, name]) => [renamed.has(name) ? known : name]));
}

afterAll(() => {
  copy.dispose();
  workbook.dispose();
});

const tabs = (one: Workbook) =>
  one.services.SpreadsheetApp.getActive()
    .getSheets()
    .map((sheet) => sheet.getName());

/** The rows of the report between two headings. */
function section(one: Workbook, heading: string, next: string): unknown[][] {
  const cells = cellsOf(one, "CLV Report");
  const first = cells.findIndex(([cell]) => cell === heading);
  return cells.slice(
    first + 1,
    cells.findIndex(([cell], row) => row > first && cell === next),
  );
}

describe("a copy of a report to share, without customers", () => {
  test("is a workbook of its own without the tabs of rows, and says so", () => {
    expect(told).toContain("Left out, since they list customers: Orders");
    expect(tabs(copy)).toContain("CLV Report");
    expect(tabs(copy)).not.toContain("Orders");
    expect(tabs(workbook)).toContain("Orders");
  });

  test("names no customer and holds no formula on any tab", () => {
    for (const tab of tabs(copy)) {
      const range = copy.services.SpreadsheetApp.getActive().getSheetByName(tab)!.getDataRange();
      expect(range.getFormulas().flat().filter(Boolean)).toEqual([]);
      expect(
        range
          .getValues()
          .flat()
          .filter((cell) => names.has(cell)),
      ).toEqual([]);
    }
  });

  test("has no figures of single customers, on the report or on the tab behind it", () => {
    const rows = section(copy, "Highest predicted value", "What moves the value most");
    const customers = rows.filter(([cell]) => cell === "(customer)");
    expect(customers.length).toBeGreaterThanOrEqual(16);
    expect(customers.flatMap((row) => row.slice(1)).filter((cell) => cell !== "")).toEqual([]);
    const [own, shared] = [workbook, copy].map((one) => cellsOf(one, "CLV Report data"));
    for (const [title, columns] of [
      ["Predictions", 7],
      ["Can still be saved", 6],
      ["Probably lost", 6],
      ["Overdue by their own rhythm", 10],
    ] as const) {
      const column = own![0]!.indexOf(title);
      const filled = (cells: unknown[][]) =>
        cells.slice(1).filter((row) => row.slice(column, column + columns).some((cell) => cell !== ""));
      expect(filled(own!).length).toBeGreaterThan(5);
      expect(filled(shared!)).toEqual([]);
    }
  });

  test("has no figures of months with fewer than five new customers", () => {
    const own = section(
      workbook,
      "Who comes back, by month of first purchase",
      "How many stay active, and what a customer brings in",
    );
    const shared = section(
      copy,
      "Who comes back, by month of first purchase",
      "How many stay active, and what a customer brings in",
    );
    const isSmall = (row: unknown[]) => typeof row[2] === "number" && row[2] < 5 && row[0] !== "First month";
    expect(own.filter(isSmall).length).toBeGreaterThan(0);
    expect(shared).toEqual(own.map((row) => (isSmall(row) ? [row[0], ...row.slice(1).map(() => "")] : row)));
  });

  test("says what the report says of all customers together", () => {
    const [own, shared] = [cellsOf(workbook, "CLV Report"), cellsOf(copy, "CLV Report")];
    const cards = own.findIndex(([cell]) => cell === "Who comes back, by month of first purchase");
    const frozen = String(own[1]![0]).replace(
      "Live: follows the data and the tab CLV Setup.",
      "Frozen: values that do not follow the data.",
    );
    expect(shared[1]![0]).toBe(frozen);
    expect(shared.slice(2, cards)).toEqual(own.slice(2, cards));
  });

  test("keeps what its charts are drawn from", () => {
    const [own, shared] = [cellsOf(workbook, "CLV Report data"), cellsOf(copy, "CLV Report data")];
    for (const title of ["Course", "Active by age", "What a customer brings in"]) {
      const column = own[0]!.indexOf(title);
      expect(column).toBeGreaterThanOrEqual(0);
      const filled = (rows: unknown[][]) =>
        rows.map((row) => row[column + 1] ?? "").filter((cell) => cell !== "");
      expect([title, filled(shared)]).toEqual([title, filled(own)]);
    }
  });
});

describe("a copy without customers of a report that holds values only", () => {
  const shared = async (freeze: (book: Workbook) => Promise<unknown>): Promise<[Workbook, string]> => {
    const { workbook: book, copyMade } = openForCopying(
      sampleData(randomUUID(), ["Orders", "Acquisition spend"]),
    );
    connectSidebar(book);
    await freeze(book);
    const said = await ask("prepareCopy", { withoutCustomers: true });
    book.dispose();
    return [copyMade(), said];
  };

  test.each<[string, (book: Workbook) => Promise<unknown>]>([
    ["since it was built so", (book) => buildReportOn(book, "Orders", "fixed")],
    [
      "since its formulas were turned into values",
      async (book) => {
        await buildReportOn(book, "Orders", "live");
        await ask("sharingStep", "freezeFormulas");
      },
    ],
  ])("%s leaves out the rows of customers all the same", async (_, freeze) => {
    const [made, said] = await shared(freeze);
    expect(said).toContain("holds values only: beside it");
    expect(tabs(made)).not.toContain("Orders");
    for (const tab of tabs(made)) {
      const cells = cellsOf(made, tab).flat();
      expect(cells.filter((cell) => names.has(cell))).toEqual([]);
    }
    const rows = section(made, "Highest predicted value", "What moves the value most");
    const customers = rows.filter(([cell]) => cell === "(customer)");
    expect(customers.length).toBeGreaterThanOrEqual(16);
    expect(customers.flatMap((row) => row.slice(1)).filter((cell) => cell !== "")).toEqual([]);
    made.dispose();
  });
});
