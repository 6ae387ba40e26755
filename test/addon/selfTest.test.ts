import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { builtAddon, builtPages, createSnapshot, openWorkbook } from "../support/workbook";

describe("the self-test", () => {
  test.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])(
    "passes in the local workbook in %s, on a tab that it removes, and leaves a table to read",
    (timeZone) => {
      const told: string[] = [];
      const { call, services, dispose } = openWorkbook({
        code: builtAddon,
        pages: builtPages(),
        timeZone,
        snapshot: createSnapshot(randomUUID(), "Mine", []),
        host: {
          alert: (_, message) => {
            told.push(message);
            return "OK";
          },
        },
      });
      const spreadsheet = services.SpreadsheetApp.getActive();
      const before = spreadsheet.getSheets().map((sheet) => sheet.getName());
      call("selfTest", []);
      const table = spreadsheet.getSheetByName("CLV self-test")!.getDataRange().getValues();
      expect(table.filter(([, , , result]) => result === "failed")).toEqual([]);
      expect(told).toEqual(["20 checks, all passed: see the tab CLV self-test"]);
      expect(spreadsheet.getSheets().map((sheet) => sheet.getName())).toEqual([...before, "CLV self-test"]);
      dispose();
    },
  );

  test("says what it got where something is different", () => {
    const told: string[] = [];
    const { call, services, dispose } = openWorkbook({
      code: builtAddon,
      pages: builtPages(),
      timeZone: "UTC",
      host: { alert: (_, message) => String(told.push(message)) },
    });
    Object.assign(services.Utilities, { formatDate: () => "1999-01-01" });
    call("selfTest", []);
    const table = services.SpreadsheetApp.getActive().getSheetByName("CLV self-test")!.getDataRange();
    const failed = table.getValues().filter(([, , , result]) => result === "failed");
    expect(told[0]).toMatch(/^20 checks, \d+ failed: see the tab CLV self-test$/);
    expect(failed.map(([name]) => name)).toContain("A date just before midnight stays in its month");
    dispose();
  });
});
