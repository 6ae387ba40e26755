import { letters } from "../recipe/kept";
import { quotedTab } from "../recipe/tabName";
import { formulaText } from "../recipe/text";
import type { Recipe, Term } from "../recipe/term";
import type { DataTable } from "./dataTable";

/** Where the tables stand on their tab: title, header, rows below. */
export const dataTab = "CLV Report data";
export const [titleRow, headerRow, firstRow] = [1, 2, 3];

/** The first column of a table, from 1, and how many are its own. */
export interface Place {
  readonly column: number;
  readonly columns: number;
}

/** Tables side by side with a column between them. */
export function placesOf(tables: readonly (DataTable & { readonly width: number })[]): Map<string, Place> {
  const places = new Map<string, Place>();
  let column = 1;
  for (const { key, width, columns = 0 } of tables) {
    const own = Math.max(1, width, columns);
    places.set(key, { column, columns: own });
    column += own + 1;
  }
  return places;
}

/** One cell of a table; rows count from 0 below the header. */
export const cellAt = ({ column }: Place, row: number, at: number) =>
  `${quotedTab(dataTab)}!${letters(column + at)}${firstRow + row}`;

const area = (from: number, to: number, row: number, last: number | "" = ""): Term => ({
  range: `${quotedTab(dataTab)}!${letters(from)}${row}:${letters(to)}${last}`,
});

/** A recipe whose references to other tables are ranges, open-ended since tables grow with the data. */
function onTab(term: Term, tables: ReadonlyMap<string, DataTable>, places: ReadonlyMap<string, Place>): Term {
  if (typeof term !== "object" || term === null) return term;
  const placeOf = (one: Term | undefined) =>
    typeof one === "object" && one !== null && "step" in one ? places.get(one.step) : undefined;
  const place = placeOf(term);
  if (place && "step" in term) {
    const row = tables.get(term.step)!.header ? firstRow : headerRow;
    // The first cell of a row may be blank: an interval without an estimate.
    const telling = place.columns > 1 ? [1, 2] : [1];
    return { apply: "FILLED", to: [area(place.column, place.column + place.columns - 1, row), ...telling] };
  }
  if (!("apply" in term)) return term;
  const [table, number] = term.to;
  const asked = term.apply === "IF_LIVE" ? placeOf(table) : undefined;
  if (asked)
    return {
      apply: "IF_LIVE",
      to: [area(asked.column, asked.column, firstRow, firstRow), ...term.to.slice(1)],
    };
  const from = term.apply === "COLUMN" ? placeOf(table) : undefined;
  if (from) return area(from.column + Number(number) - 1, from.column + Number(number) - 1, firstRow);
  return { apply: term.apply, to: term.to.map((one) => onTab(one, tables, places)) };
}

/** The recipe of one cell of a table as it stands on the tab. */
export function recipeOnTab(
  table: DataTable,
  term: Term,
  tables: ReadonlyMap<string, DataTable>,
  places: ReadonlyMap<string, Place>,
): Recipe {
  const steps = (table.steps ?? []).map(([name, one]) => [name, onTab(one, tables, places)] as const);
  return { steps, result: onTab(term, tables, places) };
}

/** What a cell of the tab holds: a literal as it is, else a formula. */
export function cellOnTab(recipe: Recipe, settingCell: (key: string) => string) {
  const { steps, result } = recipe;
  const isLiteral = steps.length === 0 && (typeof result !== "object" || result === null);
  return isLiteral ? { literal: result ?? "" } : { formula: formulaText(recipe, settingCell) };
}
