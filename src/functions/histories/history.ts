import type { History } from "../../core/models/history";
import { refusal } from "../../core/refusal";
import { number, wholeNumber } from "../../sheet/argument";

export const bounds = { atLeast: 0, atMost: 1e6 } as const;
const ofFrequency = {
  name: "frequency",
  text: "Purchase days after the first, as in CLV_CUSTOMERS; 0 for one-time buyers.",
  ...bounds,
} as const;
const ofRecency = {
  name: "recency",
  text: "First to latest purchase, in periods of the fit.",
  ...bounds,
} as const;
const ofAge = {
  name: "age",
  text: "First purchase to today, in periods of the fit.",
  ...bounds,
} as const;

export const frequency = wholeNumber(ofFrequency);
export const recency = number(ofRecency);
export const age = number(ofAge);

export const frequencyOrNew = wholeNumber({ ...ofFrequency, optional: true, whenLeftOut: "a new customer" });
export const recencyOrNew = number({ ...ofRecency, optional: true });
export const ageOrNew = number({ ...ofAge, optional: true });

/** A history that can be: the latest purchase between the first one and today. `place` says where it stands. */
export function toHistory(x: number, t_x: number, T: number, place = ""): History {
  if (t_x > T) throw refusal(`recency must be at most age, got ${t_x} against ${T}${place}`);
  if (x === 0 && t_x > 0) throw refusal(`recency must be 0 where frequency is 0, got ${t_x}${place}`);
  return { x, t_x, T };
}

/** The same, or undefined for a new customer, who has none of the three. */
export function historyOrNew(
  x: number | undefined,
  t_x: number | undefined,
  T: number | undefined,
  read: (x: number, t_x: number, T: number) => History,
): History | undefined {
  if (x === undefined && t_x === undefined && T === undefined) return undefined;
  if (x === undefined || t_x === undefined || T === undefined)
    throw refusal("frequency must come with recency and age, got only some of them");
  return read(x, t_x, T);
}

/** What a new customer has behind. */
export const anybody: History = { x: 0, t_x: 0, T: 0 };
