import { type Area, valuesIn } from "../spreadsheet/areas";
import { columnOf } from "../../answers/columns";
import { columnLetters } from "../../sheet/a1";
import { findTables } from "../../recognition";
import type { FoundColumn, FoundTable } from "../../recognition/types";
import type { Cell } from "../../sheet/cell";
import { surveyTab } from "../survey";
import type { Results } from "./customers";

/** What of a tab may go into a copy that shows no single customer, results of our functions apart. */
export interface Understood {
  /** The tab's values, blank where nobody can tell what they are. */
  readonly values: Cell[][];
  /** Columns of tables that are left out for it. */
  readonly columns: readonly string[];
}

/** The cells that a column of a table fills, its header included. */
function areaOf({ isAcross, headerRow, firstRow, lastRow }: FoundTable, column: number): Area {
  const from = headerRow ?? firstRow;
  const length = lastRow - from + 1;
  return isAcross
    ? { row: column, column: from, rows: 1, columns: length }
    : { row: from, column, rows: length, columns: 1 };
}

/** Whether a table is one of figures, none of whose rows is a customer's. */
const isOfFigures = (table: FoundTable) => table.shape !== undefined && !columnOf(table, "customer");

const nameOf = ({ isAcross }: FoundTable, { header, column }: FoundColumn) =>
  header || (isAcross ? `row ${column}` : `column ${columnLetters(column)}`);

/** A formula but for its numbers, by which one that was filled down is the same in every row. */
const pattern = (formula: string) => formula.replace(/\d+/g, "#");

/** Single figures whose formula stands alone: the text to the left says what they are. Beside a formula that was filled down each row's text may name a person. */
function figuresAlone({ cells, areas }: Pick<Results, "cells" | "areas">): Area[] {
  const at = (row: number, column: number) =>
    cells.find((cell) => cell.row === row && cell.column === column)?.formula;
  return areas.filter(({ row, column, rows, columns }, index) => {
    const own = pattern(cells[index]!.formula);
    const isFilled = [row - 1, row + 1].some((next) => pattern(at(next, column) ?? "") === own);
    return rows * columns === 1 && !isFilled;
  });
}

/**
 * What of a tab is understood: of its tables the columns that mean something, where no row is a customer's. What stands
 * outside its tables counts on a tab of results, as their titles, and so does the label of a figure, and nowhere else.
 */
export function understoodOf(
  tab: string,
  values: readonly (readonly Cell[])[],
  results: readonly Pick<Results, "cells" | "areas">[],
): Understood {
  const kept = values.map((row) => row.map((cell) => (results.length > 0 ? cell : "")));
  const areas = results.flatMap((one) => one.areas);
  const isResult = (row: number, column: number) =>
    areas.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  /** Whether cells of an area hold something that no result does. */
  const isOwn = (area: Area) =>
    valuesIn(values, area).some((row, r) =>
      row.some((cell, c) => cell !== "" && !isResult(area.row + r, area.column + c)),
    );
  const columns: string[] = [];
  const fill = (area: Area, cells: readonly (readonly Cell[])[]) =>
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        const line = kept[area.row - 1 + r];
        if (line && area.column - 1 + c < line.length) line[area.column - 1 + c] = cell;
      }),
    );
  for (const table of findTables(surveyTab(tab)))
    for (const column of table.columns) {
      const area = areaOf(table, column.column);
      const own = valuesIn(values, area);
      const isKept = isOfFigures(table) && column.meaning !== undefined;
      fill(area, isKept ? own : own.map((row) => row.map(() => "")));
      if (!isKept && isOfFigures(table) && isOwn(area)) columns.push(nameOf(table, column));
    }
  for (const { row, column } of results.flatMap(figuresAlone))
    for (let left = 0; left < column - 1; left++) {
      const label = values[row - 1]![left]!;
      if (typeof label === "string") kept[row - 1]![left] = label;
    }
  return { values: kept, columns };
}
