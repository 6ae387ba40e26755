// Share of customers whose 90% interval of CLV_PREDICT holds what the true parameters expect of them, over simulated bases:
//   node build/run.mjs test/bench/coverage.ts [model] [customers] [bases] [first seed] [weeks] [times]
// Without a model all three are run at 500, 1,000 and 2,000 customers with 400 bases each, which takes half an hour. With
// "times" the fit is that of another base of the same shop with so many times as many customers.
import { modelNames } from "../../src/core/models/models";
import type { ModelName } from "../../src/core/models/models";
import { covered } from "../support/coverage";

const [model, customers = "500", bases = "400", seed = "1", weeks = "39", times] = process.argv.slice(2);

function report(name: ModelName, size: number): void {
  const { shares, limits } = covered({
    model: name,
    customers: size,
    bases: Number(bases),
    seed: Number(seed),
    weeks: Number(weeks),
    other: times ? Number(times) : undefined,
  });
  const figures = shares.map(({ group, share, error }) => [
    group,
    `${(share * 100).toFixed(1)} ± ${(error * 100).toFixed(1)}`,
  ]);
  console.log(name, size, "customers,", bases, "bases:", Object.fromEntries(figures), limits);
}

if (model) report(model as ModelName, Number(customers));
else for (const name of modelNames) for (const size of [500, 1000, 2000]) report(name, size);
