// Measures the fits and predictions of purchase histories on simulated customers, for bench.ts to print.
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { collapse } from "../../src/core/models/history";
import { type ModelName, modelNames, models } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
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
