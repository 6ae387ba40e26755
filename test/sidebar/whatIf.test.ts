import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Answer } from "../../src/answers/answer";
import { ask } from "../../src/sidebar/server";
import { type Tried, changesInOrder, headsOf, leversOf, needsOf, outcomeOf } from "../../src/sidebar/tried";
import { openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const sheet = (name: string) => workbook.services.SpreadsheetApp.getActive().getSheetByName(name)!;

beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Customers by month", "Monthly");
});
afterEach(() => workbook.dispose());

/** Customers so far by their tenure, 6 of 60 of whom have left. */
beforeEach(() => {
  const rows = Array.from({ length: 60 }, (_, at) => [
    `c${at}`,
    1 + (at % 12),
    20,
    at % 10 === 0 ? "Yes" : "No",
  ]);
  workbook.services.SpreadsheetApp.getActive()
    .insertSheet("So far")
    .getRange(1, 1, 61, 4)
    .setValues([["customer", "tenure", "monthly charges", "churn"], ...rows]);
});

const asked = async (tab: string, changes: Record<string, string | number> = {}): Promise<Answer> =>
  (await ask("answerFrom", { ...(await requestOn(workbook, tab)), changes }))!;
const withMargin = (tab: string, more: Record<string, string> = {}) =>
  asked(tab, { gross_margin: 0.4, cac: 50, ...more });

/** Each question that gives a value. */
const tabs = [
  ["Subscriptions", {}],
  ["Monthly", {}],
  ["Customers by month", {}],
  ["Customers by month", { kind: "billed" }],
  ["Orders", {}],
  ["So far", {}],
] as const;

describe("what is tried in the sidebar", () => {
  test.each(tabs)("of %s %j begins with the value of the card, in its limits", async (tab, more) => {
    for (const answer of [await asked(tab, more), await withMargin(tab, more)]) {
      const { value, low, high, change } = outcomeOf(answer, {});
      expect(value).toBeCloseTo(answer.value.figure.cells[0]![0] as number, 6);
      expect(low).toBeCloseTo(answer.headline.low!, 6);
      expect(high).toBeCloseTo(answer.headline.high!, 6);
      expect(change).toBeCloseTo(0, 12);
    }
  });

  test("is nothing where the value is only what someone has paid", async () => {
    workbook.services.SpreadsheetApp.getActive()
      .insertSheet("Few")
      .getRange(1, 1, 4, 3)
      .setValues([
        ["Customer", "Date", "Amount"],
        ...["a@x.org", "b@x.org", "c@x.org"].map((who) => [who, new Date(Date.UTC(2026, 4, 3)), 10]),
      ]);
    expect((await asked("Few")).whatIf).toBeNull();
  });

  test("a value over churn moves as the formula says, and its limits with it", async () => {
    const answer = await withMargin("Subscriptions");
    const today = outcomeOf(answer, {});
    const { value, low, high } = outcomeOf(answer, { revenue: 0.1, churn: -0.2, margin: 0.25 });
    const times = (1.1 * 1.25) / 0.8;
    expect([value / today.value, low! / today.low!, high! / today.high!]).toEqual(
      Array(3).fill(expect.closeTo(times, 9)),
    );
  });

  test("of a shop, dearer orders lift all of it, and coming back more only what follows the first order", async () => {
    const answer = await withMargin("Orders");
    const today = outcomeOf(answer, {});
    expect(outcomeOf(answer, { order: 0.1 }).value).toBeCloseTo(1.1 * today.value, 9);
    const first = answer.headline.facts.find(({ title }) => title === "First order")!.value as number;
    const { value, low } = outcomeOf(answer, { later: 0.5 });
    expect(value).toBeCloseTo(first + 1.5 * (today.value - first), 9);
    expect(low).toBeCloseTo(first + 1.5 * (today.low! - first), 9);
  });

  test.each(["Subscriptions", "Orders"])(
    "what it would take for %s to reach a value is enough when it is tried, and no less would do",
    async (tab) => {
      const answer = await withMargin(tab);
      const { whatIf } = answer;
      const net = (tried: Tried) => outcomeOf(answer, tried).value - 50 * (1 + (tried.cac ?? 0));
      const target = 1.1 * outcomeOf(answer, {}).value;
      const key = { revenue: whatIf!.kind === "horizon" ? "order" : "revenue", upsell: "later" } as const;
      const levers = leversOf(whatIf!).map((lever) => lever.key);
      const better = (by: number): Tried =>
        Object.fromEntries(
          levers
            .filter((lever) => lever !== "margin")
            .map((lever) => [lever, lever === "cac" || lever === "churn" ? -by : by]),
        );
      const reached = needsOf(whatIf!, target).map(({ driver, change, obstacle }) => {
        if (obstacle) return [driver, obstacle.kind];
        if (driver === "together") return [driver, net(better(change!))];
        const lever = driver === "revenue" || driver === "upsell" ? key[driver] : driver;
        return [driver, net({ [lever]: change })];
      });
      const isEnough = expect.closeTo(target, 6);
      const own = whatIf!.kind === "horizon" ? ["revenue", "upsell"] : ["revenue", "churn"];
      expect(reached).toEqual([
        ...[...own, "margin"].map((driver) => [driver, isEnough]),
        // Not even for nothing would customers be worth so much more.
        ["cac", "limit"],
        ["together", isEnough],
      ]);
    },
  );
});

describe("inserted on a tab of its own", () => {
  const request = (answer: Answer, tried: readonly Tried[], target: number | null) => ({
    setup: answer.setup,
    kind: answer.whatIf!.kind,
    terms: answer.whatIf!.terms,
    hasMargin: answer.whatIf!.drivers.margin !== undefined,
    hasCac: answer.whatIf!.drivers.cac !== undefined,
    heads: headsOf(answer.whatIf!.kind),
    scenarios: tried.map((one, index) => ({
      name: `Plan ${index + 1}`,
      changes: changesInOrder(answer.whatIf!.kind, one),
    })),
    target,
    moneyFormat: "0.00",
  });
  const below = (name: string, row: number, column: string, title = "Scenario") => {
    const cells = sheet("CLV What if").getRange(row, 1, 10, 13).getValues();
    expect(cells[0]![0]).toBe(title);
    return cells.find(([first]) => first === name)![cells[0]!.indexOf(column)] as number;
  };

  test.each([
    ["Subscriptions", { revenue: 0.1, churn: -0.2 }],
    ["So far", { churn: -0.3, revenue: 0.1 }],
    ["Customers by month", { revenue: 0.2 }],
    ["Orders", { order: 0.1, later: 0.2 }],
  ] as [string, Tried][])("from %s, the live table shows what the sliders showed", async (tab, tried) => {
    for (const answer of [await asked(tab), await withMargin(tab)]) {
      const { at, message } = await ask("insertWhatIf", request(answer, [tried], null));
      expect(message).toContain("Inserted in A22 of CLV What if");
      expect(below("Today", 22, "CLV")).toBeCloseTo(outcomeOf(answer, {}).value, 6);
      expect(below("Plan 1", 22, "CLV")).toBeCloseTo(outcomeOf(answer, tried).value, 6);
      expect(await ask("undoInsertion", at!)).toContain("the tab CLV What if is removed");
    }
  });

  test("a change that someone types there counts, and so does a row that they add", async () => {
    const answer = await withMargin("Subscriptions");
    await ask("insertWhatIf", request(answer, [{ churn: -0.1 }], 2000));
    const today = below("Today", 22, "CLV");
    sheet("CLV What if").getRange("C12").setValue(-0.5);
    expect(below("Plan 1", 22, "CLV")).toBeCloseTo(2 * today, 6);
    sheet("CLV What if")
      .getRange("A13:B13")
      .setValues([["Dearer", 1]]);
    expect(below("Dearer", 22, "CLV")).toBeCloseTo(2 * today, 6);
    const needed = below("Average revenue", 35, "Needed", "Driver");
    expect((needed * 0.4) / below("Today", 22, "Churn rate") - 50).toBeCloseTo(2000, 6);
  });

  test("without a margin its cell is blank, not 0, and waits for one", async () => {
    const answer = await asked("Subscriptions");
    await ask("insertWhatIf", request(answer, [{ churn: -0.1 }], null));
    expect(sheet("CLV What if").getRange("B7").isBlank()).toBe(true);
    const today = below("Today", 22, "CLV");
    sheet("CLV What if").getRange("B7").setValue(0.5);
    expect(below("Today", 22, "CLV")).toBeCloseTo(today / 2, 6);
  });

  test.each(["Subscriptions", "Orders"])(
    "from %s, it looks the same where results come only after the script has ended",
    async (tab) => {
      const answer = await withMargin(tab);
      const looks = async () => {
        const { at } = await ask("insertWhatIf", request(answer, [{ churn: -0.1, order: 0.1 }], 2000));
        const range = sheet("CLV What if").getRange("A1:M45");
        const held = [range.getDisplayValues(), range.getNumberFormats()];
        await ask("undoInsertion", at!);
        return held;
      };
      const expected = await looks();
      workbook.book.ways.results = "after the run";
      expect(await looks()).toEqual(expected);
    },
  );

  test("what the sidebar never sends is refused", async () => {
    const answer = await asked("Subscriptions");
    const wrong = { ...request(answer, [], null), terms: ["=1", { apply: "IMPORTDATA", to: ["x"] }] };
    await expect(ask("insertWhatIf", wrong as never)).rejects.toThrow(
      "a recipe must be one of the sidebar's",
    );
    expect(workbook.services.SpreadsheetApp.getActive().getSheetByName("CLV What if")).toBeNull();
  });
});
