import { describe, expect, test } from "@jest/globals";
import * as gammaGamma from "../../../src/core/models/gammaGamma";
import { modelNames, models } from "../../../src/core/models/models";
import { observeAll, spendOf, spendsOf } from "../../../src/core/prediction/observe";
import { predict } from "../../../src/core/prediction/predict";
import { type Vector, covarianceAt, derivative } from "../../support/differences";
import { simulatedHistories } from "../../support/histories";

type Function = (logs: Vector) => number;

/** ln Γ by Stirling's series from 20 on, Abramowitz and Stegun 6.1.41. */
function lnGamma(z: number): number {
  if (z < 20) return lnGamma(z + 1) - Math.log(z);
  return (
    (z - 0.5) * Math.log(z) -
    z +
    Math.log(2 * Math.PI) / 2 +
    1 / (12 * z) -
    1 / (360 * z ** 3) +
    1 / (1260 * z ** 5)
  );
}
const lnBeta = (a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** ₂F₁ as its power series. */
function hyp2f1(a: number, b: number, c: number, z: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 0; k < 3000; k++) sum += term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1));
  return sum;
}

/** Boole's rule in ln(shift + u), in which powers of shift + u are smooth. */
function integral(f: (u: number) => number, shift: number, from: number, to: number, panels = 60): number {
  const width = Math.log((shift + to) / (shift + from)) / panels;
  const weights = [7, 32, 12, 32, 7];
  let total = 0;
  for (let k = 0; k < panels; k++)
    weights.forEach((weight, node) => {
      const grown = (shift + from) * Math.exp((k + node / 4) * width);
      total += weight * f(grown - shift) * grown;
    });
  return (total * width) / 90;
}

interface Paper {
  /** The likelihood without its factor Γ(r+x) α^r ÷ Γ(r): of being active at T, and of having dropped out. */
  parts(params: Vector, x: number, t_x: number, T: number): readonly [active: number, gone: number];
  /** Purchases over t of an active customer. */
  ifActive(params: Vector, x: number, T: number, t: number): number;
}

/** Equations 6 and 10 of Fader, Hardie and Lee (2005), and those of Batislam, Denizel and Filiztekin (2007) with `extra` 1. */
const betaGeometric = (extra: number): Paper => ({
  parts: ([r, alpha, a, b], x, t_x, T) => [
    Math.exp(lnBeta(a!, b! + x + extra) - lnBeta(a!, b!)) * (alpha! + T) ** -(r! + x),
    x + extra > 0
      ? Math.exp(lnBeta(a! + 1, b! + x + extra - 1) - lnBeta(a!, b!)) * (alpha! + t_x) ** -(r! + x)
      : 0,
  ],
  ifActive: ([r, alpha, a, b], x, T, t) => {
    const c = a! + b! + x + extra - 1;
    const series = hyp2f1(r! + x, b! + x + extra, c, t / (alpha! + T + t));
    return (c / (a! - 1)) * (1 - ((alpha! + T) / (alpha! + T + t)) ** (r! + x) * series);
  },
});

/** Schmittlein, Morrison and Colombo (1987), the time of dropping out integrated numerically. */
const pareto: Paper = {
  parts: ([r, alpha, s, beta], x, t_x, T) => [
    (alpha! + T) ** -(r! + x) * (beta! / (beta! + T)) ** s!,
    integral((u) => s! * beta! ** s! * (alpha! + u) ** -(r! + x) * (beta! + u) ** -(s! + 1), alpha!, t_x, T),
  ],
  ifActive: ([r, alpha, s, beta], x, T, t) =>
    (((r! + x) * (beta! + T)) / (alpha! + T) / (s! - 1)) * (1 - ((beta! + T) / (beta! + T + t)) ** (s! - 1)),
};

const papers = { "bg/nbd": betaGeometric(0), "mbg/nbd": betaGeometric(1), "pareto/nbd": pareto };

function deltaVariance(f: Function, point: Vector, covariance: readonly Vector[]): number {
  const slopes = point.map((_, k) => derivative(f, point, k));
  return sum(covariance.map((row, i) => slopes[i]! * sum(row.map((value, j) => value * slopes[j]!))));
}

const sum = (values: Vector) => values.reduce((total, value) => total + value, 0);
const truth = {
  "bg/nbd": [0.6, 6, 0.8, 2.5],
  "mbg/nbd": [0.8, 6, 0.8, 2.5],
  "pareto/nbd": [0.8, 8, 0.7, 10],
} as const;

describe("Low and High of a prediction are those of a slow computation from the papers' formulas", () => {
  test.each(modelNames)("%s: the delta method with likelihoods that are differenced twice", (name) => {
    const customers = simulatedHistories(name, truth[name], [6, 4, 15], {
      customers: 300,
      weeks: 52,
      byDay: true,
    });
    const histories = observeAll(customers, 364, "week");
    const { params } = models[name].fit(histories);
    const spends = spendsOf(customers);
    const spend = gammaGamma.fit(spends)!.params;
    const predicted = predict(
      customers,
      364,
      { model: name, period: "week", params, spend },
      { months: 6, annual: 0.2, margin: 0.4 },
    );

    const { parts, ifActive } = papers[name];
    const ordersLikelihood: Function = (logs) => {
      const [r, alpha, c, d] = logs.map(Math.exp) as [number, number, number, number];
      return sum(
        histories.map(({ x, t_x, T }) => {
          const [active, gone] = parts([r, alpha, c, d], x, t_x, T);
          return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + Math.log(active + gone);
        }),
      );
    };
    const spendLikelihood: Function = (logs) => {
      const [p, q, v] = logs.map(Math.exp) as [number, number, number];
      return sum(
        spends.map(
          ({ x, z }) =>
            -lnBeta(p * x, q) + q * Math.log(v) + p * x * Math.log(x * z) - (p * x + q) * Math.log(v + x * z),
        ),
      );
    };
    const [orderLogs, spendLogs] = [params.map(Math.log), spend.map(Math.log)];
    const orderCovariance = covarianceAt(ordersLikelihood, orderLogs);
    const spendCovariance = covarianceAt(spendLikelihood, spendLogs);
    for (const index of [0, 7, 100, 150, 299]) {
      const { customer, value, low, high } = predicted[index]!;
      const at = customers.findIndex((one) => one.customer === customer);
      const { x, t_x, T } = histories[at]!;
      const logOrders: Function = (logs) => {
        const point = logs.map(Math.exp);
        const [active, gone] = parts(point, x, t_x, T);
        const until = [0, 1, 2, 3, 4, 5, 6].map((month) =>
          month === 0 ? 0 : ifActive(point, x, T, (month * 365.25) / 12 / 7),
        );
        const discounted = until.slice(1).map((orders, k) => (orders - until[k]!) / 1.2 ** ((k + 1) / 12));
        return Math.log((active / (active + gone)) * sum(discounted));
      };
      const own = spendOf(customers[at]!);
      const logSpend: Function = (logs) => {
        const [p, q, v] = logs.map(Math.exp) as [number, number, number];
        return Math.log((p * (v + own.x * own.z)) / (p * own.x + q - 1));
      };
      const expected = Math.exp(logOrders(orderLogs) + logSpend(spendLogs)) * 0.4;
      const spread = Math.sqrt(
        deltaVariance(logOrders, orderLogs, orderCovariance) +
          deltaVariance(logSpend, spendLogs, spendCovariance),
      );
      expect(value! / expected).toBeCloseTo(1, 9);
      // Differences of a step of 1e-3 are exact to some 1e-5.
      expect(Math.log(value! / low!) / (1.6448536 * spread)).toBeCloseTo(1, 4);
      expect(Math.log(high! / value!) / (1.6448536 * spread)).toBeCloseTo(1, 4);
    }
  });
});
