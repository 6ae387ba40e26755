import { expect, test } from "@jest/globals";
import { monthsOfInterval } from "../../src/sheet/written/intervals";

/** How often something is due, and in how many months. */
const intervals: readonly (readonly [interval: string | number, months: number])[] = [
  ["month", 1],
  ["Monatlich", 1],
  ["mensuel", 1],
  ["3 months", 3],
  ["every 6 months", 6],
  ["12M", 12],
  ["Year", 12],
  ["annual", 12],
  ["jährlich", 12],
  ["par an", 12],
  ["año", 12],
  ["per jaar", 12],
  ["2 years", 24],
  ["Quarterly", 3],
  ["vierteljährlich", 3],
  ["trimestriel", 3],
  ["per kwartaal", 3],
  ["¼-jährl.", 3],
  ["½-jährlich", 6],
  ["halbjährlich", 6],
  ["semestral", 6],
  ["bimestrale", 2],
  ["weekly", 7 / 30.4375],
  ["semanal", 7 / 30.4375],
  ["2 weeks", 14 / 30.4375],
  ["daily", 1 / 30.4375],
  ["30 days", 30 / 30.4375],
];

test.each(intervals)("what is due “%s” is due every %d months", (interval, months) => {
  expect(monthsOfInterval(interval)).toBeCloseTo(months, 9);
});
