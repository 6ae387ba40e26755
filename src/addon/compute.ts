import { functions } from "../functions";
import { formulaText } from "../recipe/text";
import type { Recipe } from "../recipe/term";
import type { Value } from "../recipe/operations/values";
import { type Source, recipeValue, termValue } from "../recipe/value";
import { refusal } from "../core/refusal";
import type { Cell } from "../sheet/cell";
import { sentRows } from "./spreadsheet/cells";
import { spreadsheetLocale } from "./spreadsheet/locale";
import type { SetupLine } from "../answers/setup";
import type { Figure } from "../recipe/figure";
import type { Computation } from "./protocol";
import { checkRecipe } from "./recipes";
import { checkedKeys, settingCells, setupSheet } from "./setup";
import { rangeOf } from "./spreadsheet/sheets";
import { spreadsheetZone } from "./spreadsheet/zone";

/** The most rows of a result that the sidebar gets. */
const mostRows = 700;

/** Where recipes take their cells from; each range is read once. */
export function sourceOf(setup: readonly SetupLine[]): Source {
  const zone = spreadsheetZone();
  const read = new Map<string, Value>();
  const cellOf = settingCells(setup);
  const source: Source = {
    zone,
    locale: spreadsheetLocale(),
    range: (reference) => {
      const known = read.get(reference);
      if (known !== undefined) return known;
      const cells = rangeOf(reference).getValues() as Cell[][];
      const value = cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0]! : cells;
      read.set(reference, value);
      return value;
    },
    setting: (key) => {
      const { value } = setup.find((line) => line.key === key)!;
      const isKept = typeof value === "object" && value !== null && "setting" in value;
      if (!isKept) return termValue(value, source);
      if (!setupSheet()) throw refusal(`${key} must be on the setup tab, got no such tab`);
      return source.range(cellOf(value.setting).replace(/\$/g, ""));
    },
    run: (name, args) => functions.find((one) => one.name === name)!.run(args, zone),
  };
  return source;
}

/** A recipe's formula and what it would show. */
function figure(
  recipe: Recipe,
  source: Source,
  cellOf: (key: string) => string,
  known: Map<string, Value>,
): Figure {
  const text = formulaText(recipe, cellOf);
  try {
    const value = recipeValue(recipe, source, known);
    const rows = Array.isArray(value) ? (value as readonly (readonly Cell[])[]) : [[value as Cell]];
    return { text, cells: sentRows(rows.slice(0, mostRows), source.zone), rows: rows.length };
  } catch (error) {
    return { text, cells: [], rows: 0, error: (error as Error).message };
  }
}

export function compute({ setup, recipes }: Computation): Figure[] {
  const source = sourceOf(setup);
  const keys = checkedKeys(setup);
  recipes.forEach((recipe) => checkRecipe(recipe, keys));
  const cellOf = settingCells(setup);
  const known = new Map<string, Value>();
  return recipes.map((recipe) => figure(recipe, source, cellOf, known));
}
