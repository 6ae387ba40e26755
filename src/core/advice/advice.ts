import { sum } from "../math/sum";
import { type Period, daysPer } from "../period";
import { type Figures, figuresOf } from "../rolling/figures";
import { type RollingDrivers, driversOf, latestDrivers, windowAt } from "../rolling/rollingValue";
import { periodsPerYear } from "../rolling/spacing";
import { better, usualShare } from "../whatIf/better";
import { type Drivers, headline, worthOf } from "../whatIf/drivers";
import { type Changeable, changed, today } from "../whatIf/scenarios";

type AdvisedDriver = "Revenue per customer" | "Churn rate" | "Gross margin" | "CAC";

/** The drivers that are told, as what may change is called. */
const advisable = [
  { driver: "Revenue per customer", what: "revenue" },
  { driver: "Churn rate", what: "churn" },
  { driver: "Gross margin", what: "margin" },
  { driver: "CAC", what: "cac" },
] as const satisfies readonly { readonly driver: AdvisedDriver; readonly what: Changeable }[];

/** What customer lifetime value usually must be of the acquisition cost, and in how many months that must have come back. */
export const leastRatio = 3;
export const mostPaybackMonths = 12;

/** What drivers are compared with. */
export interface Targets {
  readonly ratio: number;
  readonly paybackMonths: number;
}

/** What one driver is, was and should be, and what it would bring 10% better. */
export interface Advice {
  readonly driver: AdvisedDriver;
  readonly now: number;
  /** Of the window that ended a year ago; undefined where the figures do not reach back, and for the acquisition cost. */
  readonly yearAgo: number | undefined;
  /** 10% better, the margin at most 100%. */
  readonly better: number;
  /**
   * At what, all else as it is, value is as many times the acquisition cost as is wanted; undefined without a cost or a
   * margin, or where at nothing.
   */
  readonly needed: number | undefined;
  /** What a customer would bring more. */
  readonly worth: number;
  /** That times the customers it concerns; undefined where their number cannot be told. */
  readonly worthInTotal: number | undefined;
}

/** What there is to work on, and what all of it is compared with. */
export interface Advised {
  /** The driver that would bring most, 10% better, first. */
  readonly drivers: readonly Advice[];
  readonly value: number;
  /** Whether value is gross profit: revenue pays no cost back. */
  readonly isProfit: boolean;
  readonly targets: Targets;
  /** Customers of the latest row. */
  readonly customers: number;
  /** Months until a customer has paid back its cost; undefined without one, and where nothing says what a period is. */
  readonly payback: number | "never" | undefined;
}

/**
 * By what 10% better would bring, one driver at a time: value is revenue per customer × margin ÷ churn, less the
 * acquisition cost where there is one. Drivers that are not given are left out.
 */
export function advice(
  figures: Figures,
  marginIsGiven: boolean,
  cac: number | undefined,
  window: number,
  spacing: Period | undefined,
  targets: Targets,
): Advised {
  const now = latestDrivers(figures, window, "average");
  const then = spacing && driversAYearAgo(figures, window, spacing);
  const customers = figures.customers[figures.customers.length - 1]!;
  const won = wonInAPeriod(figures, window);
  const { revenuePerCustomer, churnRate, grossMargin } = now;
  const drivers: Drivers = {
    averageRevenue: revenuePerCustomer,
    churnRate,
    margin: marginIsGiven ? grossMargin : undefined,
    cac,
  };
  const { clv: value, payback } = worthOf(drivers);
  const goal = cac && marginIsGiven ? targets.ratio * cac : undefined;
  const profit = revenuePerCustomer * grossMargin;
  const needed: Readonly<Record<AdvisedDriver, number | undefined>> = {
    "Revenue per customer": at(goal, grossMargin / churnRate),
    "Churn rate": goal !== undefined && profit > 0 ? profit / goal : undefined,
    "Gross margin": at(goal, revenuePerCustomer / churnRate),
    CAC: marginIsGiven ? value / targets.ratio : undefined,
  };
  const yearAgo: Readonly<Record<AdvisedDriver, number | undefined>> = {
    "Revenue per customer": then?.revenuePerCustomer,
    "Churn rate": then?.churnRate,
    "Gross margin": then?.grossMargin,
    CAC: undefined,
  };
  const advised = advisable
    .filter(({ what }) => today(drivers, what) !== undefined)
    .map(({ driver, what }): Advice => {
      const there = changed(drivers, { [what]: better(drivers, what, usualShare) });
      const worth = headline(worthOf(there)) - headline(worthOf(drivers));
      const concerned = driver === "CAC" ? won : customers;
      return {
        driver,
        now: today(drivers, what)!,
        yearAgo: yearAgo[driver],
        better: today(there, what)!,
        needed: needed[driver],
        worth,
        worthInTotal: concerned === undefined ? undefined : worth * concerned,
      };
    });
  return {
    drivers: sortedByWorth(advised),
    value,
    isProfit: marginIsGiven,
    targets,
    customers,
    payback:
      cac === undefined ? undefined : payback === undefined ? "never" : spacing && inMonths(payback, spacing),
  };
}

/** What is wanted ÷ what one unit brings, where it brings anything. */
const at = (wanted: number | undefined, perUnit: number) =>
  wanted === undefined || perUnit <= 0 ? undefined : wanted / perUnit;

const inMonths = (periods: number, spacing: Period) => (periods * daysPer[spacing]) / daysPer.month;

/** Relative size of a difference that is rounding. */
const rounding = 1e-12;

/** The highest worth first; what is as much but for rounding keeps its order. */
const sortedByWorth = (all: readonly Advice[]): Advice[] =>
  all
    .slice()
    .sort((a, b) => (Math.abs(b.worth - a.worth) <= rounding * Math.abs(a.worth) ? 0 : b.worth - a.worth));

function driversAYearAgo(figures: Figures, window: number, spacing: Period): RollingDrivers | undefined {
  const periods = windowAt(figures, figures.revenue.length - 1 - periodsPerYear[spacing], window);
  return periods && driversOf(periods, "average");
}

/**
 * Mean number of customers won in a period of the window, from those at the start of each and those lost. The last
 * period's are not known before the next begins. Undefined where fewer than none would have come.
 */
function wonInAPeriod(figures: Figures, window: number): number | undefined {
  const last = figures.revenue.length - 1;
  const first = Math.max(0, last - Math.max(1, window - 1));
  const before = [];
  for (let index = first; index < last; index++) {
    const period = figuresOf(figures, index);
    if (!period) return undefined;
    before.push(period);
  }
  if (before.length === 0) return undefined;
  const won = figures.customers[last]! - before[0]!.customers + sum(before.map(({ lost }) => lost));
  return won < 0 ? undefined : won / before.length;
}
