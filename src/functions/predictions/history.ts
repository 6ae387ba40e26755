import type { History } from "../../core/models/history";
import { refusal } from "../../core/refusal";
import { number, wholeNumber } from "../../sheet/argument";

const frequencyText = "Purchase days after the first, as in CLV_CUSTOMERS.";
const recencyText = "First to latest purchase, in periods of the fit.";
const ageText = "First purchase to today, in periods of the fit.";
const atLeast = 0;
const atMost = 1e6;

export const frequency = wholeNumber({ name: "frequency", text: frequencyText, atLeast, atMost });
export const recency = number({ name: "recency", text: recencyText, atLeast, atMost });
export const age = number({ name: "age", text: ageText, atLeast, atMost });

const optional = true;
const whenLeftOut = "a new customer";

export const frequencyOrNew = wholeNumber({
  name: "frequency",
  text: frequencyText,
  atLeast,
  atMost,
  optional,
  whenLeftOut,
});
export const recencyOrNew = number({ name: "recency", text: recencyText, atLeast, atMost, optional });
export const ageOrNew = number({ name: "age", text: ageText, atLeast, atMost, optional });

/** A history that can be: the latest purchase between the first one and today, and after the first if there is a repeat. */
export function toHistory(x: number, t_x: number, T: number): History {
  if (t_x > T) throw refusal(`recency must be at most age, got ${t_x} against ${T}`);
  if (x === 0 && t_x > 0) throw refusal(`recency must be 0 where frequency is 0, got ${t_x}`);
  return { x, t_x, T };
}
