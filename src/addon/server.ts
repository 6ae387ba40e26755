import { functions } from "../functions";

/** What became of a request to insert a formula. */
export interface Insertion {
  readonly inserted: boolean;
  /** The cell, and where nothing was inserted why not. */
  readonly message: string;
}

const longestFormula = 1000;

/** A formula that calls one of the custom functions, the only kind that the sidebar sends. */
function isOwnFormula(formula: unknown): formula is string {
  if (typeof formula !== "string" || formula.length > longestFormula) return false;
  const name = /^=(CLV\w*)\(.*\)$/.exec(formula)?.[1];
  return functions.some((record) => record.name === name);
}

/** Writes a formula into the selected cell, unless something is there; the answer is JSON of an Insertion. */
export function insertFormula(formula: unknown): string {
  if (!isOwnFormula(formula))
    throw new Error("insertFormula: formula must call a CLV function, got something else");
  const cell = SpreadsheetApp.getActive().getActiveSheet().getActiveCell();
  const place = cell.getA1Notation();
  const answer = (inserted: boolean, message: string) =>
    JSON.stringify({ inserted, message } satisfies Insertion);
  if (!cell.isBlank()) return answer(false, `${place} is not empty: select an empty cell`);
  cell.setFormula(formula);
  return answer(true, `Inserted in ${place}`);
}
