// Fits the same simulated customers with lifetimes 0.11.3 and with our models, and values them by given parameters over 12
// months ("clv": ours with P(alive), 90% ranges and value at risk, theirs the number alone). Each runs three times in a
// process of its own, theirs once where customers are a million; printed are CPU seconds of the first run, as a cell pays it
// with compiling, and of the third, and the ratios. The Python needs lifetimes, numpy, scipy and pandas; without it, the
// seconds held below stand beside ours:
//   node build/run.mjs test/bench/peers.ts 100000 bg/nbd,mbg/nbd,pareto/nbd,gamma-gamma,clv python3
//
// 100,000 customers, two quiet cores, lifetimes ÷ ours in the first and in the third run: BG/NBD 7.3 to 8.8 and 35 to 38,
// MBG/NBD 7.7 to 8.8 and 29 to 31, Pareto/NBD 88 and 194, Gamma–Gamma 5.3 to 6.8 and 15, values 1.0 to 1.1 and 1.9. A
// million: BG/NBD 25 and 41, MBG/NBD 24 and 38, Gamma–Gamma 13 and 11, and with other work beside it Pareto/NBD 333 and 383.
// A first run is mostly compiling.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { type ModelName, models } from "../../src/core/models/models";
import { spendOf } from "../../src/core/prediction/observe";
import { predict } from "../../src/core/prediction/predict";
import { simulated, simulatedHistories } from "../support/histories";
import { simulatedSpends, spend, truth } from "./samples";

interface Measured {
  readonly first: number;
  readonly third: number;
  readonly logLikelihood: number;
}

const [first = "100000", second = "bg/nbd,mbg/nbd,pareto/nbd,gamma-gamma,clv", third = "python3"] =
  process.argv.slice(2);
const isModel = (name: string): name is ModelName => name in models;
const weeks = 78;

/** The baseline: CPU seconds of lifetimes (numpy 1.26, scipy 1.13) for 100,000 customers, first and third run. */
const held: Readonly<Record<string, readonly [first: number, third: number]>> = {
  "bg/nbd": [1.15, 1.1],
  "mbg/nbd": [1.15, 1.11],
  "pareto/nbd": [30.1, 25.55],
  "gamma-gamma": [0.62, 0.54],
  clv: [0.76, 0.765],
};

const buyers = (customers: number) =>
  simulatedHistories("bg/nbd", truth["bg/nbd"], spend, { customers, weeks, byDay: true });

function tableOf(name: string, customers: number): string {
  if (name === "clv")
    return [
      "x,t_x,T,z",
      ...buyers(customers).map((buyer) => {
        const days = buyer.purchaseDays;
        const { x, z } = spendOf(buyer);
        return `${x},${(days.at(-1)! - days[0]!) / 7},${(weeks * 7 - days[0]!) / 7},${z}`;
      }),
    ].join("\n");
  const rows = isModel(name)
    ? simulated(name, truth[name], customers, weeks, 1, true).map(({ x, t_x, T }) => `${x},${t_x},${T}`)
    : simulatedSpends(customers).map(({ x, z }) => `${x},${z}`);
  return [isModel(name) ? "x,t_x,T" : "x,z", ...rows].join("\n");
}

/** What is measured, with what it needs made before. */
function workOf(name: string, file: string, customers: number): () => number {
  if (name === "clv") {
    const histories = buyers(customers);
    const fit = { model: "bg/nbd", period: "week", params: truth["bg/nbd"], spend } as const;
    return () => predict(histories, weeks * 7, fit, { months: 12, annual: 0.1, margin: 1 }).length * 0;
  }
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number) as [number, number, number]);
  if (!isModel(name)) {
    const spends = rows.map(([x, z]) => ({ x, z }));
    return () => gammaGamma.fit(spends)!.logLikelihood;
  }
  const histories = rows.map(([x, t_x, T]) => ({ x, t_x, T }));
  return () => models[name].fit(histories).logLikelihood;
}

/** What reading the table left behind is collected before a run: it is not the fit's. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

function ownRuns(name: string, file: string, customers: number): Measured {
  const work = workOf(name, file, customers);
  collectGarbage();
  let logLikelihood = 0;
  const [one, , three] = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    logLikelihood = work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return { first: one!, third: three!, logLikelihood };
}

/** A million customers take lifetimes minutes a run: one process and one run of theirs then do. */
const isLarge = Number(first) > 200_000;
/** Of ours there are more then, since some third runs fall together with a collection of all garbage. */
const ownProcesses = isLarge ? 7 : 3;
const theirProcesses = isLarge ? 1 : 3;

/** The medians of some processes, one after the other; undefined where the command does not run. */
function medianOf(command: string, processes: number, given: readonly string[]): Measured | undefined {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  try {
    const runs = Array.from(
      { length: processes },
      () =>
        JSON.parse(
          execFileSync(command, given, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
        ) as Measured,
    );
    const middle = (of: (run: Measured) => number) => runs.map(of).sort((a, b) => a - b)[processes >> 1]!;
    return {
      first: middle((run) => run.first),
      third: middle((run) => run.third),
      logLikelihood: runs[0]!.logLikelihood,
    };
  } catch {
    return undefined;
  }
}

if (first === "runs") console.log(JSON.stringify(ownRuns(second, third, Number(process.argv[5]))));
else {
  const folder = mkdtempSync(`${tmpdir()}/clv-peers-`);
  for (const name of second.split(",")) {
    const file = `${folder}/customers.csv`;
    writeFileSync(file, tableOf(name, Number(first)));
    const own = medianOf(process.execPath, ownProcesses, [
      "build/run.mjs",
      "test/bench/peers.ts",
      "runs",
      name,
      file,
      first,
    ])!;
    const given = JSON.stringify({ purchases: truth["bg/nbd"], spend });
    const run = medianOf(third, theirProcesses, [
      "test/bench/peers.py",
      name,
      file,
      given,
      isLarge ? "1" : "3",
    ]);
    const kept = first === "100000" ? held[name] : undefined;
    const peer = run ?? (kept && { first: kept[0], third: kept[1], logLikelihood: NaN });
    const seconds = (of: Measured) => `${of.first.toFixed(2)} s first, ${of.third.toFixed(3)} s third`;
    const theirs = peer
      ? `lifetimes${run ? "" : " (held)"} ${seconds(peer)}; ratio ${(peer.first / own.first).toFixed(1)} first, ${(peer.third / own.third).toFixed(1)} third`
      : "lifetimes is not installed";
    const above =
      run && name !== "clv"
        ? `; log-likelihood ${(own.logLikelihood - run.logLikelihood).toExponential(1)} above theirs`
        : "";
    console.log(`${name}, ${first} customers: ours ${seconds(own)}; ${theirs}${above}`);
  }
  rmSync(folder, { recursive: true });
}
