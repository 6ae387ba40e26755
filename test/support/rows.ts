import fc from "fast-check";
import { call, column, day } from "./call";
import type { Cell } from "../../src/sheet/cell";

export interface Row {
  readonly customer: string;
  readonly date: string;
  readonly amount: number;
}

/** Calls a function of customer, date and amount columns, then further arguments. */
export const tableOf = (name: string, rows: readonly Row[], ...more: unknown[]) =>
  call(
    name,
    column(...rows.map(({ customer }) => customer)),
    column(...rows.map(({ date }) => day(date))),
    column(...rows.map(({ amount }) => amount)),
    ...more,
  ) as Cell[][];

export const isoDates = (from: string, to: string) =>
  fc
    .date({ min: day(from), max: day(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

/** Orders and refunds of a few customers over two years; whole amounts, so that sums are exact. */
export const someRows = fc.array(
  fc.record({
    customer: fc.constantFrom("Ann", "Bo", "Cy", "Di", "Ed"),
    date: isoDates("2023-11-01", "2025-10-31"),
    amount: fc.integer({ min: -40, max: 100 }),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Net amount of each customer's day. */
export function dailyNets(rows: readonly Row[]): Map<string, Map<string, number>> {
  const nets = new Map<string, Map<string, number>>();
  for (const { customer, date, amount } of rows) {
    const days = nets.get(customer) ?? new Map<string, number>();
    nets.set(customer, days.set(date, (days.get(date) ?? 0) + amount));
  }
  return nets;
}

/**
 * What each customer bought and kept, by day: a pile of coins. A purchase lays its coins on top, a refund takes as many
 * from the top, and a purchase without a coin left is none. A day that nets to nothing is a free order unless something
 * was refunded on it. Amounts are whole.
 */
export function purchasesOf(rows: readonly Row[]): Map<string, Map<string, number>> {
  const kept = new Map<string, Map<string, number>>();
  for (const [customer, nets] of dailyNets(rows)) {
    const coins: string[] = [];
    const free: string[] = [];
    for (const [date, net] of [...nets].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (let coin = 0; coin < net; coin++) coins.push(date);
      for (let coin = 0; coin < -net; coin++) coins.pop();
      const hasRefund = rows.some((row) => row.customer === customer && row.date === date && row.amount < 0);
      if (net === 0 && !hasRefund) free.push(date);
    }
    const dates = [...new Set([...coins, ...free])].sort();
    const left = (date: string) => coins.filter((coin) => coin === date).length;
    kept.set(customer, new Map(dates.map((date) => [date, left(date)])));
  }
  return kept;
}

export const laterByDays = (date: string, days: number) =>
  new Date(day(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);

const laterByMonths = (date: string, months: number) => {
  const moved = day(date);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
};

/** The first day of the calendar period that holds a date, and of the period after it, by JavaScript's own calendar. */
export const calendar: Record<string, { of: (date: string) => string; next: (period: string) => string }> = {
  day: { of: (date) => date, next: (date) => laterByDays(date, 1) },
  week: {
    of: (date) => laterByDays(date, -((day(date).getUTCDay() + 6) % 7)),
    next: (date) => laterByDays(date, 7),
  },
  month: { of: (date) => `${date.slice(0, 7)}-01`, next: (date) => laterByMonths(date, 1) },
  quarter: {
    of: (date) => laterByMonths(`${date.slice(0, 7)}-01`, -(day(date).getUTCMonth() % 3)),
    next: (date) => laterByMonths(date, 3),
  },
  year: { of: (date) => `${date.slice(0, 4)}-01-01`, next: (date) => laterByMonths(date, 12) },
};

/** The first days of all periods from that of one date to that of another. */
export function periodsFrom(first: string, last: string, period: string): string[] {
  const { of, next } = calendar[period]!;
  const all = [of(first)];
  while (all[all.length - 1]! < of(last)) all.push(next(all[all.length - 1]!));
  return all;
}
