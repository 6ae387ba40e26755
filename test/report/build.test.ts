import { afterEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { buildReportOn, cardAt, cellsOf, formulasOfReport } from "../support/report";
import { openSample, openShort, requestOn } from "../support/sidebarOf";
import type { DataTab, Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const report = () => spreadsheet().getSheetByName("CLV Report")!;
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

afterEach(() => workbook.dispose());

/** Numbers as they are equal for; what only says how the report was built is left out. */
const comparable = (cells: unknown[][]) =>
  cells.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number") return Number(cell.toPrecision(9));
      return typeof cell === "string" && /(Live|Fixed): /.test(cell) ? "" : cell;
    }),
  );

const formulasOf = () => report().getDataRange().getFormulas().flat().filter(Boolean);

/** Tabs with the data of a business, and what stands beside them. */
const businesses: readonly (readonly [DataTab, ...DataTab[]])[] = [
  ["Orders", "Acquisition spend", "Touches"],
  ["Subscriptions", "Subscribers", "Usage"],
  ["Monthly"],
];

test.each(businesses)(
  "the report of %s is the same live and fixed, and when it is built again; its formulas are short, and none sorts or filters",
  async (tab, ...beside) => {
    workbook = openSample(tab, ...beside);
    await buildReportOn(workbook, tab, "live");
    const live = cellsOf(workbook, "CLV Report");
    const [tabs, charts, formulas] = [names(), report().getCharts().length, formulasOf()];
    const rules = report().getConditionalFormatRules().length;
    expect(formulas.length).toBeGreaterThan(30);
    expect(live.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
    const { formulas: all, tooLong, others } = formulasOfReport(workbook);
    expect(all.length).toBeGreaterThan(60);
    expect([tooLong, others]).toEqual([[], []]);
    await buildReportOn(workbook, tab, "live");
    expect(cellsOf(workbook, "CLV Report")).toEqual(live);
    expect([names(), report().getCharts().length, formulasOf()]).toEqual([tabs, charts, formulas]);
    expect(report().getConditionalFormatRules()).toHaveLength(rules);
    await buildReportOn(workbook, tab, "fixed");
    expect(formulasOf()).toEqual([]);
    expect(comparable(cellsOf(workbook, "CLV Report"))).toEqual(comparable(live));
  },
);

describe("a live report", () => {
  test("follows the data and the assumptions", async () => {
    workbook = openShort("Orders");
    await buildReportOn(workbook, "Orders", "live");
    const [row, column] = cardAt(cellsOf(workbook, "CLV Report"), "New customer, 24 months");
    const value = report().getRange(row + 1, column + 1);
    const before = value.getValue() as number;
    spreadsheet().getRange("'CLV Setup'!B5").setValue(0.5);
    expect(value.getValue()).toBeCloseTo(before / 2, 9);
    expect(value.offset(1, 0).getValue()).toBe("Gross profit per customer");
    expect(report().getRange("A4").getValue()).toMatch(
      /^A new customer brings in \d+ in gross profit in the first 24 months\.$/,
    );
    const orders = spreadsheet().getSheetByName("Orders")!;
    orders.getRange("D2").setValue(5000);
    const live = comparable(cellsOf(workbook, "CLV Report"));
    await buildReportOn(workbook, "Orders", "fixed");
    expect(comparable(cellsOf(workbook, "CLV Report"))).toEqual(live);
  });
});

describe("building again", () => {
  test("keeps cells, notes and charts outside the report's own columns, and whatever is below it", async () => {
    workbook = openShort("Monthly", "Orders");
    await buildReportOn(workbook, "Monthly", "live");
    const below = report().getLastRow() + 3;
    report().getRange("R5").setValue("my remark").setNote("my note");
    report().getRange(below, 1).setValue("my own table");
    const chart = report().newChart().addRange(report().getRange("R1:S5")).setPosition(3, 18, 0, 0).build();
    report().insertChart(chart);
    await buildReportOn(workbook, "Orders", "live");
    expect(report().getRange("R5").getValue()).toBe("my remark");
    expect(report().getRange("R5").getNote()).toBe("my note");
    expect(
      report()
        .getCharts()
        .filter((one) => one.getContainerInfo().getAnchorColumn() === 18),
    ).toHaveLength(1);
    expect(cellsOf(workbook, "CLV Report").filter(([first]) => first === "my own table")).toHaveLength(1);
  });

  test("is refused on a tab of that name that CLV did not make, and changes nothing", async () => {
    workbook = openShort("Orders");
    spreadsheet().insertSheet("CLV Report").getRange("A1").setValue("mine");
    const before = names();
    expect(await buildReportOn(workbook, "Orders", "live")).toEqual({
      isBuilt: false,
      message:
        "Nothing was built: the tab CLV Report was not made by CLV. Rename it, then build the report again.",
    });
    expect(names()).toEqual(before);
    expect(report().getDataRange().getValues()).toEqual([["mine"]]);
  });
});

describe("text of the data", () => {
  test.each(["live", "fixed"] as const)(
    "that looks like a formula stays text in a report of mode %s",
    async (mode) => {
      workbook = openShort("Orders");
      const orders = spreadsheet().getSheetByName("Orders")!;
      const rows = orders.getLastRow() - 1;
      const customers = orders.getRange(2, 2, rows, 1);
      customers.setValues(
        customers.getValues().map(([name]) => [name === "" ? "" : `'=HYPERLINK("x","${String(name)}")`]),
      );
      await buildReportOn(workbook, "Orders", mode);
      const cells = report().getDataRange();
      const texts = cells
        .getValues()
        .flat()
        .filter((cell) => String(cell).startsWith("=HYPERLINK"));
      expect(texts.length).toBeGreaterThan(10);
      expect(
        cells
          .getFormulas()
          .flat()
          .filter((formula) => formula.includes("HYPERLINK")),
      ).toEqual([]);
    },
  );
});

test("in one go it is the same as part by part", async () => {
  workbook = openShort("Orders");
  await buildReportOn(workbook, "Orders", "fixed");
  const parts = cellsOf(workbook, "CLV Report");
  const request = { ...(await requestOn(workbook, "Orders")), mode: "fixed" } as const;
  expect(await ask("buildReport", request)).toEqual({
    isBuilt: true,
    message: "Built on the tab CLV Report, with its figures on CLV Report data",
  });
  expect(cellsOf(workbook, "CLV Report")).toEqual(parts);
});

test("the menu builds it from the first table that gives a value", () => {
  workbook = openShort("Orders", "Monthly");
  spreadsheet().getSheetByName("Monthly")!.activate();
  workbook.call("buildReport", []);
  expect(report().getRange("A2").getValue()).toMatch(/^From the tab Monthly\. Live: /);
});
