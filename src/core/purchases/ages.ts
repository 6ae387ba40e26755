import type { DayNumber } from "../day";
import { sum } from "../math/sum";
import { times } from "../math/times";
import { daysPer } from "../period";
import { type Buyer, firstDay } from "./buyers";

const month = daysPer.month;

/** What one customer paid again at each month of age, and how much of that month is over, both within the days that count. */
export interface OwnAges {
  readonly repeats: Float64Array;
  readonly lived: Float64Array;
}

/** What customers bring by age, in months of 365.25 ÷ 12 days since the first purchase. */
export interface Ages {
  /** Days from here on count, up to `to`. */
  readonly after: DayNumber;
  readonly to: DayNumber;
  /** Those whose first purchase counts, and its mean amount; all customers where nobody did. */
  readonly newcomers: readonly Buyer[];
  readonly firstOrder: number;
  /** Repeat revenue at each age ÷ customer-months lived at it. */
  readonly rates: readonly number[];
  readonly lived: readonly number[];
}

export function ownAges(
  { first, days, amounts }: Buyer,
  after: DayNumber,
  to: DayNumber,
  ages: number,
): OwnAges {
  const repeats = new Float64Array(ages);
  const lived = new Float64Array(ages);
  for (let index = 1; index < days.length; index++) {
    const age = Math.floor((days[index]! - first) / month);
    if (days[index]! > after && age < ages) repeats[age]! += amounts[index]!;
  }
  for (let age = 0; age < ages && age * month < to - first; age++) {
    const over = Math.min((age + 1) * month, to - first) - Math.max(age * month, after - first);
    if (over > 0) lived[age] = over / month;
  }
  return { repeats, lived };
}

/**
 * What customers bring by age, from the days of the last `window` days; part months count as parts, so that young
 * customers count as far as they go.
 */
export function agesOf(buyers: readonly Buyer[], to: DayNumber, window = Infinity): Ages {
  const after = to - window;
  const count = Math.floor((to - firstDay(buyers)) / month) + 1;
  const repeats = times(count, () => 0);
  const lived = times(count, () => 0);
  for (const buyer of buyers) {
    const own = ownAges(buyer, after, to, count);
    for (let age = 0; age < count; age++) {
      repeats[age]! += own.repeats[age]!;
      lived[age]! += own.lived[age]!;
    }
  }
  const fresh = buyers.filter(({ first }) => first > after);
  const newcomers = fresh.length > 0 ? fresh : buyers;
  return {
    after,
    to,
    newcomers,
    firstOrder: sum(newcomers.map(({ firstAmount }) => firstAmount)) / newcomers.length,
    rates: repeats.map((revenue, age) => (lived[age]! > 0 ? revenue / lived[age]! : 0)),
    lived,
  };
}
