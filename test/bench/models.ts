// Measures the fits and predictions of purchase histories on simulated customers, for bench.ts to print.
import { logCovariance } from "../../src/core/models/fitTransactions";
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { collapse } from "../../src/core/models/history";
import { type ModelName, modelNames, models } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
import { predict } from "../../src/core/prediction/predict";
import { chance, simulated } from "../support/histories";

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
        distinct: collapse(histories).x.length,
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

/** Time of a year's predictions with intervals, from histories by the day. */
export function predictionRows(customers: number): Record<string, unknown>[] {
  return modelNames.map((model) => {
    const histories = simulated(model, truth[model], customers, 78, 1, true).map(({ x, t_x, T }, index) => {
      const first = Math.round((78 - T) * 7);
      const days = Array.from({ length: x }, (_, k) => first + Math.ceil(((k + 1) / x) * t_x * 7 - 1e-9));
      const purchaseDays = [first, ...days];
      const amounts = purchaseDays.map((day) => 10 + ((day * 7 + index) % 50));
      return { customer: `C${index}`, days: purchaseDays, amounts, purchaseDays, purchaseAmounts: amounts };
    });
    const fit = { model, period: "week", params: truth[model], spend: [6.25, 3.74, 15.44] } as const;
    const terms = { months: 12, annual: 0.1, margin: 1 };
    predict(histories.slice(0, 2000), 546, fit, terms);
    const { ms } = timed(() => predict(histories, 546, fit, terms));
    return { model: `${model}, predictions`, customers, ms: Math.round(ms) };
  });
}

/** Share of fits whose 90% interval of the expected orders of a new customer in a year holds the true figure. */
export function coverageRows(runs: number): Record<string, unknown>[] {
  return modelNames.map((model) => {
    const { fit, expectedPurchasesNew, total } = models[model];
    const expected = (params: readonly number[]) => Math.log(expectedPurchasesNew(params as Parameters, 52));
    let held = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const data = collapse(simulated(model, truth[model], 2000, 78, seed));
      const { params } = fit(data);
      const covariance = logCovariance(total, params, data);
      const slopes = params.map((_, k) => {
        const at = (by: number) =>
          expected(params.map((value, j) => (j === k ? value * Math.exp(by) : value)));
        return (at(1e-4) - at(-1e-4)) / 2e-4;
      });
      const variance = slopes.reduce(
        (all, slope, i) =>
          all + slope * slopes.reduce((row, other, j) => row + other * covariance[i]![j]!, 0),
        0,
      );
      if (Math.abs(expected(params) - expected(truth[model])) < 1.6448536 * Math.sqrt(variance)) held++;
    }
    return { model: `${model}, coverage of 90% intervals`, runs, share: held / runs };
  });
}
