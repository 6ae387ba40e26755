import { refusal } from "../../core/refusal";
import { unread } from "../../sheet/argument";
import { type Cell, isBlank } from "../../sheet/cell";
import { type Fault, refuseFaults } from "../../sheet/fault";
import { readCell } from "../../sheet/readCell";
import { leftReader } from "../../sheet/reader";
import type { Zone } from "../../sheet/zone";

export const churnedArgument = unread({
  name: "churned",
  text: "Who left: TRUE or FALSE, 1 or 0, yes or no, or the date for those who left.",
});

/**
 * Who left. Where nothing but those who left is marked, by a date or a yes, a blank is someone who stayed; where stayers
 * are marked too, it is someone of whom nothing is known.
 */
export function readChurned(
  cells: readonly Cell[],
  place: (index: number) => string,
  zone: Zone,
): (boolean | undefined)[] {
  const faults: Fault[] = [];
  const read = cells.map((cell, index) =>
    isBlank(cell)
      ? undefined
      : (readCell({ name: churnedArgument.name, reader: leftReader }, cell, place(index), zone, faults) as
          | boolean
          | undefined),
  );
  refuseFaults(faults, zone);
  const marksLeaversOnly = !read.includes(false);
  return read.map((left) => left ?? (marksLeaversOnly ? false : undefined));
}

/** Refuses customers if all of them left, or none did. */
export function refuseOneSided(left: readonly boolean[]): void {
  const leavers = left.filter(Boolean).length;
  if (leavers > 0 && leavers < left.length) return;
  throw refusal(
    `churned must have customers who left and customers who stayed, got ${leavers} who left of ${left.length}`,
  );
}
