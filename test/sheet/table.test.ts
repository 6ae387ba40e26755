import { describe, expect, test } from "@jest/globals";
import { call, column, messageOf } from "../support/call";

const dates = column("2026-01-05", "2026-01-20", "2026-02-10");
const kpisOf = (...given: unknown[]) => call("CLV_KPIS", ...given);

describe("columns that belong together", () => {
  const expected = () => kpisOf(column("Ann", "Bo", "Ann"), dates, column(100, 50, 70));

  test("may be longer or shorter as long as only blanks are cut off", () => {
    expect(
      kpisOf(
        column("Ann", "Bo", "Ann", "", "", ""),
        column("2026-01-05", "2026-01-20", "2026-02-10", ""),
        column(100, 50, 70, undefined, null),
      ),
    ).toEqual(expected());
  });

  test("may be rows, or rows next to columns", () => {
    expect(kpisOf([["Ann", "Bo", "Ann"]], dates, [[100, 50, 70, "", ""]])).toEqual(expected());
  });

  test("skip rows without a customer, a date or an amount", () => {
    expect(
      kpisOf(
        column("", "Ann", "Bo", "Cy", "Dot", "Ann", " "),
        column("2025-01-01", "2026-01-05", "2026-01-20", "", "2020-01-01", "2026-02-10", "2030-01-01"),
        column(1, 100, 50, 5, "", 70, 3),
      ),
    ).toEqual(expected());
  });

  test("may be single cells, which are one row", () => {
    const oneRow = kpisOf(column("Ann", ""), column("2026-01-05", ""), column(100, ""));
    expect(kpisOf("Ann", "2026-01-05", 100)).toEqual(oneRow);
    expect(kpisOf([["Ann"]], [["2026-01-05"]], [[100]])).toEqual(oneRow);
  });

  test.each([
    [
      [column("Ann", "Bo", "Ann"), dates, column(1, 2)],
      "CLV_KPIS: amount must have as many cells as customer (3), got 2",
    ],
    [
      [column("Ann", "Bo"), dates, column(1, 2, 3)],
      "CLV_KPIS: customer must have as many cells as date (3), got 2",
    ],
    [
      [column("Ann", "Bo", "Ann"), dates, 5],
      "CLV_KPIS: amount must have as many cells as customer (3), got 1",
    ],
    [
      [
        [
          ["Ann", "Bo"],
          ["Ann", "Bo"],
        ],
        dates,
        column(1, 2, 3),
      ],
      "CLV_KPIS: customer must be one column or one row, got 2 rows × 2 columns",
    ],
    [
      [column("Ann"), dates, column(1), ["day", "month"]],
      "CLV_KPIS: period must be one cell, got 2 rows × 1 columns",
    ],
    [
      [column("Ann"), dates],
      "CLV_KPIS: amount must be one column or one row, got nothing: add it, such as D2:D",
    ],
    [[], "CLV_KPIS: customer must be one column or one row, got nothing: add it, such as D2:D"],
    [
      [column("", ""), column("", ""), column("", "")],
      "CLV_KPIS: date must have at least one row with a customer and an amount next to it, got none",
    ],
    [
      [[], [[]], [[""]]],
      "CLV_KPIS: date must have at least one row with a customer and an amount next to it, got none",
    ],
  ])("refuse %j", (given, message) => {
    expect(messageOf("CLV_KPIS", ...given)).toBe(message);
  });
});

describe("unreadable cells", () => {
  test("are named with their argument, their row within the range and their content", () => {
    expect(messageOf("CLV_KPIS", column("Ann", "", "Bo"), dates, column(1, "x", "y"))).toBe(
      'CLV_KPIS: amount must be a number, got "y" in row 3',
    );
  });

  test("are named with their column in a row", () => {
    expect(messageOf("CLV_KPIS", column("Ann", "Bo", "Cy"), dates, [[1, 2, "#REF!"]])).toBe(
      "CLV_KPIS: amount must be a number, got #REF! in column 3",
    );
  });

  test("are shown up to five, over all arguments, and the others are counted", () => {
    expect(
      messageOf(
        "CLV_KPIS",
        column("#N/A", "Bo", "Cy", "Di", "Ed"),
        column("2026-01-01", "03/04/2026", "?", "2026-01-01", "2026-01-02"),
        column(1, "1,234", "x", "y", "z"),
      ),
    ).toBe(
      'CLV_KPIS: customer must be a name or a number, got #N/A in row 1; date must be a date, or text such as 2026-03-31, got "03/04/2026" in row 2, "?" in row 3 (as text, day and month can be confused); amount must be a number, got "1,234" in row 2, "x" in row 3 (as text it can be read in two ways: make it a number), and 2 more',
    );
  });

  test("in single values are reported together with those in columns", () => {
    expect(messageOf("CLV_KPIS", column("Ann"), column("2026-01-05"), column("x"), "fortnight")).toBe(
      'CLV_KPIS: period must be "day", "week", "month", "quarter" or "year", got "fortnight"; amount must be a number, got "x" in row 1',
    );
  });

  test("in 100,000 rows are counted", () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => row);
    expect(
      messageOf(
        "CLV_KPIS",
        column(...rows),
        column(...rows.map(() => "2026-01-01")),
        column(...rows.map(() => "x")),
      ),
    ).toBe(
      'CLV_KPIS: amount must be a number, got "x" in row 1, "x" in row 2, "x" in row 3, "x" in row 4, "x" in row 5, and 99995 more',
    );
  });
});

describe("series of figures", () => {
  const rolling = (...given: unknown[]) => call("CLV_ROLLING", ...given);

  test("keep blanks, which do no harm outside the window", () => {
    expect(rolling(column("", 100, 300), column("", 1, 1), column("", 1, 1), 2)).toBe(200);
  });

  test("with a blank inside the window name its row, that of a header counted", () => {
    expect(
      messageOf(
        "CLV_ROLLING",
        column("Revenue", 100, 300),
        column("Customers", 1, ""),
        column("Lost", 1, 1),
        2,
      ),
    ).toBe(
      "CLV_ROLLING: customers must have a value in every period of the window, got an empty cell in row 3: fill it, or use a shorter window",
    );
    expect(messageOf("CLV_ROLLING", [[100, "", 300]], [[1, 1, 1]], [[1, 1, 1]], 2)).toBe(
      "CLV_ROLLING: revenue must have a value in every period of the window, got an empty cell in column 2: fill it, or use a shorter window",
    );
  });

  test("take one gross margin for all periods, or one for each", () => {
    const figures = [column(100, 300), column(1, 1), column(1, 1), 2];
    expect(rolling(...figures, 0.5)).toBe(100);
    expect(rolling(...figures, [["50%"]])).toBe(100);
    expect(rolling(...figures, column(0.5, "50%"))).toBe(100);
    expect(rolling(...figures, column(0.5, 0.25))).toBe(62.5);
    expect(rolling(...figures, "")).toBe(200);
    expect(messageOf("CLV_ROLLING", ...figures, 80)).toBe(
      "CLV_ROLLING: gross_margin must be a rate between 0 and 1, got 80 (write 80% or 0.8)",
    );
    expect(messageOf("CLV_ROLLING", ...figures, column(0.5, 80))).toBe(
      "CLV_ROLLING: gross_margin must be a rate between 0 and 1, got 80 in row 2 (write 80% or 0.8)",
    );
    expect(messageOf("CLV_ROLLING", ...figures, column(0.5, 0.5, 0.5))).toBe(
      "CLV_ROLLING: revenue must have as many cells as gross_margin (3), got 2",
    );
  });
});

describe("text that no cell holds", () => {
  const tables: [string, (name: string) => unknown[]][] = [
    ["CLV_CUSTOMERS", (name) => [column(name, "Bo"), column("2026-01-05", "2026-01-20"), column(100, 50)]],
    ["CLV_HEALTH", (name) => [column(name, "Bo"), [["Logins"], [1], [3]]]],
  ];
  test.each(tables)(
    "is refused by %s, to which a formula may hand it, and what a cell holds is not",
    (name, given) => {
      expect(call(name, ...given("x".repeat(50_000)))).toHaveLength(3);
      expect(messageOf(name, ...given("x".repeat(50_001)))).toBe(
        `${name}: the result must be text that a cell can hold, got one beyond 50,000 characters`,
      );
    },
  );
});
