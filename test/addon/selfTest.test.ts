import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Ways } from "../../src/workbook/services/ways/ways";
import { stoppedAt } from "../support/interrupted";
import { type Workbook, builtAddon, builtPages, createSnapshot, openWorkbook } from "../support/workbook";

const open: Workbook[] = [];
afterEach(() => open.splice(0).forEach((workbook) => workbook.dispose()));

/** An empty workbook, and what choosing the check says. */
function opened(timeZone: string, ways: Partial<Ways> = {}) {
  const told: string[] = [];
  const workbook = openWorkbook({
    code: builtAddon,
    pages: builtPages(),
    timeZone,
    ways,
    snapshot: createSnapshot(randomUUID(), "Mine", []),
    host: { alert: (_, message) => String(told.push(message)) },
  });
  open.push(workbook);
  const spreadsheet = workbook.services.SpreadsheetApp.getActive();
  const table = () => spreadsheet.getSheetByName("CLV self-test")!.getDataRange().getDisplayValues();
  return {
    workbook,
    check: () => {
      workbook.call("selfTest", []);
      return told.pop()!;
    },
    names: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),
    table,
    failed: () => table().flatMap(([name, , got, result]) => (result === "failed" ? [[name, got]] : [])),
    reportCell: () => spreadsheet.getSheetByName("CLV self-test")!.getRange("F2").getDisplayValue(),
  };
}

describe("the self-test", () => {
  test.each(["America/New_York", "Asia/Kolkata", "Pacific/Auckland"])(
    "passes in the local workbook in %s, and says that a second step is to come",
    (timeZone) => {
      const { check, failed, names, table } = opened(timeZone);
      const message = check();
      expect(failed()).toEqual([]);
      expect(message).toMatch(/^26 checks, all passed: see the tab CLV self-test\. In a minute, choose /);
      expect(names()).toEqual(["Sheet1", "CLV self-test", "CLV self-test at work"]);
      expect(table()[2]!.slice(0, 2)).toEqual(["Functions compute while a menu item runs", "2880"]);
    },
  );

  test("chosen again looks at what the cells show by then, removes its tab, and can be begun anew", () => {
    const { check, failed, names, table, reportCell } = opened("UTC");
    check();
    const message = check();
    expect(failed()).toEqual([]);
    expect(message).toBe("31 checks, all passed: see the tab CLV self-test");
    expect(names()).toEqual(["Sheet1", "CLV self-test"]);
    expect(table().find(([name]) => name === "Second step")![2]).toMatch(/^done, in \d+ s$/);
    expect(reportCell()).toContain("Functions compute while a menu item runs: 2880\n");
    expect(reportCell()).toContain("Later: a result spills: Period, Revenue");
    expect(check()).toContain("In a minute, choose");
  });

  test("says what it got where something is different", () => {
    const { workbook, check, failed, reportCell } = opened("UTC");
    Object.assign(workbook.services.Utilities, { formatDate: () => "1999-01-01" });
    expect(check()).toMatch(/^26 checks, \d+ failed: see the tab CLV self-test/);
    expect(failed().map(([name]) => name)).toContain("A date just before midnight stays in its month");
    expect(reportCell()).toContain("FAILED A date just before midnight stays in its month: ");
  });

  test("tells of a spreadsheet in which an apostrophe stays and formulas are typed as in German", () => {
    const { check, failed, table } = opened("UTC", {
      locale: "de_DE",
      typed: new Set(["setValue"]),
      apostrophe: "stays",
    });
    check();
    const names = failed().map(([name]) => name);
    expect(names).toContain("Formulas are taken with commas, whatever the locale: setValue");
    expect(names).not.toContain("Formulas are taken with commas, whatever the locale: setFormula");
    expect(names).toContain("Text with an apostrophe in front stays text, without it");
    const decimal = table().find(([name]) => name === "A decimal in a formula: setValue")!;
    expect(decimal[2]).toBe("› =SUM(1,5; 2) reads =SUM(1.5, 2)");
  });

  test("ends within four and a half minutes where nothing computes while it runs, with all that it knows", () => {
    const cells = ["H1", "J1", "H2", "I1"].map(
      (cell) => [`CLV self-test at work!${cell}`, "Wird geladen..."] as const,
    );
    const { workbook, check, table } = opened("UTC", { unfinished: new Map(cells) });
    let now = Date.now();
    const began = now;
    const realmDate = workbook.book.realm.Date;
    realmDate.now = () => now;
    Object.assign(workbook.services.Utilities, {
      sleep: (milliseconds: number) => {
        now += milliseconds;
      },
    });
    expect(check()).toContain("failed: see the tab CLV self-test");
    expect(now - began).toBeLessThan(280_000);
    expect(table()[2]!.slice(0, 4)).toEqual([
      "Functions compute while a menu item runs",
      "2880",
      "still Wird geladen...",
      "failed",
    ]);
    expect(table().find(([name]) => name === "Second step")![2]).toContain("to come");
  });

  test("killed halfway leaves what it knows, and begins anew", () => {
    const { workbook, check, table, names } = opened("UTC");
    stoppedAt(workbook, 150, check);
    expect(table().length).toBeGreaterThan(4);
    expect(check()).toContain("26 checks, all passed");
    expect(names()).toEqual(["Sheet1", "CLV self-test", "CLV self-test at work"]);
  });
});
