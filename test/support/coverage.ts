import { type SpendParameters, expectedSpend } from "../../src/core/models/gammaGamma";
import { type ModelName, models } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
import { discounting } from "../../src/core/prediction/discounting";
import { fitPurchases } from "../../src/core/prediction/fit";
import { observe, spendOf } from "../../src/core/prediction/observe";
import { predict } from "../../src/core/prediction/predict";
import { simulatedHistories } from "./histories";

/** Parameters like those of the CDNOW data. */
export const trueParameters: Readonly<Record<ModelName, Parameters>> = {
  "bg/nbd": [0.243, 4.414, 0.793, 2.426],
  "mbg/nbd": [0.525, 6.183, 0.891, 1.614],
  "pareto/nbd": [0.553, 10.578, 0.606, 11.669],
};
const spend: SpendParameters = [6.25, 3.74, 15.44];
const terms = { months: 12, annual: 0.1, margin: 1 };

export interface Bases {
  readonly model: ModelName;
  readonly customers: number;
  readonly bases: number;
  readonly seed: number;
  readonly weeks: number;
  /** The fit is that of another base from the same truth, of so many times as many customers. */
  readonly other?: number | undefined;
  readonly truth?: Parameters;
}

interface Share {
  readonly group: string;
  /** Mean over bases, and its standard error: all customers of a base share its parameters. */
  readonly share: number;
  readonly error: number;
}

/** Share of customers whose interval holds the value that the true parameters expect, by group, over simulated bases. */
export function covered({ model, customers, bases, seed, weeks, other, truth }: Bases): {
  readonly shares: Share[];
  readonly limits: Readonly<Record<string, number>>;
} {
  const params = truth ?? trueParameters[model];
  const to = weeks * 7;
  const base = (own: number, times = 1) =>
    simulatedHistories(model, params, spend, { customers: customers * times, weeks, seed: own });
  const discounted = discounting(terms, "week");
  const groups = new Map<string, number[]>();
  const limits: Record<string, number> = {};
  for (let own = seed; own < seed + bases; own++) {
    const histories = base(own);
    const fit = fitPurchases(other ? base(own + 1e5, other) : histories, to, "week", model);
    const limit = fit.limits.join(" ");
    limits[limit || "inside"] = (limits[limit || "inside"] ?? 0) + 1;
    const held = new Map<string, boolean[]>();
    const byName = new Map(histories.map((one) => [one.customer, one]));
    for (const { customer, low, high, value, probabilityAlive } of predict(histories, to, fit, terms)) {
      const one = byName.get(customer)!;
      const history = observe(one, to, "week")!;
      const orders = discounted((time) => models[model].expectedPurchases(params, history, time));
      const truly = orders.discounted * expectedSpend(spend, spendOf(one));
      if (!(low! <= value! && value! <= high!)) throw new Error(`${customer} is outside of the own interval`);
      const isHeld = low! <= truly && truly <= high!;
      const of = ["all", history.x === 0 ? "x = 0" : history.x < 7 ? "x 1 to 6" : "x from 7"];
      if (probabilityAlive! > 0.8) of.push("P(alive) > 0.8");
      if (limit) of.push("at a limit");
      for (const group of of) {
        if (!held.has(group)) held.set(group, []);
        held.get(group)!.push(isHeld);
      }
    }
    for (const [group, all] of held)
      groups.set(group, [...(groups.get(group) ?? []), all.filter(Boolean).length / all.length]);
  }
  const shares = Array.from(groups, ([group, all]) => {
    const share = all.reduce((sum, one) => sum + one, 0) / all.length;
    const variance = all.reduce((sum, one) => sum + (one - share) ** 2, 0) / Math.max(1, all.length - 1);
    return { group, share, error: Math.sqrt(variance / all.length) };
  });
  return { shares, limits };
}
