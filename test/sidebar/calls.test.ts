import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Answer } from "../../src/answers/answer";
import { written } from "../../src/answers/sentence";
import { ask } from "../../src/sidebar/server";
import { openForCopying } from "../support/sharing";
import { connectSidebar, openSample, requestOn } from "../support/sidebarOf";
import { type Workbook, sampleData } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const sheet = (name: string) => spreadsheet().getSheetByName(name)!;
const tab = "CLV Whom to call";

beforeEach(() => {
  // The signals are the tests' own, so the sample's are left out.
  workbook = openSample("Orders", "Subscriptions");
});
afterEach(() => workbook.dispose());

async function callsOn(of: string) {
  const request = { ...(await requestOn(workbook, of)), changes: { gross_margin: 0.6 } };
  const answer: Answer = (await ask("answerFrom", request))!;
  const { headline, whatIf, setup } = answer;
  const steps = await ask("nextSteps", { ...request, question: headline.question, whatIf });
  return { setup, candidates: steps.find((step) => step.candidates)!.candidates! };
}

/** What a formula shows on a tab of its own beside cells that are written there first. */
function shownBy(formula: string, cells: readonly (readonly (string | number)[])[] = [[""]]) {
  const made = spreadsheet().insertSheet();
  made.insertRowsAfter(made.getMaxRows(), 2000);
  made.getRange(1, 1, cells.length, cells[0]!.length).setValues(cells.map((row) => row.slice()));
  made.getRange("K1").setFormula(formula);
  const [titles, ...rows] = made.getRange("K1:Z1500").getValues();
  return rows
    .filter(([first]) => first !== "")
    .map((row) => Object.fromEntries(titles!.map((title, at) => [String(title), row[at]])));
}

const shownOnTab = () =>
  sheet(tab)
    .getRange("A14:I1000")
    .getValues()
    .filter(([name]) => name !== "");

const offer = { successRate: 0.3, cost: 10, budget: 150 };
const moneyFormat = "0.00";

/** Of a shop who can still be saved, by CLV_PREDICT. */
function savable() {
  const all = shownBy('=CLV_PREDICT(Orders!B2:B, Orders!C2:C, Orders!D2:D, , 0%, 60%, , "2026-06-30")');
  return all
    .filter((row) => row["Standing"] === "can still be saved")
    .map((row) => {
      const alive = Number(row["P(alive)"]);
      return [String(row["Customer"]), Number(row["Predicted CLV"]) / alive, 1 - alive] as const;
    });
}

describe("whom to call", () => {
  test("names nobody in a copy without customers", async () => {
    workbook.dispose();
    const book = openForCopying(sampleData(randomUUID(), ["Orders"]));
    ({ workbook } = book);
    connectSidebar(workbook);
    const { setup, candidates } = await callsOn("Orders");
    await ask("insertCalls", { setup, candidates, offer, moneyFormat });
    const names = new Set(shownOnTab().map(([name]) => String(name)));
    expect(names.size).toBeGreaterThan(10);
    await ask("prepareCopy", { withoutCustomers: true });
    const copy = book.copyMade().services.SpreadsheetApp.getActive();
    const cells = copy.getSheets().flatMap((one) => one.getDataRange().getValues().flat());
    expect(cells.filter((cell) => names.has(String(cell)))).toEqual([]);
    expect(copy.getSheetByName(tab)).toBeNull();
  });

  test("for a shop, covers those who can still be saved, by formulas typed by hand", async () => {
    const { setup, candidates } = await callsOn("Orders");
    const { at, message } = await ask("insertCalls", { setup, candidates, offer, moneyFormat });
    expect(message).toContain(`Inserted in A13 of ${tab}`);
    const own = savable();
    const expected = shownBy("=CLV_PRIORITIES(A1:A, B1:B, C1:C, 30%, 10, , , 150)", own);
    const shown = shownOnTab();
    expect(shown.map(([name]) => name)).toEqual(expected.map((row) => row["Customer"]));
    shown.forEach((row, index) => {
      const { Value, "Expected gain": gain, Contact } = expected[index]!;
      expect(row[1]).toBeCloseTo(Number(Value), 6);
      expect(row[4]).toBeCloseTo(Number(gain), 6);
      expect(row[8]).toBe(Contact);
    });
    expect(await ask("undoInsertion", at!)).toContain(`the tab ${tab} is removed`);
    expect(spreadsheet().getSheetByName("CLV Setup")).toBeNull();
  });

  test("reads the same in the sidebar as on the tab", async () => {
    const { setup, candidates } = await callsOn("Orders");
    const said = await ask("planCalls", { setup, candidates, offer });
    await ask("insertCalls", { setup, candidates, offer, moneyFormat });
    const called = shownOnTab().filter((row) => row[8] === "yes");
    const last = called[called.length - 1]!;
    const two = (value: unknown) => Number(value).toFixed(2);
    expect(called.length).toBeGreaterThan(3);
    expect(written(said, ({ value, unit }) => (unit === "count" ? String(value) : two(value)))).toBe(
      `Call ${called.length} customers. The offers should cost ${two(last[7])} and bring in ${two(last[6])} more than that. Start with ${called
        .slice(0, 3)
        .map(([name]) => String(name))
        .join(", ")}.`,
    );
  });

  test("follows a cell that someone changes on the tab", async () => {
    const { setup, candidates } = await callsOn("Orders");
    await ask("insertCalls", { setup, candidates, offer, moneyFormat });
    const few = shownOnTab().filter((row) => row[8] === "yes").length;
    sheet(tab).getRange("B6").clearContent();
    const many = shownOnTab().filter((row) => row[8] === "yes").length;
    expect(many).toBeGreaterThan(few);
    sheet(tab).getRange("B5").setValue(100000);
    expect(shownOnTab().filter((row) => row[8] === "yes")).toEqual([]);
  });

  test("of subscriptions without signals goes by how long each has stayed", async () => {
    const { setup, candidates } = await callsOn("Subscriptions");
    await ask("insertCalls", { setup, candidates, offer, moneyFormat });
    const answer = (await ask("answerFrom", {
      ...(await requestOn(workbook, "Subscriptions")),
      changes: { gross_margin: 0.6 },
    }))!;
    const accounts = shownBy(
      `=CLV_ACCOUNTS(Subscriptions!A2:A, Subscriptions!C2:C, Subscriptions!D2:D, Subscriptions!E2:E, "${answer.asOf}")`,
    );
    const beside = sheet(tab)
      .getRange("K14:M1000")
      .getValues()
      .filter(([name]) => name !== "");
    expect(beside.map(([name]) => name)).toEqual(accounts.map((row) => row["Customer"]));
    expect(beside.map(([, , chance]) => chance)).toEqual(
      accounts.map((row) => row["Leaves within 12 months"]),
    );
    // The value of a customer is revenue × margin × lifetime, and each has its own revenue.
    const value = answer.headline.figure.cells[0]![0] as number;
    const revenue = answer.whatIf!.drivers.averageRevenue;
    beside.forEach(([, worth], index) => {
      expect(Number(worth) / Number(accounts[index]!["MRR"])).toBeCloseTo(value / revenue, 6);
    });
  });

  test("looks the same where results come only after the script has ended", async () => {
    const { setup, candidates } = await callsOn("Orders");
    const looks = async () => {
      const { at } = await ask("insertCalls", { setup, candidates, offer, moneyFormat });
      const range = sheet(tab).getRange("A1:M60");
      const held = [range.getDisplayValues(), range.getNumberFormats()];
      await ask("undoInsertion", at!);
      return held;
    };
    const expected = await looks();
    workbook.book.ways.results = "after the run";
    expect(await looks()).toEqual(expected);
  });

  test("what the sidebar never sends is refused", async () => {
    const { setup, candidates } = await callsOn("Orders");
    const foreign = { ...candidates, recipe: { steps: [], result: { apply: "IMPORTDATA", to: ["x"] } } };
    const wrong = { setup, candidates: foreign, offer, moneyFormat };
    await expect(ask("insertCalls", wrong)).rejects.toThrow("a recipe must be one of the sidebar's");
    const text = { ...offer, cost: "=1" } as never;
    await expect(ask("insertCalls", { setup, candidates, offer: text, moneyFormat })).rejects.toThrow(
      "offer must be a success rate, a cost and a budget",
    );
    expect(spreadsheet().getSheetByName(tab)).toBeNull();
  });
});
