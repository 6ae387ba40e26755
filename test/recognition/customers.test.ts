import { describe, expect, test } from "@jest/globals";
import { findTables } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

type Column = readonly [header: string, cell: (index: number) => SentCell];

const date: Column = [
  "Date",
  (index) => ({ date: new Date(Date.UTC(2025, 0, 1 + 5 * index)).toISOString().slice(0, 10) }),
];
const amount: Column = ["Amount", (index) => 10.25 + index];
const person = (index: number) => (index * 7) % 13;
const email: Column = ["Email", (index) => `u${person(index)}@example.com`];

/** The table of such columns next to a date and an amount, and the header of its customer. */
function customerOf(...columns: readonly Column[]) {
  const all = [date, amount, ...columns];
  const rows = Array.from({ length: 40 }, (_, index) => all.map(([, cell]) => cell(index)));
  const table = findTables(surveyOf([all.map(([header]) => header), ...rows]))[0]!;
  const column = table.columns.find(({ meaning }) => meaning === "customer");
  return { customer: column?.header, confidence: column?.confidence, shape: table.shape };
}

describe("the cells decide against a header that says customer", () => {
  const ids = (cell: (index: number) => SentCell): Column => ["Customer ID", cell];

  test.each<[string, (index: number) => SentCell]>([
    ["numbers each row anew", (index) => 9000 + 17 * index],
    ["is text that never repeats", (index) => `CUS-${index}`],
    ["is blank in one row of ten", (index) => (index % 10 === 3 ? "" : `C${person(index)}`)],
    [
      "is blank where the large amounts are",
      (index) => (index === 39 || index === 38 ? "" : `C${person(index)}`),
    ],
    ["is the same throughout", () => "Shop"],
    ["says yes or no", (index) => (index % 3 === 0 ? "yes" : "no")],
  ])("where it %s, and an e-mail repeats in every row", (_, cell) => {
    expect(customerOf(ids(cell), email)).toEqual({ customer: "Email", confidence: "high", shape: "orders" });
  });

  test("an id that repeats and is never blank stays before an e-mail", () => {
    expect(
      customerOf(
        ids((index) => `C${person(index)}`),
        email,
      ).customer,
    ).toBe("Customer ID");
  });

  test("an id that never repeats stays if nothing else says who bought", () => {
    expect(customerOf(ids((index) => `C${index}`)).customer).toBe("Customer ID");
  });

  test.each<[string, (index: number) => SentCell]>([
    ["true or false", (index) => index % 3 === 0],
    ["true or false as text", (index) => String(index % 3 === 0)],
    ["one and the same", () => "Shop"],
  ])("%s is nobody", (_, cell) => {
    expect(customerOf(["Customer", cell]).shape).toBeUndefined();
  });
});

describe("a column whose header is unknown", () => {
  const unknown = (cell: (index: number) => SentCell): Column => ["xyz", cell];

  test.each<[string, (index: number) => SentCell]>([
    ["numbers", (index) => 500 + person(index)],
    ["words", (index) => `Firm ${person(index)}`],
  ])("may be the customer where its %s come back, at low confidence", (_, cell) => {
    expect(customerOf(unknown(cell))).toEqual({ customer: "xyz", confidence: "low", shape: "orders" });
  });

  test("is not where it is new in every row", () => {
    expect(customerOf(unknown((index) => `Payment ${index}`)).shape).toBeUndefined();
  });

  test("is not where pieces are counted: a product comes back too", () => {
    expect(
      customerOf(
        unknown((index) => `Shirt ${person(index)}`),
        ["Quantity", (index) => 1 + (index % 4)],
      ).shape,
    ).toBeUndefined();
  });

  test("is before an e-mail that is blank in many rows, where each of its values has one e-mail", () => {
    const sparse: Column = ["Email", (index) => (index % 4 === 1 ? "" : email[1](index))];
    expect(
      customerOf(
        unknown((index) => `K${person(index)}`),
        sparse,
      ).customer,
    ).toBe("xyz");
    expect(
      customerOf(
        unknown((index) => `K${(index * 5) % 7}`),
        sparse,
      ).customer,
    ).toBe("Email");
  });
});

test("a name such as #1001 is an order number, and the billed party is the customer", () => {
  const name: Column = ["Name", (index) => `#GN${4000 + index}`];
  const billed: Column = ["Billing Name", (index) => `Buyer ${person(index)}`];
  expect(customerOf(name, ["Email", () => ""], billed)).toMatchObject({
    customer: "Billing Name",
    confidence: "high",
  });
});
