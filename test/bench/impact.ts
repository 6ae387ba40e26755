// How often the intervals of CLV_IMPACT hold an effect that was put in, on simulated shops whose few best customers bring
// most. Takes some minutes:
//   node build/run.mjs test/bench/impact.ts [shops]
import { effectFound, holds, trueEffect } from "../support/programme";

const shops = Number(process.argv[2] ?? 4000);
for (const chosen of ["at random", "by revenue"] as const)
  for (const customers of [50, 200, 1000]) {
    const found = { all: 0, like: 0 };
    const sums = { all: 0, like: 0 };
    for (let seed = 1; seed <= shops; seed++) {
      const { effect, likeWithLike } = effectFound({ customers, chosen, seed });
      found.all += holds(effect) ? 1 : 0;
      found.like += holds(likeWithLike!) ? 1 : 0;
      sums.all += effect.value - trueEffect;
      sums.like += likeWithLike!.value - trueEffect;
    }
    const percent = (count: number) => `${((100 * count) / shops).toFixed(1)}%`;
    const off = (sum: number) => (sum / shops).toFixed(2);
    console.log(
      `chosen ${chosen}, ${customers} customers: of all ${percent(found.all)} (off by ${off(sums.all)} on average), like with like ${percent(found.like)} (${off(sums.like)}); put in ${trueEffect}`,
    );
  }
