import type { Section } from "../functions/section";
import type { Cell } from "../sheet/cell";
import { spreadsheetZone } from "./spreadsheet/zone";

/** Computes a custom function of a section, by its name, from the arguments that Sheets passes to it. */
export const runIn =
  (section: Section) =>
  (name: string, given: ArrayLike<unknown>): Cell | Cell[][] =>
    section.functions.find((record) => record.name === name)!.run(Array.from(given), spreadsheetZone());
