import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

const near = (value: number): unknown => expect.closeTo(value, 6);

beforeEach(() => {
  workbook = openSample("Monthly");
});

afterEach(() => workbook.dispose());

describe("the pause after which a customer counts as lost", () => {
  const fill = (name: string, rows: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
    sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
  };
  const month = (at: number) => new Date(Date.UTC(2022, at, 10));
  /** Firms that each sign every so many months, every fourth of them for the first half of the time only. */
  const deals = (every: number, months: number) => [
    ["Company", "Deal name", "Amount", "Close date", "Deal stage"],
    ...Array.from({ length: 96 }, (_, firm) =>
      Array.from({ length: Math.ceil((firm % 4 === 0 ? months / 2 : months) / every) }, (__, time) => [
        `Firm ${firm}`,
        `Deal ${firm}-${time}`,
        1000,
        month((firm % every) + time * every),
        "Closed won",
      ]),
    ).flat(),
  ];

  test("comes from the data: at most one in ten comes back after it", async () => {
    fill("Yearly deals", deals(11, 48));
    fill("Quarterly deals", deals(3, 14));
    // Months have 365.25 ÷ 12 days.
    expect((await answerOn(workbook, "Yearly deals"))!.lostAfter).toBe(12);
    // A quarter of 92 days is longer than 3 such months.
    expect((await answerOn(workbook, "Quarterly deals"))!.lostAfter).toBe(4);
  });

  test("stays as a person has set it", async () => {
    fill("Quarterly deals", deals(3, 14));
    const request = await requestOn(workbook, "Quarterly deals");
    expect((await ask("answerFrom", { ...request, changes: { inactive_after: 9 } }))!.lostAfter).toBe(9);
  });

  test("customers who never come back, too few for a value, show what they have paid", async () => {
    fill("Once", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at}@x.org`, month(at * 5), 10]),
    ]);
    const { headline, value } = (await answerOn(workbook, "Once"))!;
    expect(headline.title).toBe("Paid so far, per customer");
    expect(value.figure.cells).toEqual([[10]]);
  });

  test("for a list without any end date, shows what a customer pays, and no limit for their worth", async () => {
    fill("Members", [
      ["Member", "Start", "Monthly price"],
      ...Array.from({ length: 12 }, (_, at) => [`M-${at}`, month(at * 2), 20 + at]),
    ]);
    const { headline, value } = (await answerOn(workbook, "Members"))!;
    expect(headline).toMatchObject({ question: "soFar", title: "Paid a month, per customer" });
    expect(headline.low).toBeUndefined();
    // The last one begins in the latest month, which is not over.
    expect(value.figure.cells).toEqual([[near((20 + 30) / 2)]]);
  });

  test("if more was refunded than paid, there is no value, and the reason comes first", async () => {
    fill("Signs", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 60 }, (_, at) => [`c${at % 25}@x.org`, month(at), at % 10 === 0 ? 30 : -20.5]),
    ]);
    const { headline, doubts } = (await answerOn(workbook, "Signs"))!;
    expect(headline.title).toBe("Paid so far, per customer");
    expect(doubts[0]).toEqual([expect.stringMatching(/^More was refunded than paid/)]);
  });

  test("doubts customers so far who would stay over three times as long as anyone has", async () => {
    fill("So far", [
      ["customer", "tenure", "monthly charges", "churn"],
      ...Array.from({ length: 60 }, (_, at) => [`c${at}`, 1 + (at % 12), 20, at % 20 === 0 ? "Yes" : "No"]),
    ]);
    const { headline, doubts } = (await answerOn(workbook, "So far"))!;
    expect(headline.lifetime).toBeCloseTo((60 * 6.5) / 3, 9);
    expect(doubts).toContainEqual(expect.arrayContaining(["Customers would stay "]));
  });

  test("data within a month are shown by what customers have paid", async () => {
    fill("Days", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at % 3}@x.org`, new Date(Date.UTC(2026, 4, 3 + at)), 10]),
    ]);
    const { headline, value, doubts } = (await answerOn(workbook, "Days"))!;
    expect([headline.question, value.figure.cells[0]![0]]).toEqual(["few", near(80 / 3)]);
    expect(headline.why).toEqual([expect.stringContaining("only 3 customers")]);
    expect(doubts).toEqual([]);
  });
});

describe("how customers pay", () => {
  /** Payments of 30 customers, of which two gaps in five are a month. */
  const mixed = () => [
    ["Customer", "Date", "Amount"],
    ...Array.from({ length: 30 }, (_, customer) => {
      let day = Date.UTC(2024, 0, 1 + 3 * customer);
      return [0, 30, 45, 70, 31, 52].map((gap) => {
        day += gap * 86_400_000;
        return [`m${customer}@x.org`, new Date(day), 20];
      });
    }).flat(),
  ];

  test("is asked where the rows alone do not tell, and what a person says counts", async () => {
    const sheet = spreadsheet().insertSheet("Payments");
    sheet.getRange(1, 1, mixed().length, 3).setValues(mixed());
    const request = await requestOn(workbook, "Payments");
    const unsaid = (await ask("answerFrom", request))!;
    expect([unsaid.isKindOpen, unsaid.headline.question]).toEqual([true, "shop"]);
    const said = (await ask("answerFrom", { ...request, changes: { kind: "billed" } }))!;
    expect([said.isKindOpen, said.headline.question]).toEqual([false, "billed"]);
    expect(said.assumed["kind"]).toBe("billed");
  });

  test("is not asked of the orders of a shop", async () => {
    workbook.dispose();
    workbook = openSample("Orders");
    expect((await answerOn(workbook, "Orders"))!.isKindOpen).toBe(false);
  });
});
