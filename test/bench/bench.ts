// Measures the built add-on as Apps Script would run it: prints sizes, times and ratios of one run, what a million rows cost
// to sum up, what a cell pays for functions of all orders by rows (cells.ts), and how fits and values compare with lifetimes
// (peers.ts; give the Python that has it as the argument).
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { Script, runInContext } from "node:vm";
import { buildAddon } from "../../build/addon";
import { budgets } from "../../build/sizes";
import { appsScriptContext, builtCode, loadedScript } from "../support/appsScript";
import { orderColumns, writtenOrders } from "../support/orders";
import { corpusRows } from "./corpus";
import { fitRows, predictionRows } from "./models";

type Call = (...given: unknown[]) => unknown;

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Median time of a call in fresh contexts, each with its own compilation, as each formula cell has. */
function cold(code: string, call: (context: Record<string, Call>) => void, runs = 15): number {
  return median(
    Array.from({ length: runs }, (_, run) => {
      const { context } = appsScriptContext();
      // A comment of its own keeps V8 from taking the compilation of the run before.
      const source = `${code}\n// ${run}`;
      return milliseconds(() => {
        new Script(source).runInContext(context);
        call(context);
      });
    }),
  );
}

function warm(work: () => void, runs = 5): number {
  work();
  return median(Array.from({ length: runs }, () => milliseconds(work)));
}

await buildAddon();

const bytes = (file: string) => statSync(`build/out/${file}`).size;
const { context } = loadedScript();
const call = (name: string) => context[name] as Call;

const empty = cold("function CLV() { return 0; }", ({ CLV }) => CLV!(100, 36, 0.8));
/** First calls, each in a fresh context, of a function of averages, of figures, of rows and of predictions. */
const firstCalls: Record<string, (script: Record<string, Call>) => void> = {
  CLV: ({ CLV }) => CLV!(100, 36, 0.8),
  CLV_ROLLING: ({ CLV_ROLLING }) => CLV_ROLLING!([[100], [110]], [[10], [11]], [[1], [1]], 2),
  CLV_KPIS: ({ CLV_KPIS }) => CLV_KPIS!("Ann", "2026-01-05", 100),
  CLV_ALIVE: ({ CLV_ALIVE }) => CLV_ALIVE!(exampleFit, 26, 30, 31),
};
const exampleFit = [
  ["Model", "bg/nbd"],
  ["Period", "week"],
  ["r", 0.24],
  ["alpha", 4.4],
  ["a", 0.8],
  ["b", 2.4],
];
const first = Object.entries(firstCalls).map(([name, once]) => [name, cold(builtCode(), once)] as const);
const ScriptDate = runInContext("Date", context) as DateConstructor;
const sizes = [10_000, 100_000];
const orders = sizes.map((rows) => orderColumns(rows, { ScriptDate }));
const tenYears = sizes.map((rows) => orderColumns(rows, { ScriptDate, days: 3652 }));

/** A row of the table: the time for the smaller and for the larger data, warm, and for the larger one cold. */
function perRows(name: string, given: readonly (readonly unknown[])[], label = name): Record<string, string> {
  const [few, many] = given.map((values) => warm(() => call(name)(...values)));
  const once = cold(builtCode(), (script) => script[name]!(...given[1]!), 3);
  return {
    [`${label}, 10,000 rows`]: ms(few!),
    [`${label}, 100,000 rows`]: `${ms(many!)} (× ${ratio(many!, few!)} for × 10 rows), cold ${ms(once)}`,
  };
}

const orderRows = orders.map(({ customer, date, amount }) => [customer, date, amount]);
const longRows = tenYears.map(({ customer, date, amount }) => [customer, date, amount]);
const segmentRows = orders.map(({ customer, date, amount }) => [
  customer,
  date,
  amount,
  customer.map(([name]) => [`S${name!.length}${name!.at(-1)!}`]),
]);
/** The day on which the list of subscriptions was made: some end later. */
const listDay = new ScriptDate(Date.UTC(2024, 11, 31));
/** Subscriptions of up to three years over ten years, one in three still running. */
const subscriptionRows = tenYears.map(({ customer, date, amount }) => [
  customer,
  date,
  date.map(([start], row) => [
    row % 3 === 0 ? "" : new ScriptDate(start!.getTime() + (row % 1095) * 86_400_000),
  ]),
  amount.map(([mrr]) => [Math.abs(mrr!)]),
  listDay,
]);
const grids = sizes.map((cells) => [
  [
    ["Customer", ...Array.from({ length: 120 }, (_, month) => new ScriptDate(Date.UTC(2015, month, 1)))],
    ...Array.from({ length: cells / 120 }, (_, row) => [
      `C${row}`,
      ...Array.from({ length: 120 }, (__, month) => row + month),
    ]),
  ],
]);

const periods = Array.from({ length: 600 }, (_, index) => [new Date(Date.UTC(1975, index, 1))]);
const figures = (start: number) => periods.map((_, index) => [start + index]);
const trend = warm(() =>
  call("CLV_TREND")(
    periods,
    figures(10_000),
    figures(100),
    periods.map(() => [3]),
  ),
);

console.table({
  "Code.js": `${bytes("Code.js")} bytes`,
  "Sidebar.html": `${bytes("Sidebar.html")} bytes of ${budgets.sidebar}`,
  "Load and first call, empty script": ms(empty),
  ...Object.fromEntries(
    first.map(([name, once]) => [`Load and first call, ${name}`, `${ms(once)} (× ${ratio(once, empty)})`]),
  ),
  ...perRows("CLV_KPIS", orderRows),
  ...perRows("CLV_CUSTOMERS", orderRows),
  ...perRows("CLV_CHECK", orderRows),
  ...perRows("CLV_COHORTS", longRows, "CLV_COHORTS over 120 months"),
  ...perRows("CLV_SEGMENTS", segmentRows),
  ...perRows("CLV_RFM", orderRows),
  ...perRows("CLV_SUBSCRIPTIONS", subscriptionRows, "CLV_SUBSCRIPTIONS over 120 months"),
  ...perRows(
    "CLV_SURVIVAL",
    subscriptionRows.map(([, start, end]) => [start, end, listDay]),
  ),
  ...perRows(
    "CLV_TENURE",
    subscriptionRows.map(([, start, end]) => [start, end, listDay]),
  ),
  ...perRows("CLV_UNPIVOT", grids, "CLV_UNPIVOT of 120 months"),
  ...rowsOfTables([20_000, 60_000, 200_000]),
  "CLV_TREND, 600 periods": ms(trend),
});

console.table(fitRows([2_400, 24_000, 100_000, 1_000_000]));
console.table(predictionRows(100_000));
console.table(corpusRows());

const script = (file: string, ...given: string[]) =>
  execFileSync(process.execPath, ["build/run.mjs", `test/bench/${file}.ts`, ...given], { stdio: "inherit" });
script("million");
script("cells");
script("peers", "100000", "bg/nbd,mbg/nbd,pareto/nbd,gamma-gamma,clv", process.argv[2] ?? "python3");

/** CLV_ROWS over tables as people keep them, with everything written as text or as real dates and numbers. */
function rowsOfTables(rows: readonly number[]): Record<string, string> {
  const columns = "customer: Kunde, date: Datum, amount: Betrag, refund: Erstattung, status: Status";
  const sized = rows.flatMap((count) => [true, false].map((isText) => [count, isText] as const));
  return Object.fromEntries(
    sized.map(([count, isText]) => {
      const table = writtenOrders(count, { isText, ScriptDate });
      const label = `CLV_ROWS, ${count.toLocaleString("en-US")} rows of ${isText ? "text" : "dates and numbers"}`;
      return [label, ms(warm(() => call("CLV_ROWS")(table, columns), 3))];
    }),
  );
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}
