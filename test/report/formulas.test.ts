import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildReportOn } from "../support/report";
import { openSample } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openSample();
});

afterEach(() => workbook.dispose());

/** Functions of Sheets that the report's formulas call besides our own: for sentences, for single figures, and to join tables. */
const native =
  "ABS ARRAYFORMULA CHOOSECOLS COUNT COUNTA DAY FIXED HSTACK IF IFNA ISFORMULA ISNUMBER LARGE LEFT MAX MIN MONTH PRODUCT RIGHT ROUND ROW SEQUENCE SUM SWITCH XLOOKUP XMATCH YEAR".split(
    " ",
  );

test.each(["Orders", "Subscriptions", "Customers by month", "Monthly"])(
  "in the live report of %s every formula is short, and none sorts or filters",
  async (tab) => {
    const { isBuilt } = await buildReportOn(workbook, tab, "live");
    expect(isBuilt).toBe(true);
    const formulas = ["CLV Report", "CLV Report data"].flatMap((name) =>
      workbook.services.SpreadsheetApp.getActive()
        .getSheetByName(name)!
        .getDataRange()
        .getFormulas()
        .flat()
        .filter(Boolean),
    );
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.filter((formula) => formula.length > 500)).toEqual([]);
    const called = formulas.flatMap((formula) =>
      Array.from(
        formula.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/\b([A-Z][A-Z_.0-9]*)\(/g),
        ([, name]) => name!,
      ),
    );
    const others = called.filter((name) => !name.startsWith("CLV_") && !native.includes(name));
    expect([...new Set(others)]).toEqual([]);
  },
);
