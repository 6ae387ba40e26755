import { describe, expect, test } from "@jest/globals";
import { type History, collapse } from "../../../src/core/models/history";
import { models } from "../../../src/core/models/models";
import type { Parameters } from "../../../src/core/models/nbd";
import { chance, simulated } from "../../support/histories";
import twoMaxima from "../../fixtures/maxima.json";

const logsOf = (params: readonly number[]) => params.map(Math.log);

/** The lowest value that the simplex of Nelder and Mead (1965) comes to from a point. */
function lowest(f: (point: readonly number[]) => number, from: readonly number[]): number {
  const vertex = (point: readonly number[]) => ({ point, value: f(point) });
  let simplex = [
    from,
    ...from.map((_, k) => from.map((value, index) => value + (index === k ? 0.7 : 0))),
  ].map(vertex);
  for (let round = 0; round < 400; round++) {
    simplex = simplex.sort((one, other) => one.value - other.value);
    const worst = simplex.pop()!;
    if (worst.value - simplex[0]!.value < 1e-6) break;
    const centre = from.map(
      (_, k) => simplex.reduce((sum, { point }) => sum + point[k]!, 0) / simplex.length,
    );
    const along = (by: number) => vertex(centre.map((value, k) => value + by * (value - worst.point[k]!)));
    let next = along(1);
    if (next.value < simplex[0]!.value) {
      const further = along(2);
      if (further.value < next.value) next = further;
    } else if (next.value >= simplex[simplex.length - 1]!.value) {
      next = along(next.value < worst.value ? 0.5 : -0.5);
      if (next.value >= worst.value) {
        const best = simplex[0]!.point;
        simplex = [...simplex, worst].map(({ point }) =>
          vertex(point.map((value, k) => (value + best[k]!) / 2)),
        );
        continue;
      }
    }
    simplex.push(next);
  }
  return Math.min(...simplex.map(({ value }) => value));
}

describe("of two maxima of the likelihood the fit is the higher one", () => {
  test.each(["mbg/nbd", "pareto/nbd"] as const)(
    "%s, with what the other is mistaken for (fixtures/maxima.json)",
    (name) => {
      const { best, logLikelihood, histories } = twoMaxima[name];
      const weeks = histories.map(([x, t_x, T]): History => ({ x: x!, t_x: t_x! / 7, T: T! / 7 }));
      const fitted = models[name].fit(weeks);
      expect(fitted.logLikelihood).toBeCloseTo(logLikelihood, 6);
      logsOf(fitted.params).forEach((log, k) => expect(log).toBeCloseTo(Math.log(best[k]!), 4));
      expect(fitted).toMatchObject({ limits: [], converged: true });
    },
  );

  // Nelder and Mead's simplex uses no derivative and nothing of the fit but the likelihood, which other tests hold.
  test.each([
    ["bg/nbd", 4],
    ["mbg/nbd", 4],
    ["pareto/nbd", 1],
  ] as const)(
    "%s: no search from 6 random starts, random shops: %d, ends more than 0.02 higher",
    (name, shops) => {
      for (let shop = 1; shop <= shops; shop++) {
        const random = chance(shop * 7);
        const between = (low: number, high: number) => low + (high - low) * random.uniform();
        // Frequent buyers and few of them, where two maxima are met.
        const truth = [between(-2, 0.5), between(-1.5, 1), between(-2.5, 0), between(-2, 1)].map(Math.exp);
        const histories = collapse(simulated(name, truth, 60, 52, shop, true));
        const fitted = models[name].fit(histories);
        const minus = (logs: readonly number[]) => {
          if (logs.some((log) => Math.abs(log) > 12)) return Infinity;
          return -models[name].logLikelihood(logs.map(Math.exp) as unknown as Parameters, histories);
        };
        for (let start = 0; start < 6; start++) {
          const from = [
            between(-2, 1),
            between(-2, 3),
            between(-3, 1),
            between(name === "pareto/nbd" ? -10 : -3, 3),
          ];
          const gap = -lowest(minus, from) - fitted.logLikelihood;
          expect({ shop, start, gap, isHigher: gap > 0.02 }).toMatchObject({ isHigher: false });
        }
      }
    },
  );
});
