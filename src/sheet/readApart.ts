import type { ColumnArgument, Unread, ValuesOf } from "./argument";
import { isBlank } from "./cell";
import { cellOf, isRange } from "./range";
import { readArguments } from "./table";

/** Whether an argument was left out. */
export const isLeftOut = ({ given }: Unread): boolean => !isRange(given) && isBlank(cellOf(given));

/** Columns that belong together, but not with the other columns of their function, so that they may be longer or shorter. */
export function readApart<const A extends readonly ColumnArgument<unknown>[]>(
  args: A,
  given: readonly Unread[],
): ValuesOf<A> {
  return readArguments(
    args,
    given.map((one) => one.given),
    given[0]!.zone,
  ) as ValuesOf<A>;
}
