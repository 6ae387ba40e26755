// Share of customers whose Low and High of CLV_PREDICT hold what the true parameters expect of them over 12 months, where a
// channel moves both processes: node build/run.mjs test/bench/covariateCoverage.ts [bases]
import { type CovariateModel, covariateModels, parametersAt } from "../../src/core/models/covariates";
import { models } from "../../src/core/models/models";
import type { Parameters } from "../../src/core/models/nbd";
import { discounting } from "../../src/core/prediction/discounting";
import { fitWithCovariates } from "../../src/core/prediction/fitCovariates";
import { observe } from "../../src/core/prediction/observe";
import { predict } from "../../src/core/prediction/predict";
import type { CustomerHistory } from "../../src/core/purchases/history";
import { chance, simulators } from "../support/histories";

const bases = Number(process.argv[2] ?? 100);
const truth: Readonly<Record<CovariateModel, Parameters>> = {
  "mbg/nbd": [0.6, 5, 0.8, 1.8],
  "pareto/nbd": [0.55, 10.5, 0.6, 11.7],
};
const effects = { trans: [0.5], life: [-0.4] };
const weeks = 39;
const terms = { months: 12, annual: 0.1, margin: 1 } as const;

/** Customers won in the first 12 weeks, a quarter of them through a channel of their own. */
function shop(model: CovariateModel, customers: number, seed: number) {
  const random = chance(seed);
  return Array.from({ length: customers }, (_, index) => {
    const z = [random.uniform() < 0.25 ? 1 : 0];
    const first = Math.floor(random.uniform() * 84);
    const params = parametersAt(model, truth[model], effects, z);
    const days = simulators[model]!(params)(random, weeks - first / 7).map((time) => first + time * 7);
    const purchaseDays = [first, ...days];
    const amounts = purchaseDays.map(() => 1);
    const history: CustomerHistory = {
      customer: `C${index}`,
      days: purchaseDays,
      amounts,
      purchaseDays,
      purchaseAmounts: amounts,
    };
    return { z, params, history };
  });
}

for (const model of covariateModels)
  for (const size of [300, 500, 1000]) {
    const held = { all: 0, ofKind: 0 };
    const count = { all: 0, ofKind: 0 };
    for (let base = 0; base < bases; base++) {
      const customers = shop(model, size, 1000 + base);
      const byName = new Map(customers.map((one) => [one.history.customer, one]));
      const histories = customers.map(({ history }) => history);
      const of = (name: string) => byName.get(name)!.z;
      const fit = fitWithCovariates(histories, weeks * 7, "week", model, { names: ["own"], bases: [], of });
      const within = discounting(terms, "week");
      for (const { customer, low, high } of predict(histories, weeks * 7, fit, terms, of)) {
        const { z, params, history } = byName.get(customer)!;
        const seen = observe(history, weeks * 7, "week")!;
        const { discounted } = within((time) => models[model].expectedIfAlive(params, seen, time));
        const expected = models[model].probabilityAlive(params, seen) * discounted;
        const isHeld = low! <= expected && expected <= high! ? 1 : 0;
        held.all += isHeld;
        count.all++;
        if (z[0] === 1) {
          held.ofKind += isHeld;
          count.ofKind++;
        }
      }
    }
    const percent = (of: "all" | "ofKind") => `${((100 * held[of]) / count[of]).toFixed(1)}%`;
    console.log(`${model}, ${size} customers: ${percent("all")}, of the channel's own ${percent("ofKind")}`);
  }
