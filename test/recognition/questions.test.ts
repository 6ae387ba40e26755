import { describe, expect, test } from "@jest/globals";
import { findTables } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

const day = (index: number) => ({ date: `2025-${String((index % 12) + 1).padStart(2, "0")}-15` });
const end = (index: number): SentCell => (index % 4 === 0 ? { date: "2026-03-10" } : "");

const asked = (header: readonly string[], row: (index: number) => readonly SentCell[]) => {
  const rows = Array.from({ length: 24 }, (_, index) => row(index));
  return findTables(surveyOf([header, ...rows]))[0]!.questions ?? [];
};

describe("what the amounts of a table leave open is asked", () => {
  const subscriptions = ["customer_id", "start_date", "end_date", "monthly_price", "seats"];

  test("a price that is the same for few and for many seats", () => {
    expect(
      asked(subscriptions, (index) => [index, day(index), end(index), [19, 39, 79][index % 3]!, index + 1]),
    ).toEqual([
      '"monthly_price" is the same for few and for many "seats": if it is a unit price, add a column with price × seats and use that',
    ]);
  });

  test("not one that grows with the seats", () => {
    expect(
      asked(subscriptions, (index) => [index, day(index), end(index), 19 * (index + 1), index + 1]),
    ).toEqual([]);
  });

  test("a price a month that is that of a year where the plan is paid once a year", () => {
    const header = ["member", "plan", "start", "end", "price_per_month"];
    const row = (year: number) => (index: number) => [
      `M-${index}`,
      index % 3 === 0 ? "Annual" : "Monthly",
      day(index),
      end(index),
      index % 3 === 0 ? year : 75,
    ];
    expect(asked(header, row(780))).toEqual([
      '"price_per_month" is 780 where "plan" says a year, and 75 where it says a month: if that is the price of the whole year, name the column price, without a month',
    ]);
    expect(asked(header, row(65))).toEqual([]);
  });

  test("the same where some plans have another name, and the table is not called sure", () => {
    const plans = [
      ["Annual", 780],
      ["Monthly", 75],
      ["Punch Card", 120],
    ] as const;
    const rows = Array.from({ length: 24 }, (_, index) => {
      const [plan, price] = plans[index % 3]!;
      return [`M-${index}`, plan, day(index), end(index), price];
    });
    const header = ["member", "plan", "start", "end", "price_per_month"];
    const [table] = findTables(surveyOf([header, ...rows]));
    expect(table).toMatchObject({ shape: "subscriptions", confidence: "medium" });
    expect(table!.questions![0]).toMatch(/^"price_per_month" is 780 where "plan" says a year/);
  });

  test("rows on every day, unless a header calls them a customer's", () => {
    const daily = (index: number) => [
      { date: `2025-03-${String((index >> 2) + 1).padStart(2, "0")}` },
      ["Nord", "Hafen", "Markt", "Dom"][index % 4]!,
      100.5 + index,
    ];
    const rows = Array.from({ length: 60 }, (_, index) => daily(index));
    const [table] = findTables(surveyOf([["date", "company", "sales"], ...rows]));
    expect(table).toMatchObject({ shape: "orders", confidence: "medium" });
    expect(table!.questions).toEqual([
      'Each of "company" has a row on every day: if these are your own shops or branches, this is what they take, and not what customers pay',
    ]);
    const [named] = findTables(surveyOf([["date", "customer", "sales"], ...rows]));
    expect(named!.questions).toBeUndefined();
  });

  test("the value of a contract, which may be that of its whole term", () => {
    expect(
      asked(["account_id", "start_date", "contract_value"], (index) => [
        `A-${index}`,
        day(index),
        20_000 + index,
      ]),
    ).toEqual([
      '"contract_value" counts as what a customer pays per month: if it is for a year, add "per year" to its header; if for the whole term, divide it by its months',
    ]);
  });

  test("an amount that is larger where a subscription lasts longer, as that of a whole term is", () => {
    const header = ["Member", "Joined", "Expires", "Amount"];
    const row = (ofYear: number) => (index: number) => {
      const isYear = index % 2 === 0;
      return [
        `M-${index}`,
        { date: "2025-01-15" },
        { date: isYear ? "2026-01-15" : "2025-04-15" },
        isYear ? ofYear : 320,
      ];
    };
    expect(asked(header, row(850))).toEqual([
      '"Amount" is 850 where 12 months lie between start and end, and 320 where it is 3: if that is the price of the whole term, divide it by its months',
    ]);
    expect(asked(header, row(290))).toEqual([]);
  });

  test("orders without a word on whether they were paid, such as abandoned carts", () => {
    const header = ["Id", "Email", "Financial Status", "Created at", "Total"];
    const row = (state: string) => (index: number) => [
      9000 + index,
      `c${index % 9}@example.com`,
      state,
      day(index),
      20.5 + index,
    ];
    expect(asked(header, row(""))).toEqual([
      '"Financial Status" is blank in all rows: if nobody has paid for these yet, as with abandoned carts, they are not sales',
    ]);
    expect(asked(header, row("paid"))).toEqual([]);
    // A column that says by what they were paid says that they were.
    expect(asked([...header, "Payment Method"], (index) => [...row("")(index), "Credit Card"])).toEqual([]);
    expect(asked([...header, "Payment Method"], (index) => [...row("")(index), ""])).toHaveLength(1);
  });

  test("whole amounts next to fees a hundred times too small", () => {
    const header = ["id", "Created", "Amount", "Fee", "Customer Email"];
    const row = (factor: number) => (index: number) => [
      `ch_${index}`,
      day(index),
      (1500 + index * 100) * factor,
      ((15 + index) * 0.029 + 0.3) * 1,
      `c${index % 7}@x.org`,
    ];
    expect(asked(header, row(1))).toEqual([
      '"Fee" is only 0.04% of "Amount": if these are cents, add (cents) to its header',
    ]);
    expect(asked(header, row(0.01))).toEqual([]);
  });

  test.each([
    ["returned", "Yes", "No"],
    ["Cancelled", true, false],
    ["is_refunded", 1, 0],
  ])("orders that %s says were given back", (header, yes, no) => {
    const row = (flag: (index: number) => SentCell) => (index: number) => [
      `O-${index}`,
      `C-${index % 7}`,
      day(index),
      10.5 + index,
      flag(index),
    ];
    const headers = ["order_id", "customer_id", "order_date", "order_value", header];
    expect(
      asked(
        headers,
        row((index) => (index % 2 ? yes : no)),
      ),
    ).toEqual([
      `"${header}" says yes in rows that count as paid: if that money was refunded, remove these rows`,
    ]);
    expect(
      asked(
        headers,
        row(() => no),
      ),
    ).toEqual([]);
  });
});
