import { functions } from "../../functions";
import type { CustomFunction } from "../../sheet/customFunction";
import type { Picture } from "../../sheet/picture";
import type { Unit } from "../../sheet/unit";
import type { StyleId } from "./styles";

/** A table that spills from one formula, below its heading, its purpose and the formula as text. */
export interface ReportTable {
  readonly title: string;
  /** When to use it. */
  readonly text: string;
  readonly formula: string;
  /** Where its first column stands, from 0. */
  readonly column: number;
  /** Columns that the data decide: how many, and their style. */
  readonly ages?: number;
  readonly age?: StyleId;
  /** Columns formatted beyond those of the result, for it to grow. */
  readonly spareColumns?: number;
  /** Whether the picture that its function has for it stands above it, or shades it. */
  readonly isDrawn?: true;
  /** Whether its periods are quarters. */
  readonly byQuarter?: true;
  /** Rows that the result fills, heading included. */
  readonly rows: number;
  /** Styles of a row below the heading, counted from 1, where they differ from those of the columns. */
  readonly rowStyles?: Readonly<Record<number, readonly StyleId[]>>;
}

/** A sheet of tables: those of a band stand side by side, bands below each other. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly bands: readonly (readonly ReportTable[])[];
  /** Pixels by column; others have the width that fits their style. */
  readonly widths?: Readonly<Record<number, number>>;
}

/** The style of a column by what it counts. */
const styleOf: Readonly<Record<Unit, StyleId>> = {
  money: "money",
  share: "percent",
  count: "whole",
  periods: "number",
  ratio: "money",
  number: "money",
  parameter: "parameter",
  date: "date",
  period: "month",
  text: "text",
};

/** The function whose table a formula shows, or some rows of it. */
export function calledBy({ formula }: ReportTable): CustomFunction {
  const called = /^=(?:CLV_TAKE\()?(\w+)\(/.exec(formula)![1];
  return functions.find(({ name }) => name === called)!;
}

/** The picture of a table, where it is drawn. */
export const pictureOf = (table: ReportTable): Picture | undefined =>
  table.isDrawn && calledBy(table).picture;

/** The styles of a table's columns, from the function that its formula calls. */
export function columnStyles(table: ReportTable): readonly StyleId[] {
  const { ages = 0, age = "money", byQuarter } = table;
  const styles = byQuarter ? { ...styleOf, period: "quarter" as const } : styleOf;
  return [
    ...calledBy(table).columns!.map(({ unit }) => (unit === "by row" ? "parameter" : styles[unit])),
    ...Array<StyleId>(ages).fill(age),
  ];
}
