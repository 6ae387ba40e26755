import type { Path } from "./paths";

/** What share of a conversion each touch of a path gets; the shares add up to 1. */
export type Rule = (path: Path) => number[];

export const firstTouch: Rule = ({ channels }) => channels.map((_, index) => (index === 0 ? 1 : 0));

export const lastTouch: Rule = ({ channels }) =>
  channels.map((_, index) => (index === channels.length - 1 ? 1 : 0));

export const linear: Rule = ({ channels }) => channels.map(() => 1 / channels.length);

/** 40% each to the first and the last touch, the rest to those between; two share half and half, and one has all. */
export const positionBased: Rule = ({ channels }) => {
  const between = channels.length - 2;
  if (between < 0) return [1];
  if (between === 0) return [0.5, 0.5];
  return channels.map((_, index) => (index === 0 || index === channels.length - 1 ? 0.4 : 0.2 / between));
};

/** A touch counts half as much as one that came so many days later. */
export const timeDecay =
  (half_life_days: number): Rule =>
  ({ days }) => {
    const last = days[days.length - 1]!;
    const weights = days.map((day) => 2 ** ((day - last) / half_life_days));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
