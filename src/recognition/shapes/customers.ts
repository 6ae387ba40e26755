import { columnOf } from "../columns/assigned";
import { amountsOf, type Facts } from "../columns/facts";
import { isEmail } from "../columns/fit";
import { isBlank, shown } from "../words/values";
import type { Shape } from "../types";
import { isOfEveryDay } from "./everyDay";
import type { Pair } from "./pairs";

/** Shapes in which a customer has a row for each purchase. */
const ofPurchases: readonly Shape[] = ["orders", "lines", "deals"];

/** A header that names a customer, if not as well as another might. */
const leastNaming = 5;

/** So much more of the rows, or of the revenue, makes a column the better one. */
const clearlyMore = 0.05;

const isNew = ({ distinct, values }: Facts) => values.length >= 8 && distinct === values.length;
const comesBack = ({ distinct, values }: Facts) => distinct < values.length * 0.95;

/** The share of the revenue, or where that is not known of the rows, in which a column holds anything. */
function shareOf({ cells }: Facts, amounts: readonly (number | undefined)[] | undefined): number {
  const weights = amounts?.map((amount) => Math.abs(amount ?? 0)) ?? cells.map(() => 1);
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  return sum(weights.filter((_, row) => !isBlank(cells[row]))) / (sum(weights) || 1);
}

/** Whether two columns tell the same apart, by the rows that have both. */
function areOneToOne(one: Facts, other: Facts): boolean {
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  let repeated = 0;
  for (const [row, cell] of one.cells.entries()) {
    if (isBlank(cell) || isBlank(other.cells[row])) continue;
    const [left, right] = [shown(cell), shown(other.cells[row]!)];
    if (there.has(left)) repeated++;
    if ((there.get(left) ?? right) !== right || (back.get(right) ?? left) !== left) return false;
    there.set(left, right);
    back.set(right, left);
  }
  return repeated > 4 && there.size > 4;
}

/** Of a list in which each customer has one row, columns that are blank where another one names somebody with revenue. */
function lessFilled(all: readonly Pair[], pairs: readonly Pair[]): readonly Facts[] {
  const money = columnOf(pairs, "revenue");
  const amounts = money && amountsOf(money);
  const fullest = Math.max(
    0,
    ...all.filter(({ isExact }) => isExact).map(({ facts }) => shareOf(facts, amounts)),
  );
  return all.filter(({ facts }) => shareOf(facts, amounts) < fullest - clearlyMore).map(({ facts }) => facts);
}

/**
 * Columns that are not the customer whatever their header, by their cells next to those of the others: new in every row
 * where another repeats, or blank where another is not.
 */
export function ruledOutCustomers(
  shape: Shape,
  pairs: readonly Pair[],
  columns: readonly Facts[],
): readonly Facts[] {
  const all = pairs.filter(({ meaning, facts }) => meaning === "customer" && !facts.said);
  if (shape === "customers") return lessFilled(all, pairs);
  if (!ofPurchases.includes(shape)) return [];
  const known = all.filter(({ rank, facts }) => rank >= leastNaming || isEmail(facts));
  const named = all.filter(
    (one) => known.includes(one) || known.some(({ facts }) => areOneToOne(one.facts, facts)),
  );
  const money = columnOf(pairs, "amount");
  const amounts = money && amountsOf(money);
  // What is counted and priced is a product, which may repeat as a customer does.
  const areItems = columns.some(({ matches }) => matches.some(({ meaning }) => meaning === "quantity"));
  const date = columnOf(pairs, "date");
  const isRuledOut = ({ facts, rank, isExact }: Pair) => {
    const isOther = isNew(facts) || areItems || (date && isOfEveryDay(facts, date));
    if (rank === 0 && !isEmail(facts) && isOther) return true;
    // A level of the customer says less of who it is than the customer's number.
    const others = named.filter(
      (other) => other.facts !== facts && (other.isExact || other.rank < leastNaming || !isExact),
    );
    if (others.length === 0) return false;
    if (isNew(facts) && others.some((other) => comesBack(other.facts))) return true;
    const own = shareOf(facts, amounts);
    return others.some((other) => shareOf(other.facts, amounts) > own + clearlyMore);
  };
  return all.filter(isRuledOut).map(({ facts }) => facts);
}
