// Measures the fits and predictions of purchase histories on simulated customers, for bench.ts to print.
import * as gammaGamma from "../../src/core/models/gammaGamma";
import { collapse, countOf } from "../../src/core/models/history";
import { modelNames, models } from "../../src/core/models/models";
import { predict } from "../../src/core/prediction/predict";
import { simulated, simulatedHistories } from "../support/histories";
import { simulatedSpends, spend, truth } from "./samples";

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
        distinct: countOf(collapse(histories)),
        ms: Math.round(ms),
        evaluations: result.evaluations,
        params,
      };
    }),
    spendRow(customers),
  ]);
}

function spendRow(customers: number): Record<string, unknown> {
  const spends = simulatedSpends(customers);
  gammaGamma.fit(spends.slice(0, 2000));
  const { result, ms } = timed(() => gammaGamma.fit(spends)!);
  const params = result.params.map((value) => Number(value.toPrecision(4))).join(" ");
  return { model: "gamma-gamma", customers, ms: Math.round(ms), params };
}

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
