import type { Cell } from "../../sheet/cell";
import { inLocalNotation } from "../../formula/local";
import { onceAnExecution } from "../execution";
import { joinedAreas, single, valuesIn } from "./areas";
import { formulaNotation } from "./notation";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What is to stand in a cell: a value, of which text stays the text that it is, or a formula, written with commas. */
export type Input = Cell | { readonly formula: string };

const isFormula = (input: Input): input is { readonly formula: string } =>
  typeof input === "object" && "formula" in input;

/** Whether an apostrophe in front keeps text from being read, and goes; a cell that is going to be overwritten tells. */
const takesMark = onceAnExecution((cell: Range): boolean => {
  cell.setValue("'=1");
  SpreadsheetApp.flush();
  const isTaken = cell.getValue() === "=1" && cell.getFormula() === "";
  cell.clearContent();
  return isTaken;
});

const notation = onceAnExecution((cell: Range) => formulaNotation(cell, "setValue"));

/** A formula as setValues wants it; one that is the same in every notation tells nothing, and asks nothing. */
function written(formula: string, cell: Range): string {
  return inLocalNotation(formula) === formula ? formula : notation(cell)(formula);
}

/** Words that nobody can read as a number, a date, TRUE or FALSE, or a formula. */
const isPlainWords = (text: string) => /^\p{L}\D*[ ,:]\D*$/u.test(text);

/**
 * Writes cells. To learn how Sheets takes them something is written first to `tried`, of which nothing is lost, and
 * nothing follows, where a script is stopped then.
 */
export function writeCells(
  range: Range,
  rows: readonly (readonly Input[])[],
  tried: Range = range.offset(0, 0, 1, 1),
): Range {
  const isText = (input: Input): input is string => typeof input === "string" && input !== "";
  const needsMark = (input: Input): input is string => isText(input) && !isPlainWords(input);
  const isMarked = rows.some((row) => row.some(needsMark)) && takesMark(tried);
  const plain = (input: Input): Cell => {
    if (isFormula(input)) return written(input.formula, tried);
    if (!needsMark(input)) return input;
    return isMarked ? `'${input}` : "";
  };
  range.setValues(rows.map((row) => row.map(plain)));
  if (!isMarked) writeTexts(range, rows, needsMark);
  return range;
}

/** Writes text in the other way in which none of it is read as anything else. */
function writeTexts(
  range: Range,
  rows: readonly (readonly Input[])[],
  isWanted: (input: Input) => input is string,
): void {
  const places = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (isWanted(cell) ? [{ row: row + 1, column: column + 1 }] : [])),
  );
  const rich = (text: Input) =>
    SpreadsheetApp.newRichTextValue()
      .setText(text as string)
      .build();
  for (const area of joinedAreas(places.map(single)))
    range
      .offset(area.row - 1, area.column - 1, area.rows, area.columns)
      .setRichTextValues(valuesIn(rows, area).map((cells) => cells.map(rich)));
}
