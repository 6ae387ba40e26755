// Runs the statements of CLV_SQL in DuckDB on generated orders of two years with refunds, free orders and blanks, and prints
// how long each takes, and what models fitted to histories in whole weeks give against histories by day. That the tables
// are those of the functions is held on a million orders by test/warehouse/million.test.ts.
//   node build/run.mjs test/bench/warehouse.ts 5000000
// With 5,000,000 orders of 1,103,023 customers, on two cores that had other work: histories 69,462 rows in 13 s, by day
// 517,997 in 26 s, the other tables 20 to 35 s, scores 36 s; by day MBG/NBD 1.3356, 12.768, 0.38143, 1.5349 and Pareto/NBD
// 1.0260, 12.725, 0.86026, 66.117, from whole weeks 1.3339, 12.746, 0.38203, 1.5383 (within 0.3%) and 1.0262, 12.721,
// 0.85665, 65.680 (within 0.7%).
import { type Histories, type WeightedHistory, collapse } from "../../src/core/models/history";
import { type ModelName, models } from "../../src/core/models/models";
import { type Asked, asked } from "../../src/core/sql/query";
import { isoFromDay } from "../../src/core/day";
import { openDuckdb, rowsOf } from "../support/duckdb";
import { createManyOrders, firstDay, lastDay } from "../support/manyOrders";
import { ask } from "../support/warehouse";

const wanted = Number(process.argv[2] ?? 1_000_000);

const database = await openDuckdb();
const rows = await createManyOrders(database, wanted);
console.log(`${rows} orders of ${isoFromDay(firstDay)} to ${isoFromDay(lastDay)}`);

async function timed(what: Asked, more: Parameters<typeof ask>[1] = {}) {
  const from = performance.now();
  const found = await rowsOf(database, ask(what, { as_of: lastDay, ...more }));
  console.log(`${what}: ${found.rows.length} rows in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return found.rows;
}

const historiesOf = (rows: readonly unknown[][]): Histories =>
  collapse(rows.map(([x, t_x, T, weight]) => ({ x, t_x, T, weight }) as WeightedHistory));

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
for (const [name, params] of Object.entries(scored)) {
  const fit = { model: name as ModelName, period: "week", params, spend } as const;
  console.log(name);
  await timed("score", { scoring: { fit, repeatValue: 0 } });
}
