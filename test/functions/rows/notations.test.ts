import { describe, expect, test } from "@jest/globals";
import { call } from "../../support/call";
import { cleanTable, errorOf, leftOutOf, orders, ofOrders } from "../../support/cleanRows";

const amountsOf = (amounts: readonly unknown[], columns = ofOrders) =>
  cleanTable(orders(...amounts.map((amount) => ["Ann", "2026-01-05", amount])), columns)
    .slice(1)
    .map((row) => row[2]);

describe("amounts are read in any notation", () => {
  test("1,234 is read as the other cells of its column are", () => {
    expect(amountsOf(["1,234", "1,234.50"])).toEqual([1234, 1234.5]);
    expect(amountsOf(["1,234", "0,5"])).toEqual([1.234, 0.5]);
    expect(amountsOf(["1.234", "12,50"])).toEqual([1234, 12.5]);
    expect(amountsOf(["$1,234", "$987"])).toEqual([1234, 987]);
  });

  test("if nothing shows which, an error asks and columns decides", () => {
    expect(errorOf(orders(["Ann", "2026-01-05", "1,234"]), ofOrders)).toBe(
      'CLV_ROWS: amount must be a number, got "1,234" in row 2 (it can be read in two ways: say in columns how it is written, such as amount: Paid (1,234.56))',
    );
    expect(amountsOf(["1,234"], "customer: Who, date: Day, amount: Paid (1,234.56)")).toEqual([1234]);
    expect(amountsOf(["1,234"], "customer: Who, date: Day, amount: Paid (1.234,56)")).toEqual([1.234]);
  });

  test("a dash is nothing, and a dash behind the decimal mark no decimals", () => {
    expect(amountsOf(["39,-", "€ 1.180,--", "12,50"])).toEqual([39, 1180, 12.5]);
    expect(leftOutOf(orders(["Ann", "2026-01-05", "R$ -"], ["Ann", "2026-01-05", 1]), ofOrders)).toEqual([
      ["No amount", 1, "", 2],
    ]);
  });

  test("a further line of an order lacks its amount, not its customer", () => {
    const named = ["Ann", "Ann", "Bea", "Ann"].map((who, at) => [who, `2026-01-0${at + 1}`, 40]);
    const table = orders(...named, ["", "2026-01-05", ""], ["Bea", "2026-01-06", 7], ["", "2026-01-07", 5]);
    expect(leftOutOf(table, ofOrders)).toEqual([
      ["No amount", 1, "", 6],
      ["No customer", 1, 5, 8],
    ]);
  });

  test("240 orders of which each tenth is a refund come to 21,600 in every usual notation", () => {
    const notations: readonly ((amount: string, isRefund: boolean) => string)[] = [
      (amount, isRefund) => `€ ${isRefund ? "-" : ""}${amount.replace(".", ",")}`,
      (amount, isRefund) => `$${isRefund ? "-" : ""}${amount}`,
      (amount, isRefund) => `USD ${isRefund ? "-" : ""}${amount}`,
      (amount, isRefund) => (isRefund ? `$ (${amount})` : `$ ${amount}`),
      (amount, isRefund) => `${isRefund ? "\u2212" : ""}${amount.replace(".", ",")} €`,
      (amount, isRefund) => `Fr. ${isRefund ? "-" : ""}${amount}`,
      (amount, isRefund) => `${isRefund ? "-" : ""}${amount.replace(".", ",")} €`,
      (amount, isRefund) => `${amount.replace(".", ",")}${isRefund ? "-" : ""}`,
    ];
    for (const written of notations) {
      const rows = Array.from({ length: 240 }, (_, at) => [
        `C${at % 40}`,
        `2026-01-${String((at % 28) + 1).padStart(2, "0")}`,
        written("112.50", at % 10 === 9),
      ]);
      const amounts = cleanTable(orders(...rows), ofOrders)
        .slice(1)
        .map((row) => row[2] as number);
      // 216 sales less 24 refunds of 112.50.
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe((216 - 24) * 112.5);
    }
  });

  test("several currencies are refused, by signs and by a column of currencies", () => {
    expect(errorOf(orders(["Ann", "2026-01-05", "€10"], ["Bo", "2026-01-05", "$20"]), ofOrders)).toBe(
      'CLV_ROWS: amount must be in one currency, got "€10" in row 2 and "$20" in row 3: convert the amounts into one first',
    );
    const table = [
      ["Who", "Day", "Paid", "Currency", "State"],
      ["Ann", "2026-01-05", 10, "EUR", "paid"],
      ["Bo", "2026-01-05", 10, "€", "paid"],
      ["Cy", "2026-01-05", 10, "usd", "failed"],
    ];
    const columns = `${ofOrders}, currency: Currency`;
    expect(errorOf(table, columns)).toBe(
      'CLV_ROWS: currency must be one in all rows that count, got "EUR" in row 2 and "usd" in row 4: convert the amounts into one first',
    );
    expect(cleanTable(table, `${columns}, status: State`)).toHaveLength(3);
  });

  test("next to paid rows, those with an unlisted state count as unpaid", () => {
    const table = [
      ["Who", "Day", "Paid", "State"],
      ["Ann", "2026-01-05", 10, "Paid"],
      ["Ann", "2026-02-05", 10, "Handed over"],
      ["Bo", "2026-01-05", 10, "Shipped"],
    ];
    expect(cleanTable(table, `${ofOrders}, status: State`)).toHaveLength(3);
    const others = table.map(([who, day, paid, state]) => [
      who,
      day,
      paid,
      state === "Paid" ? "Sent" : state,
    ]);
    expect(cleanTable(others, `${ofOrders}, status: State`)).toHaveLength(4);
  });

  test.each(["NULL", "null", "None", "NaN", "NaT", "<NA>", "\\N", "n/a", "N/A", "n.a."])(
    "%s is blank",
    (nothing) => {
      const table = [
        ["Who", "From", "To", "Price"],
        ["Ann", "2026-01-05", nothing, 10],
        ["Bo", "2026-01-05", "2026-02-05", nothing],
        [nothing, "2026-01-05", "2026-02-05", 10],
      ];
      expect(cleanTable(table, "customer: Who, start: From, end: To, mrr: Price").slice(1)).toEqual([
        ["Ann", "2026-01-05", "", 10, "", 2],
      ]);
    },
  );

  test("cents are hundredths, where the header or columns says so", () => {
    const table = [
      ["Who", "Day", "Amount (cents)"],
      ["Ann", "2026-01-05", 1250],
    ];
    expect(cleanTable(table, "customer: Who, date: Day, amount: Amount (cents)")[1]![2]).toBe(12.5);
    expect(amountsOf([1250], "customer: Who, date: Day, amount: Paid (cents)")).toEqual([12.5]);
  });

  test("quantity times price if there is no amount", () => {
    const table = [
      ["Who", "Day", "Pieces", "Each"],
      ["Ann", "2026-01-05", 3, "1,10 €"],
      ["Ann", "2026-01-06", -1, "1,10 €"],
    ];
    expect(
      cleanTable(table, "customer: Who, date: Day, quantity: Pieces, price: Each")
        .slice(1)
        .map((row) => row[2]),
    ).toEqual([3.3, -1.1]);
  });
});

describe("what is left of an order after a refund", () => {
  // fluent-cart 52: a column that is net already, beside what was refunded; a refund was taken off twice.
  test("an order of which all was given back is left out, whether its amount is net of the refund or not", () => {
    const rows = Array.from({ length: 10 }, (_, index) => [
      `c${index}`,
      `2026-01-${10 + index}`,
      index % 3 ? 100 : 0,
    ]);
    const table = [
      ["Customer", "Date", "Net total", "Refunded"],
      ...rows.map((row) => [...row, row[2] === 0 ? 100 : 0]),
    ];
    const columns = "customer: Customer, date: Date, amount: Net total, refund: Refunded";
    const kept = call("CLV_ROWS", table, columns) as unknown[][];
    expect(kept.slice(1).map((row) => row[2])).toEqual([100, 100, 100, 100, 100, 100]);
    expect(call("CLV_ROWS_LEFT_OUT", table, columns)).toEqual([
      ["Reason", "Rows", "Amount", "First rows"],
      ["Refunded in full", 4, 0, "2, 5, 8, 11"],
    ]);
  });
});
