import type { Facts } from "./facts";
import { isBlank, monthOf } from "./values";

/** First and last column of months across, in order or backwards, at least three; undefined where there are none. */
export function monthsAcross(all: readonly Facts[]): { first: number; last: number } | undefined {
  const months = all.map(({ headerCell }) => (headerCell === undefined ? undefined : monthOf(headerCell)));
  const first = months.findIndex((month) => month !== undefined);
  if (first < 0) return undefined;
  const direction = Math.sign((months[first + 1] ?? 0) - months[first]!);
  const follows = (at: number) =>
    months[at] !== undefined && Math.sign(months[at] - months[at - 1]!) === direction;
  let last = first;
  while (follows(last + 1)) last++;
  const rest = months.slice(last + 1).some((month) => month !== undefined);
  const numeric = all
    .slice(first, last + 1)
    .every(({ kind, amountShare }) => kind === "blank" || amountShare > 0.5);
  if (last - first < 2 || rest || !numeric) return undefined;
  return { first: all[first]!.column, last: all[last]!.column };
}

/** Customers skip months and come back, as buyers do and subscribers don't. */
export function havePauses(all: readonly Facts[], { first, last }: { first: number; last: number }): boolean {
  const months = all.filter(({ column }) => column >= first && column <= last).map(({ cells }) => cells);
  const rows = months[0]!.map((_, row) =>
    months.map((cells) => Number(!isBlank(cells[row]) && cells[row] !== 0)),
  );
  const courses = rows
    .map((row) => row.join("").replace(/^0+|0+$/g, ""))
    .filter((course) => course.length > 1);
  return courses.filter((course) => course.includes("0")).length > courses.length / 3;
}
