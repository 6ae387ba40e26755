// Measures what a cell pays for the functions that read all rows of orders: CPU seconds of the first call in a fresh context,
// through the built add-on, which Sheets ends after 30 seconds on servers that may be five times slower. Other numbers of
// rows behind the file:
//   node build/run.mjs test/bench/cells.ts 10000,100000,200000,500000
//
// Two cores, seconds:
//
//      rows    CLV_KPIS    CLV_CUSTOMERS    CLV_FIT    CLV_PREDICT    CLV_VALIDATE    CLV_TRACKING
//    10,000        0.13             0.17       0.68           0.85            0.43            0.66
//   100,000        0.47             0.61       1.13           1.71            0.78            1.33
//   200,000        0.89             1.08       1.89           2.40            1.28            1.87
//   500,000        1.50             1.89       2.64           4.62            2.25            2.89
import { execFileSync } from "node:child_process";
import { runInContext } from "node:vm";
import { buildAddon } from "../../build/addon";
import { loadedScript } from "../support/appsScript";
import { simulatedOrders } from "../support/histories";

const functions = ["CLV_KPIS", "CLV_CUSTOMERS", "CLV_FIT", "CLV_PREDICT", "CLV_VALIDATE", "CLV_TRACKING"];
const [first = "10000,100000,200000,500000", second = "0"] = process.argv.slice(2);

/** One call in this process, which has made none before; orders are some four a customer over two years. */
function secondsOf(name: string, rows: number): number {
  const orders = simulatedOrders("pareto/nbd", [0.85, 10, 0.6, 12], Math.ceil(rows / 4), 104, 3);
  const { context } = loadedScript();
  const ScriptDate = runInContext("Date", context) as DateConstructor;
  const date = orders.date.slice(0, rows).map(([day]) => [new ScriptDate(day!.getTime())]);
  const given = [orders.customer.slice(0, rows), date, orders.amount.slice(0, rows)];
  const call = context[name] as (...given: unknown[]) => unknown;
  const start = process.cpuUsage();
  call(...given);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

if (functions.includes(first)) console.log(secondsOf(first, Number(second)));
else {
  await buildAddon();
  for (const rows of first.split(",")) {
    const own = functions.map((name) => {
      const printed = execFileSync(process.execPath, ["build/run.mjs", "test/bench/cells.ts", name, rows]);
      return `${name} ${Number(printed).toFixed(2)} s`;
    });
    console.log(`${Number(rows).toLocaleString("en-US")} rows: ${own.join(", ")}`);
  }
}
