import type { DayNumber } from "../day";
import { grouped } from "../grouped";

/** One meeting of a customer with a channel; `time` puts those of one day in order. */
export interface Touch {
  readonly customer: string;
  readonly day: DayNumber;
  readonly time: number;
  readonly channel: string;
}

/** The channels that a customer met, in order, and whether that led to a conversion. */
export interface Path {
  readonly channels: readonly string[];
  readonly days: readonly DayNumber[];
  readonly isConverted: boolean;
}

/** Who has converted, and when where that is known; undefined where all have. */
export type Conversions = ReadonlyMap<string, DayNumber | undefined> | undefined;

/**
 * One path a customer with a touch that counts: those up to and on the day of the conversion, or all. Touches of one time
 * keep the order of the rows.
 */
export function pathsOf(touches: readonly Touch[], conversions: Conversions): Path[] {
  // By name, so that the order of the rows cannot change a sum in its last digits.
  const byCustomer = Array.from(grouped(touches, ({ customer }) => customer)).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return byCustomer.flatMap(([customer, all]): Path[] => {
    const until = conversions?.get(customer) ?? Infinity;
    const own = all.filter(({ day }) => day <= until).sort((a, b) => a.day - b.day || a.time - b.time);
    if (own.length === 0) return [];
    return [
      {
        channels: own.map(({ channel }) => channel),
        days: own.map(({ day }) => day),
        isConverted: conversions === undefined || conversions.has(customer),
      },
    ];
  });
}
