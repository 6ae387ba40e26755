import { describe, expect, test } from "@jest/globals";
import { withSemicolons } from "../../build/signature";
import { functions } from "../../src/functions";
import { isDate, type Cell } from "../../src/sheet/cell";
import { createZone } from "../../src/playground/engine/zone";
import { builtAddon, openWorkbook } from "../support/workbook";

const timeZone = "America/New_York";
const { serialOf } = createZone(timeZone);
const book = openWorkbook({ code: builtAddon, timeZone });
const spreadsheet = book.services.SpreadsheetApp.getActive();

/** Types a formula into a sheet of its own, and reads all that it fills there. */
function shownFor(formula: string): unknown[][] {
  const sheet = spreadsheet.insertSheet();
  sheet.getRange("A1").setFormula(formula);
  return sheet
    .getDataRange()
    .getValues()
    .map((row) => row.map((cell) => (isDate(cell) ? isoOf(cell) : cell)));
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
    expect(shownFor(formula)).toEqual(rows.map((row) => row.map(expected)));
  });
});
