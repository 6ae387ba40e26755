import { daysPer } from "../../core/period";
import { type Cell, isDate, isReadableDate } from "../../sheet/cell";
import { type Operation, cellsOf, filtered, gridOf, pairwise } from "./values";

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === "number";

/** Orders after the first that tell a customer's usual gap, and how many such gaps without one are a long time. */
const [fewestGaps, longQuiet] = [3, 3];

/** What is known of single customers. */
export const customersOperations: Readonly<Record<string, Operation>> = {
  /** What another table says of each customer; blank where it says nothing. */
  LOOK_UP: {
    text: (customers, keys, values) => `ARRAYFORMULA(XLOOKUP(${customers}, ${keys}, ${values}, ""))`,
    value: ([customers, keys, values]) => {
      const known = cellsOf(values!);
      const found = new Map<string, Cell>();
      cellsOf(keys!).forEach((key, row) => {
        const text = String(key).toLowerCase();
        if (!found.has(text)) found.set(text, known[row] ?? "");
      });
      return pairwise(customers!, "", (cell) => found.get(String(cell).toLowerCase()) ?? "");
    },
  },
  /**
   * Who has been quiet for three times the usual gap or longer, from CLV_CUSTOMERS in weeks and CLV_PREDICT: customer,
   * orders, revenue, usual gap and quiet for in days, and the value if certainly active. Someone who buys at random and
   * stays is quiet for so long in one case of twenty.
   */
  QUIET: {
    text: (customers, predictions) =>
      `IFNA(ARRAYFORMULA(LET(t, ${customers}, p, ${predictions}, ` +
      `b, FILTER(t, ISNUMBER(CHOOSECOLS(t, 7))*(CHOOSECOLS(t, 7)>=${fewestGaps})), ` +
      `f, FILTER(p, ISNUMBER(CHOOSECOLS(p, 7))), g, 7*CHOOSECOLS(b, 8)/CHOOSECOLS(b, 7), ` +
      `q, 7*(CHOOSECOLS(b, 9)-CHOOSECOLS(b, 8)), ` +
      `w, XLOOKUP(CHOOSECOLS(b, 1), CHOOSECOLS(f, 1), CHOOSECOLS(f, 7)+CHOOSECOLS(f, 11), 0), ` +
      `h, HSTACK(CHOOSECOLS(b, 1, 4, 5), g, q, w), ${filtered("h", `q>=${longQuiet}*g`)})), "")`,
    value: ([customers, predictions]) => {
      const worth = new Map<string, number>();
      for (const row of gridOf(predictions!))
        if (isNumber(row[6])) worth.set(String(row[0]).toLowerCase(), row[6] + Number(row[10]));
      return gridOf(customers!).flatMap((row) => {
        const [customer, , , orders, revenue, , frequency, recency, age] = row;
        if (!isNumber(frequency) || frequency < fewestGaps) return [];
        const gap = (7 * Number(recency)) / frequency;
        const quiet = 7 * (Number(age) - Number(recency));
        if (quiet < longQuiet * gap) return [];
        return [[customer!, orders!, revenue!, gap, quiet, worth.get(String(customer).toLowerCase()) ?? 0]];
      });
    },
  },
  /**
   * Subscriptions that run on a day, from customers, starts, ends, MRR and CLV_RETENTION by month: customer, the first
   * start of the customer, months since then, MRR, the chance to leave within twelve months, and the revenue a year at
   * risk by it.
   */
  RUNNING: {
    text: (customers, starts, ends, mrr, day, curve) =>
      `IFNA(ARRAYFORMULA(LET(d, ${day}, s, ${starts}, m, ${mrr}, k, ${curve}, ` +
      `r, FILTER(HSTACK(${customers}, s, m), ISNUMBER(s)*ISNUMBER(m)` +
      `${ends === "" ? "" : `*((${ends}="")+(${ends}=0)+(${ends}>d))`}), ` +
      `o, SORT(HSTACK(${customers}, s), 2, TRUE), ` +
      `f, XLOOKUP(CHOOSECOLS(r, 1), CHOOSECOLS(o, 1), CHOOSECOLS(o, 2)), ` +
      `t, INT((d-f)/(1461/48)), n, CHOOSECOLS(k, 1), v, CHOOSECOLS(k, 3), ` +
      `x, IF(t>MAX(n)-12, MAX(n)-12, t), p, 1-XLOOKUP(x+12, n, v)/XLOOKUP(x, n, v), ` +
      `HSTACK(CHOOSECOLS(r, 1), f, t, CHOOSECOLS(r, 3), p, 12*CHOOSECOLS(r, 3)*p))), "")`,
    value: ([customers, starts, ends, mrr, day, curve], { zone }) => {
      if (!isDate(day)) return [];
      const now = zone.dayOf(day);
      const survival = new Map(
        gridOf(curve!).flatMap(([month, , share]) =>
          isNumber(month) ? [[month, Number(share)] as const] : [],
        ),
      );
      const last = Math.max(...survival.keys()) - 12;
      const [customer, start, end, amount] = [customers, starts, ends, mrr].map((one) => cellsOf(one!));
      zone.prepare([...start!, ...end!].filter(isReadableDate));
      const first = new Map<string, Date>();
      start!.forEach((day, row) => {
        const name = String(customer![row]).toLowerCase();
        if (isDate(day) && !(first.get(name)! <= day)) first.set(name, day);
      });
      return start!.flatMap((began, row) => {
        const [until = "", monthly] = [end![row], amount![row]];
        if (!isDate(began) || !isNumber(monthly)) return [];
        const runs = until === "" || until === 0 || (isDate(until) && zone.dayOf(until) > now);
        if (!runs) return [];
        const since = first.get(String(customer![row]).toLowerCase())!;
        const months = Math.floor((now - zone.dayOf(since)) / daysPer.month);
        const from = Math.min(months, last);
        const leaves = 1 - survival.get(from + 12)! / survival.get(from)!;
        return [[customer![row]!, since, months, monthly, leaves, 12 * monthly * leaves]];
      });
    },
  },
};
