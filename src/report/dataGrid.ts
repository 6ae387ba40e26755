import type { SentCell } from "../sheet/sentCell";
import type { ComputedTable, DataTable } from "./dataTable";
import type { Unit } from "../sheet/unit";
import { formatOfUnit, moneyFormat, periodFormat } from "./formats";
import { type Place, cellOnTab, firstRow, headerRow, placesOf, recipeOnTab, titleRow } from "./live";
import type { Recipe } from "../recipe/term";
import type { Mode } from "./report";
import { unitsOf } from "./units";

/** What a cell of the data tab holds. */
export type GridCell = { readonly literal: SentCell } | { readonly formula: string };

/** The tab with the figures that the report shows: cells from its first row, and number formats of whole columns. */
export interface DataGrid {
  readonly cells: readonly (readonly GridCell[])[];
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
      table.cells.forEach((terms, at) =>
        terms.forEach((term, index) => {
          const recipe = recipeOnTab(table, term, byKey, places);
          check(recipe);
          const isEmpty = table.skipsBlanks && result.rows[at]?.[index] === "";
          put(row + at, column + index, isEmpty ? blank : cellOnTab(recipe, settingCell));
        }),
      );
    }
    formats.push(
      ...formatsOf(result, unitsOf(table, result.header, byKey), table.width, column, { sign, period }),
    );
  }
  const columns = Math.max(1, ...Array.from(places.values(), (place) => place.column + place.columns));
  const rows = firstRow + Math.max(cells.length, ...shown.map(({ result }) => result.count));
  const filled = cells.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? blank));
  return { cells: filled, formats, places, rows, columns };
}

/** Number formats of the columns of a table, equal ones beside each other together. */
function formatsOf(
  { header, rows, count }: ComputedTable,
  units: readonly (Unit | undefined)[],
  width: number,
  first: number,
  how: { readonly sign: string; readonly period: string },
) {
  const formats: { column: number; columns: number; rows: number; format: string }[] = [];
  for (let index = 0; index < width; index++) {
    const values = rows.map((row) => row[index]);
    const format = header.length > 0 ? formatOf(units[index], values, how) : "";
    const before = formats[formats.length - 1];
    if (before?.format === format && before.column + before.columns === first + index) before.columns++;
    else formats.push({ column: first + index, columns: 1, rows: Math.max(1, count), format });
  }
  return formats.filter(({ format }) => format !== "");
}

/** Amounts from which on the axes of charts, which take these formats, need no hundredths. */
const axisWhole = 100;

function formatOf(
  unit: Unit | undefined,
  values: readonly (SentCell | undefined)[],
  { sign, period }: { readonly sign: string; readonly period: string },
): string {
  if (unit === undefined) return "";
  if (unit === "period") return periodFormat(period);
  if (unit === "date") return "d mmm yyyy";
  return formatOfUnit(unit, moneyFormat(sign, values, axisWhole));
}
