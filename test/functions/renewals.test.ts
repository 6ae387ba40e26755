import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Curve, betaRatio, survival } from "../../src/core/renewals/curve";
import { discountedPayments } from "../../src/core/renewals/value";
import type { Cell } from "../../src/sheet/cell";
import { call, column, messageOf } from "../support/call";

/** Survivors in percent at renewal 0 to 12, of 1000 customers: P. Fader, B. Hardie (2007), Journal of Interactive Marketing 21(1). */
const regular = [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3];
const highEnd = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4];

const percents = (shares: readonly number[], renewals: number) => column(...shares.slice(0, renewals + 1));
const block = (survivors: unknown, model?: string) =>
  new Map(call("CLV_RETENTION_FIT", survivors, model) as [string, Cell][]);
const value = (survivors: unknown, ...more: unknown[]) => call("CLV_RENEWALS", survivors, ...more) as number;
const sbg = (alpha: number, beta: number): Curve => ({
  lambda: Math.log1p(alpha / beta),
  spread: 1 / (alpha + beta),
  c: 1,
});

describe("CLV_RETENTION_FIT gives the fits that are printed of the Regular and High End data", () => {
  test.each([
    // Fader and Hardie (2007), tables 2 and 3; log-likelihoods recomputed
    ["Regular, 4 renewals", regular, 4, 0.76367, 1.29583, -1401.5594],
    ["High End, 4", highEnd, 4, 1.28098, 7.79039, -1225.1349],
    // Fader and Hardie (2007), 7 renewals
    ["Regular, 7", regular, 7, 0.70408, 1.18204, -1680.2652],
    ["High End, 7", highEnd, 7, 0.66809, 3.8061, -1611.1581],
  ] as const)("sbg: %s", (_, shares, renewals, alpha, beta, logLikelihood) => {
    const fit = block(percents(shares, renewals), "sbg");
    expect(fit.get("alpha")).toBeCloseTo(alpha, 5);
    // printed a unit of the last digit off the maximum for High End, see the next test
    expect(fit.get("beta")).toBeCloseTo(beta, 4.8);
    expect(fit.get("Log-likelihood")).toBeCloseTo(logLikelihood, 4);
    expect(fit.get("AIC")).toBe(4 - 2 * (fit.get("Log-likelihood") as number));
    expect(fit.get("Warnings")).toBe("");
  });

  test("maxima are exact: High End under sbg against the root of the gradient in 30 digits (mpmath)", () => {
    const [four, seven] = [4, 7].map((renewals) => block(percents(highEnd, renewals), "sbg"));
    expect(four!.get("alpha")).toBeCloseTo(1.28097638036743, 8);
    expect(four!.get("beta")).toBeCloseTo(7.79038409526386, 7);
    expect(seven!.get("alpha")).toBeCloseTo(0.668088351106446, 8);
    expect(seven!.get("beta")).toBeCloseTo(3.80609496405827, 7);
  });

  test.each([
    // P. Fader et al. (2018), Journal of Interactive Marketing 43, table 1
    ["Regular, 4 renewals", regular, 4, 0.523, 0.8943, 1.1964, -1401.3831],
    // beta is printed as 1.7225, from which the maximum is 1.5e-6 more than rounding explains: see the next test
    ["High End, 4", highEnd, 4, 0.2593, 1.72255, 1.5844, -1222.7493],
    // maximum found by another program
    ["Regular, 7", regular, 7, 0.4556, 0.7793, 1.2835, -1679.6028],
    ["High End, 7", highEnd, 7, 0.2143, 1.4266, 1.7236, -1605.3142],
  ] as const)("bdw: %s", (_, shares, renewals, alpha, beta, c, logLikelihood) => {
    const fit = block(percents(shares, renewals), "bdw");
    expect(fit.get("alpha")).toBeCloseTo(alpha, 4);
    expect(fit.get("beta")).toBeCloseTo(beta, 4);
    expect(fit.get("c")).toBeCloseTo(c, 4);
    expect(fit.get("Log-likelihood")).toBeCloseTo(logLikelihood, 4);
  });

  test("maxima are exact: High End, 4 under bdw against the root of the gradient in 30 digits (mpmath)", () => {
    const fit = block(percents(highEnd, 4), "bdw");
    expect(fit.get("alpha")).toBeCloseTo(0.259335731511166, 8);
    expect(fit.get("beta")).toBeCloseTo(1.72255148808669, 8);
    expect(fit.get("c")).toBeCloseTo(1.58436151502286, 8);
  });

  test.each([
    // Fader et al. (2018): likelihood ratios of bdw against sbg on 4 renewals
    ["Regular", regular, 0.35],
    ["High End", highEnd, 4.77],
  ] as const)("the likelihood ratio of bdw against sbg: %s", (_, shares, ratio) => {
    const survivors = percents(shares, 4);
    const [first, second] = ["sbg", "bdw"].map((model) => block(survivors, model).get("Log-likelihood"));
    expect(2 * ((second as number) - (first as number))).toBeCloseTo(ratio, 2);
  });

  test("geometric: Regular, 4 renewals has theta .272 and log-likelihood −1451.2 (Fader and Hardie 2007)", () => {
    const fit = block(percents(regular, 4), "geometric");
    expect(fit.get("theta")).toBeCloseTo(0.272, 3);
    expect(fit.get("Log-likelihood")).toBeCloseTo(-1451.2, 1);
  });

  test("cohorts of several ages: a worksheet of Fader and Hardie with alpha 3.80, beta 15.19", () => {
    const full = [10000, 8000, 6480, 5307, 4391];
    const cohorts = full.map((_, row) => [0, 1, 2, 3].map((age) => (row < 5 - age ? full[row] : "")));
    const fit = block(cohorts, "sbg");
    expect(fit.get("alpha")).toBeCloseTo(3.798, 3);
    expect(fit.get("beta")).toBeCloseTo(15.192, 3);
    expect(fit.get("Log-likelihood")).toBeCloseTo(-40255.8373, 4);
  });

  test("the model of lowest AIC is taken, and the others are listed", () => {
    expect([...block(percents(highEnd, 4)).keys()]).toEqual([
      "Item",
      "Model",
      "alpha",
      "beta",
      "c",
      "Log-likelihood",
      "AIC",
      "AIC of geometric",
      "AIC of sbg",
      "Mean absolute error",
      "Warnings",
    ]);
    expect(block(percents(highEnd, 4)).get("Model")).toBe("bdw");
    expect(block(percents(regular, 4)).get("Model")).toBe("sbg");
    expect(block(column(1000, 800, 640, 512)).get("Model")).toBe("geometric");
  });
});

describe("CLV_RETENTION", () => {
  const survivalOf = (table: Cell[][]) => table.slice(1).map((row) => row[2] as number);

  test("goes on as Fader and Hardie (2007) project High End from 7 renewals to years 8 to 12", () => {
    const table = call("CLV_RETENTION", percents(highEnd, 7), 5, "sbg") as Cell[][];
    const printed = [0.4604, 0.4358, 0.4142, 0.3951, 0.378];
    survivalOf(table)
      .slice(8)
      .forEach((share, index) => expect(share).toBeCloseTo(printed[index]!, 4));
  });

  test("observed survival is that of all cohorts observed at the renewal", () => {
    const table = call(
      "CLV_RETENTION",
      [
        ["Older", "Younger"],
        [100, 300],
        [60, 240],
        [30, ""],
      ],
      0,
    ) as Cell[][];
    expect(table.slice(1).map((row) => row[1])).toEqual([1, 300 / 400, 0.3]);
  });

  test("predicts as many renewals as observed by default", () => {
    expect(call("CLV_RETENTION", column(100, 60, 40))).toHaveLength(1 + 5);
  });

  test("survival falls within 0 to 1, and retention is the ratio of survival, rising under sbg", () => {
    const cohort = fc
      .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })
      .map((rates) => rates.reduce((left, r) => [...left, Math.round(left[left.length - 1]! * r)], [500]));
    fc.assert(
      fc.property(cohort, fc.constantFrom("sbg", "bdw", "geometric", "auto"), (survivors, model) => {
        const table = (call("CLV_RETENTION", column(...survivors), 10, model) as Cell[][]).slice(1);
        table.slice(1).forEach(([, , share, rate], index) => {
          const before = table[index]![2] as number;
          expect(share).toBeLessThanOrEqual(before);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeCloseTo(before * (rate as number), 12);
          const rising = model === "sbg" && index > 0 ? (table[index]![3] as number) : 0;
          expect(rate).toBeGreaterThanOrEqual(rising - 1e-12);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("fits do not depend on how the same data are written", () => {
  test.each(["sbg", "bdw", "geometric"])("%s: ten times the customers give the same curve", (model) => {
    const counts = highEnd.slice(0, 8).map((share) => Math.round(share * 10));
    const [one, ten] = [1, 10].map((scale) => block(column(...counts.map((n) => n * scale)), model));
    for (const item of ["alpha", "beta", "c", "theta"].filter((each) => one!.has(each)))
      expect((ten!.get(item) as number) / (one!.get(item) as number)).toBeCloseTo(1, 8);
    expect(ten!.get("Log-likelihood")).toBeCloseTo(10 * (one!.get("Log-likelihood") as number), 6);
  });

  test("shares, percents, percentages as text, a lying row and a header are the same 1000 customers", () => {
    const expected = block(column(1000, 869, 743, 653), "sbg");
    for (const survivors of [
      column(1, 0.869, 0.743, 0.653),
      column(100, 86.9, 74.3, 65.3),
      column("100%", "86.9%", "74.3%", "65.3%"),
      [["High End", 1000, 869, 743, 653, "", ""]],
      column("High End", 1000, 869, 743, 653, ""),
      column(new Date(Date.UTC(2024, 0, 1)), 1000, 869, 743, 653),
    ]) {
      expect(block(survivors, "sbg").get("alpha")).toBeCloseTo(expected.get("alpha") as number, 8);
      expect(block(survivors, "sbg").get("Log-likelihood")).toBeCloseTo(
        expected.get("Log-likelihood") as number,
        8,
      );
    }
  });

  test.each([
    ["sbg", 1.3, 4.2, 1],
    ["bdw", 0.8, 2.5, 1.4],
    ["bdw", 3, 6, 0.7],
  ] as const)("%s finds the parameters behind expected survivors", (model, alpha, beta, c) => {
    const shares = survival({ ...sbg(alpha, beta), c }, 12);
    const fit = block(column(...shares.map((share) => 1e6 * share)), model);
    expect(fit.get("alpha")).toBeCloseTo(alpha, 5);
    expect(fit.get("beta")).toBeCloseTo(beta, 5);
    expect(fit.get("c") ?? 1).toBeCloseTo(c, 5);
  });
});

describe("CLV_RENEWALS", () => {
  const ns = column(0, 1, 2, 3, 4, 5);
  // Fader and Hardie (2010), table 2 in digits recomputed with the hypergeometric function: DEL, then DERL(1) to DERL(5)
  const printed = [3.621148, 2.883262, 3.940685, 4.676628, 5.236257, 5.68381];

  test("DEL and DERL(1) to DERL(5) of Regular are those of Fader and Hardie at 10%", () => {
    printed.forEach((one, n) =>
      expect(discountedPayments(sbg(0.763672, 1.295827), 0.1, n)).toBeCloseTo(one, 4),
    );
    const values = call("CLV_RENEWALS", percents(regular, 4), 100, 0.1, ns, "sbg") as number[][];
    expect(values.map(([one]) => Math.round(one!))).toEqual([362, 288, 394, 468, 524, 568]);
  });

  test("High End under sbg: DEL 5.46, DERL(5) 5.87", () => {
    expect(value(percents(highEnd, 4), 1, 0.1, "", "sbg")).toBeCloseTo(5.463809, 5);
    expect(value(percents(highEnd, 4), 1, 0.1, 5, "sbg")).toBeCloseTo(5.873822, 5);
  });

  test("DEL under bdw: 3.69 and 5.99 over 100 periods (Fader et al. 2018)", () => {
    expect(value(percents(regular, 4), 1, 0.1, 0, "bdw")).toBeCloseTo(3.69, 2);
    expect(value(percents(highEnd, 4), 1, 0.1, 0, "bdw")).toBeCloseTo(5.99, 2);
  });

  test("DERL starts with the coming renewal, which is uncertain: it is retention × (1 + next DERL discounted)", () => {
    const [del, first] = [0, 1].map((n) => value(percents(regular, 4), 1, 0.1, n, "sbg"));
    expect(del).toBeCloseTo(1 + first! / 1.1, 12);
    const table = call("CLV_RETENTION", percents(regular, 4), 5, "sbg") as Cell[][];
    const rate = table[6]![3] as number;
    const [fifth, sixth] = [5, 6].map((n) => value(percents(regular, 4), 1, 0.1, n, "sbg"));
    expect(fifth).toBeCloseTo(rate * (1 + sixth! / 1.1), 12);
  });

  test("without a discount it is (beta + n − 1) / (alpha − 1) under sbg, Gauss's sum of the series", () => {
    for (const n of [1, 2, 30])
      expect(discountedPayments(sbg(1.5, 4), 0, n) / ((4 + n - 1) / 0.5)).toBeCloseTo(1, 12);
  });

  test.each([
    [0.7, 1.3, 1, 0.1, 0],
    [0.7, 1.3, 1, 0.003, 7],
    [3, 2, 0.4, 0.003, 1],
    [2, 5, 4, 0.01, 3],
    [0.05, 0.1, 1.7, 0.003, 50],
  ])(
    "the sum for alpha %d, beta %d, c %d at %d from n = %d is that of its terms",
    (alpha, beta, c, rate, n) => {
      const curve = { ...sbg(alpha, beta), c };
      const shares = survival(curve, n + 20_000);
      const base = shares[Math.max(n - 1, 0)]!;
      let slow = 0;
      for (let t = n + 20_000; t >= n; t--) slow += (shares[t]! / base) * (1 + rate) ** (n - t);
      expect(discountedPayments(curve, rate, n) / slow).toBeCloseTo(1, 11);
    },
  );

  test("sums that hardly converge obey the recurrence of DERL", () => {
    for (const curve of [
      sbg(0.7, 1.3),
      sbg(1e-6, 1e-6),
      { ...sbg(3, 2), c: 0.4 },
      { ...sbg(0.3, 2), c: 4 },
      { lambda: 0.2, spread: 0, c: 0.2 },
    ]) {
      for (const rate of [1e-12, 1e-6, 1e-3]) {
        const [now, next] = [3, 4].map((n) => discountedPayments(curve, rate, n));
        const shares = survival(curve, 3);
        expect(((shares[3]! / shares[2]!) * (1 + next! / (1 + rate))) / now!).toBeCloseTo(1, 11);
      }
    }
  });

  test("the ratio of beta functions is exact where log-gammas cancel (mpmath, 40 digits)", () => {
    expect(betaRatio(0.5, 0.3, 2.5)).toBeCloseTo(1.414134102325226, 14);
    expect(betaRatio(1e-8, 1e-3, 7) / 1.00244350982621e-5).toBeCloseTo(1, 13);
    expect(betaRatio(1e12, 3e12, 4.2)).toBeCloseTo(1.20826470429692, 13);
    expect(betaRatio(3, 40, 1e5)).toBeCloseTo(23.39988500362805, 12);
  });
});

describe("where the likelihood has no maximum, its limit is used and said", () => {
  const warningOf = (survivors: unknown, model: string) => block(survivors, model).get("Warnings");

  test("nobody lost", () => {
    const survivors = column(100, 100, 100);
    expect(warningOf(survivors, "auto")).toBe(
      "Nobody was lost, so survival stays at 100%: observe longer before you rely on it",
    );
    expect(value(survivors, 10, 0.1)).toBeCloseTo(110, 10);
    expect(messageOf("CLV_RENEWALS", survivors, 10, 0)).toBe(
      "CLV_RENEWALS: discount_rate must be above 0 when the expected lifetime has no end, got 0",
    );
  });

  test("nobody kept", () => {
    const survivors = column(100, 0, 0);
    expect(warningOf(survivors, "sbg")).toBe("Nobody renewed, so survival is 0");
    expect(call("CLV_RENEWALS", survivors, 10, 0.1, column(0, 1, 5))).toEqual([[10], [0], [0]]);
  });

  test("nobody lost after renewal 1", () => {
    const survivors = column(100, 60, 60, 60);
    for (const model of ["sbg", "bdw"]) {
      expect(warningOf(survivors, model)).toBe(
        "Nobody was lost after renewal 1, so anyone who renews once is assumed to stay for good: observe longer before you rely on it",
      );
      expect(value(survivors, 1, 0.1, 0, model)).toBeCloseTo(1 + 0.6 / 0.1, 10);
    }
  });

  test("customers that do not differ: sbg is geometric", () => {
    const survivors = column(100, 90, 60, 20);
    expect(warningOf(survivors, "sbg")).toBe(
      "Customers do not differ: all have the same chance of leaving at each renewal (theta)",
    );
    expect(block(survivors, "sbg").get("alpha")).toBe("");
    expect(block(survivors, "sbg").get("theta")).toBeCloseTo(80 / 250, 10);
  });

  test("one renewal only", () => {
    expect(warningOf(column(100, 60), "sbg")).toBe(
      "Too few renewals to tell customers apart: all get the same chance of leaving (theta)",
    );
    expect(call("CLV_RETENTION", column(100, 60), 1, "bdw")).toEqual([
      ["Renewal", "Observed survival", "Model survival", "Model retention rate"],
      [0, 1, 1, ""],
      [1, 0.6, expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)],
      [2, "", expect.closeTo(0.36, 12), expect.closeTo(0.6, 12)],
    ]);
  });

  test("nobody lost but at the last renewal: c grows without end", () => {
    expect(warningOf(column(100, 100, 100, 60), "bdw")).toBe(
      "The risk of leaving rises with tenure as fast as the model allows, so c has no number: survival is that of the limit; Customers do not differ: all have the same chance of leaving at each renewal (theta)",
    );
  });
});

describe("survivors that cannot be are refused", () => {
  test.each([
    [
      column(100, 60, 70),
      "not rise from one renewal to the next (60 before), cohorts in columns, got 70 in row 3",
    ],
    [column(0, 0), "be above 0 at renewal 0, got 0 in row 1"],
    [column("Customers", 0.6, 0.5), "start with 1 at renewal 0 if they are shares, got 0.6 in row 2"],
    [column(63.1, 46.8), "start with 100 at renewal 0 if they are shares, got 63.1 in row 1"],
    [column(100), "be a range with renewal 0, renewal 1, … in its rows, got 1 of them"],
    ["", "be a range with renewal 0, renewal 1, … in its rows, got 0 of them"],
    [column(100, "", 60), "be a number of customers or a share, 0 or more, got an empty cell in row 2"],
    [
      [
        [100, ""],
        [60, 50],
      ],
      "be a number of customers or a share, 0 or more, got an empty cell in row 1, column 2",
    ],
    [
      [[100, -5, "soon"]],
      'be a number of customers or a share, 0 or more, got -5 in column 2, "soon" in column 3',
    ],
  ])("%j", (survivors, demand) => {
    expect(messageOf("CLV_RETENTION", survivors)).toBe(`CLV_RETENTION: survivors must ${demand}`);
  });
});
