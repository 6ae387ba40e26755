// The example of a function's record, called as a cell calls it.
import type { Cell } from "../../src/sheet/cell";
import { isDate } from "../../src/sheet/cell";
import { createZone } from "../../src/sheet/zone";
import { exampleCells } from "../../test/support/exampleCells";

/** Days as they are in Greenwich: the pages are the same wherever they are built. */
export const zone = createZone((date) => date.toISOString().slice(0, 19).replace("T", " "));

/** The arguments of an example as they are written: numbers, percentages, texts, cells in braces, and ranges. */
export function writtenArguments(formula: string): string[] {
  const inner = /^=\w+\((.*)\)$/.exec(formula)![1]!;
  return inner.match(/\{[^}]*\}|"[^"]*"|[^,\s]+/g) ?? [];
}

/** The same as a function receives them: in braces are rows of cells, and ranges are those of the examples' sheet. */
export const argumentsOf = (formula: string): unknown[] =>
  writtenArguments(formula).map((part) =>
    part.startsWith("{") ? part.slice(1, -1).split(";").map(rowOf) : (exampleCells[part] ?? valueOf(part)),
  );

const rowOf = (row: string) => (row.match(/"[^"]*"|[^,]+/g) ?? []).map((cell) => valueOf(cell));

function valueOf(text: string): string | number {
  if (text.startsWith('"')) return text.slice(1, -1);
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** A cell's value as a page shows it. */
export function shown(cell: Cell | undefined): string {
  if (isDate(cell)) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(Number(cell.toPrecision(6)));
  return String(cell ?? "");
}
