import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { column, messageOf } from "../support/call";
import { type Row, purchasesOf, someRows, tableOf } from "../support/rows";

const rows = (...of: [string, string, number][]): Row[] =>
  of.map(([customer, date, amount]) => ({ customer, date, amount }));

/** The rows of a table by the name in front, each by the titles of its columns. */
function byName(table: readonly (readonly Cell[])[]): Record<string, Record<string, Cell>> {
  const [header, ...body] = table;
  return Object.fromEntries(
    body.map((row) => [row[0], Object.fromEntries(row.map((cell, at) => [header![at], cell]))]),
  );
}

const channelOf = ({ customer }: Row) => (customer < "C" ? "ads" : customer < "E" ? "fair" : "");
const channelsOf = (data: readonly Row[]) => column(...data.map(channelOf));
const names = column("ads", "fair", "ads");
const spends = column(30, 100, 45);

const withPurchases = someRows.filter((data) =>
  [...purchasesOf(data).values()].some((days) => days.size > 0),
);

describe("CLV_CHANNELS", () => {
  test("CLV and Note are those of CLV_SEGMENTS, and Total is its row All", () => {
    fc.assert(
      fc.property(withPurchases, (data) => {
        const found = byName(tableOf("CLV_CHANNELS", data, channelsOf(data), "", "", 0.5, 3));
        const segments = byName(tableOf("CLV_SEGMENTS", data, channelsOf(data), 0.5, 3));
        for (const [name, segment] of Object.entries(segments)) {
          const channel = found[name === "All" ? "Total" : name]!;
          expect([channel["CLV"], channel["Note"]]).toEqual([segment["CLV"], segment["Note"]]);
          expect(channel["New customers"]).toBe(segment["Customers"]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("CAC is spend ÷ customers, and payback the first age at which CLV_CURVE reaches it", () => {
    fc.assert(
      fc.property(withPurchases, (data) => {
        const found = byName(tableOf("CLV_CHANNELS", data, channelsOf(data), names, spends));
        const sizes = { ads: 0, fair: 0 };
        for (const [customer, days] of purchasesOf(data))
          if (days.size > 0 && customer < "E") sizes[customer < "C" ? "ads" : "fair"] += 1;
        const curve = withoutRefusal(() => tableOf("CLV_CURVE", data, "", "", channelsOf(data)));
        for (const [name, spend] of [
          ["ads", 75],
          ["fair", 100],
        ] as const) {
          const channel = found[name]!;
          const cac = sizes[name] > 0 ? spend / sizes[name] : "";
          expect([channel["Spend"], channel["CAC"]]).toEqual([spend, cac]);
          const at = curve[0]?.indexOf(name) ?? -1;
          const paid = curve.slice(1).find((row) => at >= 0 && row[at] !== "" && row[at]! >= cac);
          expect(channel["Payback (months)"]).toBe(cac === "" ? "" : (paid?.[0] ?? ""));
        }
        expect(found["Total"]!["Spend"]).toBe(175);
      }),
      { numRuns: 60 },
    );
  });

  const shop = rows(
    ["Ann", "2025-01-10", 20],
    ["Ann", "2025-02-10", 20],
    ["Ann", "2025-04-10", 30],
    ["Bo", "2025-01-20", 40],
    ["Cy", "2025-03-01", 50],
    ["Cy", "2025-03-02", 10],
    ["Di", "2025-03-31", 70],
  );
  const channels = column("ads", "shop", "shop", "ads", "shop", "ads", "shop");

  test("a customer belongs to the channel of the first row, whatever channel later rows name", () => {
    const found = byName(tableOf("CLV_CHANNELS", shop, channels));
    expect(found["ads"]!["New customers"]).toBe(2);
    expect(found["ads"]!["Value per customer to date"]).toBe(55);
    expect(found["shop"]!["Value per customer to date"]).toBe(65);
    expect(found["shop"]!["Share"]).toBe(1 / 2);
  });

  test("payback by hand: what a channel's customers brought by age, added up until it reaches the CAC", () => {
    // Up to 2025-04-30: ads bring (20 + 40) ÷ 2 = 30 at age 0, (20 + 0) ÷ 2 at age 1, nothing at age 2, 15 at age 3.
    const data = [...shop, ...rows(["Di", "2025-04-30", 1])];
    const by = (cost: number) => {
      const names = column("ads", "shop", "shop", "ads", "shop", "ads", "shop", "shop");
      return byName(tableOf("CLV_CHANNELS", data, names, "ads", cost))["ads"]!;
    };
    expect([30, 40, 55].map((cac) => by(cac * 2)["Payback (months)"])).toEqual([0, 1, 3]);
    expect(by(110.02)["Payback (months)"]).toBe("");
    expect(by(110.02)["Note"]).toMatch(/, not paid back by age 3$/);
  });

  test("rows after as_of count for nothing", () => {
    const found = byName(tableOf("CLV_CHANNELS", shop, channels, "ads", 60, "", "", "2025-02-28"));
    expect(Object.keys(found)).toEqual(["ads", "Total"]);
    expect(found["ads"]!["Value per customer to date"]).toBe(40);
  });

  test("the highest CLV:CAC comes first, and what is not joined says so", () => {
    const many = [1, 2, 3, 4, 5, 6].flatMap((index) => [
      ...rows([`A${index}`, "2024-01-01", 10], [`A${index}`, `2024-0${index}-15`, 10]),
      ...rows([`B${index}`, "2024-01-01", 30], [`B${index}`, `2024-0${index}-15`, 10]),
      ...rows([`C${index}`, "2024-01-01", 10], [`C${index}`, `2024-0${index}-15`, 10]),
    ]);
    const data = [
      ...many,
      ...rows(["A1", "2025-12-31", 1], ["B1", "2025-12-31", 1], ["C1", "2025-12-31", 1]),
    ];
    const found = tableOf(
      "CLV_CHANNELS",
      data,
      column(...data.map(({ customer }) => customer[0])),
      column("A", "B", "D"),
      column(30, 9000, 7),
      "",
      3,
    );
    expect(found.map(([channel]) => channel)).toEqual(["Channel", "A", "B", "C", "D", "Total"]);
    const { B, C, D, Total } = byName(found);
    expect(B!["Note"]).toMatch(/CAC above CLV, not paid back by age 23$/);
    expect(C!["Note"]).toMatch(/no spend given$/);
    expect([D!["New customers"], D!["CAC"], D!["Note"]]).toEqual([0, "", "no customers by this name"]);
    expect(Total!["CAC"]).toBe(9037 / 18);
  });

  test("says what is wrong with the spend", () => {
    const message = (...spend: unknown[]) =>
      messageOf("CLV_CHANNELS", column("Ann"), column("2025-01-10"), column(20), column("ads"), ...spend);
    expect(message("", column(5))).toBe(
      "CLV_CHANNELS: spend_channel must be given with spend, got nothing: add it, such as F2:F",
    );
    expect(message(column("ads", "fair"))).toBe(
      "CLV_CHANNELS: spend must be one column or one row, got nothing: add it, such as D2:D",
    );
    expect(message(column("ads", "fair", "Total"), column(1, 2, 3))).toBe(
      'CLV_CHANNELS: spend_channel must be channels without their total, got "Total" in row 3: leave it out',
    );
    expect(message(column("ads", "fair"), column(1, -2))).toBe(
      "CLV_CHANNELS: spend must be a number of 0 or more, got -2 in row 2",
    );
  });
});

function withoutRefusal<T>(compute: () => T[]): T[] {
  try {
    return compute();
  } catch {
    return [];
  }
}
