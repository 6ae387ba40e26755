import type { DayNumber } from "../../core/day";
import { grouped } from "../../core/grouped";
import { correlation } from "../../core/math/correlation";
import { sum } from "../../core/math/sum";
import { type CustomerSummary, summaries } from "../../core/purchases/customers";
import { histories } from "../../core/purchases/history";
import { type UsualPause, usualPause } from "../../core/purchases/pause";
import { quoted } from "../../sheet/fault";
import { counted, percent, plain } from "../../sheet/words";
import { type Check, type RevenueRow, found } from "./checks";

const withoutCase = (customer: string) => customer.toLowerCase().replace(/\s+/g, " ");

export function similarCustomersCheck(customers: readonly string[]): Check {
  const spellings = grouped(new Set(customers), withoutCase);
  const several = Array.from(spellings.values()).filter((names) => names.length > 1);
  const ambiguous = new Set(several.flat());
  const [check, , status, advice] = found(
    "Customers that differ only by case or spaces",
    several,
    (names) => names.map(quoted).join(" and "),
    "warning",
    "these count as different customers: write each in one way",
  );
  return [check, customers.filter((customer) => ambiguous.has(customer)).length, status, advice];
}

/** How customers buy. */
export function checksOfBuying(rows: readonly RevenueRow[], last: DayNumber): Check[] {
  const all = histories(
    rows.map(({ customer }) => customer),
    rows.map(({ day }) => day),
    rows.map(({ amount }) => amount),
  );
  const customers = summaries(all, last, "day");
  const buyers = customers.filter(({ orders }) => orders > 0);
  return [
    pauseCheck(usualPause(all, last)),
    repeatCheck(buyers),
    largestCheck(rows, customers),
    correlationCheck(buyers),
  ];
}

function pauseCheck({ months, quiet, returned, isTold }: UsualPause): Check {
  const share = quiet > 0 ? ` (${percent(returned / quiet)})` : "";
  const course = `of ${counted(quiet, "purchase")} followed by ${plain(months)} quiet months, ${plain(returned)}${share} had another later`;
  const advice = isTold
    ? `${counted(months, "month")}: ${course}; inactive_after uses this by default`
    : `${counted(months, "month")}, the longest, since the data show no shorter one: ${course}; give inactive_after if you know it`;
  return ["Usual pause", quiet, isTold ? "ok" : "note", advice];
}

function repeatCheck(buyers: readonly CustomerSummary[]): Check {
  const repeats = buyers.filter(({ orders }) => orders > 1).length;
  const share = buyers.length > 0 ? repeats / buyers.length : 0;
  return [
    "Repeat share",
    repeats,
    repeats > 0 ? "ok" : "warning",
    `${plain(repeats)} of ${plain(buyers.length)} customers (${percent(share)}) bought on more than one day`,
  ];
}

/** Share of revenue above which one customer decides the averages, if there are enough customers for averages. */
const muchOfRevenue = 0.2;
const severalCustomers = 10;

function largestCheck(rows: readonly RevenueRow[], customers: readonly CustomerSummary[]): Check {
  const check = "Share of the largest customer";
  const total = sum(customers.map(({ revenue }) => revenue));
  // The highest revenue comes first.
  const [largest] = customers;
  if (!largest || total <= 0) return [check, 0, "ok", "no revenue is left after refunds"];
  const share = largest.revenue / total;
  const isMuch = share > muchOfRevenue && customers.length >= severalCustomers;
  return [
    check,
    rows.filter(({ customer }) => customer === largest.customer).length,
    isMuch ? "warning" : "ok",
    `${quoted(largest.customer)} brought in ${percent(share)} of the revenue${isMuch ? ": also look at the figures without this customer" : ""}`,
  ];
}

const highCorrelation = 0.3;

function correlationCheck(buyers: readonly CustomerSummary[]): Check {
  const withValue = buyers.filter(({ repeatValue }) => repeatValue !== undefined && repeatValue > 0);
  const r = correlation(
    withValue.map(({ frequency }) => frequency!),
    withValue.map(({ repeatValue }) => repeatValue!),
  );
  const isHigh = r !== undefined && r >= highCorrelation;
  const meaning = isHigh
    ? ": frequent customers also spend more each time, so predicted values are less certain"
    : " (0.3 or more would be high)";
  return [
    "Frequency-value correlation",
    withValue.length,
    isHigh ? "warning" : "ok",
    r === undefined
      ? "too few customers with a repeat purchase to tell"
      : plain(Number(r.toFixed(2))) + meaning,
  ];
}
