import { describe, expect, test } from "@jest/globals";
import { currencySign, moneyFormat, periodFormat } from "../../src/report/formats";
import { layOut } from "../../src/report/layout";
import type { Block, Content } from "../../src/report/page";

const textOf = (content: Content) => (typeof content === "object" ? "" : content);
const layout = (...blocks: Block[]) => layOut(blocks, textOf);

describe("the layout", () => {
  test("puts blocks below each other, and a chart into a row of its own height", () => {
    const chart = { type: "LINE", table: "t", rows: 3, columns: 2, height: 100, options: {} } as const;
    const page = layout({ kind: "text", text: "short" }, { kind: "chart", chart });
    expect(page.charts).toEqual([{ row: 2, chart }]);
    expect(page.heights[1]).toBe(108);
  });

  test("never lets a cell reach over the edge of the page", () => {
    const columns = [4, 6, 2, 2, 2].map((span) => ({ title: "x", span }));
    const page = layout(
      { kind: "table", columns, rows: [["a", "b", "c", "d", "e"]] },
      {
        kind: "cards",
        cards: Array.from({ length: 8 }, () => ({ label: "a", content: 1, format: "", caption: "" })),
      },
    );
    expect(page.cells.filter(({ column, span }) => column + span - 1 > 16)).toEqual([]);
  });

  test("merges equal cells of rows that follow each other in one go", () => {
    const columns = [
      { title: "x", span: 10 },
      { title: "y", span: 6 },
    ];
    const { merges } = layout({
      kind: "table",
      columns,
      rows: [
        ["a", 1],
        ["b", 2],
      ],
    });
    expect(merges).toEqual([
      { row: 1, column: 1, rows: 3, columns: 10 },
      { row: 1, column: 11, rows: 3, columns: 6 },
    ]);
  });

  test("gives a longer text a higher row", () => {
    const { heights } = layout(
      { kind: "text", text: "one" },
      { kind: "text", text: "many words ".repeat(40) },
    );
    expect(heights[1]).toBeGreaterThan(3 * heights[0]!);
  });
});

describe("money is written", () => {
  test.each([
    ["EUR", "€"],
    ["usd", "$"],
    ["CHF", "CHF "],
    ["£", "£"],
    ['a"b', "ab"],
    ["", ""],
  ])("in %j with %j before it", (currency, sign) => {
    expect(currencySign(currency)).toBe(sign);
  });

  test("without hundredths where an amount has four digits", () => {
    expect(moneyFormat("€", [5, -1000, ""])).toBe('"€"#,##0;"−""€"#,##0');
    expect(moneyFormat("", [999.5])).toBe('#,##0.00;"−"#,##0.00');
  });
});

test("a period is written by the day on which it begins, as exactly as it needs", () => {
  expect(["year", "quarter", "month", "week", "day"].map(periodFormat)).toEqual([
    "yyyy",
    '"From "mmm yyyy',
    "mmm yyyy",
    "d mmm yyyy",
    "d mmm yyyy",
  ]);
});
