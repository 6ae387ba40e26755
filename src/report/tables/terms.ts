import { horizon } from "../../recipe/assumed";
import { type Term, apply } from "../../recipe/term";

/** How much of a long table the report shows. */
export const shown = {
  periods: 24,
  cohorts: 13,
  ages: 13,
  customers: 8,
  lost: 5,
  segments: 10,
  months: 36,
  ahead: 24,
  forecast: 12,
  risky: 8,
} as const;

export const join = (...parts: Term[]) => apply("JOIN", ...parts);

/** The size of an amount, behind its sign, as exactly as is fit next to another one. */
export const moneyOf = (sign: string, term: Term, beside = term) => apply("IN_MONEY", sign, term, beside);

/** A cell, blank where it is: a reference to an empty cell is 0. */
export const orBlank = (cell: Term) => apply("IF_BLANK", cell, "", cell);

/** Months that lists of customers look ahead. */
export const monthsAhead = apply("IF_BLANK", horizon, 12, horizon);
