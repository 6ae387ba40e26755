import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { chiSquareTail } from "../../../src/core/math/chiSquare";
import {
  type CovariateGroup,
  type CovariateModel,
  covariateModels,
  covariateObjective,
  jacobian,
  parametersAt,
} from "../../../src/core/models/covariates";
import { fitCovariates } from "../../../src/core/models/fitCovariates";
import { type History, collapse, distinctOf } from "../../../src/core/models/history";
import { models } from "../../../src/core/models/models";
import type { Parameters } from "../../../src/core/models/nbd";
import { covarianceAt, derivative } from "../../support/differences";
import { chance, simulators } from "../../support/histories";

const truth: Readonly<Record<CovariateModel, Parameters>> = {
  "mbg/nbd": [0.8, 6, 0.7, 2],
  "pareto/nbd": [0.8, 6, 0.8, 12],
};
const effects = { trans: [0.5, -0.3], life: [-0.4, 0.6] };

/** Customers of whom a flag and a number are known, which move both processes. */
function simulated(model: CovariateModel, customers: number, seed: number, given = effects) {
  const random = chance(seed);
  return Array.from({ length: customers }, (_, index) => {
    const z = [random.uniform() < 0.3 ? 1 : 0, Math.floor(random.uniform() * 5)];
    const params = parametersAt(model, truth[model], given, z);
    const T = 50 + (index % 60);
    const days = simulators[model]!(params)(random, T);
    const history: History = { x: days.length, t_x: days[days.length - 1] ?? 0, T };
    return { z, history };
  });
}

function groupsOf(customers: readonly { z: readonly number[]; history: History }[]): CovariateGroup[] {
  const groups = new Map<string, { z: readonly number[]; histories: History[] }>();
  for (const { z, history } of customers) {
    const group = groups.get(z.join()) ?? { z, histories: [] };
    group.histories.push(history);
    groups.set(z.join(), group);
  }
  return Array.from(groups.values(), ({ z, histories }) => ({ z, histories: collapse(histories) }));
}

/** Log-likelihood of all customers one by one, by the logarithms of the parameters and the coefficients as they are. */
const oneByOne = (model: CovariateModel, groups: readonly CovariateGroup[]) => (point: readonly number[]) => {
  const params = point.slice(0, 4).map(Math.exp) as unknown as Parameters;
  const count = groups[0]!.z.length;
  const own = { trans: point.slice(4, 4 + count), life: point.slice(4 + count) };
  return groups.reduce(
    (sum, { z, histories }) =>
      sum + models[model].logLikelihood(parametersAt(model, params, own, z), histories),
    0,
  );
};

function fitOf(model: CovariateModel, groups: readonly CovariateGroup[]) {
  const all = collapse(groups.flatMap(({ histories }) => distinctOf(histories)));
  return { plain: models[model].fit(all), fit: fitCovariates(model, groups, all, models[model].fit(all)) };
}

describe.each(covariateModels)("%s with covariates", (model) => {
  const groups = groupsOf(simulated(model, 6000, 5));
  const { fit, plain } = fitOf(model, groups);
  const point = [...fit.params.map(Math.log), ...fit.trans, ...fit.life];

  test("finds parameters and coefficients within four standard errors of those that 6,000 customers were drawn from", () => {
    const values = [...truth[model].map(Math.log), ...effects.trans, ...effects.life];
    values.forEach((value, k) => {
      expect(Math.abs(point[k]! - value) / Math.sqrt(fit.covariance[k]![k]!)).toBeLessThan(4);
    });
    expect(fit.atMean.logLikelihood - plain.logLikelihood).toBeGreaterThan(50);
  });

  test("is a maximum of the likelihood of customers one by one, with the covariance of its second differences", () => {
    const ofPoint = oneByOne(model, groups);
    expect(ofPoint(point)).toBeCloseTo(fit.atMean.logLikelihood, 6);
    const covariance = covarianceAt(ofPoint, point);
    point.forEach((_, k) => {
      const sd = Math.sqrt(covariance[k]![k]!);
      expect(Math.abs(derivative(ofPoint, point, k)) * sd).toBeLessThan(0.01);
      point.forEach((__, j) => {
        const scale = sd * Math.sqrt(covariance[j]![j]!);
        expect(Math.abs(fit.covariance[k]![j]! - covariance[k]![j]!) / scale).toBeLessThan(0.01);
      });
    });
  });

  test("does not depend on the units of what is known", () => {
    const other = groups.map(({ z, histories }) => ({ z: [1 - z[0]!, 1000 + 7 * z[1]!], histories }));
    const { fit: moved } = fitOf(model, other);
    expect(moved.atMean.logLikelihood).toBeCloseTo(fit.atMean.logLikelihood, 6);
    expect(moved.trans[0]).toBeCloseTo(-fit.trans[0]!, 5);
    expect(moved.life[1]! * 7).toBeCloseTo(fit.life[1]!, 5);
    const [one, two] = [fit, moved].map((each, k) =>
      parametersAt(model, each.params, each, k === 0 ? [1, 2] : [0, 1014]),
    );
    one!.forEach((value, k) => expect(two![k]! / value).toBeCloseTo(1, 5));
  });

  test("the gradient is that of differences of the log-likelihood", () => {
    const few = groupsOf(simulated(model, 200, 9));
    const { total, unitOfLast } = models[model];
    const objective = covariateObjective(total, unitOfLast, few);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1.5, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (at) => {
          const gradient = at.map(() => 0);
          objective(at, gradient);
          at.forEach((_, k) => {
            const difference = derivative(
              (one) =>
                objective(
                  one,
                  at.map(() => 0),
                ),
              at,
              k,
            );
            expect(Math.abs(difference - gradient[k]!)).toBeLessThan(1e-5 * (1 + Math.abs(difference)));
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  test("the parameters of a customer follow from the coordinates as their matrix says", () => {
    const z = [1, 3];
    const rows = jacobian(models[model].unitOfLast, z);
    parametersAt(model, fit.params, fit, z).forEach((value, k) =>
      expect(rows[k]!.reduce((sum, each, j) => sum + each * point[j]!, 0)).toBeCloseTo(Math.log(value), 10),
    );
  });

  test("covariates that tell nothing gain by chance alone", () => {
    const none = groupsOf(simulated(model, 1500, 21, { trans: [0, 0], life: [0, 0] }));
    const { fit: idle, plain: without } = fitOf(model, none);
    const ratio = 2 * (idle.atMean.logLikelihood - without.logLikelihood);
    expect(ratio).toBeGreaterThan(0);
    expect(chiSquareTail(ratio, 4)).toBeGreaterThan(0.001);
  });

  test("a kind of whom nobody came back has a coefficient without an end and without a standard error", () => {
    const some = simulated(model, 1500, 33).map(({ z, history }, index) => ({
      z: [index % 10 === 0 ? 1 : 0, z[1]!],
      history: index % 10 === 0 ? { x: 0, t_x: 0, T: history.T } : history,
    }));
    const { fit: ended } = fitOf(model, groupsOf(some));
    expect(ended.endless.some((k) => k === 0 || k === 2)).toBe(true);
    expect(ended.endless.includes(1)).toBe(false);
    expect([...ended.params, ...ended.trans, ...ended.life].every(Number.isFinite)).toBe(true);
  });
});

test("under the MBG/NBD life is the change in the log-odds of dropping out at a purchase", () => {
  const [, , a, b] = parametersAt("mbg/nbd", truth["mbg/nbd"], effects, [1, 0]);
  expect(Math.log(a / b) - Math.log(0.7 / 2)).toBeCloseTo(-0.4, 12);
});

test("under the Pareto/NBD trans and life are the change in the logarithm of the mean rates", () => {
  const [r, alpha, s, beta] = parametersAt("pareto/nbd", truth["pareto/nbd"], effects, [0, 2]);
  expect(Math.log(r / alpha) - Math.log(0.8 / 6)).toBeCloseTo(-0.6, 12);
  expect(Math.log(s / beta) - Math.log(0.8 / 12)).toBeCloseTo(1.2, 12);
});

describe("the chance of a chi-square variable beyond a value", () => {
  test.each([
    [3.841459, 1, 0.05],
    [5.991465, 2, 0.05],
    [9.487729, 4, 0.05],
    [11.070498, 5, 0.05],
    [18.307038, 10, 0.05],
  ])("%d with %d degrees of freedom: 5%% (Abramowitz and Stegun, table 26.8)", (value, degrees, expected) => {
    expect(chiSquareTail(value, degrees)).toBeCloseTo(expected, 7);
  });

  // gammainc(k ÷ 2, x ÷ 2, inf, regularized) of mpmath 1.3.0 at 20 digits.
  test.each([
    [45.88452738808064, 4, 2.60295514947485e-9],
    [30, 1, 4.3204630578275e-8],
    [26, 1, 3.41417357729753e-7],
    [24, 3, 2.4979977724652e-5],
    [3, 7, 0.885002231643151],
    [0.2, 5, 0.999113861211188],
    [70, 40, 0.00232450660784209],
  ])("%d with %d degrees of freedom: %d", (value, degrees, expected) => {
    expect(chiSquareTail(value, degrees) / expected).toBeCloseTo(1, 9);
  });
});
