import type { DayNumber } from "../core/day";
import type { ResultCell } from "./result";

/**
 * What a figure in a result counts: an amount of money, a share of 1, a count of whole things, a time in periods, a
 * ratio, another number, a parameter of a model; or whether a cell is a day, a period by its first day, or text.
 */
export type Unit =
  | "money"
  | "share"
  | "count"
  | "periods"
  | "ratio"
  | "number"
  | "parameter"
  | "date"
  | "period"
  | "text";

/** A column of a result: its title, and the unit of its cells, or that each of them says its own. */
export interface ColumnDoc {
  readonly name: string | number;
  readonly unit: Unit | "by row";
}

/** A figure that says its own unit, in a column whose rows differ in it. */
export interface UnitCell {
  readonly value: number | undefined;
  readonly unit: Unit;
}

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
