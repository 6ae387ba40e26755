import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { chanceOfOrders } from "../../../src/core/models/chance";
import type { History } from "../../../src/core/models/history";
import { type ModelName, modelNames, models } from "../../../src/core/models/models";
import type { Parameters } from "../../../src/core/models/nbd";
import { chance as random, simulators } from "../../support/histories";

const anybody: History = { x: 0, t_x: 0, T: 0 };
const exactly = (model: ModelName, params: Parameters, history: History, time: number, orders: number) =>
  chanceOfOrders(model, params, history, time, { orders, orMore: false });
const atLeast = (model: ModelName, params: Parameters, history: History, time: number, orders: number) =>
  chanceOfOrders(model, params, history, time, { orders, orMore: true });

describe("BG/NBD gives the chances that BTYD prints for r 0.243, alpha 4.414, a 0.793, b 2.426", () => {
  const printed: Parameters = [0.243, 4.414, 0.793, 2.426];

  test("no repeat order in 39 weeks: 0.5737864, and 10 in 2 weeks: 1.07869e-07", () => {
    expect(exactly("bg/nbd", printed, anybody, 39, 0)).toBeCloseTo(0.5737864, 7);
    expect(exactly("bg/nbd", printed, anybody, 2, 10) / 1.07869e-7).toBeCloseTo(1, 5);
  });

  test.each([
    [11, 0.0019995214],
    [12, 0.0015170236],
    [13, 0.001163315],
    [14, 0.0009003148],
    [15, 0.0007023638],
    [16, 0.0005517902],
    [17, 0.0004361913],
    [18, 0.0003467171],
    [19, 0.0002769613],
    [20, 0.000222226],
  ])("%d repeat orders in 30 weeks: %d", (n, expected) => {
    expect(exactly("bg/nbd", printed, anybody, 30, n)).toBeCloseTo(expected, 10);
  });
});

/** P(N ≥ n) of a Poisson variable, from whichever sum does not cancel. */
function poissonTail(n: number, mean: number): number {
  const chanceAt = (k: number) => {
    let log = -mean;
    for (let i = 1; i <= k; i++) log += Math.log(mean / i);
    return Math.exp(log);
  };
  let total = 0;
  if (n <= mean) {
    for (let k = 0; k < n; k++) total += chanceAt(k);
    return 1 - total;
  }
  let term = chanceAt(n);
  for (let k = n; term > 1e-20 * total; k++) {
    total += term;
    term *= mean / (k + 1);
  }
  return total;
}

/** Of a customer whose rate and dropping out are known: likelihoods of the history, active and gone, and the chances. */
type Known = readonly [active: number, gone: number, exactly: number, orMore: number];
type Given = (rate: number, other: number, h: History, t: number, n: number) => Known;

const ofBeta =
  (extra: 0 | 1): Given =>
  (rate, p, { x, t_x, T }, t, n) => {
    const chances = x + extra;
    const tail = poissonTail(n, rate * t);
    const exact = tail - poissonTail(n + 1, rate * t);
    const outlived = (1 - p) ** Math.max(0, n - 1);
    return [
      (1 - p) ** chances * Math.exp(-rate * T),
      chances === 0 ? 0 : p * (1 - p) ** (chances - 1) * Math.exp(-rate * t_x),
      n === 0 ? Math.exp(-rate * t) : outlived * ((1 - p) * exact + p * tail),
      outlived * tail,
    ];
  };

const ofPareto: Given = (rate, mu, { t_x, T }, t, n) => {
  const both = rate + mu;
  const ended = (mu / both) * (rate / both) ** n * poissonTail(n + 1, both * t);
  const exact = poissonTail(n, rate * t) - poissonTail(n + 1, rate * t);
  return [
    Math.exp(-both * T),
    (mu / both) * (Math.exp(-both * t_x) - Math.exp(-both * T)),
    Math.exp(-mu * t) * (n === 0 ? Math.exp(-rate * t) : exact) + ended,
    n === 0 ? 1 : (rate / both) ** n * poissonTail(n, both * t),
  ];
};

const given: Readonly<Record<ModelName, Given>> = {
  "bg/nbd": ofBeta(0),
  "mbg/nbd": ofBeta(1),
  "pareto/nbd": ofPareto,
};

/**
 * The two unknowns of a customer weighted with their priors and the likelihood of the history, by the trapezoidal rule in
 * the logarithm of the rate and that or the logit of the other: no closed form of a model is used.
 */
function integrated(model: ModelName, [r, alpha, c, d]: Parameters, h: History, t: number, n: number) {
  const step = 0.2;
  const line = (from: number, to: number) =>
    Array.from({ length: Math.round((to - from) / step) }, (_, k) => from + k * step);
  const sums = [0, 0, 0];
  for (const y of line(-40 / (r + h.x), 6)) {
    const rate = Math.exp(y);
    const ofRate = Math.exp((r + h.x) * y - alpha * rate);
    for (const z of line(-36 / c, model === "pareto/nbd" ? 5 : 40 / d)) {
      const isTime = model === "pareto/nbd";
      const other = isTime ? Math.exp(z) : 1 / (1 + Math.exp(-z));
      const ofOther = isTime
        ? Math.exp(c * z - d * other)
        : Math.exp(c * Math.log(other) - d * Math.log1p(Math.exp(z)));
      const [active, gone, exact, orMore] = given[model](rate, other, h, t, n);
      const weight = ofRate * ofOther;
      sums[0]! += weight * (active + gone);
      sums[1]! += weight * (active * exact + (n === 0 ? gone : 0));
      sums[2]! += weight * (active * orMore + (n === 0 ? gone : 0));
    }
  }
  return { exactly: sums[1]! / sums[0]!, orMore: sums[2]! / sums[0]! };
}

const parameters: Readonly<Record<ModelName, readonly Parameters[]>> = {
  "bg/nbd": [
    [0.53, 4.414, 0.793, 2.426],
    [1.7, 9, 1.5, 6],
  ],
  "mbg/nbd": [
    [0.525, 6.183, 0.891, 1.614],
    [1.7, 9, 1.5, 6],
  ],
  "pareto/nbd": [
    [0.553, 10.578, 0.606, 11.669],
    [1.7, 9, 1.5, 30],
  ],
};
const silent: History = { x: 0, t_x: 0, T: 30 };
const known: History = { x: 2, t_x: 20, T: 30 };
const good: History = { x: 7, t_x: 28, T: 30 };

describe.each(modelNames)("%s agrees with an integration over what a customer may be", (model) => {
  test.each(
    parameters[model].flatMap((params) =>
      (
        [
          [anybody, 13, 0],
          [anybody, 26, 3],
          [silent, 13, 0],
          [silent, 26, 1],
          [known, 26, 2],
          [known, 4, 0],
          [good, 52, 6],
        ] as const
      ).map(([history, t, n]) => [params, history, t, n] as const),
    ),
  )("%j, %j, %d weeks, %d orders", (params, history, t, n) => {
    const expected = integrated(model, params, history, t, n);
    expect(exactly(model, params, history, t, n)).toBeCloseTo(expected.exactly, 9);
    expect(atLeast(model, params, history, t, n)).toBeCloseTo(expected.orMore, 9);
  });
});

describe.each(modelNames)("%s agrees with simulated customers", (model) => {
  // Of 40,000 customers a chance of 0.2 has a standard error of 0.002; four of them.
  test("who are new, over 26 weeks", () => {
    const params = parameters[model][0]!;
    const source = random(7);
    const purchases = simulators[model]!(params);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 40_000; i++) {
      const { length } = purchases(source, 26);
      if (length < 4) counts[length]! += 1;
    }
    counts.forEach((count, n) => {
      const expected = exactly(model, params, anybody, 26, n);
      const error = Math.sqrt((expected * (1 - expected)) / 40_000);
      expect(Math.abs(count / 40_000 - expected)).toBeLessThan(4 * error);
    });
  });

  test("who have ordered once in 26 weeks, in the second half of them, over the next 26", () => {
    const params = parameters[model][1]!;
    const source = random(11);
    const purchases = simulators[model]!(params);
    let [like, expected, square] = [0, 0, 0];
    const more = [0, 0];
    for (let i = 0; i < 60_000; i++) {
      const days = purchases(source, 52);
      const before = days.filter((day) => day <= 26);
      if (before.length !== 1 || before[0]! < 13) continue;
      const own = atLeast(model, params, { x: 1, t_x: before[0]!, T: 26 }, 26, 2);
      like++;
      expected += own;
      square += own * (1 - own);
      if (days.length - 1 >= 2) more[1]! += 1;
    }
    expect(like).toBeGreaterThan(1500);
    expect(Math.abs(more[1]! - expected)).toBeLessThan(4 * Math.sqrt(square));
  });
});

const logarithm = fc.double({ min: -6, max: 8, noNaN: true });
const anyParameters = fc
  .tuple(logarithm, logarithm, logarithm, logarithm)
  .map((logs) => logs.map(Math.exp) as unknown as Parameters);
const anyHistory = fc
  .record({
    x: fc.integer({ min: 0, max: 60 }),
    T: fc.double({ min: 0.1, max: 300, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ x, T, share }): History => ({ x, t_x: x > 0 ? T * share : 0, T }));

describe.each(modelNames)("%s, whatever the parameters and the history", (model) => {
  const anyTime = fc.double({ min: 0.01, max: 500, noNaN: true });

  test("chances are within 0 and 1, and those of fewer than n and of n or more make 1", () => {
    fc.assert(
      fc.property(
        anyParameters,
        anyHistory,
        anyTime,
        fc.integer({ min: 1, max: 12 }),
        (params, history, t, n) => {
          const fewer = Array.from({ length: n }, (_, k) => exactly(model, params, history, t, k));
          for (const one of fewer) expect(one >= 0 && one <= 1).toBe(true);
          const total = fewer.reduce((sum, one) => sum + one, atLeast(model, params, history, t, n));
          expect(total).toBeCloseTo(1, 11);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("the chances of n or more, n from 1 on, add up to the expected orders", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(
            fc.double({ min: 0.2, max: 3, noNaN: true }),
            fc.double({ min: 5, max: 30, noNaN: true }),
            fc.double({ min: 0.2, max: 3, noNaN: true }),
            fc.double({ min: 1, max: 20, noNaN: true }),
          )
          .map((values) => values as unknown as Parameters),
        fc.double({ min: 1, max: 30, noNaN: true }),
        (params, t) => {
          let total = 0;
          for (let n = 1; n < 2000; n++) {
            const one = atLeast(model, params, known, t, n);
            total += one;
            if (one < 1e-13) break;
          }
          expect(total).toBeCloseTo(models[model].expectedPurchases(params, known, t), 9);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("at limits of the parameters the chances stay what they stand for", () => {
  // Nobody drops out and all have one rate: Poisson with mean 26 × 0.3.
  const poisson: Parameters = [3e8, 1e9, 0, 1];
  for (const model of modelNames)
    expect(atLeast(model, poisson, known, 26, 9)).toBeCloseTo(poissonTail(9, 7.8), 7);
  // A share leaves at once and the others never: the parameters of the Pareto/NBD that stand for it.
  const ends: Parameters = [1, 20, Math.log1p(0.5) / 600, Math.exp(-600)];
  const mbg: Parameters = [1, 20, 1e-9, 2e-9];
  for (const n of [0, 1, 3])
    expect(exactly("pareto/nbd", ends, anybody, 26, n)).toBeCloseTo(
      exactly("mbg/nbd", mbg, anybody, 26, n),
      2,
    );
});
