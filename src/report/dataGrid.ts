import type { Recipe, Term } from "../recipe/term";
import { formulaText } from "../recipe/text";
import type { SentCell } from "../sheet/sentCell";
import type { Unit } from "../sheet/unit";
import type { ComputedTable, DataTable } from "./dataTable";
import { formatOfUnit, moneyFormat, periodFormat } from "./formats";
import { firstRow, headerRow, titleRow } from "./live";
import type { Mode } from "./report";

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

/** Lays the tables out side by side; where one could not be computed, it says why. */
export function dataGrid({ tables, computed, mode, sign, period, settingCell, check }: Given): DataGrid {
  const grid: GridCell[][] = [];
  const put = (row: number, column: number, cell: GridCell) => {
    while (grid.length < row) grid.push([]);
    grid[row - 1]![column - 1] = cell;
  };
  const live = (term: Term): GridCell => {
    if (typeof term !== "object" || term === null) return { literal: term ?? "" };
    const recipe = { steps: [], result: term };
    check(recipe);
    return { formula: formulaText(recipe, settingCell) };
  };
  for (const table of tables) {
    const { column, columns, result, cells = [], skipsBlanks } = table;
    const { header, rows, error } = computed.get(table.key)!;
    put(titleRow, column, { literal: table.title });
    if (error !== undefined) put(headerRow, column, { literal: `Not computed. ${error}` });
    else if (mode === "fixed") {
      [header, ...rows].forEach((row, at) =>
        row
          .slice(0, columns.length)
          .forEach((cell, index) => put(headerRow + at, column + index, { literal: cell })),
      );
    } else if (result !== undefined) put(headerRow, column, live(result));
    else {
      header.forEach((title, index) => put(headerRow, column + index, { literal: title }));
      cells.forEach((terms, at) =>
        terms.forEach((term, index) =>
          put(firstRow + at, column + index, skipsBlanks && rows[at]?.[index] === "" ? blank : live(term)),
        ),
      );
    }
  }
  const last = tables[tables.length - 1];
  const width = last ? last.column + last.columns.length - 1 : 1;
  const counts = tables.map(({ key }) => computed.get(key)!.count);
  return {
    cells: grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? blank)),
    formats: tables.flatMap((table) => formatsOf(table, computed.get(table.key)!, { sign, period })),
    rows: firstRow + Math.max(grid.length, ...counts),
    columns: width,
  };
}

/** Number formats of the columns of a table, equal ones next to each other together. */
function formatsOf(
  { column, columns }: DataTable,
  { rows, count }: ComputedTable,
  how: { readonly sign: string; readonly period: string },
) {
  const formats: { column: number; columns: number; rows: number; format: string }[] = [];
  columns.forEach(({ unit }, index) => {
    const values = rows.map((row) => row[index]);
    const format = unit === "by row" ? "" : formatOf(unit, values, how);
    const before = formats[formats.length - 1];
    if (before?.format === format) before.columns++;
    else formats.push({ column: column + index, columns: 1, rows: Math.max(1, count), format });
  });
  return formats.filter(({ format }) => format !== "");
}

/** Amounts from which on the axes of charts, which take these formats, need no hundredths. */
const axisWhole = 100;

function formatOf(
  unit: Unit,
  values: readonly (SentCell | undefined)[],
  { sign, period }: { readonly sign: string; readonly period: string },
): string {
  if (unit === "period") return periodFormat(period);
  if (unit === "date") return "d mmm yyyy";
  return formatOfUnit(unit, moneyFormat(sign, values, axisWhole));
}
