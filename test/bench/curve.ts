// How often the interval of CLV_CURVE holds the truth: simulated shops whose customers differ in how often they buy, how
// long they stay and what they spend (mbg/nbd, gamma–gamma), so that a few bring most. Prints the share of shops in which
// it does at ages of a month, half a year and a year. Takes some minutes:
//   node build/run.mjs test/bench/curve.ts
import { agesOf, valueByAge } from "../../src/core/purchases/valueByAge";
import { simulatedHistories } from "../support/histories";

const [runs, weeks, truthFrom] = [2000, 104, 400_000];
const atAges = [1, 6, 12, 20];
const params = [0.6, 3, 0.8, 2.5];
const spends = { "even spend": [6, 4, 15], "uneven spend": [2, 2.2, 20] } as const;

const curve = (spend: readonly [number, number, number], customers: number, seed: number) => {
  const histories = simulatedHistories("mbg/nbd", params, spend, { customers, weeks, seed, byDay: true });
  return valueByAge(histories, agesOf(histories, weeks * 7, "month"));
};

for (const [name, spend] of Object.entries(spends)) {
  const truth = curve(spend, truthFrom, 999_983).map((one) => one!.value);
  for (const customers of [50, 100, 500, 1000]) {
    const found = atAges.map(() => ({ held: 0, below: 0, above: 0 }));
    for (let seed = 1; seed <= runs; seed++) {
      const own = curve(spend, customers, seed);
      atAges.forEach((age, index) => {
        const { low, high } = own[age]!;
        if (truth[age]! < low!) found[index]!.below++;
        else if (truth[age]! > high!) found[index]!.above++;
        else found[index]!.held++;
      });
    }
    const shares = found.map(({ held, below, above }, index) => {
      const percent = (count: number) => `${((100 * count) / runs).toFixed(1)}%`;
      return `age ${atAges[index]}: ${percent(held)} (${percent(below)} lie above it, ${percent(above)} below)`;
    });
    console.log(`${name}, ${customers} customers: ${shares.join(", ")}`);
  }
}
