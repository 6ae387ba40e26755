import { functions } from "../functions";
import { formulaText } from "../recipe/text";
import type { Recipe } from "../recipe/term";
import type { Value } from "../recipe/operations/values";
import { type Source, recipeValue, termValue } from "../recipe/value";
import { refusal } from "../core/refusal";
import type { Cell } from "../sheet/cell";
import { sentRows } from "./spreadsheet/cells";
import { spreadsheetLocale } from "./spreadsheet/locale";
import { type Setup, lineOf } from "../answers/setup";
import { keptCells } from "../recipe/kept";
import type { Term } from "../recipe/term";
import type { Figure } from "../recipe/figure";
import type { Computation } from "./protocol";
import { checkRecipe } from "./recipes";
import { blockKey, blocks, checkedKeys, settingCells, setupSheet } from "./setup";
import { rangeOf } from "./spreadsheet/sheets";
import { spreadsheetZone } from "./spreadsheet/zone";

/** The most rows of a result that the sidebar gets. */
const mostRows = 700;

/** What is known for one question. */
export interface Known {
  /** Cells by their reference, results of calls by what they are called with. */
  readonly values: Map<string, Value>;
  /** Tabs that there are. */
  readonly tabs: Set<string>;
}

export const nothingKnown = (): Known => ({ values: new Map(), tabs: new Set() });

/** Where recipes take their cells from; each range is read once, and each table on a tab of clean data computed once. */
export function sourceOf(setup: Setup, { values }: Known = nothingKnown()): Source {
  const zone = spreadsheetZone();
  const cellOf = settingCells(setup);
  const once = (key: string, value: () => Value): Value => {
    const before = values.get(key);
    if (before !== undefined) return before;
    const found = value();
    values.set(key, found);
    return found;
  };
  const onTabs = new Map(
    setup.kept.flatMap((table) =>
      table.titles.map((title, column) => [keptCells(table, title), { call: table.call, column }] as const),
    ),
  );
  /** What tells a term from others: settings by what they are, since the setup tab may not be written yet. */
  const keyOf = (term: Term): string => {
    if (typeof term !== "object" || term === null) return JSON.stringify(term);
    if ("setting" in term) return `setting ${JSON.stringify(source.setting(term.setting))}`;
    if ("range" in term) {
      const kept = onTabs.get(term.range);
      return kept ? `${kept.column} of ${keyOf(kept.call)}` : `range ${term.range}`;
    }
    return "apply" in term ? `${term.apply}(${term.to.map(keyOf).join(", ")})` : JSON.stringify(term);
  };
  const source: Source = {
    zone,
    locale: spreadsheetLocale(),
    range: (reference) => {
      const kept = onTabs.get(reference);
      if (kept) {
        const call = keyOf(kept.call);
        return once(`${kept.column} of ${call}`, () => {
          const [, ...rows] = once(call, () => termValue(kept.call, source)) as readonly (readonly Cell[])[];
          return rows.map((row) => [row[kept.column] ?? ""]);
        });
      }
      return once(reference, () => {
        const cells = rangeOf(reference).getValues() as Cell[][];
        return cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0]! : cells;
      });
    },
    setting: (key) => {
      const [, number, part] = blockKey.exec(key) ?? [];
      if (number && part) return blockOf(setup, Number(number), part as keyof typeof blocks, source);
      const { value } = lineOf(setup, key)!;
      const isKept = typeof value === "object" && value !== null && "setting" in value;
      if (!isKept) return termValue(value, source);
      if (!setupSheet()) throw refusal(`${key} must be on the setup tab, got no such tab`);
      return source.range(cellOf(value.setting).replace(/\$/g, ""));
    },
    once: (call, value) => once(keyOf(call), value),
    run: (name, args) => functions.find((one) => one.name === name)!.run(args, zone),
  };
  return source;
}

/** A block of lines as the setup tab will show it. */
function blockOf({ lines }: Setup, number: number, part: keyof typeof blocks, source: Source): Value {
  const { from, to, of } = blocks[part];
  const [first, count] = of(lines, number);
  const cell = (term: Term) => termValue(term, source) as Cell;
  const [left, right] = ["ABC".indexOf(from), "ABC".indexOf(to)];
  return lines
    .slice(first, first + count)
    .map(({ label, value, note }) => [label, cell(value), cell(note)].slice(left, right + 1));
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
    return { text, cells: sentRows(rows, source.zone), rows: rows.length };
  } catch (error) {
    return { text, cells: [], rows: 0, error: (error as Error).message };
  }
}

/** The figures of recipes, with all rows of their results. */
export function computeAll({ setup, recipes }: Computation, read: Known = nothingKnown()): Figure[] {
  const source = sourceOf(setup, read);
  const keys = checkedKeys(setup, read.tabs);
  recipes.forEach((recipe) => checkRecipe(recipe, keys, read.tabs));
  const cellOf = settingCells(setup);
  const known = new Map<string, Value>();
  return recipes.map((recipe) => figure(recipe, source, cellOf, known));
}

/** The figures of recipes as the sidebar shows them. */
export const compute = (computation: Computation): Figure[] =>
  computeAll(computation).map((one) => ({ ...one, cells: one.cells.slice(0, mostRows) }));
