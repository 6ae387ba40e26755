// Each switch of the local workbook does what it says; that the add-on stands it, test/addon/ways tells.
import { afterEach, describe, expect, test } from "@jest/globals";
import { type Ways, usualWays } from "../../src/workbook/services/ways/ways";
import { hostileWays } from "../support/hostileWays";
import { type Probe, openProbe, probes } from "../support/workbook";

const open: Probe[] = [];
afterEach(() => open.splice(0).forEach((probe) => probe.dispose()));

/** Scripts that write a formula and look at it, at once and after a wait. */
const scripts = `${probes}
function WRITE(wait) {
  var cell = SpreadsheetApp.getActive().getRange("B1").setFormula("=GRID(1, 2)");
  if (wait) Utilities.sleep(1000);
  return cell.getDisplayValue();
}
function SHOW(page) { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page)); }
function COPY() { SpreadsheetApp.getActive().copy("Copy").rename("Changed"); }
`;

const opened = (ways: Partial<Ways>, options: Parameters<typeof openProbe>[0] = {}) => {
  const probe = openProbe({ code: scripts, timeZone: "America/New_York", ways, ...options });
  open.push(probe);
  const { SpreadsheetApp } = probe.services;
  return { probe, app: SpreadsheetApp, cell: (name: string) => SpreadsheetApp.getActive().getRange(name) };
};

describe("a switch of the local workbook", () => {
  test("is among those under which the add-on is tried, or tells of what only the self-test can tell", () => {
    const tried = [...Object.values(hostileWays).flatMap((ways) => Object.keys(ways)), "resultDates"];
    expect(Object.keys(usualWays()).filter((way) => !tried.includes(way))).toEqual([]);
  });

  test.each<[Partial<Ways>, string, unknown]>([
    [{}, "01", "01"],
    [{ reads: "as typed" }, "01", 1],
    [{ reads: "as typed" }, "10%", 0.1],
    [{ reads: "as typed" }, "TRUE", true],
    [{ reads: "as typed" }, "1,5", 15],
    [{ reads: "as typed", locale: "fr_FR" }, "1,5", 1.5],
    [{}, "'01", "01"],
    [{ apostrophe: "stays" }, "'01", "'01"],
    [{ apostrophe: "does nothing" }, "'1", 1],
  ])("%j: what is typed as %j is %j", (ways, text, value) => {
    expect(opened(ways).cell("A1").setValue(text).getValue()).toBe(value);
  });

  test.each<[Partial<Ways>, string, string]>([
    [{}, "1-2", "1-2"],
    [{ reads: "as typed" }, "1-2", "2026-01-02"],
    [{ reads: "as typed", locale: "fr_FR" }, "1-2", "2026-02-01"],
    [{ reads: "as typed" }, "March 2026", "Mar 2026"],
  ])("%j: what is typed as %j shows as %j", (ways, text, shown) => {
    expect(opened(ways).cell("A1").setValue(text).getDisplayValue()).toBe(shown);
  });

  test.each<[Partial<Ways>, "setValue" | "setFormula", unknown]>([
    [{ locale: "de_DE" }, "setValue", 3],
    [hostileWays["setValue takes formulas as typed"], "setValue", "#ERROR!"],
    [hostileWays["setValue takes formulas as typed"], "setFormula", 3],
    [hostileWays["setValue and setFormula take formulas as typed"], "setFormula", "#ERROR!"],
  ])("%j: a formula with a comma by %s gives %j", (ways, call, value) => {
    expect(opened(ways).cell("A1")[call]("=SUM(1, 2)").getValue()).toBe(value);
  });

  test.each<[Partial<Ways>, string]>([
    [{}, ""],
    [{ noFormat: "0.###############" }, "0.###############"],
  ])("%j: a cell without a format has %j", (ways, format) => {
    expect(opened(ways).cell("A1").getNumberFormat()).toBe(format);
  });

  test.each<[Partial<Ways>, string]>([
    [{}, "2026-01-05"],
    [{ resultDates: "of the script" }, "2026-01-05 05:00:00"],
    [{ resultDates: "numbers" }, "46027"],
  ])("%j: midnight of 5 January, given by a function, shows as %s", (ways, shown) => {
    const { cell } = opened(ways);
    expect(cell("A1").setFormula('=DAY("2026-01-05T05:00:00Z")').getDisplayValue()).toBe(shown);
  });

  test.each<[Partial<Ways>, unknown]>([
    [{}, "undefined"],
    [{ omitted: "" }, ""],
  ])("%j: an argument left out is %j", (ways, seen) => {
    expect(opened(ways).probe.seen("1, , 2")).toEqual([1, seen, 2]);
  });

  test("names errors in another language, in cells and in what functions are given", () => {
    const { cell, probe } = opened({ errorWords: new Map([["#DIV/0!", "#TEILEN/0!"]]) });
    cell("A1").setFormula("=1/0");
    expect([cell("A1").getValue(), cell("A1").getDisplayValue()]).toEqual(["#TEILEN/0!", "#TEILEN/0!"]);
    expect(probe.seen("A1:A2")).toEqual([[["#TEILEN/0!"], [""]]]);
  });

  test("makes a tab one without cells, protects tabs and cells, and shows what is not computed", () => {
    expect(() => opened({ objectTabs: new Set(["Sheet1"]) }).cell("A1")).toThrow("for the OBJECT sheet");
    const { cell } = opened({
      refuses: (_, cells) => (cells === "A1:B2" ? "protected" : undefined),
      unfinished: new Map([["Sheet1!C1", "Loading..."]]),
    });
    expect(() => cell("A1:B2").clearContent()).toThrow("protected");
    expect(cell("A1").setValue(1).getValue()).toBe(1);
    expect(cell("C1").getValue()).toBe("Loading...");
  });

  test.each<[Partial<Ways>, string, string]>([
    [{}, "0", "0"],
    [{ results: "while it waits" }, "Loading...", "0"],
    [{ results: "after the run", loading: "Chargement…" }, "Chargement…", "Chargement…"],
  ])(
    "%j: a new result shows %s at once and %s after a wait, and is there after the run",
    (ways, first, second) => {
      for (const [wait, shown] of [
        [false, first],
        [true, second],
      ] as const) {
        const { probe, cell } = opened(ways);
        expect(probe.call("WRITE", [wait])).toBe(shown);
        expect(cell("B1:C1").getValues()).toEqual([[0, 1]]);
      }
    },
  );

  test("gives at once the result of a call that was made before, as Sheets does", () => {
    const { probe, cell } = opened({ results: "after the run" });
    cell("A5").setFormula("=GRID(1, 2)");
    expect(cell("A5").getValue()).toBe(0);
    expect(probe.call("WRITE", [false])).toBe("0");
  });

  test("makes of a page what HtmlService may make of it", () => {
    const shown: string[] = [];
    const pages = { Page: '<script>a("b"); // c\n</script>' };
    for (const ways of [{}, hostileWays["pages are read as HTML"]])
      opened(ways, { pages, host: { showSidebar: ({ content }) => shown.push(content) } }).probe.call(
        "SHOW",
        ["Page"],
      );
    expect(shown).toEqual([pages.Page, '<script>a("b"); \n</script>']);
  });

  test("refuses copies, or changes of them", () => {
    const host: Parameters<typeof openProbe>[0] = {
      host: {
        copy: (snapshot, ways) => ({
          spreadsheet: opened(ways, { snapshot }).app.getActive(),
          url: () => "",
        }),
      },
    };
    expect(() => opened({}, host).probe.call("COPY", [])).not.toThrow();
    for (const copies of ["none", "can be read"] as const)
      expect(() => opened({ copies }, host).probe.call("COPY", [])).toThrow("You do not have permission");
  });

  test("with several accounts signed in, answers no page but still runs menu items", () => {
    const { probe } = opened({ accounts: "several" });
    expect(() => probe.answer("WRITE", [false])).toThrow("PERMISSION_DENIED");
    expect(probe.call("WRITE", [false])).toBe("0");
  });

  test("ends a script at a call, with all that comes after", () => {
    const { probe, cell } = opened({});
    probe.book.ways.fails = (call) => (call > 3 ? "Exceeded maximum execution time" : undefined);
    expect(() => probe.call("WRITE", [false])).toThrow("Exceeded maximum execution time");
    probe.book.ways.fails = usualWays().fails;
    expect(cell("B1").getFormula()).toBe("=GRID(1, 2)");
  });
});
