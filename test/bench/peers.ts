// Fits the same simulated customers with lifetimes 0.11.3 and with our models, each in a process of its own, and prints the
// CPU seconds of both fits, medians of three, their ratio and their log-likelihoods. Ours are the first fit of a process, as a
// cell pays it, with what compiling and collecting garbage take. The Python needs lifetimes, numpy and scipy:
//   node build/run.mjs test/bench/peers.ts 100000 bg/nbd,mbg/nbd,pareto/nbd,gamma-gamma python3
//
// The baseline, on two cores shared with others (numpy 1.26, scipy 1.11): seconds of lifetimes, of our passes over objects
// with differences of the gradient, and of the typed passes with both derivatives.
//
//   customers    model          lifetimes    objects    typed    lifetimes ÷ typed
//     100,000    BG/NBD              1.28       0.45     0.25                  5.2
//     100,000    MBG/NBD             1.21       0.39     0.26                  4.8
//     100,000    Pareto/NBD         28.01       1.29     0.42                   67
//     100,000    Gamma–Gamma         0.70       0.34     0.18                  4.0
//   1,000,000    BG/NBD             12.18          –     0.74                 16.5
//   1,000,000    Gamma–Gamma         5.26          –     0.52                 10.1
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { type ModelName, models } from "../../src/core/models/models";
import { simulated } from "../support/histories";
import { simulatedSpends, truth } from "./samples";

interface Measured {
  readonly seconds: number;
  readonly logLikelihood: number;
}

const [first = "100000", second = "bg/nbd,mbg/nbd,pareto/nbd,gamma-gamma", third = "python3"] =
  process.argv.slice(2);
const isModel = (name: string): name is ModelName => name in models;

function tableOf(name: string, customers: number): string {
  const rows = isModel(name)
    ? simulated(name, truth[name], customers, 78, 1, true).map(({ x, t_x, T }) => `${x},${t_x},${T}`)
    : simulatedSpends(customers).map(({ x, z }) => `${x},${z}`);
  return [isModel(name) ? "x,t_x,T" : "x,z", ...rows].join("\n");
}

/** What a cell pays: the first fit of a process. */
function ownFit(name: string, file: string): Measured {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number) as [number, number, number]);
  const histories = rows.map(([x, t_x, T]) => ({ x, t_x, T }));
  const spends = rows.map(([x, z]) => ({ x, z }));
  const start = process.cpuUsage();
  const { logLikelihood } = isModel(name) ? models[name].fit(histories) : gammaGamma.fit(spends)!;
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, logLikelihood };
}

/** The median of three runs, one after the other. */
function medianOf(command: string, given: readonly string[]): Measured {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const runs = [1, 2, 3].map(
    () => JSON.parse(execFileSync(command, given, { env, encoding: "utf8" })) as Measured,
  );
  return runs.sort((a, b) => a.seconds - b.seconds)[1]!;
}

if (first === "fit") console.log(JSON.stringify(ownFit(second, third)));
else {
  const folder = mkdtempSync(`${tmpdir()}/clv-peers-`);
  for (const name of second.split(",")) {
    const file = `${folder}/customers.csv`;
    writeFileSync(file, tableOf(name, Number(first)));
    const own = medianOf(process.execPath, ["build/run.mjs", "test/bench/peers.ts", "fit", name, file]);
    const peer = medianOf(third, ["test/bench/peers.py", name, file]);
    const ratio = (peer.seconds / own.seconds).toFixed(1);
    const gained = (own.logLikelihood - peer.logLikelihood).toExponential(1);
    console.log(
      `${name}, ${first} customers: lifetimes ${peer.seconds.toFixed(2)} s, ours ${own.seconds.toFixed(3)} s, × ${ratio}; log-likelihood ${own.logLikelihood}, ${gained} above`,
    );
  }
  rmSync(folder, { recursive: true });
}
