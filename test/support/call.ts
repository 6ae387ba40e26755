import { functions } from "../../src/functions";
import { type Cell, isDate } from "../../src/sheet/cell";
import { utc } from "./zones";

/** Calls a custom function as Sheets does, in a spreadsheet of the zone UTC. */
export function call(name: string, ...given: unknown[]): Cell | Cell[][] {
  const found = functions.find((record) => record.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found.run(given, utc);
}

/** The message of the error that a custom function throws. */
export function messageOf(name: string, ...given: unknown[]): string {
  try {
    call(name, ...given);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${name} gave a result and no error`);
}

/** A column as Sheets passes it. */
export const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** A day as Sheets passes it to a script in a spreadsheet of the zone UTC. */
export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** A result with its dates as ISO text, to be compared with a table that is written out. */
export function readable(result: Cell | Cell[][]): unknown {
  if (Array.isArray(result)) return result.map((row) => row.map((cell) => readable(cell)));
  return isDate(result) ? result.toISOString().replace("T00:00:00.000Z", "") : result;
}
