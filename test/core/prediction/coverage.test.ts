import { describe, expect, test } from "@jest/globals";
import { covered } from "../../support/coverage";

describe("a 90% interval holds what the true parameters expect, on small bases at limits too", () => {
  // Over 400 bases the shares are 88 to 93%, as the module says; of a few their standard error is 3 to 10 points.
  test.each([
    ["mbg/nbd", [0.6, 6, 3, 12], 25],
    ["pareto/nbd", [0.6, 8, 3, 90], 8],
  ] as const)(
    "%s, %j, 250 customers who hardly differ in dropping out: of 75% or more over %d bases, and 70% at limits",
    (model, params, bases) => {
      const { shares, limits } = covered({
        model,
        customers: 250,
        bases,
        seed: 1,
        weeks: 39,
        truth: params,
      });
      const shareOf = (wanted: string) => shares.find(({ group }) => group === wanted)!.share;
      expect(limits["alike"]).toBeGreaterThan(1);
      expect(shareOf("all")).toBeGreaterThan(0.75);
      expect(shareOf("at a limit")).toBeGreaterThan(0.7);
    },
  );
});
