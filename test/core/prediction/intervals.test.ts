import { describe, expect, test } from "@jest/globals";
import type * as gammaGamma from "../../../src/core/models/gammaGamma";
import { type ModelName, modelNames } from "../../../src/core/models/models";
import { fitPurchases } from "../../../src/core/prediction/fit";
import { observeAll, spendOf, spendsOf } from "../../../src/core/prediction/observe";
import { predict } from "../../../src/core/prediction/predict";
import type { CustomerHistory } from "../../../src/core/purchases/history";
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
function integral(f: (u: number) => number, shift: number, from: number, to: number, panels = 24): number {
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

/** Slopes and covariance × slopes of a function, which together give its variance. */
function spreadOf(f: Function, point: Vector, covariance: readonly Vector[]) {
  const slopes = point.map((_, k) => derivative(f, point, k));
  const spread = covariance.map((row) => sum(row.map((value, j) => value * slopes[j]!)));
  return { spread, variance: sum(slopes.map((slope, k) => slope * spread[k]!)) };
}

const sum = (values: Vector) => values.reduce((total, value) => total + value, 0);

/** ln of the logistic density of z to a power, but for a constant. */
const prior = (z: number, weight: number) => -weight * (Math.abs(z) + 2 * Math.log1p(Math.exp(-Math.abs(z))));

/** Maximum near a point by Newton's method with differences, the second ones those at the start. */
function maximum(f: Function, start: Vector): Vector {
  const inverse = covarianceAt(f, start);
  let point = start;
  for (let round = 0; round < 100; round++) {
    const at = point;
    const slopes = at.map((_, k) => derivative(f, at, k));
    const step = inverse.map((row) => sum(row.map((value, j) => value * slopes[j]!)));
    point = at.map((value, k) => value + step[k]!);
    if (Math.max(...step.map(Math.abs)) < 1e-5) return point;
  }
  throw new Error("no maximum");
}

const truth = {
  "bg/nbd": [0.6, 6, 0.8, 2.5],
  "mbg/nbd": [0.8, 6, 0.8, 2.5],
  "pareto/nbd": [0.8, 8, 0.7, 10],
} as const;
const weeks = 52;

/** What the module says of its priors, for time in units of the longest observation and amounts in units of their mean. */
function priorOf(name: string, [r, , c, d]: Vector, longest: number): number {
  if (name !== "pareto/nbd")
    return prior(r! / 2, 0.5) + prior(((c! + d!) / 2 - 1) / 2, 1) + prior((c! - d! + 1) / 2, 0.5);
  return prior(r! / 2, 0.5) + prior((c! - 0.5) / 2, 1) + prior((c! - d! + Math.log(longest)) / 2, 0.5);
}
const spendPrior = ([p, excess]: Vector) => prior(p! - 1, 0.5) + prior(excess! - 1, 0.5);

describe("Low and High of a prediction are those of a slow computation from the papers' formulas", () => {
  const shop = (name: ModelName) =>
    simulatedHistories(name, truth[name], [6, 4, 15], { customers: 300, weeks, byDay: true });
  const terms = { months: 6, annual: 0.2, margin: 0.4 };

  /** The likelihoods of the shop's customers and the logarithms of what they are worth, by the logarithms of parameters. */
  function slow(name: ModelName, customers: readonly CustomerHistory[]) {
    const { parts, ifActive } = papers[name];
    const histories = observeAll(customers, weeks * 7, "week");
    const spends = spendsOf(customers);
    const orders: Function = (logs) => {
      const [r, alpha, c, d] = logs.map(Math.exp) as [number, number, number, number];
      return sum(
        histories.map(({ x, t_x, T }) => {
          const [active, gone] = parts([r, alpha, c, d], x, t_x, T);
          return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + Math.log(active + gone);
        }),
      );
    };
    // p, q − 1 and v.
    const spend: Function = (logs) => {
      const [p, excess, v] = logs.map(Math.exp) as [number, number, number];
      const q = 1 + excess;
      return sum(
        spends.map(
          ({ x, z }) =>
            -lnBeta(p * x, q) + q * Math.log(v) + p * x * Math.log(x * z) - (p * x + q) * Math.log(v + x * z),
        ),
      );
    };
    const logOrders =
      (index: number): Function =>
      (logs) => {
        const { x, t_x, T } = histories[index]!;
        const point = logs.map(Math.exp);
        const [active, gone] = parts(point, x, t_x, T);
        const until = [0, 1, 2, 3, 4, 5, 6].map((month) =>
          month === 0 ? 0 : ifActive(point, x, T, (month * 365.25) / 12 / 7),
        );
        const discounted = until.slice(1).map((value, k) => (value - until[k]!) / 1.2 ** ((k + 1) / 12));
        return Math.log((active / (active + gone)) * sum(discounted));
      };
    const logSpend =
      (index: number): Function =>
      (logs) => {
        const [p, excess, v] = logs.map(Math.exp) as [number, number, number];
        const own = spendOf(customers[index]!);
        return Math.log((p * (v + own.x * own.z)) / (p * own.x + excess));
      };
    const longest = Math.max(...histories.map(({ T }) => T));
    return { orders, spend, logOrders, logSpend, longest };
  }

  const logsOfSpend = ([p, q, v]: gammaGamma.SpendParameters) => [Math.log(p), Math.log(q - 1), Math.log(v)];
  const some = [0, 7, 150, 299];

  test.each(modelNames)("%s: the delta method about the maximum with the priors", (name) => {
    const customers = shop(name);
    const fit = fitPurchases(customers, weeks * 7, "week", name);
    const predicted = predict(customers, weeks * 7, fit, terms);
    const { orders, spend, logOrders, logSpend, longest } = slow(name, customers);
    const ofOrders: Function = (logs) => orders(logs) + priorOf(name, logs, longest);
    const ofSpend: Function = (logs) => spend(logs) + spendPrior(logs);
    const [orderLogs, spendLogs] = [fit.params.map(Math.log), logsOfSpend(fit.spend!)];
    const [orderCentre, spendCentre] = [maximum(ofOrders, orderLogs), maximum(ofSpend, spendLogs)];
    const [orderCovariance, spendCovariance] = [
      covarianceAt(ofOrders, orderCentre),
      covarianceAt(ofSpend, spendCentre),
    ];
    for (const index of some) {
      const { customer, value, low, high } = predicted[index]!;
      const at = customers.findIndex((one) => one.customer === customer);
      const [buys, spends] = [logOrders(at), logSpend(at)];
      const shown = Math.exp(buys(orderLogs) + spends(spendLogs)) * 0.4;
      expect(value! / shown).toBeCloseTo(1, 9);
      const centre = Math.exp(buys(orderCentre) + spends(spendCentre)) * 0.4;
      const sd = Math.sqrt(
        spreadOf(buys, orderCentre, orderCovariance).variance +
          spreadOf(spends, spendCentre, spendCovariance).variance,
      );
      // Differences of a step of 1e-3 are exact to some 1e-5.
      expect(low! / Math.min(shown, centre * Math.exp(-1.6448536 * sd))).toBeCloseTo(1, 3);
      expect(high! / Math.max(shown, centre * Math.exp(1.6448536 * sd))).toBeCloseTo(1, 3);
    }
  });

  test.each(modelNames)(
    "%s: about the shown value where the fit is that of other customers, as many times as sure",
    (name) => {
      const customers = shop(name);
      const spend: gammaGamma.SpendParameters = [6, 4, 15];
      const fit = { model: name, period: "week", params: truth[name], spend, customers: 1200 } as const;
      const predicted = predict(customers, weeks * 7, fit, terms);
      const { orders, spend: amounts, logOrders, logSpend, longest } = slow(name, customers);
      const [orderLogs, spendLogs] = [truth[name].map(Math.log), logsOfSpend(spend)];
      // Each customer of the rows stands for four of the fit's, and the priors for themselves.
      const orderCovariance = covarianceAt(
        (logs) => 4 * orders(logs) + priorOf(name, logs, longest),
        orderLogs,
      );
      const spendCovariance = covarianceAt((logs) => 4 * amounts(logs) + spendPrior(logs), spendLogs);
      for (const index of some) {
        const { customer, value, low, high } = predicted[index]!;
        const at = customers.findIndex((one) => one.customer === customer);
        const sd = Math.sqrt(
          spreadOf(logOrders(at), orderLogs, orderCovariance).variance +
            spreadOf(logSpend(at), spendLogs, spendCovariance).variance,
        );
        expect(Math.log(value! / low!) / (1.6448536 * sd)).toBeCloseTo(1, 3);
        expect(Math.log(high! / value!) / (1.6448536 * sd)).toBeCloseTo(1, 3);
      }
    },
  );
});
