import { functions } from "../functions";
import type { Cell } from "../sheet/cell";
import { spreadsheetZone } from "./zone";

/** Computes a custom function from the arguments that Sheets passes to it. */
export function run(name: string, given: ArrayLike<unknown>): Cell | Cell[][] {
  return functions.find((record) => record.name === name)!.run(Array.from(given), spreadsheetZone());
}
