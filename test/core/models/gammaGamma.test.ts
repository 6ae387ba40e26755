import { describe, expect, test } from "@jest/globals";
import { trigamma } from "../../../src/core/math/gamma";
import * as gammaGamma from "../../../src/core/models/gammaGamma";
import type { Spend } from "../../../src/core/models/spendLikelihood";
import { chance } from "../../support/histories";
import { overRounded } from "../../support/rounding";

const cdnow: gammaGamma.SpendParameters = [6.2493, 3.7443, 15.4445];

/** Mean amounts of customers with 1 to 6 repeat purchases under these parameters. */
function simulatedSpends([p, q, v]: gammaGamma.SpendParameters, customers: number): Spend[] {
  const random = chance(5);
  return Array.from({ length: customers }, () => {
    const x = 1 + Math.floor(6 * random.uniform());
    return { x, z: random.gamma(p * x, x * random.gamma(q, v)) };
  });
}

describe("Gamma–Gamma at the parameters of the CDNOW data gives the published figures", () => {
  test("a mean of 35.170584 of the population is among those of the parameters that round to them (Fader and Hardie, note 025)", () => {
    const mean = (params: number[]) =>
      gammaGamma.expectedSpendNew(params as unknown as gammaGamma.SpendParameters);
    const [least, largest] = overRounded(mean, cdnow, 5e-5);
    expect(least).toBeLessThan(35.170584);
    expect(largest).toBeGreaterThan(35.170584);
  });

  // What is expected depends on p ÷ (q − 1) and v alone: E = w + ρ x (z − E), ρ that quotient and w the mean of the
  // population. The figures printed for single customers come from another end of the search than the parameters printed
  // next to them, along the ridge of the likelihood: two of the figures tell ρ and w, and the others must follow.
  test("expectations of four customers and their mean agree with each other (customer-analytics by abdullahau)", () => {
    const printed = [
      [1, 11.77, 18.909032],
      [5, 44.928, 44.140425],
      [2, 22.345, 24.653556],
      [4, 33.3175, 33.500768],
    ] as const;
    const slopes = printed.map(([x, z, expected]) => x * (z - expected));
    const ratio = (printed[1][2] - printed[0][2]) / (slopes[1]! - slopes[0]!);
    const mean = printed[0][2] - ratio * slopes[0]!;
    expect(ratio / (cdnow[0] / (cdnow[1] - 1))).toBeCloseTo(1, 3);
    expect(mean / 35.170584).toBeCloseTo(1, 6);
    const params = [cdnow[0], 1 + cdnow[0] / ratio, mean / ratio] as const;
    for (const [x, z, expected] of printed)
      expect(gammaGamma.expectedSpend(params, { x, z })).toBeCloseTo(expected, 6);
  });
});

describe("a Gamma–Gamma fit", () => {
  const spends = simulatedSpends(cdnow, 4000);
  const fitted = gammaGamma.fit(spends)!;

  test("recovers the parameters of the simulation within 3 standard errors", () => {
    const covariance = gammaGamma.logCovariance(fitted.params, spends);
    const logs = ([p, q, v]: gammaGamma.SpendParameters) => [Math.log(p), Math.log(q - 1), Math.log(v)];
    logs(fitted.params).forEach((value, k) =>
      expect(Math.abs(value - logs(cdnow)[k]!) / Math.sqrt(covariance[k]![k]!)).toBeLessThan(3),
    );
    expect(fitted).toMatchObject({ converged: true, isHeld: false, isAtEnd: false });
  });

  test("has no neighbour of higher likelihood", () => {
    for (const k of [0, 1, 2])
      for (const factor of [0.999, 1.001]) {
        const moved = fitted.params.map((value, index) => (index === k ? value * factor : value));
        expect(gammaGamma.logLikelihood(moved as unknown as gammaGamma.SpendParameters, spends)).toBeLessThan(
          fitted.logLikelihood,
        );
      }
  });

  test("in cents is the fit in euros", () => {
    const cents = gammaGamma.fit(spends.map(({ x, z }) => ({ x, z: z * 100 })))!;
    [1, 1, 100].forEach((factor, k) =>
      expect(cents.params[k]! / fitted.params[k]! / factor).toBeCloseTo(1, 7),
    );
  });

  test("takes the population mean from the data where order values vary so much that q would be 1 or less", () => {
    const wild = simulatedSpends([6, 0.6, 15], 500);
    const { params, isHeld } = gammaGamma.fit(wild)!;
    const mean = wild.reduce((total, { z }) => total + z, 0) / wild.length;
    expect(isHeld).toBe(true);
    expect(params[1]).toBeGreaterThan(1);
    expect(gammaGamma.expectedSpendNew(params) / mean).toBeCloseTo(1, 9);
  });

  test("does not exist where amounts are all equal or missing", () => {
    expect(gammaGamma.fit([])).toBeUndefined();
    expect(gammaGamma.fit(spends.map(({ x }) => ({ x, z: 12.5 })))).toBeUndefined();
  });
});

test("first and second derivatives are those of differences, and of an inverse square sum", () => {
  // ψ′(1) = π² ÷ 6 and ψ′(½) = π² ÷ 2, Abramowitz and Stegun 6.4.2 and 6.4.4.
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
  expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 14);
  const objective = gammaGamma.objectiveOf(simulatedSpends(cdnow, 200), 30);
  const at = (point: readonly number[]) => {
    const [gradient, second]: [number[], number[][]] = [[0, 0, 0], []];
    return { value: objective(point, gradient, second), gradient, second };
  };
  for (const point of [
    [1.8, 1, -0.7],
    [-2, 3, 2],
    [5, -3, -4],
  ]) {
    const { gradient, second } = at(point);
    point.forEach((_, k) => {
      const [after, before] = [1e-4, -1e-4].map((by) =>
        at(point.map((own, index) => (index === k ? own + by : own))),
      ) as [ReturnType<typeof at>, ReturnType<typeof at>];
      expect(gradient[k]).toBeCloseTo((after.value - before.value) / 2e-4, 6);
      point.forEach((__, j) =>
        expect(second[k]![j]).toBeCloseTo((after.gradient[j]! - before.gradient[j]!) / 2e-4, 6),
      );
    });
  }
});
