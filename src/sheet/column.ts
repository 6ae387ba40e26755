import type { DayNumber } from "../core/day";
import type { ResultCell, ResultTable } from "./result";
import type { ColumnDoc, Unit } from "./unit";

/** A column of a table of records: its unit, and what it shows of one. */
export interface Column<R> {
  readonly unit: Unit;
  readonly of: (record: R) => ResultCell;
}

/** Columns of a table by title: header, unit and cell stay side by side. */
export type Columns<R> = Readonly<Record<string, Column<R>>>;

const figure =
  (unit: Unit) =>
  <R>(of: (record: R) => number | undefined): Column<R> => ({ unit, of });

const days =
  (unit: Unit) =>
  <R>(of: (record: R) => DayNumber | undefined): Column<R> => ({
    unit,
    of: (record) => {
      const day = of(record);
      return day === undefined ? undefined : { day };
    },
  });

/** Columns by their units. */
export const column = {
  money: figure("money"),
  share: figure("share"),
  count: figure("count"),
  periods: figure("periods"),
  ratio: figure("ratio"),
  number: figure("number"),
  words: <R>(of: (record: R) => string): Column<R> => ({ unit: "text", of }),
  date: days("date"),
  period: days("period"),
};

export const columnDocs = <R>(columns: Columns<R>): ColumnDoc[] =>
  Object.entries(columns).map(([name, { unit }]) => ({ name, unit }));

/** A table of records, a row each. */
export function tableOf<R>(columns: Columns<R>, records: readonly R[]): ResultTable {
  const cells = Object.values(columns);
  return { columns: columnDocs(columns), rows: records.map((record) => cells.map(({ of }) => of(record))) };
}
