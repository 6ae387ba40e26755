// Measures the built add-on as Apps Script would run it: prints sizes, times and ratios of one run.
import { statSync } from "node:fs";
import { Script, createContext } from "node:vm";
import { buildAddon } from "../../build/addon";
import { appsScriptContext, builtCode, loadedScript } from "../support/appsScript";
import { orderColumns } from "../support/orders";
import { coverageRows, fitRows, predictionRows } from "./models";

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
createContext();
const bytes = (file: string) => statSync(`build/out/${file}`).size;
const { context } = loadedScript();
const call = (name: string) => context[name] as Call;

const empty = cold("function CLV() { return 0; }", ({ CLV }) => CLV!(100, 36, 0.8));
const first = cold(builtCode(), ({ CLV }) => CLV!(100, 36, 0.8));
const small = orderColumns(10_000);
const large = orderColumns(100_000);
const perTable = (name: string) => {
  const [few, many] = [small, large].map(({ customer, date, amount }) =>
    warm(() => call(name)(customer, date, amount)),
  );
  const once = cold(builtCode(), (script) => script[name]!(large.customer, large.date, large.amount), 3);
  return {
    [`${name}, 10,000 rows`]: ms(few!),
    [`${name}, 100,000 rows`]: `${ms(many!)} (× ${ratio(many!, few!)} for × 10 rows)`,
    [`${name}, 100,000 rows, cold`]: ms(once),
  };
};

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
  "Code.js": `${bytes("Code.js")} bytes of 100,000`,
  "Sidebar.html": `${bytes("Sidebar.html")} bytes of 60,000`,
  "Load and first call, empty script": ms(empty),
  "Load and first call, Code.js": `${ms(first)} (× ${ratio(first, empty)})`,
  ...perTable("CLV_KPIS"),
  ...perTable("CLV_CUSTOMERS"),
  "CLV_TREND, 600 periods": ms(trend),
});

console.table(fitRows([2_400, 24_000, 100_000, 1_000_000]));
console.table(predictionRows(100_000));
console.table(coverageRows(200));

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}
