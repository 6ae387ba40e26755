import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Answer } from "../../src/answers/answer";
import { sameChannel } from "../../src/answers/channels";
import type { NextStep } from "../../src/answers/nextStep";
import { written } from "../../src/answers/sentence";
import { ask } from "../../src/sidebar/server";
import { openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const sheet = (name: string) => spreadsheet().getSheetByName(name)!;

beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Acquisition spend");
});
afterEach(() => workbook.dispose());

async function stepsOn(tab: string, changes: Record<string, number> = {}) {
  const request = { ...(await requestOn(workbook, tab)), changes };
  const answer: Answer = (await ask("answerFrom", request))!;
  const { headline, whatIf, setup } = answer;
  return { setup, steps: await ask("nextSteps", { ...request, question: headline.question, whatIf }) };
}

const words = ({ said }: NextStep) => written(said, ({ value }) => String(Math.round(100 * value) / 100));

/** What a formula shows on a tab of its own, below its header. */
function shownBy(formula: string): Record<string, unknown>[] {
  const made = spreadsheet().insertSheet();
  made.insertRowsAfter(made.getMaxRows(), 2000);
  made.getRange("A1").setFormula(formula);
  const [titles, ...rows] = made.getDataRange().getValues();
  return rows.map((row) => Object.fromEntries(titles!.map((title, at) => [String(title), row[at]])));
}

describe("what to do next", () => {
  test("for subscriptions, begins with what each driver would add, ranked as by CLV_ADVICE, and what it has changed", async () => {
    const { steps, setup } = await stepsOn("Subscriptions", { gross_margin: 0.8, cac: 60 });
    const [first] = steps;
    // A tenth less churn brings ten ninths of what a tenth more of the others does, so none stands out.
    expect(first!.title).toBe("Churn, revenue per customer and gross margin matter equally");
    await ask("insert", {
      setup,
      recipe: first!.tables[0]!.recipe,
      newTab: "CLV Advice",
      label: "",
      format: "",
      moneyFormat: "0.00",
    });
    const advice = sheet("CLV Advice").getDataRange().getValues();
    const worth = (driver: string) =>
      (advice.find(([, name]) => name === driver)![3] as number).toFixed(2).replace(/\.?0+$/, "");
    expect(advice[1]!.slice(0, 2)).toEqual([1, "Churn rate"]);
    const bridge = shownBy(
      "=CLV_BRIDGE('CLV Data'!A2:A, 'CLV Data'!G2:G, 'CLV Data'!B2:B, 'CLV Data'!N2:N, 12, 80%)",
    );
    const effect = (row: number) =>
      String(Math.abs(Math.round(100 * (bridge[row]!["Effect"] as number)) / 100));
    expect(words(first!)).toBe(
      `10% less churn would add ${worth("Churn rate")} per customer; 10% more revenue per customer ${worth("Revenue per customer")}; 10% more gross margin ${worth("Gross margin")}; 10% less acquisition cost 6. Since 2025-05 revenue per customer has added ${effect(1)} and lifetime has cost ${effect(2)}.`,
    );
  });

  test("names the driver that has cost a good part of the value within a year", async () => {
    // 10 a customer; 2 of 100 lost a month in the first year and 4 in the second: 500, then 250.
    const tab = spreadsheet().insertSheet("Figures");
    tab
      .getRange(1, 1, 25, 4)
      .setValues([
        ["Month", "Revenue", "Customers at start", "Lost"],
        ...Array.from({ length: 24 }, (_, month) => [
          new Date(Date.UTC(2024, month, 1)),
          1000,
          100,
          month < 12 ? 2 : 4,
        ]),
      ]);
    const { steps } = await stepsOn("Figures", { cac: 0 });
    expect(steps[0]!.title).toBe("Work on churn first");
    expect(words(steps[0]!)).toContain("Since 2024-12 lifetime has cost 250.");
  });

  test("for a shop, names who is late by their own rhythm, counted as CLV_NEXT_ORDER does", async () => {
    const { steps } = await stepsOn("Orders");
    const orders = shownBy('=CLV_NEXT_ORDER(Orders!B2:B, Orders!C2:C, "2026-06-30", Orders!D2:D)');
    const own = orders.filter((row) => row["Basis"] === "own");
    const late = own.filter((row) => row["Status"] === "overdue" && row["Past usual pause"] === "no");
    const due = own.filter((row) => row["Status"] === "due");
    const most = late.sort((a, b) => Number(b["Revenue"]) - Number(a["Revenue"])).slice(0, 3);
    expect(late.length).toBeGreaterThan(3);
    const step = steps.find(({ title }) => title === "Write to those who are late")!;
    expect(words(step)).toBe(
      `By their own rhythm, ${due.length} customers are due to order and ${late.length} overdue but not lost; those who have brought in most: ${most.map((row) => String(row["Customer"])).join(", ")}. Of customers who buy at random, one in four looks overdue at any time.`,
    );
  });

  test("is nothing where the data only tell what has been paid", async () => {
    spreadsheet()
      .insertSheet("Few")
      .getRange(1, 1, 4, 3)
      .setValues([
        ["Customer", "Date", "Amount"],
        ...["a@x.org", "b@x.org", "c@x.org"].map((who) => [who, new Date(Date.UTC(2026, 4, 3)), 10]),
      ]);
    expect((await stepsOn("Few")).steps).toEqual([]);
  });
});

describe("channels of spend and of customers", () => {
  const known = ["Search", "Social", "Email", "Referral"];

  test.each([
    ["search", "Search"],
    ["Search ads", "Search"],
    ["PAID_SOCIAL", "Social"],
    ["Email marketing", "Email"],
    ["Referral bonus", "Referral"],
  ])("%s is %s", (name, as) => {
    expect(sameChannel(name, known)).toBe(as);
  });

  test("a name that fits two as well, or none, is nobody's", () => {
    expect(sameChannel("Google", ["Google Search", "Google Display"])).toBeUndefined();
    expect(sameChannel("Podcast", known)).toBeUndefined();
    expect(sameChannel("Google Search", ["Google Search", "Google Display"])).toBe("Google Search");
  });

  const insertChannels = async () => {
    const { steps, setup } = await stepsOn("Orders", { gross_margin: 0.6 });
    const step = steps.find(({ tables }) => tables[0]?.title === "CLV Channels")!;
    const { recipe } = step.tables[0]!;
    await ask("insert", {
      setup,
      recipe,
      newTab: "CLV Channels",
      label: "",
      format: "",
      moneyFormat: "0.00",
    });
    return { step, cells: sheet("CLV Channels").getDataRange().getValues() };
  };
  const setupLine = (label: string) => {
    const row = sheet("CLV Setup")
      .getDataRange()
      .getValues()
      .findIndex(([cell]) => cell === label);
    return sheet("CLV Setup").getRange(row + 1, 2);
  };
  const spentOn = (name: string) =>
    sheet("Acquisition spend")
      .getDataRange()
      .getValues()
      .filter(([, channel]) => channel === name)
      .reduce((sum, [, , spend]) => sum + Number(spend), 0);

  beforeEach(() => {
    const spend = sheet("Acquisition spend");
    const names = spend.getRange(2, 2, spend.getLastRow() - 1);
    names.setValues(
      (names.getValues() as string[][]).map(([name]) => [name!.startsWith("Social") ? "Meta ads" : name]),
    );
  });

  test("are joined by names that differ a little, and CLV Setup shows how", async () => {
    const { cells } = await insertChannels();
    expect(setupLine("Search ads").getValue()).toBe("Search");
    const row = cells.find(([name]) => name === "Search")!;
    expect(row[3]).toBeCloseTo(spentOn("Search ads"), 6);
    // What fits nobody keeps its own name and row.
    expect(setupLine("Meta ads").getValue()).toBe("Meta ads");
    expect(cells.find(([name]) => name === "Meta ads")!.slice(1, 4)).toEqual([0, 0, spentOn("Meta ads")]);
  });

  test("are joined as a person corrects it there, also after the next insertion", async () => {
    await insertChannels();
    setupLine("Meta ads").setValue("Social");
    const cells = sheet("CLV Channels").getDataRange().getValues();
    expect(cells.find(([name]) => name === "Social")![3]).toBeCloseTo(spentOn("Meta ads"), 6);
    const again = await insertChannels();
    expect(setupLine("Meta ads").getValue()).toBe("Social");
    expect(words(again.step)).toContain("Social");
    expect(words(again.step)).not.toContain("Meta");
  });

  test("of another kind than the customers' groups are not joined", async () => {
    const orders = sheet("Orders");
    const groups = orders.getRange(2, 5, orders.getLastRow() - 1);
    groups.setValues(
      (groups.getValues() as string[][]).map((_, row) => [["North", "South", "East", "West"][row % 4]]),
    );
    const { steps } = await stepsOn("Orders");
    expect(steps.flatMap(({ tables }) => tables.map(({ title }) => title))).not.toContain("CLV Channels");
  });
});

describe("a table that cannot be read as it is", () => {
  test("says why, and which rows to look at", async () => {
    const tab = spreadsheet().insertSheet("Figures");
    const months = Array.from(
      { length: 14 },
      (_, month) => `${String((month % 12) + 1).padStart(2, "0")}.${2025 + Math.floor(month / 12)}`,
    );
    const rows = months.map((month, at) => [at === 13 ? months[12]! : month, `1.${200 + at},00 €`, 100, 4]);
    tab
      .getRange("A1:D15")
      .setNumberFormat("@")
      .setValues([["Monat", "Umsatz", "Kunden am Anfang", "Abgänge"], ...rows]);
    const request = { ...(await requestOn(workbook, "Figures")), changes: {} };
    expect(await ask("answerFrom", request)).toBeNull();
    expect(await ask("unreadable", request)).toBe(
      "period must be different in each row, got 2026-01-01 in row 14 and row 15: name the column that separates them as segment, and they are added up",
    );
  });

  test("of advertising by campaign, with dates and amounts as text, is in nobody's way, and gives what a customer costs", async () => {
    spreadsheet().deleteSheet(sheet("Acquisition spend"));
    const tab = spreadsheet().insertSheet("Ads");
    const rows = Array.from({ length: 24 }, (_, month) => [
      `15.${String((month % 12) + 1).padStart(2, "0")}.${2024 + Math.floor(month / 12)}`,
      "Brand | Search",
      `${100 + month},50`,
      18,
    ]);
    tab
      .getRange("A1:D25")
      .setNumberFormat("@")
      .setValues([["Tag", "Kampagne", "Kosten", "Conversions"], ...rows]);
    const request = { ...(await requestOn(workbook, "Orders")), changes: {} };
    const ads = request.tables.find((table) => table.tab === "Ads")!;
    expect(ads.shape).toBe("spend");
    expect(await ask("answerFrom", request)).not.toBeNull();
  });
});
