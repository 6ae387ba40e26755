// Apps Script stops a script after six minutes, and its services fail now and then: whatever was done by then stays. What is
// left depends on the calls that change something, so each of them is a step at which a work may be stopped.
//
// Before a release: EVERY_STEP=1 npx jest -c build/jest.cjs interruptions cleanData selfTest, 25 minutes of one processor. For
// version 0.1.0 that was 1,066 steps: 634 here, 69 of reading clean data anew, 363 of the self-test. They found a row of the
// history without figures, a copy changed in part of which nothing was said, figures of half a large table, and of the
// self-test formulas kept, a name and a tab that it no longer knew, all since mended; then nothing.
import { afterEach, describe, expect, test } from "@jest/globals";
import { changesInOrder, headsOf } from "../../src/sidebar/tried";
import { answerOn, connectSidebar, requestOn } from "../support/sidebarOf";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";
import { atEachCall, stoppedAt, timedOut } from "../support/interrupted";

const open: SharedWorkbook[] = [];
afterEach(() => open.splice(0).forEach((book) => book.dispose()));

/** Figures of 14 months. */
const months = Object.fromEntries(
  [
    ["Month", "Revenue", "Customers at start", "Lost customers"],
    ...Array.from({ length: 14 }, (_, at) => [
      new Date(Date.UTC(2025, at, 1)),
      4000 + 90 * at,
      100 + 2 * at,
      3 + (at % 2),
    ]),
  ].flatMap((row, r) => row.map((value, c) => [`${"ABCD"[c]!}${r + 1}`, value])),
);

const small = {
  Orders: {
    A1: "Customer",
    B1: "Date",
    C1: "Amount",
    A2: "Ann",
    B2: new Date(Date.UTC(2026, 0, 5)),
    C2: 10,
    A3: "'007",
    B3: new Date(Date.UTC(2026, 1, 5)),
    C3: 20,
    E1: "=CLV_CUSTOMERS(A2:A, B2:B, C2:C)",
    E9: "=-CLV(100, 36, 80%)",
  },
  Other: { A1: "=CLV(100, 36)", A2: "=A1*2" },
};

const opened = () => {
  const book = openShared(small);
  open.push(book);
  return book;
};

const contents = ({ sheet }: SharedWorkbook) =>
  Object.keys(small).map((name) => {
    const range = sheet(name).getDataRange();
    return [JSON.stringify(range.getValues()), range.getFormulas(), range.getNumberFormats()];
  });

/** Restores until nothing is left; what the last message said. */
const restore = (book: SharedWorkbook) => book.choose("thawFormulas");
const nothing = "There is nothing to restore: the tab CLV Formulas keeps no formula";

describe("whatever call stops it, and all calls after", () => {
  test.each([["freezeFormulas"], ["useNativeFormulas"]])(
    "%s: restoring, also after doing it again, brings every formula back, cell for cell",
    (item) => {
      const book = opened();
      const before = contents(book);
      const calls = atEachCall((k) => {
        const isStopped = stoppedAt(book.workbook, k, () => book.choose(item));
        if (k % 2 === 0) book.choose(item);
        const message = restore(book);
        expect([k, message]).not.toEqual([k, expect.stringContaining("could not be brought back")]);
        expect([k, contents(book)]).toEqual([k, before]);
        expect([k, restore(book)]).toEqual([k, nothing]);
        return isStopped;
      });
      expect(calls).toBeGreaterThanOrEqual(10);
    },
  );

  test("restoring: restoring again brings back the rest, and a formula that has to stay is never lost", () => {
    const book = opened();
    const before = contents(book);
    atEachCall((k) => {
      book.choose("freezeFormulas");
      const cell = book.sheet("Other").getRange("A1");
      const value = cell.getValue();
      cell.setValue("mine");
      const isStopped = stoppedAt(book.workbook, k, () => restore(book));
      restore(book);
      expect([k, cell.getValue()]).toEqual([k, "mine"]);
      cell.setValue(value);
      expect([k, restore(book)]).toEqual([k, expect.stringContaining("1 CLV formula is back")]);
      expect([k, contents(book)]).toEqual([k, before]);
      return isStopped;
    });
  });
});

describe("a call that fails", () => {
  test("is told, with how to get back", () => {
    const book = opened();
    let message = "";
    stoppedAt(book.workbook, 12, () => (message = book.choose("freezeFormulas")), "once");
    expect(message).toContain(`Turn CLV formulas into values stopped. Sheets said: ${timedOut}\n`);
    expect(message).toContain("No formula is lost: choose Restore CLV formulas");
  });
});

/** A workbook whose sidebar can be asked. */
function withSidebar(tabs: Parameters<typeof openShared>[0]) {
  const book = openShared(tabs);
  open.push(book);
  connectSidebar(book.workbook);
  const question = (name: string, given: unknown) =>
    JSON.parse(book.workbook.call("answer", [name, JSON.stringify(given)]) as string) as unknown;
  return { book, question };
}

/** All that the tabs of these names hold. */
const held = ({ sheet }: SharedWorkbook, names: readonly string[]) =>
  names.map((name) => {
    const range = sheet(name).getDataRange();
    return [name, JSON.stringify(range.getValues()), range.getFormulas()];
  });

/** An insertion that fails at one of its calls after the other says so, and leaves the workbook as it was; how many there are. */
function failingInTurn(
  { book, question }: ReturnType<typeof withSidebar>,
  name: "insert" | "insertCalls" | "insertWhatIf",
  request: unknown,
  tabs: readonly string[],
  oneIn: number,
): number {
  const before = held(book, tabs);
  return atEachCall((k) => {
    let message = "";
    let inserted: { at: unknown } | undefined;
    const insert = () => {
      try {
        inserted = question(name, request) as typeof inserted;
      } catch (error) {
        ({ message } = error as Error);
      }
    };
    const isStopped = stoppedAt(book.workbook, k, insert, "once");
    // What only opens a tab again may fail unnoticed.
    if (isStopped && inserted) question("undoInsertion", inserted.at);
    const wanted = `Inserting stopped. Sheets said: ${timedOut}`;
    expect([k, inserted !== undefined || message.includes(wanted)]).toEqual([k, true]);
    const left = isStopped ? [book.names(), held(book, tabs)] : [tabs, before];
    expect([k, ...left]).toEqual([k, tabs, before]);
    return isStopped;
  }, oneIn);
}

describe("inserting", () => {
  const insertion = async (book: SharedWorkbook, newTab: string | null) => {
    const answer = (await answerOn(book.workbook, "Orders"))!;
    const periods = answer.tables.find(({ title }) => title === "CLV Periods")!;
    const { setup } = answer;
    return { setup, recipe: periods.recipe, newTab, label: "CLV", format: "", moneyFormat: "0.00" };
  };

  test.each([
    ["on a new tab", "Result", 3],
    ["in a cell", null, 3],
  ])("%s: a call that fails leaves the workbook as it was, and trying again works", async (_, newTab, by) => {
    const { book, question } = withSidebar({ Orders: orders });
    const request = await insertion(book, newTab);
    book.sheet("Orders").getRange("F3").activate();
    const calls = failingInTurn({ book, question }, "insert", request, ["Orders"], by);
    expect(calls).toBeGreaterThan(30);
    expect(book.names()).toContain("CLV Setup");
  });

  test("whom to call: a call that fails leaves the workbook as it was, and trying again works", async () => {
    const called = [
      ["Customer", "Value", "Chance"],
      ["Ann", 900, 0.5],
      ["Bo", 300, 0.2],
    ];
    const cells = Object.fromEntries(
      called.flatMap((row, at) => row.map((cell, column) => [`${"ABC"[column]!}${at + 1}`, cell])),
    );
    const { book, question } = withSidebar({ Orders: orders, Called: cells });
    const { setup } = (await answerOn(book.workbook, "Orders"))!;
    const recipe = { steps: [], result: { range: "Called!A2:C3" } };
    const candidates = { recipe, about: ["Those on Called."] };
    const offer = { successRate: 0.5, cost: 10, budget: 100 };
    const request = { setup, candidates, offer, moneyFormat: "0.00" };
    const calls = failingInTurn({ book, question }, "insertCalls", request, ["Orders", "Called"], 5);
    expect(calls).toBeGreaterThan(50);
    expect(book.sheet("CLV Whom to call").getRange("A14").getValue()).toBe("Ann");
  });

  test("a tab to try things on: a call that fails leaves the workbook as it was", async () => {
    const { book, question } = withSidebar({ Months: months });
    const { setup, whatIf } = (await answerOn(book.workbook, "Months"))!;
    const { kind, terms } = whatIf!;
    const plan = { name: "1-2", changes: changesInOrder(kind, { revenue: 0.1 }) };
    const request = {
      setup,
      kind,
      terms,
      hasMargin: false,
      hasCac: false,
      heads: headsOf(kind),
      scenarios: [plan],
      target: 1000,
      moneyFormat: "0.00",
    };
    const calls = failingInTurn({ book, question }, "insertWhatIf", request, ["Months"], 4);
    expect(calls).toBeGreaterThan(40);
  });

  test("undone: undoing again continues where it stopped", async () => {
    const { book, question } = withSidebar({ Orders: orders });
    const request = await insertion(book, null);
    book.sheet("Orders").getRange("F3").activate();
    const before = held(book, ["Orders"]);
    const undo = (at: unknown) => question("undoInsertion", at);
    const calls = atEachCall((k) => {
      const { at } = question("insert", request) as { at: unknown };
      const isStopped = stoppedAt(book.workbook, k, () => undo(at));
      expect([k, undo(at)]).toEqual([k, "Undone: F3 of Orders is empty again"]);
      expect([k, book.names(), held(book, ["Orders"])]).toEqual([k, ["Orders"], before]);
      book.sheet("Orders").getRange("F3").activate();
      return isStopped;
    });
    expect(calls).toBeGreaterThanOrEqual(3);
  });
});

describe("CLV Setup", () => {
  test("stopped while it is written: what people have set is in it still, and formulas mean the same cells", async () => {
    const { book, question } = withSidebar({ Orders: orders, More: orders });
    question("saveSetup", (await answerOn(book.workbook, "Orders"))!.setup);
    const setup = () => book.sheet("CLV Setup");
    const margin = () =>
      setup()
        .getDataRange()
        .getValues()
        .findIndex((row) => row[3] === "gross_margin@1") + 1;
    setup().getRange(margin(), 2).setValue(0.42);
    book.sheet("Orders").getRange("F3").setFormula(`=CLV(100, 36, 'CLV Setup'!B${margin()})`);
    const value = book.sheet("Orders").getRange("F3").getValue();
    expect(value).toBeCloseTo(100 * 36 * 0.42, 9);
    const first = (await answerOn(book.workbook, "Orders"))!.setup;
    question("saveSetup", first);
    const own = held(book, ["CLV Setup"]);
    atEachCall((k) => {
      const isStopped = stoppedAt(book.workbook, k, () => question("saveSetup", first));
      expect([k, setup().getRange(margin(), 2).getValue()]).toEqual([k, 0.42]);
      question("saveSetup", first);
      expect([k, held(book, ["CLV Setup"])]).toEqual([k, own]);
      return isStopped;
    });
    const second = (await answerOn(book.workbook, "More"))!.setup;
    let k = 1;
    // Once the second table has its lines there is no more room to make.
    while (stoppedAt(book.workbook, k, () => question("saveSetup", second)) && k < 40) k++;
    question("saveSetup", second);
    expect(setup().getRange(margin(), 2).getValue()).toBe(0.42);
    expect(book.sheet("Orders").getRange("F3").getValue()).toBe(value);
  });
});

describe("a report", () => {
  test("stopped at any stage of its writing is built by building it again, and leaves the data alone", async () => {
    const { book, question } = withSidebar({ Orders: orders });
    const plan = question("planReport", {
      ...(await requestOn(book.workbook, "Orders")),
      mode: "live",
    }) as { parts: unknown[] };
    let done: unknown[] = [];
    plan.parts.forEach((_, part) => {
      done = [...done, ...(question("reportPart", { plan, part, done }) as unknown[])];
    });
    const build = () => question("writeReport", { plan, done }) as { isBuilt: boolean };
    const before = held(book, ["Orders"]);
    const tabs = ["CLV Report", "CLV Report data", "CLV Setup"];
    const spreadsheet = book.workbook.services.SpreadsheetApp.getActive();
    let built: unknown;
    const calls = atEachCall((k) => {
      // As if for the first time.
      for (const name of tabs.filter((one) => book.names().includes(one)))
        spreadsheet.deleteSheet(book.sheet(name));
      const isStopped = stoppedAt(book.workbook, k, build);
      expect([k, held(book, ["Orders"])]).toEqual([k, before]);
      const again = isStopped ? build() : { isBuilt: true };
      expect([k, again.isBuilt]).toEqual([k, true]);
      built ??= isStopped ? held(book, tabs) : undefined;
      expect([k, JSON.stringify(held(book, tabs)) === JSON.stringify(built)]).toEqual([k, true]);
      return isStopped;
    }, 23);
    expect(calls).toBeGreaterThan(100);
  });
});

describe("the history", () => {
  test("stopped at any stage gains no row without figures, and keeps those of before", async () => {
    const { book, question } = withSidebar({ Orders: orders });
    question("saveSetup", (await answerOn(book.workbook, "Orders"))!.setup);
    const rows = () => book.sheet("CLV History")?.getDataRange().getValues().slice(3) ?? [];
    let known: unknown[][] = [];
    atEachCall((k) => {
      const isStopped = stoppedAt(book.workbook, k, () => book.choose("addToHistory"));
      const now = rows();
      expect([k, JSON.stringify(now.slice(0, known.length))]).toEqual([k, JSON.stringify(known)]);
      for (const row of now)
        expect([k, typeof row[0] === "object", row.filter((cell) => cell !== "").length > 5]).toEqual([
          k,
          true,
          true,
        ]);
      known = now;
      return isStopped;
    }, 2);
    expect(book.choose("addToHistory")).toContain("Added today's figures");
  });
});

describe("a copy to share", () => {
  const tabs = {
    Orders: orders,
    Results: {
      A1: "=CLV_KPIS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
      L1: "=CLV_CUSTOMERS(Orders!A2:A, Orders!B2:B, Orders!C2:C)",
    },
  };
  const asked = { withoutCustomers: true };
  /** Whether a workbook shows a customer's name. */
  const hasNames = (book: SharedWorkbook) => /"C\d"/.test(JSON.stringify(held(book, book.names())));

  test("stopped at any step is called ready only where it is, and the spreadsheet is as it was", () => {
    const { book, question } = withSidebar(tabs);
    const before = held(book, Object.keys(tabs));
    const calls = atEachCall((k) => {
      const made = book.copies.length;
      const isStopped = stoppedAt(book.workbook, k, () => question("prepareCopy", asked));
      expect([k, held(book, Object.keys(tabs))]).toEqual([k, before]);
      for (const copy of book.copies.slice(made)) {
        const isReady = copy.workbook.book.workbook.getName().endsWith("(to share)");
        expect([k, isReady && hasNames(copy)]).toEqual([k, false]);
        expect([k, isReady || isStopped]).toEqual([k, true]);
        copy.dispose();
      }
      return isStopped;
    }, 3);
    expect(calls).toBeGreaterThan(10);
    expect(book.copies.length).toBeGreaterThan(2);
  });

  test("made by a person: stopped at any step, the message says it is only partly changed", () => {
    atEachCall((k) => {
      const { book, question } = withSidebar(tabs);
      book.workbook.services.SpreadsheetApp.getActive().rename("Business (to share)");
      Object.assign(book.workbook.book.host, { alert: () => "YES" });
      const before = held(book, Object.keys(tabs));
      let said = "";
      const isStopped = stoppedAt(book.workbook, k, () => {
        try {
          said = String(question("prepareCopy", asked));
        } catch (error) {
          said = (error as Error).message;
        }
      });
      const isAsBefore = JSON.stringify(held(book, book.names())) === JSON.stringify(before);
      const words = isStopped ? "This copy is only partly changed: do not share it" : "now holds values only";
      // What stops before the first change changes nothing.
      expect([k, said, isAsBefore || said.includes(words)]).toEqual([k, said, true]);
      expect([k, isStopped || !hasNames(book)]).toEqual([k, true]);
      book.dispose();
      open.splice(0);
      return isStopped;
    }, 4);
  });
});
