import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { expectedBeforeDropout } from "../../../src/core/models/betaPurchases";
import { logCovariance } from "../../../src/core/models/fitTransactions";
import { type History, collapse, rescaled } from "../../../src/core/models/history";
import { bgNbd } from "../../../src/core/models/bgNbd";
import { modelNames, models } from "../../../src/core/models/models";
import type { Parameters } from "../../../src/core/models/nbd";
import { paretoNbd } from "../../../src/core/models/paretoNbd";
import type { TransactionModel } from "../../../src/core/models/transactionModel";
import { simulated } from "../../support/histories";
import { overRounded } from "../../support/rounding";
import closedForms from "../../fixtures/conditional.json";
import table from "../../fixtures/dropout.json";

const bg: Parameters = [0.24259395, 4.41359091, 0.79291996, 2.42589405];
const pareto: Parameters = [0.553, 10.578, 0.606, 11.669];
const truth = { "bg/nbd": bg, "mbg/nbd": [0.525, 6.183, 0.891, 1.614], "pareto/nbd": pareto } as const;

const best: History = { x: 26, t_x: 30.857142857, T: 31 };
const never: History = { x: 0, t_x: 0, T: 39 };
const silent = (x: number): History => ({ x, t_x: 20, T: 39 });

describe("BG/NBD at the parameters of the CDNOW data gives the published figures", () => {
  test.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
  ])(
    "repeat purchases of a new customer in %d weeks: %d (Hardie's workbook, in the tests of lifetimes)",
    (t, printed) => {
      expect(bgNbd.expectedPurchasesNew(bg, t)).toBeCloseTo(printed, 4);
    },
  );

  test("1.857957 in 78 weeks, of which the workbook's 1.8576 is 4e-4 short (closed form in 50 digits)", () => {
    expect(bgNbd.expectedPurchasesNew(bg, 78)).toBeCloseTo(1.857957, 6);
  });

  test("1.226 in the next 39 weeks after 2 purchases, the latest at 30.43 of 38.86 weeks (FHL 2005, section 5)", () => {
    expect(bgNbd.expectedPurchases(bg, { x: 2, t_x: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });
});

type Figure = readonly [
  what: string,
  printed: number,
  of: (model: TransactionModel, params: Parameters) => number,
];

/** Of a new customer in a year, of the best customer, and of silent ones: the likelier gone the more they bought. */
const figures = (
  ofNew: number,
  ofBest: readonly [orders: number, alive: number],
  ofSilent: readonly [number, number, number, number],
): Figure[] => [
  ["a new customer", ofNew, (model, params) => model.expectedPurchasesNew(params, 52)],
  ["the best", ofBest[0], (model, params) => model.expectedPurchases(params, best, 52)],
  ["P(alive) of the best", ofBest[1], (model, params) => model.probabilityAlive(params, best)],
  ...[10, 15, 20, 25].map((x, index): Figure => [
    `${x} purchases up to week 20 of 39`,
    ofSilent[index]!,
    (model, params) => model.expectedPurchases(params, silent(x), 52),
  ]),
];

// BTYD computes from a fit of its own, of which three decimals are published.
describe.each([
  [
    bgNbd,
    [0.243, 4.414, 0.793, 2.426],
    figures(1.444004, [25.75659, 0.9688523], [0.3474606, 0.04283391, 0.004158973, 0.0003583685]),
  ],
  [
    paretoNbd,
    [0.553, 10.58, 0.606, 11.656],
    [
      ...figures(1.473434, [25.45647, 0.997874], [0.7062289, 0.1442396, 0.02250658, 0.00309267]),
      ["P(alive) without a repeat", 0.2941633, (model, params) => model.probabilityAlive(params, never)],
    ] satisfies Figure[],
  ],
] as const)(
  "figures printed by the BTYD walkthrough are among those of the parameters that round to its own",
  (model, rounded, printedFigures) => {
    test.each(printedFigures)(`${model.name}, %s: %d`, (_, printed, of) => {
      const [least, largest] = overRounded(
        (params) => of(model, params as unknown as Parameters),
        rounded,
        5e-4,
      );
      expect(printed).toBeGreaterThan(least);
      expect(printed).toBeLessThan(largest);
    });
  },
);

describe("discounted expected transactions under Pareto/NBD, after x purchases of which the latest was at 35 of 77.86 weeks", () => {
  const cdnow: Parameters = [0.5629966, 12.559037, 0.4081095, 10.5148048];
  const perYear = Math.log(1.15) / 52;
  /** δ ∫ E[Y(t)] e^(−δt) dt, by parts the sum of all purchases to come, each discounted; Simpson's rule up to week 20,000. */
  function discounted(x: number, delta: number): number {
    const step = 2.5;
    const at = (t: number) =>
      delta * Math.exp(-delta * t) * paretoNbd.expectedPurchases(cdnow, { x, t_x: 35, T: 77.86 }, t);
    let total = 0;
    for (let t = 0; t < 20_000; t += step) total += at(t) + 4 * at(t + step / 2) + at(t + step);
    return (total * step) / 6;
  }

  test("x = 7 at 0.0027 a week: 1.86418333 (documentation of BTYD)", () => {
    expect(discounted(7, 0.0027)).toBeCloseTo(1.86418333, 8);
  });

  test.each([
    [1, 2.47777],
    [2, 3.4536],
    [3, 3.85808],
    [4, 3.72898],
    [7, 1.87058],
  ])("x = %d at 15% a year: %d (closed form with the confluent hypergeometric function)", (x, expected) => {
    expect(discounted(x, perYear)).toBeCloseTo(expected, 5);
  });
});

describe.each(modelNames)(
  "%s agrees with the closed forms of the papers in 50 digits (fixtures/conditional.py)",
  (name) => {
    const model = models[name];
    test.each(closedForms[name])(
      "r %d, alpha %d, %d, %d; x %d, t_x %d, T %d, horizon %d",
      (r, alpha, c, d, x, t_x, T, horizon, logLikelihood, alive, expected, ofNew) => {
        const params: Parameters = [r, alpha, c, d];
        const one: History = { x: x, t_x: t_x, T: T };
        expect(model.logLikelihood(params, one) / logLikelihood).toBeCloseTo(1, 12);
        expect(model.probabilityAlive(params, one) / alive).toBeCloseTo(1, 12);
        expect(model.expectedPurchases(params, one, horizon) / expected).toBeCloseTo(1, 12);
        expect(model.expectedPurchasesNew(params, horizon) / ofNew).toBeCloseTo(1, 12);
      },
    );
  },
);

describe("what the models need of the hypergeometric function agrees with 50 digits (fixtures/dropout.py)", () => {
  test("purchases before dropping out, to 11 digits, at a = 1 as well", () => {
    for (const [R, w, a, b, expected] of table.purchases as [number, number, number, number, number][])
      expect({ R, w, a, b, ratio: expectedBeforeDropout(R, w, a, b) / expected }).toEqual({
        R,
        w,
        a,
        b,
        ratio: expect.closeTo(1, 11) as unknown,
      });
  });

  test("the odds of having dropped out, to 11 digits", () => {
    for (const [r, alpha, s, beta, x, t_x, T, expected] of table.deaths) {
      const [log] = paretoNbd.deadOdds([r!, alpha!, s!, beta!], { x: x!, t_x: t_x!, T: T! });
      expect({
        given: [r, alpha, s, beta, x, t_x, T],
        off: (log! - expected!) / Math.max(1, Math.abs(expected!)),
      }).toEqual({
        given: [r, alpha, s, beta, x, t_x, T],
        off: expect.closeTo(0, 11) as unknown,
      });
    }
  });
});

const history: fc.Arbitrary<History> = fc
  .record({
    x: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5000 })),
    T: fc.oneof(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 10_000, noNaN: true }),
    ),
    share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ x, T, share }) => ({ x: T > 0 && share > 0 ? x : 0, t_x: x > 0 ? T * share : 0, T }));
const logarithm = fc.double({ min: -7, max: 9, noNaN: true });
const anyParameters = fc
  .tuple(logarithm, logarithm, logarithm, logarithm)
  .map((logs) => logs.map(Math.exp) as unknown as Parameters);

describe.each(modelNames)("%s, whatever the parameters and the history", (name) => {
  const model = models[name];

  test("P(alive) is between 0 and 1, and expectations are finite, not negative and grow with the horizon", () => {
    fc.assert(
      fc.property(anyParameters, history, (params, one) => {
        const alive = model.probabilityAlive(params, one);
        expect(alive >= 0 && alive <= 1).toBe(true);
        const [soon, later] = [5, 50].map((horizon) => model.expectedPurchases(params, one, horizon)) as [
          number,
          number,
        ];
        expect(Number.isFinite(later) && soon >= 0 && later >= soon * (1 - 1e-12)).toBe(true);
        expect(Number.isFinite(model.logLikelihood(params, one))).toBe(true);
        expect(model.expectedPurchasesNew(params, 0)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("days and weeks give the same predictions, and a log-likelihood that differs by x ln 7", () => {
    fc.assert(
      fc.property(anyParameters, history, ([r, alpha, c, d], one) => {
        const params: Parameters = [r, alpha, c, d];
        const inDays: Parameters = [r, alpha * 7, c, name === "pareto/nbd" ? d * 7 : d];
        const days = { x: one.x, t_x: one.t_x * 7, T: one.T * 7 };
        const [week, day] = [model.probabilityAlive(params, one), model.probabilityAlive(inDays, days)];
        expect(Math.abs(week - day)).toBeLessThan(1e-8);
        const likelihood = model.logLikelihood(params, one);
        const difference = likelihood - model.logLikelihood(inDays, days) - one.x * Math.log(7);
        expect(Math.abs(difference)).toBeLessThan(1e-9 * (1 + one.x + Math.abs(likelihood)));
      }),
    );
  });

  test("the gradient is that of differences of the log-likelihood", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (logs) => {
          const data = collapse(simulated(name, truth[name], 50));
          const gradient = [0, 0, 0, 0];
          model.total(logs.map(Math.exp), data, gradient);
          logs.forEach((_, k) => {
            const at = (by: number) =>
              model.logLikelihood(
                logs.map((value, index) =>
                  Math.exp(index === k ? value + by : value),
                ) as unknown as Parameters,
                data,
              );
            const difference = (at(1e-4) - at(-1e-4)) / 2e-4;
            expect(Math.abs(difference - gradient[k]! * Math.exp(logs[k]!))).toBeLessThan(
              1e-6 * (100 + Math.abs(difference)),
            );
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  const anyLogs = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 });

  test("the second derivatives are those of differences of the gradient", () => {
    const data = collapse(simulated(name, truth[name], 600, 52, 1, true));
    const gradientAt = (params: readonly number[], second?: number[][]) => {
      const gradient = [0, 0, 0, 0];
      model.total(params, data, gradient, second);
      return gradient;
    };
    fc.assert(
      fc.property(anyLogs, (logs) => {
        const params = logs.map(Math.exp);
        const second: number[][] = [];
        gradientAt(params, second);
        const scaled = second.map((row, i) => row.map((value, j) => value * params[i]! * params[j]!));
        const largest = Math.max(...scaled.flat().map(Math.abs));
        params.forEach((_, i) => {
          const at = (by: number) =>
            gradientAt(params.map((value, k) => (k === i ? value * (1 + by) : value)));
          const [after, before] = [at(1e-4), at(-1e-4)];
          params.forEach((other, j) => {
            const difference = ((after[j]! - before[j]!) / 2e-4) * other;
            expect(Math.abs(difference - scaled[i]![j]!)).toBeLessThan(1e-6 * largest);
            expect(second[i]![j]).toBe(second[j]![i]);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  test("the log-likelihood of many customers, who share what they can, is the sum of those of each", () => {
    const histories = simulated(name, truth[name], 800, 26, 1, true);
    const data = collapse(histories);
    fc.assert(
      fc.property(anyLogs, (logs) => {
        const params = logs.map(Math.exp) as unknown as Parameters;
        const alone = histories.reduce((all, one) => all + model.logLikelihood(params, one), 0);
        expect(model.logLikelihood(params, data) / alone).toBeCloseTo(1, 11);
      }),
      { numRuns: 20 },
    );
  });

  test("the slopes of expected purchases are those of differences, for short and for endless horizons", () => {
    fc.assert(
      fc.property(
        anyParameters,
        history,
        fc.constantFrom(1, 52, 520, 1e5),
        ([r, alpha, c, d], one, horizon) => {
          const params: Parameters = [r, alpha, c, d];
          const slopes = [0, 0, 0, 0];
          const value = model.expectedIfAlive(params, one, horizon, slopes);
          expect(value / model.expectedIfAlive(params, one, horizon)).toBeCloseTo(1, 12);
          params.forEach((param, k) => {
            const at = (by: number) => {
              const moved = params.map((own, index) => (index === k ? own * (1 + by) : own));
              return model.expectedIfAlive(moved as unknown as Parameters, one, horizon);
            };
            const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
            expect(Math.abs(difference - slopes[k]! * param)).toBeLessThan(1e-4 * value);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  test("the expectation goes smoothly through 1, where its closed form divides by 0", () => {
    const at = (dropout: number) =>
      model.expectedPurchases([0.5, 8, dropout, 2.5], { x: 3, t_x: 20, T: 30 }, 52);
    const [below, one, above] = [1 - 1e-9, 1, 1 + 1e-9].map(at) as [number, number, number];
    expect(Math.abs(above - one) / one).toBeLessThan(1e-8);
    expect((below + above) / 2 / one).toBeCloseTo(1, 13);
  });
});

describe.each(modelNames)("a fit of %s", (name) => {
  const model = models[name];
  const histories = simulated(name, truth[name], 3000);
  const data = collapse(histories);
  const fitted = model.fit(histories);

  test("ends where no derivative by a log-parameter is above 1e-6 per customer", () => {
    const gradient = [0, 0, 0, 0];
    model.total(fitted.params, data, gradient);
    gradient.forEach((slope, k) => expect(Math.abs(slope * fitted.params[k]!) / 3000).toBeLessThan(1e-6));
    expect(fitted).toMatchObject({ converged: true, limits: [] });
  });

  test("recovers the parameters of the simulation within 3 standard errors", () => {
    const covariance = logCovariance(model.total, fitted.params, data);
    truth[name].forEach((value, k) => {
      expect(Math.abs(Math.log(fitted.params[k]! / value)) / Math.sqrt(covariance[k]![k]!)).toBeLessThan(3);
    });
  });

  test("is the same to the last digit in whatever order the customers are", () => {
    expect(model.fit(histories.slice().reverse())).toEqual(fitted);
  });

  test("counts a customer who is there twice as one of double weight", () => {
    const twice = model.fit([...histories, ...histories]);
    expect(twice.logLikelihood / 2 / fitted.logLikelihood).toBeCloseTo(1, 12);
    twice.params.forEach((value, k) => expect(value / fitted.params[k]!).toBeCloseTo(1, 6));
  });

  test("in days is the fit in weeks", () => {
    const days = model.fit(rescaled(data, 1 / 7));
    const expected = fitted.params.map((value, k) =>
      k === 1 || (k === 3 && name === "pareto/nbd") ? value * 7 : value,
    );
    days.params.forEach((value, k) => expect(value / expected[k]!).toBeCloseTo(1, 6));
  });
});

describe("where the likelihood has no maximum inside, the fit is the limit that it points to", () => {
  test("nobody drops out: the dropout parameter is 0, P(alive) 1, and expectations those of the plain NBD", () => {
    // Who bought twice or more, and today, is less likely the likelier dropping out is, under each of the models.
    const active = Array.from({ length: 300 }, (_, index) => ({
      x: 2 + Math.floor((index / 60) ** 2),
      t_x: 25 + (index % 5),
      T: 25 + (index % 5),
    }));
    for (const name of modelNames) {
      const { params, limits, converged } = models[name].fit(active);
      expect([limits, converged, params[2]]).toEqual([["none"], true, 0]);
      const one = { x: 3, t_x: 10, T: 25 };
      expect(models[name].probabilityAlive(params, one)).toBe(1);
      expect(models[name].expectedPurchases(params, one, 52)).toBeCloseTo(
        (52 * (params[0] + 3)) / (params[1] + 25),
        10,
      );
    }
  });

  test("everyone drops out at one rate: s and beta stand for it, and the more they differ the less likely it is", () => {
    // All go silent within a few weeks of each other, which no spread of rates makes likelier.
    const alike = Array.from({ length: 300 }, (_, index) => ({
      x: 5 + (index % 23),
      t_x: 12 + (index % 7),
      T: 40,
    }));
    const { params, logLikelihood, limits } = paretoNbd.fit(alike);
    expect(limits).toEqual(["alike"]);
    const at = (factor: number) =>
      paretoNbd.logLikelihood(
        [params[0], params[1], params[2] * factor, params[3] * factor],
        collapse(alike),
      );
    expect(Math.abs(at(10) - logLikelihood)).toBeLessThan(1e-3);
    expect(at(1e-3)).toBeLessThan(at(1e-2));
    expect(at(1e-2)).toBeLessThan(logLikelihood);
  });
});
