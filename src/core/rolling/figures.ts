import { refusal } from "../refusal";

/** Figures of consecutive periods, oldest first; undefined where a cell is blank. */
export interface Figures {
  readonly revenue: readonly (number | undefined)[];
  /** Customers at the start of each period. */
  readonly customers: readonly (number | undefined)[];
  /** Customers lost in each period, or the rate of those lost. */
  readonly churn: readonly (number | undefined)[];
  readonly churnIs: "count" | "rate";
  /** Gross margin in all periods, or in each. */
  readonly grossMargin: number | readonly (number | undefined)[];
  /** Where a period stands in the user's range, such as "row 7". */
  readonly place: (index: number) => string;
}

/** One period of which every figure is there. */
export interface PeriodFigures {
  readonly revenue: number;
  readonly customers: number;
  readonly lost: number;
  readonly churnRate: number;
  readonly grossMargin: number;
}

/** The figures of one period; undefined where one is blank or there are no customers to divide by. */
export function figuresOf(figures: Figures, index: number): PeriodFigures | undefined {
  const revenue = figures.revenue[index];
  const customers = figures.customers[index];
  const churn = figures.churn[index];
  const grossMargin =
    typeof figures.grossMargin === "number" ? figures.grossMargin : figures.grossMargin[index];
  if (revenue === undefined || customers === undefined || churn === undefined || grossMargin === undefined)
    return undefined;
  if (customers === 0) return undefined;
  if (figures.churnIs === "rate")
    return { revenue, customers, lost: churn * customers, churnRate: churn, grossMargin };
  if (churn > customers) {
    throw refusal(
      `churn must be at most the customers at the start of the period (${customers}), got ${churn} in ${figures.place(index)}`,
    );
  }
  return { revenue, customers, lost: churn, churnRate: churn / customers, grossMargin };
}

/** Says which figure keeps a period from being used. */
export function refusePeriod(figures: Figures, index: number): Error {
  const place = figures.place(index);
  if (figures.customers[index] === 0) return refusal(`customers must be a number above 0, got 0 in ${place}`);
  const { revenue, customers, churn, grossMargin } = figures;
  const columns = [
    ["revenue", revenue],
    ["customers", customers],
    ["churn", churn],
    ["gross_margin", grossMargin],
  ] as const;
  const [name] = columns.find(([, values]) => typeof values !== "number" && values[index] === undefined)!;
  return refusal(
    `${name} must have a value in every period of the window, got an empty cell in ${place}: fill it, or use a shorter window`,
  );
}

/** A cell of a churn column. */
export interface ChurnFigure {
  readonly value: number;
  /** True for what is written with %, and so is a rate. */
  readonly isPercent: boolean;
}

/**
 * What a churn column holds. Between 0 and 1 with a fraction or a % among them they are rates, and under a heading that
 * says so; else all whole numbers are customers lost.
 */
export function kindOfChurn(
  churn: readonly (ChurnFigure | undefined)[],
  rateHeading: string | undefined,
  place: (index: number) => string,
): "count" | "rate" {
  const rate = churn.findIndex((one) => one && (one.isPercent || !Number.isInteger(one.value)));
  const aboveOne = churn.findIndex((one) => one && one.value > 1);
  if (rate < 0 && rateHeading === undefined) return "count";
  if (aboveOne < 0) return "rate";
  const { value } = churn[aboveOne]!;
  const asRate = `write ${value}% or ${Number((value / 100).toPrecision(12))}`;
  const shown = (index: number) => {
    const { isPercent, value: given } = churn[index]!;
    return `${isPercent ? `${Number((given * 100).toPrecision(12))}%` : given} in ${place(index)}`;
  };
  if (rateHeading !== undefined)
    throw refusal(
      `churn must be rates between 0 and 1 under the heading ${rateHeading}, got ${shown(aboveOne)}: ${asRate}, or name the column customers lost`,
    );
  const cells = Array.from(new Set([rate, aboveOne]))
    .sort((a, b) => a - b)
    .map(shown);
  throw refusal(
    `churn must be all whole numbers (customers lost) or all rates between 0 and 1, got ${cells.join(" and ")}${rate === aboveOne ? `: ${asRate}` : ""}`,
  );
}
