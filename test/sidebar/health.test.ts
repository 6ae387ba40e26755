import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Answer } from "../../src/answers/answer";
import type { NextStep } from "../../src/answers/nextStep";
import { written } from "../../src/answers/sentence";
import { ask } from "../../src/sidebar/server";
import { openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const sheet = (name: string) => spreadsheet().getSheetByName(name)!;

beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Usage");
  // The signals are the tests' own.
  spreadsheet().deleteSheet(sheet("Usage"));
});
afterEach(() => workbook.dispose());

const asOf = Date.UTC(2026, 5, 30);

interface Subscriber {
  readonly name: string;
  readonly mrr: number;
  readonly isRunning: boolean;
  /** The day of the data, or of leaving before. */
  readonly end: number;
}

/** Who subscribes or has, each once, with what it pays in all. */
function subscribers(): Subscriber[] {
  const [titles, ...rows] = sheet("Subscriptions").getDataRange().getValues();
  const at = (title: string) => titles!.indexOf(title);
  const found = new Map<string, Subscriber>();
  for (const row of rows) {
    const end = row[at("End")] as Date | "";
    const runs = end === "" || end.getTime() >= asOf;
    const name = String(row[at("Customer")]);
    const before = found.get(name) ?? { name, mrr: 0, isRunning: false, end: 0 };
    const mrr = runs ? Number(row[at("MRR")]) : 0;
    const last = runs ? asOf : end.getTime();
    found.set(name, {
      name,
      mrr: before.mrr + mrr,
      isRunning: before.isRunning || runs,
      end: Math.max(before.end, last),
    });
  }
  return [...found.values()];
}

/** A number from 0 to 1 that looks like chance, the same in each run. */
const chance = (seed: number) => Math.abs(Math.sin(12.9898 * (seed + 1)) * 43758.5453) % 1;

/** Puts a tab of signals next to the customers: those who left logged in less and opened more tickets. */
function writeUsage(
  titles: readonly string[],
  rowOf: (who: Subscriber, index: number) => readonly (string | number | Date)[],
) {
  const rows = subscribers().map((who, index) => [who.name, ...rowOf(who, index)]);
  const tab = spreadsheet().insertSheet("Usage");
  if (tab.getMaxRows() < rows.length + 1)
    tab.insertRowsAfter(tab.getMaxRows(), rows.length + 1 - tab.getMaxRows());
  tab.getRange(1, 1, rows.length + 1, titles.length + 1).setValues([["Customer", ...titles], ...rows]);
}
const logins = (left: boolean, index: number) => Math.round((left ? 8 : 20) + 20 * chance(index));
const tickets = (left: boolean, index: number) => Math.round((left ? 3 : 1) + 4 * chance(index + 1000));

async function stepsOn(tab: string, changes: Record<string, number> = {}) {
  const request = { ...(await requestOn(workbook, tab)), changes };
  const answer: Answer = (await ask("answerFrom", request))!;
  const { headline, whatIf, setup } = answer;
  const steps = await ask("nextSteps", { ...request, question: headline.question, whatIf });
  return { setup, answer, steps };
}
const words = ({ said }: NextStep) => written(said, ({ value }) => String(Math.round(1000 * value) / 1000));
const stepWith = (steps: readonly NextStep[], title: string) =>
  steps.find(({ tables }) => tables.some((table) => table.title === title))!;

/** What a formula shows on a tab of its own beside cells that are written there first, a record a row. */
function shownBy(formula: string, cells: readonly (readonly (string | number | Date)[])[] = [[""]]) {
  const made = spreadsheet().insertSheet();
  made.insertRowsAfter(made.getMaxRows(), 2000);
  made.getRange(1, 1, cells.length, cells[0]!.length).setValues(cells.map((row) => row.slice()));
  made.getRange("K1").setFormula(formula);
  const [titles, ...rows] = made.getRange("K1:Z1500").getValues();
  return rows
    .filter(([first]) => first !== "")
    .map((row) => Object.fromEntries(titles!.map((title, at) => [String(title), row[at]])));
}

const usual = (who: Subscriber, index: number) => [
  logins(!who.isRunning, index),
  tickets(!who.isRunning, index),
];

describe("health of subscribers, if only their subscriptions say who left", () => {
  const known = () =>
    subscribers().map((who, index) => ({ ...who, index, left: who.isRunning ? "no" : "yes" }));
  const byHand = (formula: string) =>
    shownBy(formula, [
      ["Customer", "Logins", "Tickets", "Left"],
      ...known().map((who) => [who.name, ...usual(who, who.index), who.left]),
    ]);

  test("says how well the signals predict churn, and which current customers are at risk, by formulas typed by hand", async () => {
    writeUsage(["Logins", "Tickets"], usual);
    const { steps } = await stepsOn("Subscriptions");
    const fit = new Map(
      byHand("=CLV_HEALTH_FIT(B1:C, D2:D)").map((row) => [row["Item"], Number(row["Value"])]),
    );
    // Twice the odds of all customers, in steps of 5%.
    const base = fit.get("Base rate")!;
    const least = Math.round(20 * ((2 * base) / (1 + base))) / 20;
    const scores = byHand("=CLV_HEALTH(A2:A, B1:C, CLV_HEALTH_FIT(B1:C, D2:D))");
    const risky = known()
      .filter(({ isRunning }) => isRunning)
      .filter(({ name }) => {
        const row = scores.find((one) => one["Customer"] === name)!;
        return Number(row["Churn probability"]) >= least;
      });
    const pairs = Math.round(100 * fit.get("AUC cross-validated")!);
    expect(risky.length).toBeGreaterThan(3);
    const step = stepWith(steps, "CLV Health");
    expect(words(step)).toMatch(
      `Logins and Tickets predict who leaves: in ${pairs} of 100 pairs, the one who left had the worse score. ${risky.length} of the current customers are at least ${least} likely to leave sooner or later; those who pay most: `,
    );
    const named = / most: (.*)\.$/.exec(words(step))![1]!.split(", ");
    const mrrOf = (name: string) => risky.find((one) => one.name === name)!.mrr;
    const most = risky.map(({ mrr }) => mrr).sort((a, b) => b - a);
    expect(named.map(mrrOf)).toEqual(most.slice(0, 3));
  });

  test("the tables that it inserts show the same as formulas typed by hand, of running customers only", async () => {
    writeUsage(["Logins", "Tickets"], usual);
    const { steps, setup } = await stepsOn("Subscriptions");
    const shownIn = async (title: string) => {
      const table = stepWith(steps, title).tables.find((one) => one.title === title)!;
      const request = {
        setup,
        recipe: table.recipe,
        newTab: title,
        label: "",
        format: "",
        moneyFormat: "0.00",
      };
      const { at } = await ask("insert", request);
      const shown = sheet(title).getDataRange().getValues();
      const format = sheet(title).getRange("D3").getNumberFormat();
      expect(await ask("undoInsertion", at!)).toContain(`the tab ${title} is removed`);
      return { shown: shown.slice(1), format };
    };
    const fit = byHand("=CLV_HEALTH_FIT(B1:C, D2:D)").map((row) => [row["Item"], row["Value"]]);
    expect((await shownIn("CLV Health fit")).shown.map(([item, value]) => [item, value])).toEqual(fit);
    const running = new Set(known().flatMap(({ name, isRunning }) => (isRunning ? [name] : [])));
    const scores = byHand("=CLV_HEALTH(A2:A, B1:C, CLV_HEALTH_FIT(B1:C, D2:D))")
      .filter((row) => running.has(String(row["Customer"])))
      .map((row) => [row["Customer"], row["Health"], row["Churn probability"]]);
    const { shown, format } = await shownIn("CLV Health");
    expect(shown.map(([name, health, , probability]) => [name, health, probability])).toEqual(scores);
    expect(format).toContain("%");
  });

  test("counts a last day as days before the day of the data, or before the end for those who left", async () => {
    const daysAgo = (index: number) => Math.round(30 * chance(index + 5));
    const day = 86_400_000;
    writeUsage(["Logins", "Last seen"], (who, index) => [
      logins(!who.isRunning, index),
      new Date(who.end - day * daysAgo(index)),
    ]);
    const { steps, setup } = await stepsOn("Subscriptions");
    const { recipe } = stepWith(steps, "CLV Health fit").tables[0]!;
    await ask("insert", { setup, recipe, newTab: "Fit", label: "", format: "", moneyFormat: "0.00" });
    const shown = sheet("Fit").getDataRange().getValues();
    const days = shown.find(([item]) => item === "Days since Last seen")![1];
    const own = shownBy("=CLV_HEALTH_FIT(A1:B, C2:C)", [
      ["Logins", "Days", "Left"],
      ...known().map(({ isRunning, index, left }) => [logins(!isRunning, index), daysAgo(index), left]),
    ]);
    const byName = new Map(own.map((row) => [row["Item"], Number(row["Value"])]));
    expect(days).toBeCloseTo(byName.get("Days")!, 9);
    const pairs = Math.round(100 * byName.get("AUC cross-validated")!);
    expect(words(stepWith(steps, "CLV Health fit"))).toContain(`in ${pairs} of 100 pairs`);
  });

  test("makes no list from signals that hardly predict who leaves", async () => {
    writeUsage(["Logins"], (_, index) => [Math.round(40 * chance(index + 77))]);
    const { steps } = await stepsOn("Subscriptions");
    const step = stepWith(steps, "CLV Health fit");
    expect(words(step)).toContain("barely better than chance");
    expect(step.tables.map(({ title }) => title)).toEqual(["CLV Health fit"]);
    const about = steps.find(({ candidates }) => candidates)!.candidates!.about.join(" ");
    expect(about).toContain("CLV_ACCOUNTS");
  });

  test("doubts what is almost too well", async () => {
    writeUsage(["Logins"], (who, index) => [who.isRunning ? 20 + (index % 5) : 0]);
    const { steps } = await stepsOn("Subscriptions");
    expect(words(stepWith(steps, "CLV Health fit"))).toContain(
      "make sure the signals date from before each customer left",
    );
  });

  test("says which signal cannot be read, instead of a list that is empty", async () => {
    writeUsage(["Logins", "Tickets"], usual);
    sheet("Usage").getRange("B4").setValue("n/a");
    const { steps } = await stepsOn("Subscriptions");
    const step = steps.find(({ title }) => title === "Fix the signals of Usage")!;
    expect(words(step)).toBe(
      'They cannot be read: metrics must be numbers, TRUE or FALSE, or dates, got "n/a" in row 4, column 1.',
    );
  });

  test("is stated on its own tab, from the table with most of the customers", async () => {
    writeUsage(["Logins", "Tickets"], usual);
    const usable = (await tablesOn(workbook, "Usage")).filter(({ isUsable }) => isUsable);
    expect(usable[0]!.tab).toBe("Subscriptions");
    expect(usable.map(({ tab }) => tab)).toContain("Orders");
  });

  test("is left alone where the signals are of other customers", async () => {
    spreadsheet()
      .insertSheet("Usage")
      .getRange(1, 1, 21, 2)
      .setValues([["Customer", "Logins"], ...Array.from({ length: 20 }, (_, at) => [`X-${at}`, at])]);
    const { steps, setup } = await stepsOn("Subscriptions");
    expect(steps.flatMap(({ tables }) => tables.map(({ title }) => title))).not.toContain("CLV Health");
    expect(setup.lines.some(({ label }) => label.includes("Signals of"))).toBe(false);
  });
});

describe("health if nothing says who left", () => {
  const buyers = () => {
    const [titles, ...rows] = sheet("Orders").getDataRange().getValues();
    return [...new Set(rows.map((row) => String(row[titles!.indexOf("Customer")])))].filter(Boolean);
  };
  const writeSignals = (titles: readonly string[]) => {
    const rows = buyers().map((name, at) => [
      name,
      ...titles.map((_, column) => Math.round(50 * chance(at + 500 * column))),
    ]);
    const tab = spreadsheet().insertSheet("Usage");
    tab.insertRowsAfter(tab.getMaxRows(), rows.length);
    tab.getRange(1, 1, rows.length + 1, titles.length + 1).setValues([["Customer", ...titles], ...rows]);
  };

  test("ranks by signals whose direction is plain, and asks for that of others", async () => {
    writeSignals(["Logins", "Projects"]);
    const { steps } = await stepsOn("Orders");
    const step = stepWith(steps, "CLV Health");
    expect(step.asked!.map(({ name, weight }) => [name, weight])).toEqual([["Projects", 0]]);
    expect(words(step)).toContain("By Logins, ");
    expect(words(step)).toContain("add a column to Usage that says who left");
  });

  test("goes by what a person says, which CLV Setup keeps", async () => {
    writeSignals(["Logins", "Projects"]);
    const { steps, setup } = await stepsOn("Orders");
    const { key } = stepWith(steps, "CLV Health").asked![0]!;
    const lines = setup.lines.map((line) => (line.key === key ? { ...line, value: -1 } : line));
    await ask("saveSetup", { ...setup, lines });
    const again = await stepsOn("Orders");
    const step = stepWith(again.steps, "CLV Health");
    expect(step.asked!.map(({ weight }) => weight)).toEqual([-1]);
    expect(words(step)).toContain("By Logins and Projects, which count equally, ");
    const { recipe } = step.tables[0]!;
    await ask("insert", { setup: again.setup, recipe, newTab: "H", label: "", format: "", moneyFormat: "0" });
    const shown = sheet("H").getDataRange().getValues().slice(1);
    const own = shownBy("=CLV_HEALTH(Usage!A2:A, Usage!B1:C, {1,-1})");
    expect(shown.map(([name, score]) => [name, score])).toEqual(
      own.map((row) => [row["Customer"], row["Health"]]),
    );
    // A person corrects it on the tab.
    const at = sheet("CLV Setup")
      .getDataRange()
      .getValues()
      .findIndex(([label]) => label === "Projects");
    sheet("CLV Setup")
      .getRange(at + 1, 2)
      .setValue(1);
    const other = shownBy("=CLV_HEALTH(Usage!A2:A, Usage!B1:C, {1,1})");
    const now = sheet("H").getDataRange().getValues().slice(1);
    expect(now.map(([name]) => name)).toEqual(other.map((row) => row["Customer"]));
  });

  test("asks for all of them where none is plain", async () => {
    writeSignals(["Attendance", "Projects"]);
    const { tables, table } = await requestOn(workbook, "Orders");
    const usage = tables.find((one) => one.tab === "Usage")!;
    expect(usage.shape).toBeUndefined();
    const said = await ask("remapColumn", { table: usage, column: 2, meaning: "signal" });
    const request = { table, tables: tables.map((one) => (one === usage ? said : one)), changes: {} };
    const { headline, whatIf } = (await ask("answerFrom", request))!;
    const steps = await ask("nextSteps", { ...request, question: headline.question, whatIf });
    const step = steps.find(({ title }) => title === "Say what the signals mean")!;
    expect(step.asked!.map(({ name }) => name)).toEqual(["Attendance", "Projects"]);
    expect(step.tables).toEqual([]);
  });

  test("takes who left from the table of use itself", async () => {
    writeSignals(["Logins"]);
    const names = buyers();
    const hasLeft = (at: number) => at % 4 === 0;
    const tab = sheet("Usage");
    tab
      .getRange(1, 2, names.length + 1, 3)
      .setValues([
        ["Logins", "Last seen", "Left"],
        ...names.map((_, at) => [
          logins(hasLeft(at), at),
          new Date(asOf - 86_400_000 * (hasLeft(at) ? 300 : at % 20)),
          hasLeft(at) ? "ja" : "nein",
        ]),
      ]);
    const { steps, setup } = await stepsOn("Orders");
    const step = stepWith(steps, "CLV Health");
    expect(words(step)).toContain("Logins predicts who leaves: in ");
    expect(words(step)).toContain("Last seen does not count: the data do not say when customers left.");
    const { recipe } = step.tables[1]!;
    await ask("insert", { setup, recipe, newTab: "H", label: "", format: "", moneyFormat: "0" });
    const shown = sheet("H").getDataRange().getValues().slice(1);
    expect(shown.map(([name]) => String(name)).sort()).toEqual(names.filter((_, at) => !hasLeft(at)).sort());
  });
});
