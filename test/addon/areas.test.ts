import { describe, expect, test } from "@jest/globals";
import { joinedAreas } from "../../src/addon/spreadsheet/areas";
import { spilledAreas } from "../../src/addon/freeze/spill";

/** A tab drawn cell by cell: F a formula of ours, f another one, s and o what they spill, x what a person typed. */
function areasOn(drawing: readonly string[]): string[] {
  const rows = drawing.map((line) => Array.from(line));
  const cells = <Value>(value: (cell: string) => Value) => rows.map((row) => row.map(value));
  const places = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === "F" ? [{ row: r + 1, column: c + 1 }] : [])),
  );
  const before = cells((cell) => (cell === " " ? "" : cell));
  const after = cells((cell) => (cell === "x" ? cell : ""));
  const formulas = cells((cell) => (/f/i.test(cell) ? "=f()" : ""));
  return spilledAreas(before, after, formulas, places).map(
    ({ row, column, rows: height, columns }) => `${row},${column}: ${height}×${columns}`,
  );
}

describe("what has gone belongs to the formula that spilled it", () => {
  test.each([
    ["one cell", ["F"], ["1,1: 1×1"]],
    ["a table between other cells", ["xxxxx", "xFssx", "xsssx", "xxxxx"], ["2,2: 2×3"]],
    ["a table with blank cells", ["Fsss ", "s  s ", "ss s "], ["1,1: 3×4"]],
    ["tables side by side", ["Fss Fs", "sss ss", "sss   "], ["1,1: 3×3", "1,5: 2×2"]],
    [
      "tables side by side, the second one higher up",
      ["    Fs", "    ss", "Fss ss", "sss ss"],
      ["1,5: 4×2", "3,1: 2×3"],
    ],
    ["tables that touch, the second one higher up", ["  Fs", "Fsss", "ssss"], ["1,3: 3×2", "2,1: 2×2"]],
    ["tables under each other", ["Fs", "ss", "  ", "Fs", "ss"], ["1,1: 2×2", "4,1: 2×2"]],
    ["a column of single cells", ["xF", "xF", "xF"], ["1,2: 1×1", "2,2: 1×1", "3,2: 1×1"]],
    ["another formula that spills what depends on it", ["Fs foo", "ss ooo", "ss    "], ["1,1: 3×2"]],
    ["another formula below", ["Fs ", "ss ", "foo", "ooo"], ["1,1: 2×2"]],
  ])("%s", (_, drawing, areas) => {
    expect(areasOn(drawing)).toEqual(areas);
  });
});

test("areas that touch along a whole side become one", () => {
  const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
  expect(joinedAreas([area(2, 1), area(1, 1), area(1, 2, 2), area(5, 5), area(6, 5, 1, 2)])).toEqual([
    area(1, 1, 2, 2),
    area(5, 5),
    area(6, 5, 1, 2),
  ]);
});
