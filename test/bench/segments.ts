// How far CLV_SEGMENTS is from the truth on simulated shops: exponential lifetimes, orders at random, steady and growing
// arrivals, pauses of so many mean gaps. Prints one line a shop, and how far chance alone moves it (one standard error):
//   node build/run.mjs test/bench/segments.ts [customers]
import { segments } from "../../src/core/purchases/segments";
import { type Shop, lastDayOf, shopHistories, trueValue } from "../support/shop";

const customers = Number(process.argv[2] ?? 200_000);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

function row(shop: Shop, gaps: number): Record<string, unknown> {
  // What is between two orders is over at the next one or at the loss, whichever is sooner.
  const pause = gaps / (shop.orderRate + shop.churn);
  const [all] = segments(shopHistories(shop), () => "one", 1, pause, lastDayOf(shop));
  return {
    arrivals: shop.growth === 0 ? "steady" : `growing, t^${shop.growth}`,
    months: shop.months,
    "orders a month": shop.orderRate,
    churn: shop.churn,
    "pause, gaps": gaps,
    "pause, months": pause.toFixed(1),
    "churn, off by": percent(all!.monthlyChurn! / shop.churn - 1),
    "CLV, off by": percent(all!.value! / trueValue(shop) - 1),
    note: all!.note,
  };
}

const shops = [0, 1, 4].flatMap((growth) =>
  [24, 36, 60].flatMap((months) =>
    [0.5, 1, 2, 4].flatMap((orderRate) =>
      [0.02, 0.05, 0.1].map((churn) => ({ customers, orderRate, churn, months, growth, seed: 1 })),
    ),
  ),
);
console.table([2, 4, 6].flatMap((gaps) => shops.map((shop) => row(shop, gaps))));
