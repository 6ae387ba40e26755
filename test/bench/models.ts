// Measures the fits and predictions of purchase histories on simulated customers, for bench.ts to print.
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { collapse } from "../../src/core/models/history";
import { type ModelName, modelNames, models } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
import { observeAll, spendsOf } from "../../src/core/prediction/observe";
import { predict } from "../../src/core/prediction/predict";
import { chance, simulated, simulatedHistories } from "../support/histories";

const truth: Readonly<Record<ModelName, Parameters>> = {
  "bg/nbd": [0.243, 4.414, 0.793, 2.426],
  "mbg/nbd": [0.525, 6.183, 0.891, 1.614],
  "pareto/nbd": [0.553, 10.578, 0.606, 11.669],
};

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

/** Time and evaluations of a fit for each model and number of customers, warm. */
export function fitRows(sizes: readonly number[]): Record<string, unknown>[] {
  return sizes.flatMap((customers) => [
    ...modelNames.map((model) => {
      const histories = simulated(model, truth[model], customers, 78, 1, true);
      models[model].fit(histories.slice(0, 2000));
      const { result, ms } = timed(() => models[model].fit(histories));
      const params = result.params.map((value) => Number(value.toPrecision(4))).join(" ");
      return {
        model,
        customers,
        distinct: collapse(histories).distinct.length,
        ms: Math.round(ms),
        evaluations: result.evaluations,
        params,
      };
    }),
    spendRow(customers),
  ]);
}

function spendRow(customers: number): Record<string, unknown> {
  const random = chance(1);
  const spends = Array.from({ length: customers }, () => {
    const x = 1 + Math.floor(random.exponential(0.5));
    return { x, z: random.gamma(6.25 * x, x * random.gamma(3.74, 15.44)) };
  });
  gammaGamma.fit(spends.slice(0, 2000));
  const { result, ms } = timed(() => gammaGamma.fit(spends)!);
  const params = result.params.map((value) => Number(value.toPrecision(4))).join(" ");
  return { model: "gamma-gamma", customers, ms: Math.round(ms), params };
}

const spend: gammaGamma.SpendParameters = [6.25, 3.74, 15.44];
const terms = { months: 12, annual: 0.1, margin: 1 };
const weeks = 78;

/** Time of a year's predictions with intervals, from histories by the day. */
export function predictionRows(customers: number): Record<string, unknown>[] {
  return modelNames.map((model) => {
    const histories = simulatedHistories(model, truth[model], spend, { customers, weeks, byDay: true });
    const fit = { model, period: "week", params: truth[model], spend } as const;
    predict(histories.slice(0, 2000), weeks * 7, fit, terms);
    const { ms } = timed(() => predict(histories, weeks * 7, fit, terms));
    return { model: `${model}, predictions`, customers, ms: Math.round(ms) };
  });
}

/**
 * Share of customers, over many simulated data sets, whose 90% interval of CLV_PREDICT holds the CLV that the true
 * parameters predict for them.
 */
export function coverageRows(runs: number): Record<string, unknown>[] {
  return modelNames.map((model) => {
    const held = { all: [0, 0], "one order": [0, 0], "several orders": [0, 0] };
    for (let seed = 1; seed <= runs; seed++) {
      const histories = simulatedHistories(model, truth[model], spend, { customers: 2000, weeks, seed });
      const predictedBy = (params: Parameters, spends: gammaGamma.SpendParameters) =>
        predict(histories, weeks * 7, { model, period: "week", params, spend: spends }, terms);
      const { params } = models[model].fit(observeAll(histories, weeks * 7, "week"));
      const truly = new Map(
        predictedBy(truth[model], spend).map(({ customer, value }) => [customer, value!] as const),
      );
      for (const one of predictedBy(params, gammaGamma.fit(spendsOf(histories))!.params)) {
        const value = truly.get(one.customer)!;
        const holds = one.low! <= value && value <= one.high! ? 1 : 0;
        for (const group of ["all", one.orders > 1 ? "several orders" : "one order"] as const) {
          held[group][0]! += holds;
          held[group][1]! += 1;
        }
      }
    }
    const shares = Object.entries(held).map(([group, [holds, count]]) => [
      group,
      (holds! / count!).toFixed(3),
    ]);
    return { model: `${model}, coverage of 90% intervals`, runs, ...Object.fromEntries(shares) };
  });
}
