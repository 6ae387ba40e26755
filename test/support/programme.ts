import { compared, impact } from "../../src/core/impact/impact";
import { histories } from "../../src/core/purchases/history";
import { chance } from "./histories";

/** What is put in: so many more orders a customer of the programme from the start on, at random, of a mean amount. */
const moreOrders = 0.8;
const meanAmount = 30;
export const trueEffect = moreOrders * meanAmount;

export interface Programme {
  readonly customers: number;
  /** Whether customers are chosen at random, or mostly those who brought much before the start. */
  readonly chosen: "at random" | "by revenue";
  readonly seed: number;
}

const [start, length] = [365, 182];

/** The effect that is found of one that was put in, in a shop whose few best customers bring most. */
export function effectFound({ customers, chosen, seed }: Programme) {
  const random = chance(seed);
  const [names, days, amounts]: [string[], number[], number[]] = [[], [], []];
  const before: number[] = [];
  const order = (index: number, day: number, amount: number) => {
    names.push(`C${index}`);
    days.push(day);
    amounts.push(amount);
  };
  for (let index = 0; index < customers; index++) {
    const rate = random.gamma(1, 60);
    const spend = random.gamma(4, 90);
    let [own, time] = [0, Math.floor(random.uniform() * 180)];
    while (time < start + length) {
      const amount = random.gamma(3, spend);
      if (time >= start - length && time < start) own += amount;
      order(index, Math.floor(time), amount);
      time += random.exponential(rate);
    }
    before.push(own);
  }
  const sorted = before.filter((one) => one > 0).sort((a, b) => a - b);
  const isTreated = before.map((own) => {
    const fifth = own > 0 ? Math.floor((5 * sorted.findIndex((one) => one >= own)) / sorted.length) : -1;
    return random.uniform() < (chosen === "at random" ? 0.5 : fifth >= 3 ? 0.7 : 0.3);
  });
  isTreated.forEach((treated, index) => {
    if (!treated) return;
    for (
      let time = random.exponential(moreOrders / length);
      time < length;
      time += random.exponential(moreOrders / length)
    )
      order(index, Math.floor(start + time), random.gamma(2, 2 / meanAmount));
  });
  const stretches = { from: start - length, start, end: start + length };
  return impact(
    compared(histories(names, days, amounts), (name) => isTreated[Number(name.slice(1))]!, stretches),
  );
}

/** Whether the interval of a difference holds the effect that was put in. */
export const holds = ({ low, high }: { readonly low: number; readonly high: number }): boolean =>
  low <= trueEffect && trueEffect <= high;
