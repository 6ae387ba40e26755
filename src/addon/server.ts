import { functions } from "../functions";
import type { Insertion } from "./protocol";

const longestFormula = 1000;

/** A formula that calls one of the custom functions, the only kind that the sidebar sends. */
function isOwnFormula(formula: unknown): formula is string {
  if (typeof formula !== "string" || formula.length > longestFormula) return false;
  const name = /^=(CLV\w*)\(.*\)$/.exec(formula)?.[1];
  return functions.some((record) => record.name === name);
}

/** Writes a formula into the selected cell, unless something is there; the answer is JSON of an Insertion. */
export function insertFormula(formula: unknown): string {
  if (!isOwnFormula(formula)) throw new Error("formula must call one CLV function, got something else");
  const cell = SpreadsheetApp.getActive().getActiveSheet().getActiveCell();
  const place = cell.getA1Notation();
  const answer = (insertion: Insertion) => JSON.stringify(insertion);
  if (!cell.isBlank())
    return answer({ inserted: false, message: `${place} is not empty: select an empty cell` });
  cell.setFormula(formula);
  return answer({ inserted: true, message: `Inserted in ${place}` });
}
