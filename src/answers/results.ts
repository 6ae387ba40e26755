import { columnsIn } from "../recipe/columns";
import type { Figure } from "../recipe/figure";
import { type Call, type Recipe, type Term, apply } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";

/** A call of a function as a recipe. */
export const recipeOf = (result: Term): Recipe => ({ steps: [], result });

/** The cell of a function's result in a row below its header, counted from 1, by the title of its column. */
export const cellIn = (call: Call, row: number, title: string): Term =>
  apply("CELL", call, row + 1, columnsIn(call.apply)(title));

/** Cells of a table by the titles of their columns, a record a row. */
export function recordsOf({ cells }: Figure): Readonly<Record<string, SentCell>>[] {
  const [titles = [], ...rows] = cells;
  return rows.map((row) =>
    Object.fromEntries(titles.map((title, index) => [wordsOf(title), row[index] ?? ""])),
  );
}

/** What a table of measures says, by their names. */
export const measuresOf = ({ cells }: Figure): ReadonlyMap<string, SentCell> =>
  new Map(cells.slice(1).map(([name, value]) => [wordsOf(name), value ?? ""]));

export const numberIn = (cell: SentCell | undefined): number | undefined =>
  typeof cell === "number" ? cell : undefined;

export const dayOf = (cell: SentCell | undefined): string =>
  typeof cell === "object" ? cell.date.slice(0, 10) : "";

/** Text or a number as text. */
export const wordsOf = (cell: SentCell | undefined): string =>
  typeof cell === "object" ? cell.date : String(cell ?? "");
