import { isDate } from "../../sheet/cell";
import { type Operation, type Value, cellsOf } from "./values";

const timesOf = (cells: Value) => cellsOf(cells).map((cell) => (isDate(cell) ? cell.getTime() : NaN));

/** What is spent on winning customers. */
export const acquisitionOperations: Readonly<Record<string, Operation>> = {
  /**
   * Spend per customer won, by the first days of the periods that customers were won in. Only periods count that lie
   * whole within both: neither the first of the customers, in which everyone is new, nor the one that the spend ends in.
   */
  SPEND_PER_NEW: {
    text: (spend, days, customers, periods) =>
      `LET(d, ${days}, p, ${periods}, a, MIN(FILTER(p, p>MIN(p), p>=MIN(d))), z, MAX(FILTER(p, p<=MAX(d))), ` +
      `SUM(FILTER(${spend}, d>=a, d<z))/SUM(FILTER(${customers}, p>=a, p<z)))`,
    value: ([spend, days, customers, periods]) => {
      const [spentOn, starts] = [timesOf(days!), timesOf(periods!)];
      const ends = (times: readonly number[]) => {
        const known = times.filter((time) => !Number.isNaN(time));
        return [Math.min(...known), Math.max(...known)] as const;
      };
      const [[begin], [firstSpent, lastSpent]] = [ends(starts), ends(spentOn)];
      const [from] = ends(starts.filter((start) => start > begin && start >= firstSpent));
      const [, to] = ends(starts.filter((start) => start <= lastSpent));
      const sumOf = (cells: Value, times: readonly number[]) => {
        const within = cellsOf(cells).filter((_, row) => times[row]! >= from && times[row]! < to);
        return within.length === 0
          ? undefined
          : within.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0);
      };
      const [cost, won] = [sumOf(spend!, spentOn), sumOf(customers!, starts)];
      if (cost === undefined || won === undefined) return "#N/A";
      return won === 0 ? "#DIV/0!" : cost / won;
    },
  },
};
