import type { Value } from "../recipe/operations/values";
import type { Term } from "../recipe/term";
import { type Source, termValue } from "../recipe/value";
import type { Cell } from "../sheet/cell";
import type { DataTable } from "./dataTable";
import { type Area, areaOnTab, headerRow } from "./live";

/** The cells of a table, its header first. */
export type TableValue = readonly (readonly Cell[])[];

/** A table as far as it is known: its cells, or why there are none. */
export type Outcome = { readonly cells: TableValue } | { readonly error: string };

/** The same source, which has the cells of the data tab from the tables that are known. */
export function sourceWith(
  source: Source,
  tables: readonly DataTable[],
  known: ReadonlyMap<string, Outcome>,
): Source {
  return {
    ...source,
    range: (reference) => {
      const area = areaOnTab(reference);
      return area ? cellsIn(area, tables, known) : source.range(reference);
    },
  };
}

function cellsIn(area: Area, tables: readonly DataTable[], known: ReadonlyMap<string, Outcome>): Value {
  const { column, row, lastColumn, lastRow } = area;
  const table = tables.find((one) => one.column <= column && lastColumn < one.column + one.columns.length)!;
  const outcome = known.get(table.key)!;
  if ("error" in outcome) throw new Error(outcome.error);
  const [first, last] = [column - table.column, lastColumn - table.column];
  const rows = outcome.cells
    .slice(row - headerRow, lastRow === undefined ? undefined : lastRow - headerRow + 1)
    .map((cells) => Array.from({ length: last - first + 1 }, (_, at) => cells[first + at] ?? ""));
  if (column === lastColumn && row === lastRow) return rows[0]?.[0] ?? "";
  return rows.length > 0 ? rows : [[""]];
}

/**
 * Computes a table.
 * @throws Error as the custom functions do
 */
export function tableValue({ columns, result, cells = [] }: DataTable, source: Source): TableValue {
  const value = (term: Term) => termValue(term, source);
  if (result !== undefined) return value(result) as TableValue;
  const header = columns.map(({ name }) => name);
  const rows = cells.map((row) => row.map(value));
  // One term may give a column.
  const only = rows.length === 1 && Array.isArray(rows[0]![0]) ? (rows[0]![0] as TableValue) : undefined;
  return [header, ...(only ?? (rows as TableValue))];
}
