// How far CLV_SEGMENTS is from the truth on simulated shops: exponential lifetimes, orders at random, steady and growing
// arrivals, pauses of so many mean gaps. Prints each shop, then the worst of those of which the note says nothing.
// Takes some minutes:
//   node build/run.mjs test/bench/segments.ts
import { segments } from "../../src/core/purchases/segments";
import { type Shop, lastDayOf, shopHistories, trueValue } from "../support/shop";

const ordersOfShop = 4_000_000;

interface Result {
  readonly shop: Shop;
  readonly gaps: number;
  readonly churn: number;
  readonly value: number;
  readonly note: string;
}

/** Off by what share, with a pause of so many mean gaps; a gap ends with the next order or with the loss. */
function results(shop: Shop): Result[] {
  const histories = shopHistories(shop);
  return [4.2, 6].map((gaps) => {
    const pause = gaps / (shop.orderRate + shop.churn);
    const [all] = segments(histories, () => "one", 1, pause, lastDayOf(shop));
    return {
      shop,
      gaps,
      churn: all!.monthlyChurn! / shop.churn - 1,
      value: all!.value! / trueValue(shop) - 1,
      note: all!.note,
    };
  });
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const worst = (of: readonly number[]) => percent(of.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0));

const shops = [0, 1, 4].flatMap((growth) =>
  [24, 36, 60].flatMap((months) =>
    [0.5, 1, 2, 4].flatMap((orderRate) =>
      [0.02, 0.05, 0.1].map((churn): Shop => {
        const customers = Math.round((ordersOfShop * (growth + 2)) / (orderRate * months));
        return { customers, orderRate, churn, months, growth, seed: 1 };
      }),
    ),
  ),
);

const all = shops.flatMap((shop) => {
  const own = results(shop);
  for (const { gaps, churn, value, note } of own) {
    const { growth, months, orderRate, churn: truth } = shop;
    console.log(
      `t^${growth}, ${months} months, ${orderRate} orders a month, churn ${truth}, pause ${gaps} gaps:`,
    );
    console.log(`  churn ${percent(churn)}, CLV ${percent(value)} ${note}`);
  }
  return own;
});

/** By what share customers grow within one mean gap, at the last day that is counted. */
function growthInGap({ shop: { growth, months, orderRate, churn }, gaps }: Result): number {
  const gap = 1 / (orderRate + churn);
  return ((growth + 1) * gap) / (months - gaps * gap);
}

const silent = all.filter(({ note }) => note === "");
const isModest = (one: Result) => growthInGap(one) <= 0.2;
const groups = {
  steady: silent.filter(({ shop }) => shop.growth === 0),
  "growing by at most a fifth within a gap": silent.filter((one) => one.shop.growth > 0 && isModest(one)),
  "growing faster": silent.filter((one) => one.shop.growth > 0 && !isModest(one)),
  "of which the note speaks": all.filter(({ note }) => note !== ""),
};
for (const [group, own] of Object.entries(groups)) {
  console.log(
    `${group}, ${own.length} shops: churn off by at most ${worst(own.map(({ churn }) => churn))}, CLV ${worst(own.map(({ value }) => value))}`,
  );
}
