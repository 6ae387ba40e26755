import type { Facts } from "../columns/facts";
import { some } from "../columns/fit";
import type { FoundTable } from "../types";
import { isBlank, monthOf } from "../words/values";

/**
 * First and last column of three or more months across, in order or backwards, and the other columns
 * between them, such as totals of quarters; undefined where there are no such months.
 */
export function monthsAcross(all: readonly Facts[]): FoundTable["months"] {
  const months = all.flatMap((facts) => {
    const month = facts.headerCell === undefined ? undefined : monthOf(facts.headerCell);
    return month === undefined ? [] : [{ month, facts }];
  });
  const steps = months.slice(1).map(({ month }, at) => month - months[at]!.month);
  const isInOrder = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  const areAmounts = months.every(({ facts }) => facts.kind === "blank" || facts.amountShare > 0.5);
  if (months.length < 3 || !isInOrder || !areAmounts) return undefined;
  // Now and then a customer is credited; in accounts whole rows are below zero.
  const sums = months.flatMap(({ facts }) => facts.numbers.filter((one) => one !== 0));
  if (some(sums, (one) => one < 0, 0.2)) return undefined;
  const [first, last] = [months[0]!.facts.column, months[months.length - 1]!.facts.column];
  const between = all
    .map(({ column }) => column)
    .filter(
      (column) => column > first && column < last && !months.some(({ facts }) => facts.column === column),
    );
  return between.length > months.length / 2 ? undefined : { first, last, between };
}

/** Customers skip months and come back, as buyers do and subscribers don't. */
export function havePauses(all: readonly Facts[], across: NonNullable<FoundTable["months"]>): boolean {
  const { first, last, between } = across;
  const months = all
    .filter(({ column }) => column >= first && column <= last && !between.includes(column))
    .map(({ cells }) => cells);
  const rows = months[0]!.map((_, row) =>
    months.map((cells) => Number(!isBlank(cells[row]) && cells[row] !== 0)),
  );
  const courses = rows
    .map((row) => row.join("").replace(/^0+|0+$/g, ""))
    .filter((course) => course.length > 1);
  return courses.filter((course) => course.includes("0")).length > courses.length / 3;
}
