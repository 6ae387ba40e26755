import { describe, expect, test } from "@jest/globals";
import { auc } from "../../../src/core/health/auc";
import { firthLogistic } from "../../../src/core/health/firth";
import { fitHealth } from "../../../src/core/health/fit";
import { seeded } from "../../support/orders";
import { separation as data } from "../../support/separation";

const numbers = (count: number) => Array.from({ length: count }, (_, row) => row + 1);

describe("Firth's logistic regression gives what other programs print", () => {
  test.each(["endometrial", "sex2"] as const)("%s", (name) => {
    const { metrics, left, printed } = data(name);
    const fit = fitHealth(metrics, left, numbers(left.length));
    const found = [fit.intercept, ...fit.coefficients.map(({ value }) => value)];
    // logistf ends its search at changes below 1e-5, and is off by less than 1e-6.
    printed.coefficients.forEach((value, k) => expect(found[k]).toBeCloseTo(value, 6));
    expect(fit.penalisedLogLikelihood).toBeCloseTo(printed.penalisedLogLikelihood, 4);
    expect(fit.hasConverged).toBe(true);
  });

  test("endometrial: the log-likelihood itself", () => {
    const { metrics, left, printed } = data("endometrial");
    expect(fitHealth(metrics, left, numbers(79)).logLikelihood).toBeCloseTo(printed.logLikelihood!, 4);
  });

  test("sex2: the standard errors, to the digits printed", () => {
    const { metrics, left, printed } = data("sex2");
    const fit = fitHealth(metrics, left, numbers(239));
    const errors = [fit.interceptError, ...fit.coefficients.map(({ error }) => error!)];
    printed.errors!.forEach((error, k) => expect(errors[k]! / error).toBeCloseTo(1, 5));
  });
});

/** l(β) + ½ ln |I(β)| from its definition, the determinant by its permutations. */
function penalised(rows: readonly (readonly number[])[], left: readonly boolean[], beta: readonly number[]) {
  const size = beta.length;
  const information = beta.map(() => beta.map(() => 0));
  let logLikelihood = 0;
  rows.forEach((row, at) => {
    const chance = 1 / (1 + Math.exp(-row.reduce((total, x, k) => total + x * beta[k]!, 0)));
    logLikelihood += Math.log(left[at] ? chance : 1 - chance);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) information[i]![j]! += chance * (1 - chance) * row[i]! * row[j]!;
  });
  const determinant = (matrix: number[][]): number =>
    matrix.length === 0
      ? 1
      : matrix[0]!.reduce((total, value, column) => {
          const minor = matrix.slice(1).map((row) => row.filter((_, k) => k !== column));
          return total + (column % 2 ? -1 : 1) * value * determinant(minor);
        }, 0);
  return logLikelihood + Math.log(determinant(information)) / 2;
}

/** The highest point by steps along each coordinate in turn, which shrink where none goes up: slow, and nothing of Newton's. */
function climbed(objective: (beta: readonly number[]) => number, size: number): number[] {
  const beta: number[] = Array.from({ length: size }, () => 0);
  const steps = beta.map(() => 1);
  let best = objective(beta);
  while (Math.max(...steps) > 1e-9) {
    for (let k = 0; k < size; k++) {
      let moved = false;
      for (const by of [steps[k]!, -steps[k]!]) {
        const next = beta.slice();
        next[k]! += by;
        const value = objective(next);
        if (value <= best) continue;
        [best, beta[k], moved] = [value, next[k]!, true];
        break;
      }
      steps[k]! *= moved ? 1.3 : 0.5;
    }
  }
  return beta;
}

describe("the penalised likelihood has its maximum where a slow search finds it", () => {
  const random = seeded(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const cases = {
    "few customers": Array.from({ length: 12 }, () => [normal(), normal()]),
    "a metric that tells all who left": Array.from({ length: 15 }, (_, row) => [row < 5 ? 1 : 0, normal()]),
    "metrics that nearly repeat each other": Array.from({ length: 20 }, () => {
      const x = normal();
      return [x, x + 0.2 * normal()];
    }),
  };
  test.each(Object.entries(cases))("%s", (title, rows) => {
    const left = rows.map(([a, b], row) =>
      title.includes("tells all") ? row < 5 : a! - b! + normal() > (row % 2 ? 0.5 : -0.5),
    );
    const slow = climbed(
      (beta) =>
        penalised(
          rows.map((row) => [1, ...row]),
          left,
          beta,
        ),
      3,
    );
    const fit = firthLogistic(
      [[1, 1], ...[0, 1].map((k) => rows.map((row) => row[k]!))].map((column, k) =>
        Float64Array.from(k === 0 ? rows.map(() => 1) : column),
      ),
      left,
    );
    slow.forEach((value, k) => expect(fit.coefficients[k]).toBeCloseTo(value, 4));
    expect(fit.logLikelihood + fit.penalty).toBeCloseTo(
      penalised(
        rows.map((row) => [1, ...row]),
        left,
        slow,
      ),
      9,
    );
  });
});

test("the search ends at a maximum with outliers, metrics that nearly repeat each other and few customers", () => {
  const random = seeded(21);
  const risen: unknown[] = [];
  for (let run = 0; run < 60; run++) {
    const count = 8 + Math.floor(30 * random());
    const rows = Array.from({ length: count }, () => {
      const x = random();
      return [x, x + 1e-3 * random(), random() < 0.1 ? 1e6 * random() : random()];
    });
    const left = rows.map(([x], row) => row === 0 || (row > 1 && (run % 2 ? x! > 0.5 : random() < 0.3)));
    const metrics = [0, 1, 2].map((k) => ({ name: `m${k}`, values: rows.map((row) => row[k]) }));
    const fit = fitHealth(metrics, left, numbers(count));
    expect(fit.hasConverged).toBe(true);
    const ones = rows.map((row) => [1, ...row]);
    const beta = [fit.intercept, ...fit.coefficients.map(({ value }) => value!)];
    const errors = [fit.interceptError, ...fit.coefficients.map(({ error }) => error!)];
    const best = penalised(ones, left, beta);
    for (let direction = 0; direction < 30; direction++) {
      const near = beta.map((value, k) => value + 1e-3 * errors[k]! * (2 * random() - 1));
      const there = penalised(ones, left, near);
      if (there > best + 1e-6) risen.push([run, there - best]);
    }
  }
  expect(risen).toEqual([]);
});

test("of a metric with two values, half a customer is added to each of the four counts", () => {
  // The closed form of the penalty on a table of four counts: (left + ½) ÷ (all + 1) of each value.
  const counts = [
    { x: 0, left: 7, stayed: 2 },
    { x: 1, left: 0, stayed: 30 },
  ];
  const rows = counts.flatMap(({ x, left, stayed }) => [
    ...Array.from({ length: left }, () => ({ x, left: true })),
    ...Array.from({ length: stayed }, () => ({ x, left: false })),
  ]);
  const fit = fitHealth(
    [{ name: "x", values: rows.map(({ x }) => x) }],
    rows.map(({ left }) => left),
    numbers(rows.length),
  );
  expect(fit.intercept).toBeCloseTo(Math.log(7.5 / 2.5), 9);
  expect(fit.coefficients[0]!.value).toBeCloseTo(Math.log(0.5 / 30.5) - Math.log(7.5 / 2.5), 9);
});

test("a metric in other units changes its coefficient and nothing else", () => {
  const { metrics, left } = data("endometrial");
  const plain = fitHealth(metrics, left, numbers(79));
  const scaled = fitHealth(
    metrics.map(({ name, values }, k) => ({
      name,
      values: values.map((value) => (k === 1 ? 1e6 + 1000 * value! : value)),
    })),
    left,
    numbers(79),
  );
  expect(scaled.coefficients[1]!.value! * 1000).toBeCloseTo(plain.coefficients[1]!.value!, 7);
  expect(scaled.coefficients[2]!.value).toBeCloseTo(plain.coefficients[2]!.value!, 7);
  expect(scaled.auc).toBeCloseTo(plain.auc, 12);
  expect(scaled.brier).toBeCloseTo(plain.brier, 9);
});

test("the coefficients that made simulated customers leave are found, within their standard errors", () => {
  const random = seeded(11);
  const truth = [-1, 0.8, -0.05];
  let covered = 0;
  let fits = 0;
  for (let run = 0; run < 150; run++) {
    const rows = Array.from({ length: 200 }, () => [2 * random(), 40 * random()]);
    const left = rows.map(
      ([a, b]) => random() < 1 / (1 + Math.exp(-(truth[0]! + truth[1]! * a! + truth[2]! * b!))),
    );
    const fit = fitHealth(
      [0, 1].map((k) => ({ name: `m${k}`, values: rows.map((row) => row[k]) })),
      left,
      numbers(200),
    );
    const found = [{ value: fit.intercept, error: fit.interceptError }, ...fit.coefficients];
    found.forEach(({ value, error }, k) => {
      fits++;
      if (Math.abs(value! - truth[k]!) < 1.96 * error!) covered++;
    });
  }
  expect(covered / fits).toBeGreaterThan(0.93);
  expect(covered / fits).toBeLessThan(0.98);
});

test("the cross-validated AUC is a little below what a fit reaches for customers yet to come, the other far above", () => {
  const random = seeded(13);
  const draw = (count: number) => {
    const rows = Array.from({ length: count }, () => Array.from({ length: 5 }, () => 2 * random() - 1));
    const left = rows.map(([a, b]) => random() < 1 / (1 + Math.exp(1 - 1.5 * a! + b!)));
    return { rows, left };
  };
  const later = draw(4000);
  const runs = Array.from({ length: 60 }, () => draw(60)).filter(
    ({ left }) => left.filter(Boolean).length > 2,
  );
  const found = runs.map(({ rows, left }) => {
    const metrics = Array.from({ length: 5 }, (_, k) => ({
      name: `m${k}`,
      values: rows.map((row) => row[k]),
    }));
    const fit = fitHealth(metrics, left, numbers(rows.length));
    const scores = later.rows.map((row) =>
      row.reduce((total, value, k) => total + value * fit.coefficients[k]!.value!, fit.intercept),
    );
    return { promised: fit.auc, held: fit.crossValidatedAuc!, true: auc(scores, later.left)! };
  });
  const mean = (of: (one: (typeof found)[number]) => number) =>
    found.reduce((total, one) => total + of(one), 0) / found.length;
  const [held, truth, promised] = [
    mean((one) => one.held),
    mean((one) => one.true),
    mean((one) => one.promised),
  ];
  // The figures in the help of CLV_HEALTH_FIT.
  expect([held, truth, promised].map((value) => value.toFixed(2))).toEqual(["0.66", "0.70", "0.79"]);
});
