import { leastRatio, mostPaybackMonths } from "../recipe/known";
import { roundedTo } from "../recipe/operations/targets";
import { type Term, apply, setting } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";

/** What is reached of a target; "" where that cannot be told. */
export type Verdict = "met" | "missed" | "";

/** A target that someone sets for a figure, as an assumption. */
export interface Target {
  readonly key: "target_ratio" | "target_payback" | "target_nrr" | "target_churn";
  readonly label: string;
  readonly note: string;
  readonly format: string;
  /** What it is before anyone has set it; null for none. */
  readonly usual: number | null;
  /** What the figure is called. */
  readonly figure: string;
  readonly unit: "number" | "months" | "share";
  /** Whether more is better. */
  readonly isLeast: boolean;
  /** Decimals with which the figure is shown, and so compared. */
  readonly digits: number;
  /** Whether it is told of gross profit alone: revenue pays no cost back. */
  readonly needsMargin: boolean;
}

export const targets: readonly Target[] = [
  {
    key: "target_ratio",
    label: "Target LTV:CAC",
    note: "Least a customer should bring in for each 1 spent on winning them; blank: no target",
    format: "",
    usual: leastRatio,
    figure: "LTV:CAC",
    unit: "number",
    isLeast: true,
    digits: 1,
    needsMargin: true,
  },
  {
    key: "target_payback",
    label: "Target payback in months",
    note: "Most months until the acquisition cost is paid back; blank: no target",
    format: "",
    usual: mostPaybackMonths,
    figure: "Payback",
    unit: "months",
    isLeast: false,
    digits: 1,
    needsMargin: true,
  },
  {
    key: "target_nrr",
    label: "Target NRR a year",
    note: "For subscriptions: least share of MRR left a year later, upgrades included; blank: no target",
    format: "0.0%",
    usual: 1,
    figure: "NRR",
    unit: "share",
    isLeast: true,
    digits: 3,
    needsMargin: false,
  },
  {
    key: "target_churn",
    label: "Target churn",
    note: "Highest share of customers lost in the period that churn is shown for, such as a month; blank: no target",
    format: "0.00%",
    usual: null,
    figure: "Churn",
    unit: "share",
    isLeast: false,
    digits: 3,
    needsMargin: false,
  },
];

/** The target of a figure, by what the figure is called. */
export const targetOf = (figure: string): Target | undefined => targets.find((one) => one.figure === figure);

/** A figure that a target is set for, and what tells more of a payback that is not reached. */
export interface Aimed {
  readonly value: Term;
  /** LTV:CAC: where it is known and the payback is not, the cost is not paid back in the time that was looked at. */
  readonly ratio?: Term;
  /** How many months were looked at, or "forever"; left out where they were all. */
  readonly within?: Term;
}

/** What is said of a figure where its target is met, where it is missed, and where that cannot be told. */
export interface Says {
  readonly met: Term;
  readonly missed: Term;
  readonly untold: Term;
}

/** What is said of a figure by its target on the setup tab. */
export function judgedTerm(
  { key, isLeast, digits, needsMargin }: Target,
  { value, ratio, within }: Aimed,
  { met, missed, untold }: Says,
): Term {
  const aim = setting(key);
  const compared = apply(isLeast ? "IF_LEAST" : "IF_MOST", value, aim, digits, met, missed);
  const late =
    within === undefined
      ? missed
      : apply("IF_NUMBER", within, apply("IF_LEAST", within, aim, 0, missed, untold), missed);
  const without = ratio === undefined ? untold : apply("IF_NUMBER", ratio, late, untold);
  const told = apply("IF_NUMBER", aim, apply("IF_NUMBER", value, compared, without), untold);
  return needsMargin ? apply("IF_NUMBER", setting("gross_margin"), told, untold) : told;
}

/** The target in words, as it is on the setup tab. */
export function aimInWords({ key, unit }: Target): Term {
  const aim = setting(key);
  if (unit === "share") return apply("JOIN", apply("IN_FEW_DIGITS", apply("PRODUCT", 100, aim)), "%");
  const number = apply("IN_FEW_DIGITS", aim);
  return unit === "months" ? apply("JOIN", number, " months") : number;
}

/** How a figure as it is shown stands to a target. */
function sideOf({ digits }: Target, value: number, aim: number): "above" | "on" | "below" {
  const shown = roundedTo(value, digits);
  return shown > aim ? "above" : shown < aim ? "below" : "on";
}

/** NRR of a year: that of each of its periods multiplied. */
export const nrrOfYear = (nrr: Term, periods: Term, count: Term): Term =>
  apply("PRODUCT_OF_LATEST", nrr, periods, count);

/** How many periods a year has, by the setup tab. */
export const periodsAYear = apply("PERIODS_A_YEAR", setting("period"));

/** How a figure stands to its target in a word or two: above, on, below, within or later than it. */
export function standing(target: Target, value: number | string, verdict: "met" | "missed", aim: number) {
  if (!target.isLeast && verdict === "met") return "within";
  if (target.unit === "months") return "later than";
  return typeof value === "number" ? sideOf(target, value, aim) : "below";
}

/** Whether a figure reaches its target, also where only how far it goes is known, as "over 24 months" or "never". */
export function verdictOf(target: Target, value: SentCell, aim: number): Verdict {
  if (typeof value === "number") {
    const side = sideOf(target, value, aim);
    return side === "on" || (side === "above") === target.isLeast ? "met" : "missed";
  }
  const [, months] = (typeof value === "string" && /^over (\d+)/.exec(value)) || [];
  return value === "never" || Number(months) >= aim ? "missed" : "";
}

/** A target as a person reads it. */
export function aimWritten({ unit }: Target, aim: number, locale: string): string {
  const write = (options: Intl.NumberFormatOptions) =>
    aim.toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false, ...options });
  if (unit === "share") return write({ style: "percent" });
  return unit === "months" ? `${write({})} month${aim === 1 ? "" : "s"}` : write({});
}
