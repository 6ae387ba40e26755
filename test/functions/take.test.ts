import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Cell } from "../../src/sheet/cell";
import { call, day, messageOf, readable } from "../support/call";

const take = (...given: unknown[]) => readable(call("CLV_TAKE", ...given)) as unknown[][];

const table: readonly (readonly unknown[])[] = [
  ["Check", "Rows", "Status"],
  ["Rows read", 12, "ok"],
  ["Blank date", 1, "note"],
  ["Refunds (below 0)", 3, "ok"],
  ["Unreadable amount", 2, "error"],
  ["Span", "", ""],
];
const names = (rows: unknown[][]) => rows.slice(1).map(([name]) => name);

describe("CLV_TAKE gives", () => {
  test.each([
    [
      "all rows where nothing is asked for",
      [],
      ["Rows read", "Blank date", "Refunds (below 0)", "Unreadable amount", "Span"],
    ],
    ["the first rows", [2], ["Rows read", "Blank date"]],
    ["the last rows", [-2], ["Unreadable amount", "Span"]],
    [
      "more rows than there are as all of them",
      [99, "Rows"],
      ["Rows read", "Refunds (below 0)", "Unreadable amount", "Blank date"],
    ],
    ["the largest first", [2, "rows"], ["Rows read", "Refunds (below 0)"]],
    ["the smallest first", [-2, "Rows"], ["Blank date", "Unreadable amount"]],
    ["rows with a word", ["", "", "Status: OK"], ["Rows read", "Refunds (below 0)"]],
    ["rows without it", ["", "", "Status: not ok"], ["Blank date", "Unreadable amount", "Span"]],
    ["rows with an empty cell", ["", "", "Rows: blank"], ["Span"]],
    ["rows without one", [-1, "", "status: not blank"], ["Unreadable amount"]],
    ["rows with a number", ["", "", "Rows: 3"], ["Refunds (below 0)"]],
    [
      "rows that have all of it",
      ["", "", "Status: not ok, Check: not Span"],
      ["Blank date", "Unreadable amount"],
    ],
    [
      "rows by text with brackets and spaces",
      ["", "", " check :  Refunds (below  0) "],
      ["Refunds (below 0)"],
    ],
    ["no row, where none has it", ["", "", "Status: late"], []],
    [
      "rows that a list names, whatever its case and order",
      ["", "", "", "", [["span"], [""], ["Rows Read "]]],
      ["Rows read", "Span"],
    ],
    [
      "rows that the first column of a table names",
      [
        "",
        "Rows",
        "",
        "",
        [
          ["Check", 1],
          ["Blank date", 7],
          ["Rows read", 7],
        ],
      ],
      ["Rows read", "Blank date"],
    ],
    ["no row, where the list is empty", ["", "", "", "", [[""], [""]]], []],
  ] as const)("%s", (_, asked, expected) => {
    const rows = take(table, ...asked);
    expect(rows[0]).toEqual(table[0]);
    expect(names(rows)).toEqual(expected);
  });

  test("the latest by a date, with dates as they were", () => {
    const dated = [
      ["Who", "Day"],
      ["Ann", day("2026-01-05")],
      ["Bo", day("2026-03-01")],
      ["Cy", ""],
    ];
    expect(take(dated, 1, "Day")).toEqual([
      ["Who", "Day"],
      ["Bo", "2026-03-01"],
    ]);
    expect(take(dated, "", "", "Day: 2026-01-05")).toEqual([
      ["Who", "Day"],
      ["Ann", "2026-01-05"],
    ]);
  });

  test("the contents of whole columns without the blanks below and to the right", () => {
    const open = [
      ["Who", 0, "", ""],
      ["Ann", 1, "", ""],
      ["", "", "", ""],
      ["Bo", "", "", ""],
      ["", "", "", ""],
    ];
    expect(take(open, -1)).toEqual([
      ["Who", 0],
      ["Bo", ""],
    ]);
    expect(take(open, "", 0)).toEqual([
      ["Who", 0],
      ["Ann", 1],
    ]);
  });

  test("the named columns, in the order wanted, or a number from the left", () => {
    expect(take(table, 1, "", "", "Status, check")).toEqual([
      ["Status", "Check"],
      ["ok", "Rows read"],
    ]);
    expect(take(table, 1, "Rows", "Status: note", 1)).toEqual([["Check"], ["Blank date"]]);
    expect(take(table, 1, "", "", 99)[0]).toEqual(table[0]);
  });

  test("headers that hold commas and colons are found", () => {
    const odd = [
      ["Spend, net", "Spend", "a: b"],
      ["x", "y", "z"],
      ["y", "x", "z"],
    ];
    expect(names(take(odd, "", "", "Spend, net: x, a: b: z"))).toEqual(["x"]);
    expect(names(take(odd, "", "", "Spend: x, Spend, net: y"))).toEqual(["y"]);
  });
});

describe("CLV_TAKE says what is wrong", () => {
  test.each([
    ["x", [], 'CLV_TAKE: table must be a range with its header in the first row, got "x"'],
    [
      [
        ["A", "B"],
        [1, "#REF!"],
      ],
      [],
      "CLV_TAKE: table must have no errors in its cells, got #REF! in row 2",
    ],
    [
      table,
      ["", "", "", "", [["Span"], ["#N/A"]]],
      "CLV_TAKE: among must have no errors in its cells, got #N/A in row 2",
    ],
    [table, [0], "CLV_TAKE: rows must be a whole number other than 0, got 0"],
    [
      table,
      [1, "Size"],
      'CLV_TAKE: by must be a header of the table, got "Size": the table has "Check", "Rows", "Status"',
    ],
    [
      [
        ["A", "a "],
        [1, 2],
      ],
      [1, "A"],
      'CLV_TAKE: by must be a header of the table, got "A", which appears 2 times: the table has "A", "a"',
    ],
    [
      table,
      ["", "", "", "Check, State"],
      'CLV_TAKE: columns must be headers of the table, got "State": the table has "Check", "Rows", "Status"',
    ],
    [
      table,
      ["", "", "", 0],
      "CLV_TAKE: columns must be headers of the table or a whole number of 1 or more, got 0",
    ],
    [
      table,
      ["", "", "State: ok"],
      'CLV_TAKE: where must be headers with what to look for, such as "Status: not ok", got "State: ok": the table has "Check", "Rows", "Status"',
    ],
  ] as const)("%j with %j", (given, asked, message) => {
    expect(messageOf("CLV_TAKE", given, ...asked)).toBe(message);
  });
});

const cells = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom("", "a", "b", "A"));
const tables = fc
  .array(fc.tuple(cells, cells, fc.constant("x")), { minLength: 1, maxLength: 12 })
  .map((rows) => [["N", "T", "X"], ...rows] as Cell[][]);

test("by a column, rows are those with a number in order of size, equal ones in the order of the table, cut behind the count", () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 14 }), fc.boolean(), (rows, count, isFalling) => {
      const [header, ...body] = rows;
      const withNumber = body.filter(([n]) => typeof n === "number");
      // a selection sort: of what is left, the first of the largest
      const left = [...withNumber];
      const expected: Cell[][] = [];
      while (left.length > 0 && expected.length < count) {
        const sizes = left.map(([n]) => (isFalling ? (n as number) : -(n as number)));
        expected.push(left.splice(sizes.indexOf(Math.max(...sizes)), 1)[0]!);
      }
      expect(call("CLV_TAKE", rows, isFalling ? count : -count, "N")).toEqual([header, ...expected]);
    }),
  );
});

test("rows that have a word and rows that do not are all rows", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom("a", "blank", "2"), (rows, word) => {
      const count = (where: string) => (call("CLV_TAKE", rows, "", "", where) as Cell[][]).length - 1;
      expect(count(`T: ${word}`) + count(`T: not ${word}`)).toBe(rows.length - 1);
    }),
  );
});

test("a text of any length above a column is not a header anyone names, and does no harm", () => {
  const rows = [
    ["N", "x".repeat(50_000)],
    [1, "a"],
  ];
  expect(call("CLV_TAKE", rows, "", "", "N: 1", "N")).toEqual([["N"], [1]]);
});

test("a list of one is a list, in whichever shape the one comes", () => {
  const rows = [["Name"], ["Ann"], ["Ben"], [60]];
  const among = (given: unknown) => call("CLV_TAKE", rows, "", "", "", "", given);
  for (const ben of ["ben", ["Ben"], [["Ben"]], [["Ben", 1]]])
    expect(among(ben)).toEqual([["Name"], ["Ben"]]);
  for (const sixty of [60, [60], [[60]]]) expect(among(sixty)).toEqual([["Name"], [60]]);
});
