import { functions } from "../functions";
import type { CustomFunction } from "../sheet/customFunction";
import type { ColumnDoc } from "../sheet/unit";
import type { Call } from "./term";

export { titlesOfRows, withoutEnd } from "../functions/rows/columns";

export const recordOf = (name: string): CustomFunction | undefined =>
  functions.find((record) => record.name === name);

/** The titles of a function's columns, as far as the data do not decide them. */
export const titlesOf = (name: string): string[] =>
  (recordOf(name)?.columns ?? []).map((column) => String(column.name));

/** Where the columns of a function stand in its result, from 1, by their titles. */
export function columnsIn(name: string): (title: string) => number {
  const titles = titlesOf(name);
  return (title) => {
    const number = titles.indexOf(title) + 1;
    if (number === 0) throw new Error(`${name} has no column ${title}`);
    return number;
  };
}

/** The unit of a call's column by its title, or that each row says its own. */
export function unitOfColumn({ apply, to }: Call, title: string | number): ColumnDoc["unit"] | undefined {
  const record = recordOf(apply);
  const column = record?.columns?.find(({ name }) => String(name) === String(title));
  return column?.unit ?? record?.otherColumns?.(to, String(title));
}
