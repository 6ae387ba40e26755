// What the add-on does where a spreadsheet is, or Sheets behaves, otherwise than the local workbook does by default.
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Ways } from "../../src/workbook/services/ways/ways";
import { ask } from "../../src/sidebar/server";
import { readWorkbook } from "../../src/sidebar/reading";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";
import { answerOn, connectSidebar } from "../support/sidebarOf";
import { busy } from "../support/words";
import { type Workbook, builtAddon, builtPages, openWorkbook } from "../support/workbook";

const open: SharedWorkbook[] = [];
const opens: Workbook[] = [];
afterEach(() => {
  for (const book of open.splice(0)) book.dispose();
  for (const workbook of opens.splice(0)) workbook.dispose();
});
const opened = (tabs: Parameters<typeof openShared>[0], ways: Partial<Ways>) => {
  const book = openShared(tabs, ways);
  open.push(book);
  connectSidebar(book.workbook);
  return book;
};
const read = () => readWorkbook({ isAsked: false }, () => {});

describe("a tab that holds a chart and no cells", () => {
  const tabs = {
    Orders: { ...orders, F2: "=CLV_KPIS(A2:A, B2:B, C2:C)", F20: "=CLV(100, 36)" },
    Chart1: {},
  };
  const withChart = () => opened(tabs, { objectTabs: new Set(["Chart1"]) });

  test("is not read by the sidebar, which reads the others, also while it is open", async () => {
    const book = withChart();
    expect((await read())!.names).toEqual(["Orders"]);
    book.sheet("Chart1").activate();
    const { names, tables, unread } = (await read())!;
    expect([names, unread]).toEqual([["Orders"], []]);
    expect(tables.map(({ tab }) => tab)).toEqual(["Orders"]);
  });

  test("says so where it is open and a cell is needed", async () => {
    const book = withChart();
    book.sheet("Chart1").activate();
    const refused =
      "The open tab, Chart1, is a chart or connected data, without cells. Open a tab with cells, then try again";
    await expect(ask("insertExample", "CLV")).rejects.toThrow(refused);
    expect(book.choose("freezeTab")).toBe(refused);
  });

  test("is left out of a copy without customers, since a chart may name them", async () => {
    const book = withChart();
    const told = await ask("prepareCopy", { withoutCustomers: true });
    expect(told).toContain("Left out, since CLV does not recognise what they hold: Chart1");
    expect(book.copies[0]!.names()).not.toContain("Chart1");
  });
});

describe("a tab that cannot be read", () => {
  test("costs only itself, and the sidebar and the menu say which it is and why", async () => {
    const book = opened({ Orders: orders, Broken: { A1: "Customer" } }, {});
    const spreadsheet = book.workbook.services.SpreadsheetApp.getActive();
    const { getSheetByName } = spreadsheet;
    Object.assign(spreadsheet, {
      getSheetByName: (name: string) => {
        const sheet = getSheetByName(name);
        const fail = () => {
          throw new Error("Service Spreadsheets timed out");
        };
        return name === "Broken" ? Object.assign(sheet!, { getDataRange: fail }) : sheet;
      },
    });
    const { tables, unread } = (await read())!;
    expect(tables.map(({ tab }) => tab)).toEqual(["Orders"]);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toContain("“Broken” could not be read: ");
    expect(book.choose("buildReport").split("\n")).toEqual([
      "Built on the tab CLV Report, with its figures on CLV Report data",
      expect.stringContaining("“Broken” could not be read: "),
    ]);
  });
});

describe("what Sheets refuses", () => {
  const sheets = {
    Orders: { ...orders, F2: "=CLV_KPIS(A2:A, B2:B, C2:C)", F20: "=CLV(100, 36)" },
  };
  const shield =
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
  const isOrders = (tab: string) => (tab === "Orders" ? shield : undefined);
  const contents = (book: SharedWorkbook) => {
    const range = book.sheet("Orders").getDataRange();
    return [JSON.stringify(range.getValues()), range.getFormulas()];
  };

  test("a menu item explains it in words, with what to do, and a protected tab is not changed", () => {
    const book = opened(sheets, { refuses: isOrders });
    const before = contents(book);
    expect(book.choose("freezeFormulas")).toBe(
      [
        `Turn CLV formulas into values stopped. Sheets said: ${shield.slice(0, -1)}`,
        "A tab or range is protected: ask its owner to let you edit it, or remove the protection under Data › Protect sheets and ranges",
        "No formula is lost: choose Restore CLV formulas to bring them all back, then try again",
      ].join("\n"),
    );
    expect(contents(book)).toEqual(before);
    expect(book.choose("thawFormulas")).toContain("2 CLV formulas are back");
    expect(book.choose("useNativeFormulas")).toContain(`Sheets said: ${shield.slice(0, -1)}\n`);
    expect(contents(book)).toEqual(before);
    expect(book.choose("buildReport")).toContain("Built on the tab CLV Report");
  });

  test("the sidebar explains it too", async () => {
    const book = opened(sheets, { refuses: isOrders });
    book.sheet("Orders").getRange("K30").activate();
    await read();
    await expect(ask("insertExample", "CLV")).rejects.toThrow("A tab or range is protected: ask its owner");
  });

  test.each([
    [
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      "A spreadsheet holds at most ten million cells",
    ],
    ["You do not have permission to perform that action.", "Ask the owner for edit access"],
    ["Service Spreadsheets timed out while accessing document with id 1.", "wait a minute"],
  ])("is followed by what helps: %s", (said, helps) => {
    const book = opened(sheets, { refuses: () => said });
    expect(book.choose("buildReport")).toContain(`Sheets said: ${said.slice(0, -1)}`);
    expect(book.choose("buildReport")).toContain(helps);
  });

  test("with several accounts in one browser is explained to the sidebar", async () => {
    opened(sheets, {});
    const run = {
      withSuccessHandler: () => run,
      withFailureHandler: (fail: (error: Error) => void) => ({
        ...run,
        answer: () => fail(new Error("ScriptError: PERMISSION_DENIED")),
      }),
    };
    Object.assign(globalThis, { google: { script: { run } } });
    await expect(read()).rejects.toThrow(
      "PERMISSION_DENIED. If you are signed in with several Google accounts in this browser",
    );
  });
});

describe("a date that a function gives and Sheets shows as a number", () => {
  test("shows as a date where the add-on inserts it, in a cell and on a new tab", async () => {
    const book = opened({ Orders: orders }, { resultDates: "numbers" });
    const { setup, tables } = (await answerOn(book.workbook, "Orders"))!;
    const { recipe } = tables.find(({ title }) => title === "CLV Periods")!;
    for (const newTab of [null, "Periods"]) {
      book.sheet("Orders").getRange("F3").activate();
      await ask("insert", { setup, recipe, newTab, label: "CLV", format: "", moneyFormat: "0.00" });
    }
    const shown = ["Orders!F4", "Periods!A2"].map((cell) =>
      book.workbook.services.SpreadsheetApp.getActive().getRange(cell).getDisplayValue(),
    );
    expect(shown).toEqual(["2026-01-01", "2026-01-01"]);
  });
});

describe("while someone else's work goes on", () => {
  test("nothing is written, and reading goes on", async () => {
    const book = opened({ Orders: { ...orders, F2: "=CLV(100, 36)" } }, { isLocked: true });
    for (const item of ["freezeFormulas", "thawFormulas", "buildReport", "addToHistory", "updateData"])
      expect(book.choose(item)).toBe(busy);
    expect((await read())!.tables).toHaveLength(1);
    await expect(ask("sharingStep", "freezeFormulas")).rejects.toThrow(busy);
    expect(book.names()).toEqual(["Orders"]);
  });
});

describe("a page from another build", () => {
  const pages = builtPages();
  const openedWith = (changed: Readonly<Record<string, string>>) => {
    const workbook = openWorkbook({ code: builtAddon, pages: { ...pages, ...changed }, timeZone: "UTC" });
    opens.push(workbook);
    return workbook;
  };
  test.each([
    ["Server", "freezeFormulas"],
    ["Sidebar", "showSidebar"],
  ])("%s cut short is named when %s is chosen, before any of it is run", (page, item) => {
    const workbook = openedWith({ [page]: pages[page]!.slice(0, -100) });
    expect(() => workbook.call(item, [])).toThrow(
      `CLV is not installed completely: the file ${page} does not belong to the same build as Code`,
    );
  });

  test("is shown as it was built, even if HtmlService parses and rewrites it", () => {
    const shown: string[] = [];
    const workbook = openWorkbook({
      code: builtAddon,
      pages,
      timeZone: "UTC",
      ways: { pages: "read as HTML" },
      host: { showSidebar: ({ content }) => shown.push(content) },
    });
    opens.push(workbook);
    workbook.call("showSidebar", []);
    expect(shown).toEqual([pages["Sidebar"]]);
  });

  test("line ends that changed on the way do not matter", () => {
    const workbook = openedWith({ Catalogue: `${pages["Catalogue"]!.replaceAll("\n", "\r\n")}\r\n` });
    expect(workbook.call("answer", ["catalogue", "null"])).toContain("CLV_KPIS");
  });
});

describe("a result that is still being computed", () => {
  test.each(["Loading...", "Wird geladen...", "Chargement…", "Cargando...", "読み込んでいます..."])(
    "keeps its formula: %s is no value",
    (words) => {
      const book = opened(
        { Orders: { A1: "=CLV(100, 36)" } },
        { unfinished: new Map([["Orders!A1", words]]) },
      );
      expect(book.choose("freezeFormulas")).toContain("Nothing was changed");
      expect(book.sheet("Orders").getRange("A1").getFormula()).toBe("=CLV(100, 36)");
    },
  );
});
