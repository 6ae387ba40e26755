import { describe, expect, test } from "@jest/globals";
import { findTables, type FoundTable } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

const groups = ["Garcia Ltd", "Adams Inc", "Meier GmbH", "Rossi Srl", "Dubois SA"];
const day = (index: number): SentCell => ({ date: `2025-${String(1 + (index % 12)).padStart(2, "0")}-15` });

/** Each group with its name in a row of its own, three rows, and a sum. */
const above = (header: readonly string[], title: string, names: readonly string[] = groups) =>
  findTables(
    surveyOf([
      [title],
      [],
      header,
      ...names.flatMap((name, group): SentCell[][] => [
        [name, "", "", ""],
        ...[0, 1, 2].map((row): SentCell[] => ["", day(row * 3 + group), "Invoice", 100.5 + group + row]),
        [`Total for ${name}`, "", "", 304.5 + 3 * group],
      ]),
    ]),
  )[0]!;

/** A customer in some of the rows only. */
const sparse = (rows: readonly (readonly [name: string, date: SentCell])[]) =>
  findTables(
    surveyOf([
      ["Customer", "Date", "Amount"],
      ...rows.map(([name, date], row): SentCell[] => [name, date, 20.5 + row]),
    ]),
  )[0]!;

const customerOf = (table: FoundTable) => table.columns.find(({ meaning }) => meaning === "customer");

describe("customers in rows of their own", () => {
  const header = ["", "Date", "Transaction type", "Amount"];
  const table = above(header, "Sales by Customer Detail");

  test("are found, the first one too, and a note says so", () => {
    expect(table).toMatchObject({ shape: "orders", firstRow: 4, confidence: "medium" });
    expect(customerOf(table)).toMatchObject({ column: 1, heading: "above" });
    expect(table.notes.join()).toContain("in a row of its own above each group");
  });

  test("are sure of nothing where no title says whose names they are", () => {
    const nameless = above(header, "January to December");
    expect(nameless.confidence).toBe("low");
    expect(customerOf(nameless)).toMatchObject({ column: 1, confidence: "low" });
  });

  test.each(["Sales by Product/Service Detail", "Purchases by Vendor", "Transactions by Account"])(
    "are not taken from names below the title %s",
    (title) => {
      const other = above(header, title);
      expect(other.shape).toBeUndefined();
      expect(other.notes.join()).toContain("no column says who the customer is");
    },
  );

  test("are more than an account that every row has", () => {
    const withAccount = above(["", "Date", "Account", "Amount"], "Transaction List by Customer");
    expect(customerOf(withAccount)).toMatchObject({ column: 1, heading: "above" });
  });

  test("are not groups if every row has a customer", () => {
    const rows = groups.flatMap((group, index): SentCell[][] => [
      [`Batch of ${group}`, "", "", ""],
      ...[0, 1].map((row): SentCell[] => ["", groups[(index + row) % 5]!, day(index + row), 50.5 + row]),
    ]);
    const [found] = findTables(surveyOf([["", "Customer", "Date", "Amount"], ...rows]));
    expect(customerOf(found!)).toMatchObject({ header: "Customer" });
    expect(customerOf(found!)).not.toHaveProperty("heading");
  });
});

describe("customers in the first row of their group", () => {
  test("apply to the rows below when the dates start over with each", () => {
    const rows = groups.flatMap((name) =>
      [0, 1, 2].map((row): [string, SentCell] => [row === 0 ? name : "", day(row * 3)]),
    );
    const table = sparse(rows);
    expect(customerOf(table)).toMatchObject({ heading: "first", confidence: "medium" });
  });

  test("apply to no other row when purchases of unknown customers lie between them by date", () => {
    const rows = Array.from({ length: 12 }, (_, row): [string, SentCell] => [
      row % 3 === 0 ? groups[row / 3]! : "",
      day(row),
    ]);
    const table = sparse(rows);
    expect(customerOf(table)).not.toHaveProperty("heading");
    expect(table.notes).toEqual(['Rows in which "Customer" is blank are left out']);
  });

  test("count for the rows below where they go by the alphabet and the dates do not rise throughout", () => {
    const rows = [...groups]
      .sort()
      .flatMap((name, group) =>
        [0, 1, 2].map((row): [string, SentCell] => [row === 0 ? name : "", day(row * 7 + group * 5)]),
      );
    expect(customerOf(sparse(rows))).toMatchObject({ heading: "first" });
  });

  test("count for no other row where they go by the alphabet and the dates rise", () => {
    const rows = [...groups]
      .sort()
      .flatMap((name, group) =>
        [0, 1].map((row): [string, SentCell] => [row === 0 ? name : "", day(row + group * 2)]),
      );
    expect(customerOf(sparse(rows))).not.toHaveProperty("heading");
  });

  test("count for no other row where a customer comes twice", () => {
    const rows = [...groups.slice(0, 3), groups[0]!].flatMap((name) =>
      [0, 1, 2].map((row): [string, SentCell] => [row === 0 ? name : "", day(row * 3)]),
    );
    expect(customerOf(sparse(rows))).not.toHaveProperty("heading");
  });
});
