import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import * as bgBb from "../../../src/core/models/bgBb";
import { type History, collapse } from "../../../src/core/models/history";
import type { Parameters } from "../../../src/core/models/nbd";
import { fitYears } from "../../../src/core/prediction/fitYears";
import { covarianceAt, derivative } from "../../support/differences";
import { donors } from "../../support/exampleCells";
import { chance } from "../../support/histories";

const cohort = donors.map(([x, t_x, weight]) => ({ x, t_x, T: 6, weight }));
const logLikelihood = (params: readonly number[], groups = cohort) =>
  bgBb.total(params, collapse(groups), [0, 0, 0, 0]);
const paper: Parameters = [1.204, 0.75, 0.657, 2.783];
const of = (x: number, t_x: number, T = 6): History => ({ x, t_x, T });
const anybody = of(0, 0, 0);

describe("the 11,104 donors of 1995, as Fader, Hardie, Shang (2010) print them", () => {
  const fit = fitYears(cohort);

  test("parameters 1.204, 0.750, 0.657, 2.783 with a log-likelihood of −33,225.6", () => {
    fit.params.forEach((value, k) => expect(value).toBeCloseTo(paper[k]!, 3));
    expect(fit.logLikelihood).toBeCloseTo(-33225.6, 1);
    expect(fit.customers).toBe(11_104);
    expect(fit.warnings).toEqual([]);
  });

  test("P(alive) in 2002: 0.11 who never gave again, 0.59 after two with the latest in 1999, 0.93 after six (table 6)", () => {
    const alive = [of(0, 0), of(2, 4), of(6, 6)].map((one) => bgBb.aliveAtNext(fit.params, one));
    [0.11, 0.59, 0.93].forEach((printed, k) => expect(alive[k]).toBeCloseTo(printed, 2));
  });

  test("expected donations of 2002–2006: 0.07 and 3.75, 12,884.2 of all (Hardie's workbook)", () => {
    expect(bgBb.expectedPurchases(fit.params, of(0, 0), 5)).toBeCloseTo(0.07, 2);
    expect(bgBb.expectedPurchases(fit.params, of(6, 6), 5)).toBeCloseTo(3.75, 2);
    const all = cohort.reduce(
      (sum, { weight, ...one }) => sum + weight * bgBb.expectedPurchases(fit.params, one, 5),
      0,
    );
    expect(Math.abs(all - 12_884.2)).toBeLessThan(0.1);
  });

  test("3,454.9 expected not to give again in six years and 1,253.1 to give in all (Hardie's workbook)", () => {
    const expected = (n: number) => 11_104 * bgBb.chanceOfPurchases(fit.params, anybody, 6, n, false);
    expect(expected(0)).toBeCloseTo(3454.9, 1);
    expect(expected(6)).toBeCloseTo(1253.1, 1);
  });

  test("the log-likelihood has no slope there, and standard errors are those of its second differences", () => {
    const logs = fit.params.map(Math.log);
    const ofLogs = (at: readonly number[]) => logLikelihood(at.map(Math.exp));
    logs.forEach((_, k) => expect(Math.abs(derivative(ofLogs, logs, k))).toBeLessThan(0.01));
    const covariance = covarianceAt(ofLogs, logs);
    fit.errors.forEach((error, k) =>
      expect(error! / (fit.params[k]! * Math.sqrt(covariance[k]![k]!))).toBeCloseTo(1, 4),
    );
  });
});

/**
 * What can be of a customer by the likelihood of the history and by what comes, integrated by the trapezoidal rule over the
 * logits of both chances: nothing of the model's closed forms is used.
 */
function integrated(
  [alpha, beta, gamma, delta]: Parameters,
  { x, t_x, T }: History,
  ofActive: (p: number, theta: number) => number,
  ofGone: number,
): number {
  const step = 0.25;
  const line = (low: number, high: number) =>
    Array.from({ length: Math.ceil((36 / low + 36 / high) / step) }, (_, k) => k * step - 36 / low);
  let [all, wanted] = [0, 0];
  for (const y of line(alpha, beta)) {
    const p = 1 / (1 + Math.exp(-y));
    const left = 1 / (1 + Math.exp(y));
    for (const z of line(gamma, delta)) {
      const theta = 1 / (1 + Math.exp(-z));
      const stays = 1 / (1 + Math.exp(z));
      const prior = Math.exp(
        alpha * Math.log(p) + beta * Math.log(left) + gamma * Math.log(theta) + delta * Math.log(stays),
      );
      const active = p ** x * left ** (T - x) * stays ** T;
      let gone = 0;
      for (let m = t_x; m < T; m++) gone += p ** x * left ** (m - x) * stays ** m * theta;
      all += prior * (active + gone);
      wanted += prior * (active * ofActive(p, theta) + gone * ofGone);
    }
  }
  return wanted / all;
}

describe("what is to come agrees with an integration over what a customer may be", () => {
  const cases: [Parameters, History][] = [
    [paper, of(0, 0)],
    [paper, of(3, 4)],
    [paper, of(6, 6)],
    [[0.6, 2, 1, 8], of(2, 5, 9)],
    [[3, 2, 0.5, 1], anybody],
  ];
  test.each(cases)("%j, %j", (params, one) => {
    const alive = integrated(params, one, (_, theta) => 1 - theta, 0);
    expect(bgBb.aliveAtNext(params, one)).toBeCloseTo(alive, 9);
    const later = (opportunities: number, discount: number) => (p: number, theta: number) => {
      let sum = 0;
      for (let j = 1; j <= opportunities; j++) sum += p * (1 - theta) ** j * discount ** j;
      return sum;
    };
    expect(bgBb.expectedPurchases(params, one, 5)).toBeCloseTo(integrated(params, one, later(5, 1), 0), 9);
    expect(bgBb.discountedPurchases(params, one, 5, 1 / 1.1)).toBeCloseTo(
      integrated(params, one, later(5, 1 / 1.1), 0),
      9,
    );
    const forever = (p: number, theta: number) => (p * (1 - theta)) / 1.1 / (1 - (1 - theta) / 1.1);
    expect(bgBb.discountedPurchases(params, one, "forever", 1 / 1.1)).toBeCloseTo(
      integrated(params, one, forever, 0),
      9,
    );
    for (let n = 0; n <= 3; n++) {
      const exactly = (p: number, theta: number) => exactlyOf(p, theta, 3, n);
      const orMore = (p: number, theta: number) =>
        [0, 1, 2, 3].reduce((sum, k) => sum + (k >= n ? exactlyOf(p, theta, 3, k) : 0), 0);
      expect(bgBb.chanceOfPurchases(params, one, 3, n, false)).toBeCloseTo(
        integrated(params, one, exactly, n === 0 ? 1 : 0),
        9,
      );
      expect(bgBb.chanceOfPurchases(params, one, 3, n, true)).toBeCloseTo(
        integrated(params, one, orMore, n === 0 ? 1 : 0),
        9,
      );
    }
  });

  /** Of someone whose chances are known: n purchases at m opportunities, each of which may be the first that is missed for good. */
  function exactlyOf(p: number, theta: number, m: number, n: number): number {
    if (m === 0) return n === 0 ? 1 : 0;
    const taken = n === 0 ? 0 : p * exactlyOf(p, theta, m - 1, n - 1);
    return theta * (n === 0 ? 1 : 0) + (1 - theta) * (taken + (1 - p) * exactlyOf(p, theta, m - 1, n));
  }
});

test("forever is the limit of ever more years, whatever the discount", () => {
  for (const discount of [0.5, 0.9, 0.99, 0.999])
    for (const params of [paper, [0.3, 4, 0.05, 0.4], [2, 2, 30, 900]] as Parameters[])
      expect(
        bgBb.discountedPurchases(params, of(3, 4), "forever", discount) /
          bgBb.discountedPurchases(params, of(3, 4), 40_000, discount),
      ).toBeCloseTo(1, 11);
});

const anyParameters = fc
  .array(fc.double({ min: -5, max: 6, noNaN: true }), { minLength: 4, maxLength: 4 })
  .map((logs) => logs.map(Math.exp) as unknown as Parameters);
const anyYears = fc
  .tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 }))
  .map(([x, more, later]) => of(x, x === 0 ? 0 : x + more, x + more + later));

describe("whatever the parameters and the history", () => {
  test("the chances of all histories of six opportunities add up to 1", () => {
    fc.assert(
      fc.property(anyParameters, (params) => {
        let total = 0;
        for (let x = 0; x <= 6; x++)
          for (let t_x = x === 0 ? 0 : x; t_x <= (x === 0 ? 0 : 6); t_x++) {
            let ways = 1;
            for (let i = 1; i < x; i++) ways *= (t_x - i) / i;
            total += ways * Math.exp(logLikelihood(params, [{ ...of(x, t_x), weight: 1 }]));
          }
        expect(total).toBeCloseTo(1, 10);
      }),
      { numRuns: 60 },
    );
  });

  test("the gradient is that of differences of the log-likelihood", () => {
    fc.assert(
      fc.property(anyParameters, (params) => {
        const logs = params.map(Math.log);
        const gradient = [0, 0, 0, 0];
        bgBb.total(params, collapse(cohort), gradient);
        logs.forEach((_, k) => {
          const difference = derivative((at) => logLikelihood(at.map(Math.exp)), logs, k);
          expect(Math.abs(difference - gradient[k]! * params[k]!)).toBeLessThan(
            1e-5 * (100 + Math.abs(difference)),
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  test("chances are within 0 and 1 and add up to 1, and as orders or more to the expected ones", () => {
    fc.assert(
      fc.property(anyParameters, anyYears, fc.nat({ max: 15 }), (params, one, ahead) => {
        const numbers = Array.from({ length: ahead + 1 }, (_, n) => n);
        const exactly = numbers.map((n) => bgBb.chanceOfPurchases(params, one, ahead, n, false));
        for (const each of exactly) expect(each >= 0 && each <= 1).toBe(true);
        expect(exactly.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 10);
        const orMore = numbers.slice(1).map((n) => bgBb.chanceOfPurchases(params, one, ahead, n, true));
        expect(orMore.reduce((sum, each) => sum + each, 0)).toBeCloseTo(
          bgBb.expectedPurchases(params, one, ahead),
          9,
        );
        expect(bgBb.chanceOfPurchases(params, one, ahead, ahead + 1, true)).toBe(0);
      }),
    );
  });
});

/** Customers with so many opportunities, whose chances to buy and to leave are drawn, or the same for all. */
function simulated(
  customers: number,
  drawn: (random: ReturnType<typeof chance>) => readonly [p: number, theta: number],
  seed = 3,
) {
  const random = chance(seed);
  return Array.from({ length: customers }, (_, index) => {
    const T = 4 + (index % 5);
    const [p, theta] = drawn(random);
    let [x, t_x] = [0, 0];
    for (let at = 1; at <= T; at++) {
      if (random.uniform() < theta) break;
      if (random.uniform() < p) [x, t_x] = [x + 1, at];
    }
    return { x, t_x, T, weight: 1 };
  });
}

describe("fits of simulated customers", () => {
  test("20,000 with histories of 4 to 8 years: each parameter within four standard errors", () => {
    const truth = [1.5, 2, 0.8, 4];
    const fit = fitYears(simulated(20_000, (random) => [random.beta(1.5, 2), random.beta(0.8, 4)] as const));
    truth.forEach((value, k) => expect(Math.abs(fit.params[k]! - value) / fit.errors[k]!).toBeLessThan(4));
    expect(fit.warnings).toEqual([]);
  });

  test("nobody leaves: says so, and expects that everyone goes on", () => {
    const fit = fitYears(simulated(2000, (random) => [random.beta(2, 2), 0] as const));
    expect(fit.warnings.join(" ")).toMatch(
      /Nothing shows that any customer leaves|do not prove that any customer leaves/,
    );
    expect(fit.params.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
    expect(bgBb.aliveAtNext(fit.params, of(1, 1, 4))).toBeGreaterThan(0.8);
  });

  test("all equally likely to order: says the chance, without a standard error", () => {
    const fit = fitYears(simulated(2000, () => [0.4, 0] as const));
    expect(fit.warnings.join(" ")).toMatch(
      /All customers seem equally likely to order at an opportunity \((39|40|41)%\)/,
    );
    expect(fit.errors.slice(0, 2)).toEqual([undefined, undefined]);
  });
});
