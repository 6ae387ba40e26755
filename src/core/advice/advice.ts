import { sum } from "../math/sum";
import { type Period, daysPer } from "../period";
import { type Figures, figuresOf } from "../rolling/figures";
import { type RollingDrivers, driversOf, latestDrivers, valueOf, windowAt } from "../rolling/rollingValue";
import { periodsPerYear } from "../rolling/spacing";
import { paybackPeriods } from "../value/payback";

export type AdvisedDriver = "Revenue per customer" | "Churn rate" | "Gross margin" | "CAC";

/** What customer lifetime value must be of the acquisition cost, and in how many months that must have come back. */
export const leastRatio = 3;
export const mostPaybackMonths = 12;

/** 10% better: what should rise by a tenth, what should fall by a tenth. */
const raised = 1.1;
const lowered = 0.9;

/** What one driver is, was and should be, and what it would bring 10% better. */
export interface Advice {
  readonly driver: AdvisedDriver;
  readonly now: number;
  /** Of the window that ended a year ago; undefined where the figures do not reach back, and for the acquisition cost. */
  readonly yearAgo: number | undefined;
  /** 10% better, the margin at most 100%. */
  readonly better: number;
  /** At what, all else as it is, value is three times the acquisition cost; undefined without a cost, or where at nothing. */
  readonly needed: number | undefined;
  /** What a customer would bring more. */
  readonly worth: number;
  /** That times the customers it concerns; undefined where their number cannot be told. */
  readonly worthInTotal: number | undefined;
}

/** What there is to work on, and what all of it is held against. */
export interface Advised {
  /** The driver that would bring most, 10% better, first. */
  readonly drivers: readonly Advice[];
  readonly value: number;
  /** Customers of the latest row, and how many are won in a period of the window. */
  readonly customers: number;
  readonly won: number | undefined;
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
): Advised {
  const now = latestDrivers(figures, window, "average");
  const { revenuePerCustomer, churnRate, grossMargin } = now;
  const value = valueOf(now)!;
  const then = spacing && driversAYearAgo(figures, window, spacing);
  const customers = figures.customers[figures.customers.length - 1]!;
  const won = wonInAPeriod(figures, window);
  const goal = cac ? leastRatio * cac : undefined;
  const ofValue = (factor: number) => {
    const worth = value * factor - value;
    return { worth, worthInTotal: worth * customers };
  };
  const of = (wanted: number | undefined, perUnit: number) =>
    wanted === undefined || perUnit <= 0 ? undefined : wanted / perUnit;
  const profit = revenuePerCustomer * grossMargin;
  const betterMargin = Math.min(1, grossMargin * raised);
  const drivers: Advice[] = [
    {
      driver: "Revenue per customer",
      now: revenuePerCustomer,
      yearAgo: then?.revenuePerCustomer,
      better: revenuePerCustomer * raised,
      needed: of(goal, grossMargin / churnRate),
      ...ofValue(raised),
    },
    {
      driver: "Churn rate",
      now: churnRate,
      yearAgo: then?.churnRate,
      better: churnRate * lowered,
      needed: goal !== undefined && profit > 0 ? profit / goal : undefined,
      ...ofValue(1 / lowered),
    },
  ];
  if (marginIsGiven)
    drivers.push({
      driver: "Gross margin",
      now: grossMargin,
      yearAgo: then?.grossMargin,
      better: betterMargin,
      needed: of(goal, revenuePerCustomer / churnRate),
      ...ofValue(grossMargin > 0 ? Math.min(raised, 1 / grossMargin) : 1),
    });
  if (cac !== undefined) {
    const worth = cac - cac * lowered;
    drivers.push({
      driver: "CAC",
      now: cac,
      yearAgo: undefined,
      better: cac * lowered,
      needed: value / leastRatio,
      worth,
      worthInTotal: won === undefined ? undefined : worth * won,
    });
  }
  return {
    // Sorting keeps the order of equals.
    drivers: drivers.sort((a, b) => b.worth - a.worth),
    value,
    customers,
    won,
    payback: cac === undefined ? undefined : paybackMonths(now, value, cac, spacing),
  };
}

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

function paybackMonths(
  { revenuePerCustomer, grossMargin, churnRate }: RollingDrivers,
  value: number,
  cac: number,
  spacing: Period | undefined,
): number | "never" | undefined {
  const isReached = cac === 0 || (churnRate === 1 ? cac <= value : cac < value);
  if (!isReached) return "never";
  if (spacing === undefined) return undefined;
  const periods = paybackPeriods(cac, revenuePerCustomer * grossMargin, churnRate);
  return (periods * daysPer[spacing]) / daysPer.month;
}
