// How many months lie within the range of CLV_FORECAST. On simulated shops that do not change, 24 months of history and 12
// ahead; takes an hour:
//   node build/run.mjs test/bench/forecast.ts [model] [customers] [shops] [first seed]
// On months held out of a table of orders (.csv with a header, ISO dates), which is cut every third month from a third of its
// span on, 6 months at least; with "today" those who come later are left out:
//   node build/run.mjs test/bench/forecast.ts table.csv customer date amount [today]
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { millisecondsPerDay } from "../../src/core/day";
import { type ModelName, modelNames } from "../../src/core/models/models";
import { firstDayOf, periodOf } from "../../src/core/period";
import { histories } from "../../src/core/purchases/history";
import { type Held, heldOut, heldOutOfSteadyShop, none, together } from "../support/heldOutMonths";

const inWords = ({ months, within, below, above, orders, missed, missedWithoutSeasons }: Held) =>
  `${((100 * within) / months).toFixed(1)}% of ${months} months within, ${below} below, ${above} above; orders off by ${((100 * missed) / orders).toFixed(1)}%, without seasons ${((100 * missedWithoutSeasons) / orders).toFixed(1)}%`;

function simulated(model: ModelName, customers: number, shops: number, first: number): void {
  let held = none;
  for (let seed = first; seed < first + shops; seed++) {
    const own = heldOutOfSteadyShop({ model, customers, months: 24, ahead: 12, seed });
    if (own) held = together(held, own);
  }
  console.log(model, customers, "customers,", shops, "shops:", inWords(held));
}

function ofTable(file: string, customer: string, date: string, amount: string, hasNoNew: boolean): void {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true });
  const rows = data
    .map((row) => ({
      customer: row[customer] ?? "",
      day: Date.parse(`${row[date]?.slice(0, 10)}T00:00:00Z`) / millisecondsPerDay,
      amount: Number(row[amount]),
    }))
    .filter((row) => row.customer !== "" && Number.isFinite(row.day) && Number.isFinite(row.amount));
  const days = rows.map(({ day }) => day);
  const all = histories(
    rows.map((row) => row.customer),
    days,
    rows.map((row) => row.amount),
  );
  const first = periodOf(Array.from(days).sort((a, b) => a - b)[0]!, "month");
  const last = periodOf(Array.from(days).sort((a, b) => b - a)[0]! + 1, "month");
  let held = none;
  for (let cut = first + Math.max(6, Math.ceil((last - first) / 3)); cut < last; cut += 3) {
    const until = firstDayOf(cut, "month") - 1;
    const own = heldOut(all, { until, months: Math.min(12, last - cut), model: "auto", hasNoNew });
    if (own) held = together(held, own);
  }
  console.log(file, inWords(held));
}

const [what = "", ...more] = process.argv.slice(2);
if (what.endsWith(".csv")) ofTable(what, more[0]!, more[1]!, more[2]!, more[3] === "today");
else
  for (const model of what ? [what as ModelName] : modelNames)
    for (const customers of more[0] ? [Number(more[0])] : [200, 500, 2000])
      simulated(model, customers, Number(more[1] ?? 200), Number(more[2] ?? 1));
