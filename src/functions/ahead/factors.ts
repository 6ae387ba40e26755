import { refusal } from "../../core/refusal";
import { times } from "../../core/math/times";
import { type ColumnArgument, type Series, type Unread, series } from "../../sheet/argument";
import { filled } from "../../sheet/filled";
import { isLeftOut, readApart } from "../../sheet/readApart";

const column: ColumnArgument<Series> = series({ name: "factor", text: "", atLeast: 0 });

/** One factor for each of so many months, from one number, one per month, or nothing. */
export function factorsOf(factor: Unread, months: number): number[] {
  if (isLeftOut(factor)) return times(months, () => 1);
  const [given] = readApart([column], [factor]);
  const factors = filled(given, "a number of 0 or more in every row");
  if (factors.length === 1) return times(months, () => factors[0]!);
  if (factors.length === months) return factors;
  throw refusal(`factor must be one number, or one per month (${months}), got ${factors.length}`);
}
