// What is known of customers as numbers: a number as it is, a text as one indicator for each of its values but the commonest.
import type { Covariates } from "../../core/prediction/fit";
import { refusal } from "../../core/refusal";
import { quoted } from "../../sheet/fault";
import { withoutSegment } from "../tables/purchases";
import type { BesideColumn, Value } from "./columnsBeside";

export const isNumber = (value: Value | undefined): value is number | boolean =>
  typeof value === "number" || typeof value === "boolean";

/** What a text column says of a customer. */
export const textOf = (value: Value | undefined) =>
  value === undefined || value === ""
    ? withoutSegment
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);

export const nameOf = (heading: string, value: string) => `${heading}: ${value}`;

export function numberAt({ heading, cells }: BesideColumn, row: number): number {
  const value = cells.values[row];
  if (isNumber(value)) return Number(value);
  throw refusal(
    `covariates must have a number below ${quoted(heading)} in each customer's first row, got ${value === undefined ? "an empty cell" : quoted(value)} in ${cells.place(row)}`,
  );
}

/** Numbers in the order of a fit, by columns under their headers; `valueOf` gives the value of a column and its place. */
export function codedAsIn(
  { names, bases }: Pick<Covariates, "names" | "bases">,
  columns: readonly BesideColumn[],
): (row: number) => number[] {
  const has = (one: string) => names.includes(one) || bases.includes(one);
  const isOf = (heading: string, name: string) => name === heading || name.startsWith(`${heading}: `);
  const missing = names.find((name) => !columns.some(({ heading }) => isOf(heading, name)));
  if (missing !== undefined)
    throw refusal(`covariates must have the columns of the fit, got none for ${quoted(missing)}`);
  const other = columns.find(({ heading }) => ![...names, ...bases].some((name) => isOf(heading, name)));
  if (other)
    throw refusal(
      `covariates must have the columns of the fit and no others, got ${quoted(other.heading)}: leave it out, or fit again with it`,
    );
  return (row) => {
    for (const { heading, cells } of columns) {
      const value = textOf(cells.values[row]);
      if (!names.includes(heading) && !has(nameOf(heading, value)))
        throw refusal(
          `covariates must have values that the fit knows below ${quoted(heading)}, got ${quoted(value)} in ${cells.place(row)}: fit again with its customers`,
        );
    }
    return names.map((name) => {
      const column = columns.find(({ heading }) => isOf(heading, name))!;
      if (column.heading === name) return numberAt(column, row);
      return nameOf(column.heading, textOf(column.cells.values[row])) === name ? 1 : 0;
    });
  };
}
