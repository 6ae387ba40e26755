import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Ways } from "../../src/workbook/services/ways/ways";
import { atEachCall, stoppedAt } from "../support/interrupted";
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
    /** What it has named in the spreadsheet. */
    named: () => spreadsheet.getNamedRanges().map((range) => range.getName()),
    names: () => spreadsheet.getSheets().map((sheet) => sheet.getName()),
    table,
    failed: () => table().flatMap(([name, , got, result]) => (result === "failed" ? [[name, got]] : [])),
    /** What the line of that name says. */
    line: (title: string) =>
      table()
        .find(([name]) => name === title)!
        .slice(2, 4),
    question: (name: string, given: unknown) =>
      JSON.parse(workbook.call("answer", [name, JSON.stringify(given)]) as string) as unknown,
    /** Time passes only while the script waits. */
    stopTheClock: () => {
      let now = Date.now();
      workbook.book.realm.Date.now = () => now;
      const { sleep } = workbook.services.Utilities;
      Object.assign(workbook.services.Utilities, {
        sleep: (milliseconds: number) => {
          now += milliseconds;
          sleep();
        },
      });
      return () => now;
    },
    reportCell: () => spreadsheet.getSheetByName("CLV self-test")!.getRange("F2").getDisplayValue(),
  };
}

describe("the self-test", () => {
  test.each(["America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Santiago"])(
    "passes in the local workbook in %s, and says that a second step is to come",
    (timeZone) => {
      const { check, failed, names, table } = opened(timeZone);
      const message = check();
      expect(failed()).toEqual([]);
      expect(message).toMatch(/^33 checks, all passed: see the tab CLV self-test\. In a minute, choose /);
      expect(names()).toEqual(["Sheet1", "CLV self-test", "CLV self-test at work"]);
      expect(table()[2]!.slice(0, 2)).toEqual(["Functions compute while a menu item runs", "2880"]);
    },
  );

  test("chosen again, checks what the cells show by then, removes its tab, and can start over", () => {
    const { check, failed, names, table, reportCell } = opened("UTC");
    check();
    const message = check();
    expect(failed()).toEqual([]);
    expect(message).toBe("38 checks, all passed: see the tab CLV self-test");
    expect(names()).toEqual(["Sheet1", "CLV self-test"]);
    expect(table().find(([name]) => name === "Second step")![2]).toMatch(/^done, in \d+ s$/);
    expect(reportCell()).toContain("Functions compute while a menu item runs: 2880\n");
    expect(reportCell()).toContain("Later: a result spills: Period, Revenue");
    expect(check()).toContain("In a minute, choose");
  });

  test("tells in no report which spreadsheet it is, though Sheets names it in an error", () => {
    const { workbook, check, line, reportCell } = opened("UTC");
    const id = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdEf";
    workbook.book.ways.refuses = (_, cells) =>
      cells === "F7:F9"
        ? `Service Spreadsheets timed out while accessing document with id ${id}.`
        : undefined;
    check();
    expect(line("ARRAYFORMULA hands over a whole range")[0]).toContain(id);
    expect(reportCell()).toContain("ARRAYFORMULA hands over a whole range: Service Spreadsheets timed out");
    expect(reportCell()).not.toContain(id);
  });

  test("says what it got where something is different", () => {
    const { workbook, check, failed, reportCell } = opened("UTC");
    Object.assign(workbook.services.Utilities, { formatDate: () => "1999-01-01" });
    expect(check()).toMatch(/^33 checks, \d+ failed: see the tab CLV self-test/);
    expect(failed().map(([name]) => name)).toContain("A date just before midnight stays in its month");
    expect(reportCell()).toContain("FAILED A date just before midnight stays in its month: ");
  });

  test("ends within four and a half minutes where nothing computes while it runs, with all that it knows", () => {
    const cells = ["H1", "J1", "H2", "I1"].map(
      (cell) => [`CLV self-test at work!${cell}`, "Wird geladen..."] as const,
    );
    const { check, table, stopTheClock } = opened("UTC", { unfinished: new Map(cells) });
    const now = stopTheClock();
    const began = now();
    expect(check()).toContain("failed: see the tab CLV self-test");
    expect(now() - began).toBeLessThan(280_000);
    expect(table()[2]!.slice(0, 4)).toEqual([
      "Functions compute while a menu item runs",
      "2880",
      "still Wird geladen...",
      "failed",
    ]);
    expect(table().find(([name]) => name === "Second step")![2]).toContain("to come");
  });

  test("stopped at any step, leaves what it knows and starts over", () => {
    const { workbook, check, failed, table, names, named } = opened("UTC");
    let most = 0;
    const calls = atEachCall((k) => {
      const isStopped = stoppedAt(workbook, k, check);
      if (!isStopped) return false;
      if (names().includes("CLV self-test")) most = Math.max(most, table().length);
      expect([k, check()]).toEqual([k, expect.stringContaining("33 checks, all passed")]);
      expect([k, failed(), names()]).toEqual([k, [], ["Sheet1", "CLV self-test", "CLV self-test at work"]]);
      expect([k, named()]).toEqual([k, []]);
      // Away with what the second step would look at.
      check();
      return true;
    }, 160);
    expect(calls).toBeGreaterThan(100);
    expect(most).toBeGreaterThan(30);
  });
});

describe("the second step of the self-test", () => {
  test.each([1, 8, 15])("stopped at step %d is done by choosing it again, and says nothing twice", (k) => {
    const { workbook, check, failed, names, table } = opened("UTC");
    check();
    expect(stoppedAt(workbook, k, check)).toBe(true);
    expect(check()).toBe("38 checks, all passed: see the tab CLV self-test");
    expect([failed(), names()]).toEqual([[], ["Sheet1", "CLV self-test"]]);
    const titles = table().map(([name]) => name);
    expect(titles.length).toBe(new Set(titles).size);
  });
});

describe("what nobody knows of Sheets, and the add-on rests on, a line of the self-test tells", () => {
  const newYork = "America/New_York";

  test.each<[string, Partial<Ways>, readonly [line: string, got: string, result: string][]]>([
    [
      "as usual here",
      {},
      [
        // The other pages hold nothing that would be.
        ["What HtmlService makes of the files that it reads as HTML", "written anew: Catalogue", ""],
        ["Kinds of tabs", "GRID 3", ""],
        ["An argument left out is not given", "3600", "passed"],
        ["An ISO date and a time in text are that moment", "2025-01-05 23:30", "passed"],
        ["A cell holds 50,000 characters", "50000", "passed"],
        // One of 20 columns, two of 26, and 1,000 rows each.
        ["Cells, of ten million", "72000", ""],
        ["Protected tabs and ranges", "0, 0", ""],
        ["Somebody else’s work can be waited for", "yes", "passed"],
        ["Locale and time zone", `en_US, ${newYork}`, ""],
      ],
    ],
    [
      "formulas as typed",
      { locale: "de_DE", typed: new Set(["setValue"] as const) },
      [
        ["Formulas are taken with commas, whatever the locale: setFormula", "commas", "passed"],
        ["Formulas are taken with commas, whatever the locale: setValue", "semicolons only", "failed"],
        ["A decimal in a formula: setFormula", "› =SUM(1.5, 2) reads =SUM(1.5, 2)", ""],
        ["A decimal in a formula: setValue", "› =SUM(1,5; 2) reads =SUM(1.5, 2)", ""],
      ],
    ],
    [
      "apostrophes that stay",
      { apostrophe: "stays" },
      [
        [
          "Text with an apostrophe in front stays text, without it",
          "› '=1+1 | '007 | '2025-01-05 | 'TRUE | ''quoted",
          "failed",
        ],
        ["Rich text stays text", "› =1+1 | 007 | 2025-01-05 | TRUE | 'quoted", "passed"],
      ],
    ],
    [
      "results after the run",
      { results: "after the run", loading: "Wird geladen..." },
      [["Functions compute while a menu item runs", "still Wird geladen...", "failed"]],
    ],
    [
      "results while it waits, and their word",
      { results: "while it waits", loading: "Chargement…" },
      [
        ["Functions compute while a menu item runs", "2880", "passed"],
        ["What a cell shows right after its formula was written", "Chargement… (string)", ""],
      ],
    ],
    [
      "words for errors",
      { errorWords: new Map([["#N/A", "kein Wert"]]) },
      [
        ["What errors are called", "#DIV/0! kein Wert #VALUE! #NUM! #NAME? #ERROR!", ""],
        ["Errors are known as errors", "kein Wert", "failed"],
      ],
    ],
    [
      "an automatic format",
      { noFormat: "0.###############", omitted: "" },
      [
        ["A cell without a number format says so", "yes", "passed"],
        ["An argument left out between others is not given", "14", "passed"],
      ],
    ],
    [
      "a format that is none",
      { noFormat: "#,##0" },
      [["A cell without a number format says so", "#,##0", "failed"]],
    ],
    [
      "dates of the script’s zone",
      { resultDates: "of the script" },
      [
        ["A date in a result is that of the cells", "FALSE", "failed"],
        [
          "A date of a day on which the clocks change is that of the cell",
          "not on DATE(2025, 1, 1)",
          "failed",
        ],
      ],
    ],
    [
      "dates that are numbers",
      { resultDates: "numbers" },
      [["A date in a result is a date for the next function", "#ERROR!", "failed"]],
    ],
    [
      "text as typed",
      { reads: "as typed", locale: "fr_FR" },
      [
        [
          "What text becomes that is typed",
          "date 2026-02-01 | date 2026-04-03 | number 1 | number 0.1 | boolean true | number 1.5 | number 15 | date 2026-03-01 | +x | @x",
          "",
        ],
      ],
    ],
  ])("%s", (_, ways, lines) => {
    const { check, line, stopTheClock } = opened(newYork, ways);
    stopTheClock();
    check();
    expect(lines.map(([title]) => [title, ...line(title)])).toEqual(lines);
  });

  test("a tab of a chart, by its kind", () => {
    const { workbook, check, line } = opened("UTC", { objectTabs: new Set(["Chart"]) });
    workbook.services.SpreadsheetApp.getActive().insertSheet("Chart");
    check();
    expect(line("Kinds of tabs")).toEqual(["GRID 3, OBJECT 1", ""]);
  });

  test("dates of results that show as numbers", () => {
    const { check, line } = opened("UTC", { resultDates: "numbers" });
    check();
    check();
    expect(line("Later: a date in a result shows as a date")).toEqual(["45658", "failed"]);
  });

  test("a day without a midnight, if it is mistaken for the day before", () => {
    const { workbook, check, line } = opened("America/Santiago");
    const { formatDate } = workbook.services.Utilities;
    // As if the day began a minute later.
    const isDay = (date: Date) => date.toISOString() === "2025-09-07T04:00:00.000Z";
    Object.assign(workbook.services.Utilities, {
      formatDate: (date: Date, zone: string, pattern: string) =>
        formatDate(isDay(date) ? new Date(date.getTime() - 60_000) : date, zone, pattern),
    });
    check();
    const title = "A date of a day on which the clocks change is that of the cell";
    expect(line(title)).toEqual(["not on DATE(2025, 9, 7)", "failed"]);
  });

  test("protection of all: each line says what Sheets said", () => {
    const isAtWork = (tab: string) => (tab === "CLV self-test at work" ? "protected" : undefined);
    const { workbook, check, line } = opened("UTC");
    check();
    workbook.book.ways.refuses = isAtWork;
    expect(check()).toContain("Check CLV in this spreadsheet stopped. Sheets said: protected");
    expect(line("Later: a function has computed by itself")).toEqual(["8640", "passed"]);
  });

  test("messages of the sidebar: how long they may be, and what it costs", () => {
    const { check, question, line, reportCell } = opened("UTC");
    expect(() => question("noteTrip", {})).toThrow(
      "There is no result yet: choose Check CLV in this spreadsheet",
    );
    check();
    expect(line("The sidebar is answered")[0]).toContain("not tried yet");
    const long = "x".repeat(500_000);
    const back = String(question("echo", long)).length;
    const text = question("noteTrip", { there: long.length, back, milliseconds: 12 });
    expect(line("The sidebar is answered")).toEqual(["500000 characters there and back", "passed"]);
    expect(line("Time there and back, ms")).toEqual(["12", ""]);
    expect([text, reportCell()]).toEqual([
      reportCell(),
      expect.stringContaining("The sidebar is answered: 500000"),
    ]);
    question("noteTrip", { there: long.length, back: 62_000, milliseconds: 12 });
    expect(line("The sidebar is answered")).toEqual(["500000 characters there, 62000 back", "failed"]);
  });

  test.each<[Ways["copies"], told: string, got: string, result: string]>([
    [
      "can be changed",
      "The copy “Mine (CLV tried this copy: delete it)” was made, written to and renamed. It is in your Drive and contains everything in this spreadsheet: delete it",
      "made, written to and renamed",
      "passed",
    ],
    [
      "can be read",
      "The copy “Mine (CLV is trying this copy: delete it)” was made. Sheets said: You do not have permission to perform that action. It is in your Drive and contains everything in this spreadsheet: delete it",
      "made. Sheets said: You do not have permission to perform that action",
      "failed",
    ],
    [
      "none",
      "The copy was not made. Sheets said: You do not have permission to perform that action",
      "not made. Sheets said: You do not have permission to perform that action",
      "failed",
    ],
  ])("copies of which one %s, once a person asks for the trial", (copies, told, got, result) => {
    const { workbook, check, question, line } = opened("UTC", { copies });
    Object.assign(workbook.book.host, {
      copy: (snapshot: NonNullable<Parameters<typeof openWorkbook>[0]["snapshot"]>, ways: Ways) => {
        const copy = openWorkbook({ code: builtAddon, snapshot, ways });
        open.push(copy);
        return { spreadsheet: copy.services.SpreadsheetApp.getActive(), url: () => "" };
      },
    });
    check();
    expect(line("Make a copy to share")[0]).toContain("not tried");
    expect(question("tryCopy", null)).toBe(told);
    expect(line("Make a copy to share")).toEqual([got, result]);
  });
});
