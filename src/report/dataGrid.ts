import type { SentCell } from "../sheet/sentCell";
import type { ComputedTable, DataTable } from "./dataTable";
import { changeOf, moneyFormat, periodFormat } from "./formats";
import { wordsOf } from "./page";
import { stepsIn } from "./evaluate";
import { type Place, cellOnTab, firstRow, headerRow, placesOf, recipeOnTab, titleRow } from "./live";
import type { Recipe } from "../recipe/term";
import type { Mode } from "./report";

/** What a cell of the data tab holds. */
export type GridCell = { readonly literal: SentCell } | { readonly formula: string };

/** Cells that need others of the tab, by how many steps: written after them, since they see only what is there. */
export interface GridBlock {
  readonly depth: number;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly GridCell[])[];
}

/** The tab with the figures that the report shows: cells from its first row, and number formats of whole columns. */
export interface DataGrid {
  readonly cells: readonly (readonly GridCell[])[];
  readonly later: readonly GridBlock[];
  readonly formats: readonly {
    readonly column: number;
    readonly columns: number;
    readonly rows: number;
    readonly format: string;
  }[];
  readonly places: ReadonlyMap<string, Place>;
  /** Rows that the results need. */
  readonly rows: number;
  readonly columns: number;
}

interface Given {
  readonly tables: readonly DataTable[];
  readonly computed: ReadonlyMap<string, ComputedTable>;
  readonly mode: Mode;
  readonly sign: string;
  readonly period: string;
  readonly settingCell: (key: string) => string;
  readonly check: (recipe: Recipe) => void;
}

const blank: GridCell = { literal: "" };

/** Lays the tables that could be computed out side by side. */
export function dataGrid({ tables, computed, mode, sign, period, settingCell, check }: Given): DataGrid {
  const shown = tables.flatMap((table) => {
    const result = computed.get(table.key);
    if (!result || result.error !== undefined) return [];
    return [{ ...table, result, width: Math.max(result.header.length, result.rows[0]?.length ?? 0) }];
  });
  const places = placesOf(shown);
  const byKey = new Map<string, DataTable>(tables.map((table) => [table.key, table]));
  const cells: GridCell[][] = [];
  const later: GridBlock[] = [];
  const depths = depthsOf(shown);
  const formats: DataGrid["formats"][number][] = [];
  const put = (row: number, column: number, cell: GridCell) => {
    while (cells.length < row) cells.push([]);
    cells[row - 1]![column - 1] = cell;
  };
  for (const table of shown) {
    const { result, header } = table;
    const { column } = places.get(table.key)!;
    put(titleRow, column, { literal: table.title });
    if (header || mode === "fixed")
      result.header.forEach((title, index) => put(headerRow, column + index, { literal: title }));
    if (mode === "fixed") {
      result.rows.forEach((row, at) =>
        row.forEach((cell, index) => put(firstRow + at, column + index, { literal: cell })),
      );
    } else {
      const row = header ? firstRow : headerRow;
      const block = table.cells.map((terms) =>
        terms.map((term) => {
          const recipe = recipeOnTab(table, term, byKey, places);
          check(recipe);
          return cellOnTab(recipe, settingCell);
        }),
      );
      const depth = depths.get(table.key)!;
      if (depth > 0) later.push({ depth, row, column, cells: block });
      else block.forEach((one, at) => one.forEach((cell, index) => put(row + at, column + index, cell)));
    }
    formats.push(...formatsOf(result, table.width, column, { sign, period }));
  }
  const columns = Math.max(1, ...Array.from(places.values(), (place) => place.column + place.columns));
  const rows = firstRow + Math.max(cells.length, ...shown.map(({ result }) => result.count));
  const filled = cells.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? blank));
  return { cells: filled, later, formats, places, rows, columns };
}

/** How many tables each one has to wait for, one after the other. */
function depthsOf(tables: readonly DataTable[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { key, steps = [], cells } of tables) {
    const needed = [...steps.map(([, term]) => term), ...cells.flat()].flatMap(stepsIn);
    depths.set(key, Math.max(0, ...needed.map((step) => 1 + (depths.get(step) ?? -1))));
  }
  return depths;
}

/** Number formats of the columns of a table, equal ones beside each other together. */
function formatsOf(
  { header, rows, count }: ComputedTable,
  width: number,
  first: number,
  how: { readonly sign: string; readonly period: string },
) {
  const formats: { column: number; columns: number; rows: number; format: string }[] = [];
  for (let index = 0; index < width; index++) {
    const values = rows.map((row) => row[index]);
    const format = formatOf(header[index], values, how);
    const before = formats[formats.length - 1];
    if (before?.format === format && before.column + before.columns === first + index) before.columns++;
    else formats.push({ column: first + index, columns: 1, rows: Math.max(1, count), format });
  }
  return formats.filter(({ format }) => format !== "");
}

/** Amounts from which on the axes of charts, which take these formats, need no hundredths. */
const axisWhole = 100;
const shares = /rate|share|churn|^GRR$|^NRR$|survival|^P\(|^\d+$/i;
const amounts =
  /revenue|CLV|MRR|value|average order|monetary|expansion|contraction|reactivation|^(effect|change)$/i;

function formatOf(
  header: SentCell | undefined,
  values: readonly (SentCell | undefined)[],
  { sign, period }: { readonly sign: string; readonly period: string },
): string {
  const title = wordsOf(header);
  const filled = values.filter((value) => value !== "" && value !== undefined);
  if (filled.length > 0 && filled.every((value) => typeof value === "object")) return periodFormat(period);
  if (!filled.some((value) => typeof value === "number")) return "";
  if (title.endsWith(" %")) return changeOf;
  if (shares.test(title)) return "0.0%";
  if (amounts.test(title) && filled.every((value) => typeof value === "number"))
    return moneyFormat(sign, values, axisWhole);
  return /^lifetime/i.test(title) ? "0.0" : "";
}
