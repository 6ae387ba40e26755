import { monthsAfter } from "../../core/monthsAfter";
import { type Cell, isDate } from "../../sheet/cell";
import type { Zone } from "../../sheet/zone";
import { type Operation, type Value, cellsOf } from "./values";

const daysOf = (cells: Value, zone: Zone) =>
  cellsOf(cells).map((cell) => (isDate(cell) ? zone.dayOf(cell) : undefined));
const knownOf = (days: readonly (number | undefined)[]) =>
  Array.from(new Set(days.filter((day) => day !== undefined))).sort((a, b) => a - b);

const numberIn = (cell: Cell) => (typeof cell === "number" ? cell : 0);

/** What is spent on winning customers. */
export const acquisitionOperations: Readonly<Record<string, Operation>> = {
  /**
   * Spend per customer won, by the first days of the periods that customers were won in. Only periods count that lie
   * whole in both, and not the first of the customers, in which everyone is new. Rows of spend a month apart are of a
   * whole month each. Blank where they share no period.
   */
  SPEND_PER_NEW: {
    text: (spend, days, customers, periods) =>
      `IFERROR(LET(d, ${days}, p, ${periods}, k, ROUND((MAX(p)-LARGE(p, 2))/30, 0), m, MAX(d)-MIN(d)>20*(COUNT(UNIQUE(d))-1), ` +
      "a, MIN(FILTER(p, p>MIN(p), p>IF(m, EDATE(MIN(d), -1), MIN(d)-1))), " +
      "z, EDATE(MAX(FILTER(p, p<=EDATE(IF(m, EDATE(MAX(d), 1), MAX(d)+1), 0-k))), k), " +
      `SUM(FILTER(${spend}, d>=a, d<z))/SUM(FILTER(${customers}, p>=a, p<z))), "")`,
    value: ([spend, days, customers, periods], { zone }) => {
      const [spentOn, starts] = [daysOf(days!, zone), daysOf(periods!, zone)];
      const [spentDays, begins] = [knownOf(spentOn), knownOf(starts)];
      if (spentDays.length === 0 || begins.length < 2) return "";
      const [first, last] = [spentDays[0]!, spentDays[spentDays.length - 1]!];
      const length = Math.round((begins[begins.length - 1]! - begins[begins.length - 2]!) / 30);
      const areMonths = last - first > 20 * (spentDays.length - 1);
      const before = areMonths ? monthsAfter(first, -1) : first - 1;
      const after = areMonths ? monthsAfter(last, 1) : last + 1;
      const from = begins.slice(1).find((day) => day > before);
      const until = begins.filter((day) => day <= monthsAfter(after, -length)).pop();
      if (from === undefined || until === undefined) return "";
      const to = monthsAfter(until, length);
      const within = (cells: Value, own: readonly (number | undefined)[]) =>
        cellsOf(cells).filter((_, row) => own[row] !== undefined && own[row] >= from && own[row] < to);
      const [costs, won] = [within(spend!, spentOn), within(customers!, starts)];
      if (costs.length === 0 || won.length === 0) return "";
      const sum = (cells: readonly Cell[]) =>
        cells.reduce<number>((total, cell) => total + numberIn(cell), 0);
      return sum(won) === 0 ? "" : sum(costs) / sum(won);
    },
  },
};
