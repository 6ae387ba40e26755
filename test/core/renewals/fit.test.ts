import { describe, expect, test } from "@jest/globals";
import { differenced } from "../../../src/core/math/differenced";
import { minimize } from "../../../src/core/math/minimize";
import { renewalsOf } from "../../../src/core/renewals/cohorts";
import { type Curve, alphaOf, betaOf, retention } from "../../../src/core/renewals/curve";
import { fitRenewals, logLikelihood } from "../../../src/core/renewals/fit";
import { type Vector, covarianceAt } from "../../support/differences";
import { chance } from "../../support/histories";

const curveOf = (alpha: number, beta: number, c: number): Curve => ({
  lambda: Math.log1p(alpha / beta),
  spread: 1 / (alpha + beta),
  c,
});

/** Survivors of customers who each survive renewal t with probability (1 − θ)^(t^c), θ beta-distributed. */
function simulatedSurvivors(
  [alpha, beta, c]: Vector,
  customers: number,
  renewals: number,
  seed: number,
): number[] {
  const random = chance(seed);
  const lost = Array.from({ length: renewals + 1 }, () => 0);
  for (let index = 0; index < customers; index++) {
    const theta = random.beta(alpha!, beta!);
    const survived = (random.exponential(1) / -Math.log1p(-theta)) ** (1 / c!);
    if (survived < renewals) lost[Math.floor(survived) + 1]! += 1;
  }
  return lost.map((_, t) => lost.slice(0, t + 1).reduce((left, gone) => left - gone, customers));
}

describe("a fit to simulated customers", () => {
  test.each([
    ["sbg", [0.8, 2.5, 1]],
    ["sbg", [3, 9, 1]],
    ["bdw", [0.8, 2.5, 1.4]],
    ["bdw", [1.5, 3, 0.7]],
  ] as const)(
    "%s finds %j within 4 standard errors in 20 samples, as likely as theory says",
    (model, truth) => {
      const samples = 20;
      const free = model === "sbg" ? 2 : 3;
      let likelier = 0;
      for (let seed = 1; seed <= samples; seed++) {
        const renewals = renewalsOf([simulatedSurvivors(truth, 10_000, 10, seed)]);
        const { curve, logLikelihood: maximum, limits } = fitRenewals(model, renewals);
        expect(limits).toEqual([]);
        const found = [alphaOf(curve), betaOf(curve), curve.c].slice(0, free).map(Math.log);
        const at = (logs: Vector) => {
          const [alpha, beta, c = 1] = logs.map(Math.exp) as [number, number, number?];
          return logLikelihood(curveOf(alpha, beta, c), renewals);
        };
        const covariance = covarianceAt(at, found);
        found.forEach((value, k) =>
          expect(Math.abs(value - Math.log(truth[k]!)) / Math.sqrt(covariance[k]![k]!)).toBeLessThan(4),
        );
        likelier += 2 * (maximum - at(truth.slice(0, free).map(Math.log)));
      }
      // Twice the differences add up to a chi-squared variable (S. Wilks 1938), here within 4 standard deviations.
      const degrees = samples * free;
      expect(Math.abs(likelier - degrees)).toBeLessThan(4 * Math.sqrt(2 * degrees));
    },
  );
});

describe("the search for the maximum under bdw", () => {
  test("finds the best of 25 random starts on survivors at random", () => {
    const random = chance(7);
    const between = (low: number, high: number) => low + (high - low) * random.uniform();
    for (let table = 0; table < 8; table++) {
      const survivors = [Math.round(Math.exp(between(4, 9)))];
      const steady = between(0.3, 0.95);
      for (let t = 1; t <= 4 + (table % 6); t++) {
        const rate = table % 2 === 0 ? between(0.2, 1) : Math.min(1, steady + between(-0.1, 0.1));
        survivors.push(Math.round(survivors[t - 1]! * rate));
      }
      const renewals = renewalsOf([survivors]);
      const perCustomer = (point: Vector) => {
        const [lambda, spread, c] = point.map(Math.exp) as [number, number, number];
        return Math.max(
          logLikelihood({ lambda, spread, c: Math.min(c, 30) }, renewals) / survivors[0]!,
          -1e6,
        );
      };
      const tops = Array.from({ length: 25 }, () =>
        perCustomer(
          minimize(
            differenced((point) => -perCustomer(point)),
            [between(-4, 2), between(-6, 6), between(-3, 3)],
            { flat: 1e-9 },
          ).point,
        ),
      );
      const { logLikelihood: found } = fitRenewals("bdw", renewals);
      const isBest = Math.max(...tops) - found / survivors[0]! < 1e-9;
      expect({ survivors, isBest }).toEqual({ survivors, isBest: true });
    }
  });

  // Where a search from few starts ends on the lower of two hills; the higher one by 200 random starts.
  test.each([
    [
      [11300, 9109, 7625, 6903, 6475, 6148, 5860, 5611],
      [0.21554, 9.67387, 12.17527],
    ],
    [
      [20, 11, 10, 10, 9, 9],
      [0.59786, 24.93693, 6.55216],
    ],
    [
      [9138, 704, 515, 443, 385, 352],
      [2.56342, 19.03265, 8.52262],
    ],
    [
      [354, 155, 42, 25, 8, 7, 7, 5, 2, 2, 1, 1, 0, 0],
      [0.825865, 9.118195, 30],
    ],
  ] as const)("takes the higher of two hills: %j", (survivors, [lambda, spread, c]) => {
    const renewals = renewalsOf([survivors]);
    const { logLikelihood: found } = fitRenewals("bdw", renewals);
    expect(found).toBeGreaterThan(logLikelihood({ lambda, spread, c }, renewals) - 1e-6);
  });
});

test("renewals at which nobody is lost count together as they would one by one", () => {
  const lost = [0, 3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0];
  const kept = [0, 40, 40, 40, 40, 35, 34, 34, 0, 0, 20, 20, 20, 18, 18, 18];
  for (const curve of [
    { lambda: 0.1, spread: 0, c: 1 },
    { lambda: 0.2, spread: 0.6, c: 1 },
    { lambda: 0.05, spread: 3, c: 1.7 },
    { lambda: 0.4, spread: 0.1, c: 0.4 },
  ]) {
    let oneByOne = 0;
    lost.forEach((gone, index) => {
      const stay = retention(curve, index + 1);
      oneByOne += gone * Math.log(1 - stay) + kept[index]! * Math.log(stay);
    });
    const together = logLikelihood(curve, { lost, kept, survival: [] });
    expect(together / oneByOne).toBeCloseTo(1, 12);
  }
});
