import { describe, expect, test } from "@jest/globals";
import { call, column, day, messageOf } from "../support/call";

describe("where an argument is a range the result has its shape", () => {
  test("a column against single values gives a column", () => {
    expect(call("CLV", column(10, 20, 30), 2)).toEqual(column(20, 40, 60));
  });

  test("a row against single values gives a row", () => {
    expect(call("CLV", [[10, 20, 30]], 2)).toEqual([[20, 40, 60]]);
  });

  test("columns belong together row by row", () => {
    expect(call("CLV", column(10, 20), column(1, 2), column(0.5, 1))).toEqual(column(5, 40));
  });

  test("a column against a row gives a grid, whichever comes first", () => {
    expect(call("CLV", column(1, 2, 3), [[10, 20]])).toEqual([
      [10, 20],
      [20, 40],
      [30, 60],
    ]);
    expect(call("CLV", [[10, 20]], column(1, 2, 3))).toEqual([
      [10, 20],
      [20, 40],
      [30, 60],
    ]);
  });

  test("a grid goes with a column, a row or a grid of its size", () => {
    const grid = [
      [1, 2],
      [3, 4],
    ];
    expect(call("CLV", grid, column(10, 100))).toEqual([
      [10, 20],
      [300, 400],
    ]);
    expect(call("CLV", grid, [[10, 100]])).toEqual([
      [10, 200],
      [30, 400],
    ]);
    expect(call("CLV", grid, grid)).toEqual([
      [1, 4],
      [9, 16],
    ]);
  });

  test("a range of one cell is that cell", () => {
    expect(call("CLV", [[10]], 2)).toBe(20);
    expect(call("CLV", [[10]], [[2]], [["50%"]])).toBe(10);
    expect(call("CLV", [[10]], column(1, 2))).toEqual(column(10, 20));
  });
});

describe("blank cells", () => {
  test("rows whose range arguments are all blank are blank, also where an argument is one value", () => {
    expect(call("CLV", column(10, "", 30), 2)).toEqual(column(20, "", 60));
    expect(call("CLV", column(10, " ", 30), column(1, "", 2), 0.5)).toEqual(column(5, "", 30));
  });

  test("rows that are blank in one of several required arguments are reported", () => {
    expect(messageOf("CLV", column(10, "", 30), column(1, 2, ""))).toBe(
      "CLV: average_revenue must be a number of 0 or more, got an empty cell in row 2; lifetime must be a number of 0 or more, got an empty cell in row 3",
    );
  });

  test("an optional argument blank inside a range is left out there", () => {
    expect(call("CLV", column(10, 10, 10), 2, column(0.5, "", undefined))).toEqual(column(10, 20, 20));
  });

  test("trailing blank rows and columns are dropped, as whole columns and rows have them", () => {
    expect(call("CLV", column(10, 20, "", "", ""), 2)).toEqual(column(20, 40));
    expect(call("CLV", column(10, 20, "", ""), column(1, 2, "", "", "", ""))).toEqual(column(10, 40));
    expect(call("CLV", [[10, 20, "", ""]], 2)).toEqual([[20, 40]]);
    expect(
      call(
        "CLV",
        [
          [1, 2, ""],
          [3, 4, ""],
          ["", "", ""],
        ],
        2,
      ),
    ).toEqual([
      [2, 4],
      [6, 8],
    ]);
  });

  test("a longer range goes with a shorter one as long as only blanks are cut off", () => {
    expect(call("CLV", column(10, 20, ""), column(1, 2))).toEqual(column(10, 40));
  });

  test("ranges of nothing but blanks give a blank", () => {
    expect(call("CLV", column("", ""), 2)).toBe("");
    expect(call("CLV", [["", ""]], 2)).toBe("");
    expect(call("CLV", column("", ""), column("", ""))).toBe("");
    expect(call("CLV", column("", ""), [["", ""]])).toBe("");
    expect(call("CLV", column(1, 2), [["", ""]])).toBe("");
    expect(call("CLV", column("", ""), [[1, 2]])).toBe("");
  });

  test("a blank range of a required argument is reported next to one with figures", () => {
    expect(messageOf("CLV", column("", ""), column(3, 4))).toBe(
      "CLV: average_revenue must be a number of 0 or more, got an empty cell in row 1, an empty cell in row 2",
    );
    expect(messageOf("CLV", [["", ""]], [[3, 4]])).toBe(
      "CLV: average_revenue must be a number of 0 or more, got an empty cell in column 1, an empty cell in column 2",
    );
  });

  test("a blank range of an optional argument is not given", () => {
    expect(call("CLV", column(10, 20), 2, column("", ""))).toEqual(column(20, 40));
    expect(call("CLV_MAX_CAC", column(3, 6), column("", "", ""))).toEqual(column(1, 2));
  });

  test("empty and ragged ranges count as blank where they have no cell", () => {
    expect(call("CLV", [], 2)).toBe("");
    expect(call("CLV", [[]], 2)).toBe("");
    expect(call("CLV", [[], []], 2)).toBe("");
    expect(call("CLV", [[10], []], 2)).toEqual([[20]]);
    expect(call("CLV", [[10, 20], [30]], 2)).toEqual([
      [20, 40],
      [60, ""],
    ]);
    expect(call("CLV", [10, 20], 2)).toEqual(column(20, 40));
  });
});

describe("ranges of unequal size are refused", () => {
  test.each([
    [[column(1, 2, 3), column(1, 2)], "CLV: lifetime must have as many rows as average_revenue (3), got 2"],
    [[column(1, 2), column(1, 2, 3)], "CLV: average_revenue must have as many rows as lifetime (3), got 2"],
    [[[[1, 2, 3]], [[1, 2]]], "CLV: lifetime must have as many columns as average_revenue (3), got 2"],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[1, 2, 3]],
      ],
      "CLV: average_revenue must have as many columns as lifetime (3), got 2",
    ],
    [
      [column(1, 2), column(1, 2), column(1, 1, 1)],
      "CLV: average_revenue must have as many rows as gross_margin (3), got 2",
    ],
  ])("%j", (given, message) => {
    expect(messageOf("CLV", ...given)).toBe(message);
  });

  test("and so is a grid that no sheet could hold", () => {
    const thousand = Array.from({ length: 1001 }, () => 1);
    expect(messageOf("CLV", column(...thousand), [thousand])).toBe(
      "CLV: average_revenue and lifetime must give a table of at most 1000000 cells, got 1002001",
    );
  });
});

describe("unreadable cells", () => {
  test("are named with argument, place and content, in a column, a row and a grid", () => {
    expect(messageOf("CLV", column(1, "x", 3), 2)).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "x" in row 2',
    );
    expect(messageOf("CLV", [[1, "#REF!", 3]], 2)).toBe(
      "CLV: average_revenue must be a number of 0 or more, got #REF! in column 2",
    );
    expect(
      messageOf(
        "CLV",
        [
          [1, 2],
          [3, "1,234"],
        ],
        2,
      ),
    ).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "1,234" in row 2, column 2 (as text it can be read in two ways: make it a number)',
    );
  });

  test("are counted beyond the first five", () => {
    expect(messageOf("CLV", column(1, -1, -2, -3, -4, -5, -6, -7), 2)).toBe(
      "CLV: average_revenue must be a number of 0 or more, got -1 in row 2, -2 in row 3, -3 in row 4, -4 in row 5, -5 in row 6, and 2 more",
    );
  });

  test("of single values are named without a place, all at once", () => {
    expect(messageOf("CLV", "x", -1, 80)).toBe(
      'CLV: average_revenue must be a number of 0 or more, got "x"; lifetime must be a number of 0 or more, got -1; gross_margin must be a rate between 0 and 1, got 80 (write 80% or 0.8)',
    );
  });

  test("are dates in a range too, named by their day", () => {
    expect(messageOf("CLV", column(1, day("2026-03-31")), 2)).toBe(
      "CLV: average_revenue must be a number of 0 or more, got 2026-03-31 in row 2",
    );
  });
});

test("a computation refused in some rows names the first and counts the others", () => {
  expect(messageOf("CLV_CHURN_RATE", column(5, 9, 1), column(10, 8, 10))).toBe(
    "CLV_CHURN_RATE: customers_lost must be at most customers_at_start (8), got 9 in row 2",
  );
  expect(messageOf("CLV_CHURN_RATE", column(12, 9, 11), 10)).toBe(
    "CLV_CHURN_RATE: customers_lost must be at most customers_at_start (10), got 12 in row 1, and 1 more",
  );
});

test("a result beyond what a cell can hold is refused", () => {
  expect(messageOf("CLV", 1e300, 1e300)).toBe(
    "CLV: the result must be a number that a cell can hold, got one beyond 1.8e308",
  );
});

test("CLV_EXPLAIN explains each cell of a range", () => {
  expect(call("CLV_EXPLAIN", "CLV", column(10, "", 20), 2)).toEqual(
    column(
      "CLV: average revenue 10.00 × lifetime 2 × gross margin 100% = 20.00",
      "",
      "CLV: average revenue 20.00 × lifetime 2 × gross margin 100% = 40.00",
    ),
  );
});
