import { refusal } from "../core/refusal";
import type { Series } from "./argument";

/** The values from one place to before another, none of them blank. */
export function filled<T>(
  { argument, values, place }: Series<T>,
  expected: string,
  from = 0,
  to = values.length,
): T[] {
  return values.slice(from, to).map((value, index) => {
    if (value !== undefined) return value;
    throw refusal(`${argument} must be ${expected}, got an empty cell in ${place(from + index)}`);
  });
}
