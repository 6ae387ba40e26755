import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildReportOn, formulasOfReport } from "../support/report";
import { openSample } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openSample("Customers by month", "Acquisition spend");
});

afterEach(() => workbook.dispose());

// Of the other tabs the test of the build looks at them, since a live report takes seconds.
test("in the live report of Customers by month every formula is short, and none sorts or filters", async () => {
  const { isBuilt } = await buildReportOn(workbook, "Customers by month", "live");
  expect(isBuilt).toBe(true);
  const { formulas, tooLong, others } = formulasOfReport(workbook);
  expect(formulas.length).toBeGreaterThan(60);
  expect([tooLong, others]).toEqual([[], []]);
});
