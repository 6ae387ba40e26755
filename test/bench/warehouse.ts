// Runs the statements of CLV_SQL in DuckDB on generated orders of two years with refunds, free orders and blanks, and prints
// how long each takes, what models fitted to histories in whole weeks give against histories by day, and, up to two million
// orders, how far all tables and scores are from those that the functions compute from the same rows.
//   node build/run.mjs test/bench/warehouse.ts 1000000
// With 1,000,000 orders of 219,968 customers customers, kpis, rfm, cohorts and histories by day are the same to the last
// digit, and scores to 14 digits (MBG/NBD) and 13 (Pareto/NBD). With 5,000,000 of 1,103,023 customers, on two cores that had
// other work: histories 69,462 rows in 13 s, by day 517,997 in 26 s, the other tables 20 to 35 s, scores 36 s; by day
// MBG/NBD 1.3356, 12.768, 0.38143, 1.5349 and Pareto/NBD 1.0260, 12.725, 0.86026, 66.117, from whole weeks 1.3339, 12.746,
// 0.38203, 1.5383 (within 0.3%) and 1.0262, 12.721, 0.85665, 65.680 (within 0.7%).
import { type Histories, type WeightedHistory, collapse } from "../../src/core/models/history";
import { type ModelName, models } from "../../src/core/models/models";
import { fitPurchases } from "../../src/core/prediction/fit";
import { predict } from "../../src/core/prediction/predict";
import { cohorts } from "../../src/core/purchases/cohorts";
import { summaries } from "../../src/core/purchases/customers";
import { histories } from "../../src/core/purchases/history";
import { kpis } from "../../src/core/purchases/kpis";
import { usualPause } from "../../src/core/purchases/pause";
import { rfm } from "../../src/core/purchases/rfm";
import { type Asked, asked } from "../../src/core/sql/query";
import { isoFromDay } from "../../src/core/day";
import { openDuckdb, rowsOf } from "../support/duckdb";
import { createManyOrders, firstDay, lastDay } from "../support/manyOrders";
import { ask } from "../support/warehouse";

const wanted = Number(process.argv[2] ?? 1_000_000);
const isCompared = wanted <= 2_000_000;

const database = await openDuckdb();
const [customer, day, amount]: [string[], number[], number[]] = [[], [], []];
const rows = await createManyOrders(database, wanted, (name, on, paid) => {
  if (!isCompared) return;
  customer.push(name);
  day.push(on);
  amount.push(paid);
});
console.log(`${rows} orders of ${isoFromDay(firstDay)} to ${isoFromDay(lastDay)}`);

async function timed(what: Asked, more: Parameters<typeof ask>[1] = {}) {
  const from = performance.now();
  const found = await rowsOf(database, ask(what, { as_of: lastDay, ...more }));
  console.log(`${what}: ${found.rows.length} rows in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return found.rows;
}

function historiesOf(rows: readonly unknown[][]): Histories {
  const distinct = rows.map(([x, t_x, T, weight]) => ({ x, t_x, T, weight }) as WeightedHistory);
  return collapse(distinct);
}

const tables = new Map<Asked, unknown[][]>();
for (const what of asked) if (what !== "score") tables.set(what, await timed(what));
for (const what of ["histories by day", "histories"] as const)
  for (const model of ["mbg/nbd", "pareto/nbd"] as const) {
    const from = performance.now();
    const { params } = models[model].fit(historiesOf(tables.get(what)!));
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(
      `${model} on ${what}: ${params.map((value) => value.toPrecision(5)).join(", ")} in ${seconds} s`,
    );
  }

const spend = [6, 4, 15] as const;
const scored: Record<string, readonly [number, number, number, number]> = {
  "mbg/nbd": [0.9285, 9.02, 0.7787, 5.694],
  "pareto/nbd": [1.0098, 11.787, 0.8716, 67.15],
};
const scores = new Map<string, unknown[][]>();
for (const [name, params] of Object.entries(scored)) {
  const fit = { model: name as ModelName, period: "week", params, spend } as const;
  console.log(name);
  scores.set(name, await timed("score", { scoring: { fit, repeatValue: 0 } }));
}

/** The greatest relative difference of two tables whose rows have the same keys; not a number where other things differ. */
function farthest(own: readonly unknown[][], other: readonly unknown[][], keys: number): number {
  if (own.length !== other.length) return NaN;
  const others = new Map(other.map((row) => [row.slice(0, keys).join("|"), row]));
  let worst = 0;
  for (const row of own) {
    const match = others.get(row.slice(0, keys).join("|"));
    row.forEach((cell, at) => {
      const there = match?.[at];
      if (typeof cell === "number" && typeof there === "number")
        worst = Math.max(worst, Math.abs(cell - there) / Math.max(1e-9, Math.abs(there)));
      else if (cell !== there) worst = NaN;
    });
  }
  return worst;
}

if (isCompared) {
  const has = customer.flatMap((name, row) => (name === "" ? [] : [row]));
  const all = histories(
    has.map((row) => customer[row]!),
    has.map((row) => day[row]!),
    has.map((row) => amount[row]!),
  );
  const iso = (on: number | undefined) => (on === undefined ? undefined : isoFromDay(on));
  const own = summaries(all, lastDay, "week");
  const pause = usualPause(all, lastDay);
  const compared: Partial<Record<string, number>> = {
    customers: farthest(
      own.map((one) => [
        one.customer,
        iso(one.first),
        iso(one.last),
        one.orders,
        one.revenue,
        one.averageOrder,
        one.frequency,
        one.recency,
        one.age,
        one.repeatValue,
      ]),
      tables.get("customers")!,
      1,
    ),
    kpis: farthest(
      kpis(all, "month", pause.months, lastDay, true).map((one) => [
        iso(one.firstDay),
        one.revenue,
        one.customersAtStart,
        one.newCustomers,
        one.returned,
        one.lost,
        one.customers,
        one.churnRate,
        one.revenuePerCustomer,
      ]),
      tables.get("kpis")!,
      1,
    ),
    rfm: farthest(
      rfm(own, lastDay, 5).map((one) => [
        one.customer,
        one.recencyDays,
        one.frequency,
        one.monetary,
        one.r,
        one.f,
        one.m,
        one.segment,
      ]),
      tables.get("rfm")!.map((row) => row.slice(0, 8)),
      1,
    ),
    cohorts: farthest(
      cohorts(all, lastDay, "revenue", "month").cohorts.flatMap(({ firstDay, customers, ages }) =>
        ages.flatMap((revenue, age) =>
          revenue === undefined && age > 0 ? [] : [[iso(firstDay), customers, age, revenue]],
        ),
      ),
      tables.get("cohorts")!.map(([cohort, customers, age, , revenue]) => [cohort, customers, age, revenue]),
      3,
    ),
  };
  const seen = all.flatMap(({ purchaseDays: [first, ...more] }) =>
    first === undefined
      ? []
      : [[more.length, ((more[more.length - 1] ?? first) - first) / 7, (lastDay - first) / 7].join(" ")],
  );
  const counts = new Map<string, number>();
  for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  compared["histories by day"] = farthest(
    Array.from(counts, ([key, number]) => [...key.split(" ").map(Number), number]),
    tables.get("histories by day")!,
    3,
  );
  for (const [name, params] of Object.entries(scored)) {
    const fit = { model: name as ModelName, period: "week", params, spend } as const;
    compared[`score by ${name}`] = farthest(
      predict(all, lastDay, { ...fit, customers: 1e12 }, { months: 12, annual: 0.1, margin: 1 }).map(
        (one) => [one.customer, one.probabilityAlive, one.expectedOrders, one.expectedOrderValue, one.value],
      ),
      scores.get(name)!,
      1,
    );
  }
  console.log("greatest relative difference from the functions on the same rows");
  console.table(compared);
  const { params } = fitPurchases(all, lastDay, "week", "mbg/nbd");
  console.log(`CLV_FIT on the rows: ${params.map((value) => value.toPrecision(5)).join(", ")}`);
}
