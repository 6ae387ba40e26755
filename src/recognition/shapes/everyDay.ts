import type { Facts } from "../columns/facts";
import { dayOf, shown } from "../words/values";

/** Rows at the beginning that are known without a gap. */
const leading = 30;
/** So many steps from one row of somebody to the next tell, if so many of them are of a day. */
const [fewest, mostOf] = [20, 0.8];

/** Rows of the same few on each day, as shops and machines have and customers don't. */
export function isOfEveryDay({ cells }: Facts, date: Facts): boolean {
  const last = new Map<string, number>();
  const steps: number[] = [];
  for (const [row, cell] of cells.slice(0, leading).entries()) {
    const [one, day] = [shown(cell), dayOf(date.cells[row]!, date.dates)];
    if (day === undefined) continue;
    const before = last.get(one);
    if (before !== undefined) steps.push(Math.abs(day - before));
    last.set(one, day);
  }
  return steps.length >= fewest && steps.filter((step) => step === 1).length >= steps.length * mostOf;
}
