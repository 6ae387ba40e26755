import { describe, expect, test } from "@jest/globals";
import type { SentCell } from "../../src/sheet/sentCell";
import { findTables, ranked } from "../../src/recognition";
import { surveyOf } from "../support/survey";

const day = (index: number): SentCell => ({
  date: `2025-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 27) + 1).padStart(2, "0")}`,
});
const orderHeader = ["Customer", "Date", "Amount"];
const orderRows = (count: number): SentCell[][] =>
  Array.from({ length: count }, (_, index) => [`C${index % 7}`, day(index), 10.5 + index]);
const orders = (count = 12): SentCell[][] => [orderHeader, ...orderRows(count)];
const spend = (count = 12): SentCell[][] => [
  ["Month", "Ad spend"],
  ...Array.from({ length: count }, (_, index): SentCell[] => [
    { date: `2025-${String(index + 1).padStart(2, "0")}-01` },
    1000 + index,
  ]),
];

const place = (cells: readonly (readonly SentCell[])[]) =>
  findTables(surveyOf(cells)).map(({ headerRow, firstRow, lastRow, shape, isOpen, columns }) => ({
    headerRow,
    firstRow,
    lastRow,
    shape,
    isOpen,
    first: columns[0]!.column,
    last: columns.at(-1)!.column,
  }));

describe("where tables are", () => {
  test("a header in row 1 has its body from row 2 to the last row, open below", () => {
    expect(place(orders())).toEqual([
      { headerRow: 1, firstRow: 2, lastRow: 13, shape: "orders", isOpen: true, first: 1, last: 3 },
    ]);
  });

  test.each([
    ["one title", [["Orders of 2025"]]],
    ["a title and a blank row", [["Orders of 2025"], []]],
    ["a title with a date beside it", [["Created on", { date: "2026-01-01" }, ""]]],
    ["blank rows", [[], []]],
  ])("%s above is no header", (_, above) => {
    const [table] = place([...above, ...orders()]);
    expect(table).toMatchObject({ headerRow: above.length + 1, firstRow: above.length + 2, shape: "orders" });
  });

  test("blank columns on the left count", () => {
    expect(place(orders().map((row) => ["", "", ...row]))).toMatchObject([
      { first: 3, last: 5, shape: "orders" },
    ]);
  });

  test("tables next to each other are two, even if they differ in length", () => {
    const right = spend(8);
    const cells = orders().map((row, index) => [...row, "", ...(right[index] ?? [])]);
    expect(place(cells)).toMatchObject([
      { first: 1, last: 3, lastRow: 13, shape: "orders" },
      { first: 5, last: 6, lastRow: 9, shape: "spend" },
    ]);
  });

  test("tables below each other are two, and the upper one is not open", () => {
    expect(place([...orders(), [], ...spend()])).toMatchObject([
      { headerRow: 1, lastRow: 13, shape: "orders", isOpen: false },
      { headerRow: 15, lastRow: 27, shape: "spend", isOpen: true },
    ]);
  });

  test("a blank row inside a table does not end it", () => {
    expect(place([...orders(), [], ...orderRows(5)])).toMatchObject([{ firstRow: 2, lastRow: 19 }]);
  });

  test("the same header again below a blank row begins another table", () => {
    expect(place([...orders(), [], ...orders()])).toMatchObject([{ lastRow: 13 }, { headerRow: 15 }]);
  });

  test("a header applies to the rows after a blank row below it", () => {
    expect(place([orderHeader, [], ...orderRows(12)])).toMatchObject([
      { headerRow: 1, firstRow: 3, lastRow: 14, shape: "orders" },
    ]);
  });

  test.each([
    "Total",
    "Summe",
    "Gesamt",
    "Gesamtsumme",
    "Somme",
    "Totale",
    "Totaal",
    "Suma",
    "Grand total",
    "Totals:",
  ])("a row of sums labelled %s is not in the table", (label) => {
    expect(place([...orders(), [label, "", 999]])).toMatchObject([{ lastRow: 13, isOpen: false }]);
    expect(place([...orders(), [], [label, "", 999]])).toMatchObject([{ lastRow: 13, isOpen: false }]);
  });

  test("a row of sums without a label is not in the table", () => {
    expect(place([...orders(), ["", "", 999]])).toMatchObject([{ lastRow: 13 }]);
  });

  test("a remark below is not in the table", () => {
    expect(place([...orders(), ["Source: shop export"]])).toMatchObject([{ lastRow: 13 }]);
  });

  test("a row of sums directly below the header is not in the table", () => {
    const [header, ...rows] = orders();
    expect(place([header!, ["Total", "", 999], ...rows])).toMatchObject([{ headerRow: 1, firstRow: 3 }]);
  });

  test("a column without any content between the others does not cut a table in two", () => {
    const cells = orders().map(([customer, date, amount]) => [customer!, date!, "", amount!]);
    expect(place(cells)).toMatchObject([{ first: 1, last: 4, shape: "orders" }]);
  });

  test("a note far to the right is not a table", () => {
    const cells = orders().map((row, index) => [...row, "", "", index === 3 ? "Ask Jo" : ""]);
    expect(place(cells)).toMatchObject([{ last: 3 }]);
  });

  test("an empty tab has no tables", () => {
    expect(place([])).toEqual([]);
    expect(place([["", ""]])).toEqual([]);
  });

  test("a table below one whose rows alternate keeps its header", () => {
    const above = orderRows(400).map((row, index) => [...row, index % 2 ? "web" : ""]);
    const header = ["return_id", "qty", "sku", "return_date"];
    const below = Array.from({ length: 20 }, (_, index) => [`R${index}`, 1, `SKU${index % 3}`, day(index)]);
    const cells = [[...orderHeader, "Source"], ...above, [], ["Returns"], header, ...below];
    expect(place(cells)[1]).toMatchObject({ headerRow: 404, firstRow: 405, lastRow: 424 });
  });

  test("100,000 rows of orders keep their last row", () => {
    expect(place(orders(100_000))).toMatchObject([{ lastRow: 100_001, shape: "orders" }]);
  });
});

describe("a tab without order", () => {
  const cells = [
    orderHeader,
    ...orderRows(60_000).flatMap((row, index): SentCell[][] => {
      if (index % 7 === 3) return [row, []];
      return [index % 3 === 1 ? [row[0]!, "", row[2]!] : row];
    }),
  ];

  test("of 60,000 rows in 40,000 runs is one table", () => {
    const survey = surveyOf(cells);
    expect(survey.runs.length).toBeGreaterThan(40_000);
    expect(findTables(survey)).toMatchObject([{ shape: "orders", firstRow: 2, lastRow: cells.length }]);
  });
});

describe("all tables of a spreadsheet", () => {
  const list = surveyOf([["To do"], ["Call Jo", "open"], ["Write Al", "open"]], "Notes");

  test("usable tables come before others, those of the active tab first", () => {
    const tabs = [list, surveyOf(spend(), "Ads"), surveyOf(orders(), "Shop")];
    const tables = tabs.flatMap(findTables);
    const order = (active: string) => ranked(tables, active).map(({ tab }) => tab);
    expect(order("Notes").slice(0, 2)).toEqual(["Ads", "Shop"]);
    expect(order("Shop")[0]).toBe("Shop");
  });
});
