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
