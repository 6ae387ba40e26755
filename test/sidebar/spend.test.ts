import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Orders");
  const rows = orders().map(([number, customer, day, amount, channel]): Cell[] => [
    number,
    customer,
    day,
    amount,
    ["Basic", "Pro"][customer.length % 2]!,
    channel,
  ]);
  put("Sales", [["Order", "Customer", "Date", "Amount", "Plan", "Found us by"], ...rows]);
});
afterEach(() => workbook.dispose());

type Cell = string | number | Date;

function put(tab: string, cells: readonly (readonly Cell[])[]): void {
  const sheet = spreadsheet().insertSheet(tab);
  sheet.insertRowsAfter(1, cells.length);
  sheet.getRange(1, 1, cells.length, cells[0]!.length).setValues(cells.map((row) => row.slice()));
}

/** The orders of the sample without refunds, of customers who are known. */
const orders = () =>
  spreadsheet()
    .getSheetByName("Orders")!
    .getDataRange()
    .getValues()
    .slice(1)
    .filter(([, customer, , amount]) => customer !== "" && Number(amount) > 0) as [
    string,
    string,
    Date,
    number,
    string,
  ][];

/** Its year and month as one number. */
const monthOf = (day: Date) => day.getUTCFullYear() * 12 + day.getUTCMonth();

/** How many customers ordered first in each month, counted from the rows. */
function firstOrders(): Map<number, number> {
  const first = new Map<string, number>();
  for (const [, customer, day] of orders())
    first.set(customer, Math.min(first.get(customer) ?? Infinity, monthOf(day)));
  const counts = new Map<number, number>();
  for (const month of first.values()) counts.set(month, (counts.get(month) ?? 0) + 1);
  return counts;
}

/** 1,000, 1,010, 1,020, … in the middle of each month from the fourth of the orders on, so many. */
const spentFrom = (months: number, column: readonly Cell[] = []) => {
  const begin = Math.min(...firstOrders().keys()) + 3;
  return Array.from({ length: months }, (_, at): Cell[] => [
    new Date(Date.UTC(Math.floor((begin + at) / 12), (begin + at) % 12, 15)),
    ...column,
    1000 + 10 * at,
  ]);
};

const costs = async () => {
  const answer = (await answerOn(workbook, "Sales"))!;
  const ratio = answer.costs.find(({ title }) => title === "LTV:CAC")?.figure.cells[0]?.[0];
  const value = answer.value.figure.cells[0]![0];
  return {
    cac: ratio === undefined ? undefined : Number(value) / Number(ratio),
    cautions: answer.cautions.join("\n"),
  };
};

describe("spend on another tab that doesn't count new customers", () => {
  test("gives the acquisition cost over the customers of the data, of the months that lie whole in both", async () => {
    put("Ads", [["Date", "Marketing spend"], ...spentFrom(9)]);
    const { cac, cautions } = await costs();
    // Written down once a month, each row is of its whole month.
    const begin = Math.min(...firstOrders().keys()) + 3;
    const months = Array.from({ length: 9 }, (_, at) => begin + at);
    const won = months.reduce((sum, month) => sum + (firstOrders().get(month) ?? 0), 0);
    const spent = months.reduce((sum, _, at) => sum + 1000 + 10 * at, 0);
    expect(cac).toBeCloseTo(spent / won, 9);
    expect(cautions).toContain(
      "The acquisition cost is the spend on the tab Ads ÷ the new customers in your data.",
    );
  });

  test("keeps doing so as a formula on CLV Setup", async () => {
    put("Ads", [["Date", "Marketing spend"], ...spentFrom(9)]);
    const { cac } = await costs();
    await ask("saveSetup", (await answerOn(workbook, "Sales"))!.setup);
    const lines = spreadsheet().getSheetByName("CLV Setup")!.getDataRange().getValues();
    expect(lines.find(([label]) => label === "Acquisition cost (CAC)")![1]).toBeCloseTo(cac!, 9);
    expect(await costs()).toEqual({ cac: expect.closeTo(cac!, 9), cautions: expect.stringContaining("Ads") });
  });

  test("gives none where it lies before the data, or is of anything", async () => {
    const early = spentFrom(9).map(([day, spent]): Cell[] => [
      new Date((day as Date).getTime() - 10 * 365 * 86_400_000),
      spent!,
    ]);
    put("Ads", [["Date", "Marketing spend"], ...early]);
    put("Books", [["Date", "Category", "Expense"], ...spentFrom(9, ["Rent"])]);
    const { cac, cautions } = await costs();
    expect(cac).toBeUndefined();
    expect(cautions).not.toMatch(/acquisition cost|spend/);
  });

  test("gives none where several tabs hold some, and says so", async () => {
    put("Google", [["Date", "Ad spend"], ...spentFrom(9)]);
    put("Meta", [["Date", "Ad spend"], ...spentFrom(9)]);
    const { cac, cautions } = await costs();
    expect(cac).toBeUndefined();
    expect(cautions).toContain("The tabs Google and Meta hold spend, perhaps the same twice");
    const request = { ...(await requestOn(workbook, "Sales")), changes: { cac: 40 } };
    expect((await ask("answerFrom", request))!.cautions.join()).not.toContain("hold spend");
  });
});

const channelOf = (table: { columns: readonly { header: string; meaning: unknown }[] } | undefined) =>
  table?.columns.find(({ meaning }) => meaning === "segment")?.header;

/** The channel of each customer's first order. */
const firstChannels = () =>
  new Map(
    orders()
      .sort(([, , a], [, , b]) => b.getTime() - a.getTime())
      .map(([, customer, , , channel]) => [customer, channel]),
  );

const spend = () => {
  const names = Array.from(new Set(orders().map(([, , , , channel]) => channel)));
  return [["Date", "Channel", "Spend"], ...names.flatMap((name) => spentFrom(9, [name]))];
};

describe("orders with a plan and a channel", () => {
  test("are segmented by channel where another tab tells what each channel cost", async () => {
    const before = await requestOn(workbook, "Sales");
    expect(channelOf(before.table)).toBe("Plan");
    put("Ads", spend());
    const answer = (await answerOn(workbook, "Sales"))!;
    expect(channelOf(answer.source)).toBe("Found us by");
    expect(answer.channels?.apply).toBe("CLV_CHANNELS");
  });

  test("stay as CLV Setup has them", async () => {
    const { table, ...request } = await requestOn(workbook, "Sales");
    await ask("saveSetup", (await ask("answerFrom", { table, ...request }))!.setup);
    put("Ads", spend());
    const later = (await tablesOn(workbook, "Sales")).find(({ tab }) => tab === "Sales");
    expect(channelOf(later)).toBe("Plan");
  });
});

describe("orders whose customers have a list of their own", () => {
  const list = () => [
    ["Customer", "Signed up", "Source"],
    ...Array.from(firstChannels(), ([customer, channel]): Cell[] => [
      customer,
      new Date("2024-01-01"),
      channel,
    ]),
  ];
  const withoutChannel = (columns: readonly number[]) => {
    const rows = spreadsheet().getSheetByName("Sales")!.getDataRange().getValues();
    spreadsheet().deleteSheet(spreadsheet().getSheetByName("Sales")!);
    put(
      "Sales",
      rows.map((row) => columns.map((column) => row[column] as Cell)),
    );
  };
  const paidByChannel = async () => {
    const answer = (await answerOn(workbook, "Sales"))!;
    const recipe = { steps: [], result: answer.channels! };
    const [figure] = await ask("compute", { setup: answer.setup, recipes: [recipe] });
    const [titles, ...rows] = figure!.cells;
    const column = (title: string) => titles!.indexOf(title);
    return new Map(rows.map((row) => [row[0], row[column("New customers")]]));
  };
  const counted = () => {
    const counts = new Map<string, number>();
    for (const channel of firstChannels().values()) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    return counts;
  };

  test.each([
    ["have no segment", [0, 1, 2, 3]],
    ["have a segment of which no spend is told", [0, 1, 2, 3, 4]],
  ])("take each one's channel from there where they %s", async (_, columns) => {
    withoutChannel(columns);
    put("People", list());
    put("Ads", spend());
    const found = await paidByChannel();
    for (const [channel, count] of counted()) expect([channel, found.get(channel)]).toEqual([channel, count]);
  });

  test("take a segment from there where no spend is told, and none from a list of others", async () => {
    withoutChannel([0, 1, 2, 3]);
    put("People", list());
    const { source, cautions } = (await answerOn(workbook, "Sales"))!;
    expect(source.segmentsFrom).toBeDefined();
    expect(cautions).toContain("Each customer's segment comes from the tab People");
    const people = spreadsheet().getSheetByName("People")!;
    people
      .getRange(2, 1, people.getLastRow() - 1, 1)
      .setValues(Array.from(firstChannels(), (_, row) => [`somebody else ${row}`]));
    expect((await answerOn(workbook, "Sales"))!.source.segmentsFrom).toBeUndefined();
  });

  test("keep a segment of their own where the list tells another", async () => {
    put("People", list());
    const { source } = (await answerOn(workbook, "Sales"))!;
    expect([channelOf(source), source.segmentsFrom]).toEqual(["Plan", undefined]);
  });
});
