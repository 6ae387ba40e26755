import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type Probe, filledFormula, openProbe } from "../support/workbook";

type Sheet = ReturnType<Probe["services"]["SpreadsheetApp"]["getActiveSheet"]>;

/** The references under test, and what they become. */
const references = ["A2:A", "A2:C", "$A$2:$A", "B$2:C", "B2:2", "A:A3", "A2:B5"] as const;
type Moved = Readonly<Record<(typeof references)[number], string>>;
const unmoved = Object.fromEntries(references.map((one) => [one, one])) as Moved;
/** A:A3 is A3:A. */
const same = { ...unmoved, "A:A3": "A3:A" };

const moves: readonly (readonly [what: string, move: (sheet: Sheet) => void, Moved])[] = [
  [
    "a column put in before",
    (sheet) => sheet.insertColumnsBefore(1, 1),
    {
      "A2:A": "B2:B",
      "A2:C": "B2:D",
      "$A$2:$A": "$B$2:$B",
      "B$2:C": "C$2:D",
      "B2:2": "C2:2",
      "A:A3": "B3:B",
      "A2:B5": "B2:C5",
    },
  ],
  [
    "a column put in inside",
    (sheet) => sheet.insertColumnsAfter(2, 1),
    { ...same, "A2:C": "A2:D", "B$2:C": "B$2:D" },
  ],
  ["a column put in after", (sheet) => sheet.insertColumnsAfter(3, 2), same],
  [
    "rows put in before",
    (sheet) => sheet.insertRowsBefore(1, 2),
    {
      "A2:A": "A4:A",
      "A2:C": "A4:C",
      "$A$2:$A": "$A$4:$A",
      "B$2:C": "B$4:C",
      "B2:2": "B4:4",
      "A:A3": "A5:A",
      "A2:B5": "A4:B7",
    },
  ],
  ["a row put in inside", (sheet) => sheet.insertRowsBefore(5, 1), { ...same, "A2:B5": "A2:B6" }],
  ["a row put in at the end", (sheet) => sheet.insertRowsAfter(sheet.getMaxRows(), 1), same],
  [
    "the first column taken out",
    (sheet) => sheet.deleteColumns(1, 1),
    {
      "A2:A": "#REF!",
      "A2:C": "A2:B",
      "$A$2:$A": "#REF!",
      "B$2:C": "A$2:B",
      "B2:2": "A2:2",
      "A:A3": "#REF!",
      "A2:B5": "A2:A5",
    },
  ],
  ["a column taken out after", (sheet) => sheet.deleteColumns(4, 1), same],
  [
    "the row above taken out",
    (sheet) => sheet.deleteRows(1, 1),
    {
      "A2:A": "A1:A",
      "A2:C": "A1:C",
      "$A$2:$A": "$A$1:$A",
      "B$2:C": "B$1:C",
      "B2:2": "B1:1",
      "A:A3": "A2:A",
      "A2:B5": "A1:B4",
    },
  ],
  [
    "the first two rows taken out",
    (sheet) => sheet.deleteRows(2, 2),
    { ...unmoved, "B2:2": "#REF!", "A:A3": "A2:A", "A2:B5": "A2:B3" },
  ],
  ["rows taken out after", (sheet) => sheet.deleteRows(6, 3), same],
];

let book: Probe;
const spreadsheet = () => book.services.SpreadsheetApp.getActive();
beforeEach(() => {
  book?.dispose();
  book = openProbe({ timeZone: "UTC" });
  spreadsheet().getActiveSheet().setName("My data").getRange("A1:C9").setValue(1);
});
afterAll(() => book.dispose());

/** The reference in a formula, without the name of the tab. */
const referenceIn = (formula: string) =>
  /^=COUNT\((?:'My data'!)?(.*)\)$/.exec(formula)?.[1]?.replace("A:A3", "A3:A");

describe("open-ended ranges follow their cells", () => {
  test.each(moves)("with %s", (_, move, expected) => {
    const data = spreadsheet().getActiveSheet();
    const other = spreadsheet().insertSheet("Other");
    const cells = (sheet: Sheet, row: number, column: number) =>
      sheet.getRange(row, column, references.length, 1);
    cells(other, 1, 1).setFormulas(references.map((reference) => [`=COUNT('My data'!${reference})`]));
    cells(data, 20, 8).setFormulas(references.map((reference) => [`=COUNT(${reference})`]));
    cells(data, 20, 8).getValues();
    move(data);
    const moved = data.getDataRange().getFormulas().flat().filter(Boolean);
    const written = references.map((reference) => expected[reference]);
    expect(cells(other, 1, 1).getFormulas().flat().map(referenceIn)).toEqual(written);
    expect(moved.map(referenceIn)).toEqual(written);
    expect(spreadsheet().getActiveSheet().getName()).toBe("Other");
  });

  test("when the formula is filled down, and text that looks like one stays", () => {
    expect(filledFormula(book, '=COUNT($A2:B)&"A2:A"', 1, 1)).toBe('=COUNT($A3:C)&"A2:A"');
  });
});
