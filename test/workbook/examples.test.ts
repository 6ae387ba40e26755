import { describe, expect, test } from "@jest/globals";
import { withSemicolons } from "../../build/signature";
import { functions } from "../../src/functions";
import { isDate, type Cell } from "../../src/sheet/cell";
import { createZone } from "../../src/workbook/engine/zone";
import { exampleCells } from "../support/exampleCells";
import { builtAddon, openWorkbook } from "../support/workbook";

const timeZone = "America/New_York";
const { serialOf } = createZone(timeZone);
const book = openWorkbook({ code: builtAddon, timeZone });
const spreadsheet = book.services.SpreadsheetApp.getActive();

/** Where an example stands that is about the cells of its sheet, clear of them. */
const besideTheCells = "J1";

/**
 * Types a formula into a sheet of its own, and reads what it fills there: everything, or as many cells as are stated
 * where the sheet holds the cells that the example is about.
 */
function shownFor(formula: string, rows: number, columns: number): unknown[][] {
  const sheet = spreadsheet.insertSheet();
  const ranges = Object.entries(exampleCells).filter(([range]) => formula.includes(range));
  for (const [range, cells] of ranges) {
    const start = sheet.getRange(range.split(":")[0]!);
    sheet.getRange(start.getRow(), start.getColumn(), cells.length, cells[0]!.length).setValues(cells);
  }
  const cell = sheet.getRange(ranges.length > 0 ? besideTheCells : "A1");
  cell.setFormula(formula);
  const filled =
    ranges.length > 0 ? sheet.getRange(cell.getRow(), cell.getColumn(), rows, columns) : sheet.getDataRange();
  return filled.getValues().map((row) => row.map((value) => (isDate(value) ? isoOf(value) : value)));
}

/** The day that a date cell shows, told apart from text that reads the same. */
const isoOf = (date: Date) =>
  `date ${new Date(Date.UTC(1899, 11, 30 + serialOf(date.getTime()))).toISOString().slice(0, 10)}`;

const numberOf = (value: number): unknown => expect.closeTo(value, 9);
const textOf = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? `date ${text}` : text);

function expected(cell: Cell): unknown {
  if (typeof cell === "number") return numberOf(cell);
  return typeof cell === "string" ? textOf(cell) : cell;
}

/** Of a text of many lines the record states how it begins. */
const begun = (cell: unknown, result: unknown) =>
  typeof cell === "string" && typeof result === "string" && result.includes("\n")
    ? cell.slice(0, result.length)
    : cell;

const examples = functions.map(({ example }) => example);
const typed = [
  ...examples,
  ...examples
    .map((example) => ({ ...example, formula: withSemicolons(example.formula) }))
    .filter(({ formula }) => formula.includes("; ")),
];

describe("the example of every function, typed into a cell, shows what its record states", () => {
  test.each(typed)("$formula", ({ formula, result }) => {
    const rows = Array.isArray(result) ? (result as Cell[][]) : [[result as Cell]];
    const shown = shownFor(formula, rows.length, rows[0]!.length).map((row, index) =>
      row.map((cell, column) => begun(cell, rows[index]?.[column])),
    );
    expect(shown).toEqual(rows.map((row) => row.map(expected)));
  });
});
