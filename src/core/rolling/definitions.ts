import { type Period, daysPer } from "../period";
import { discountedValue } from "../value/discountedValue";
import { convertedRate } from "../value/convertedRate";
import { geometricSum } from "../value/geometricSum";
import type { Figures, PeriodFigures } from "./figures";
import { figuresOf } from "./figures";
import { driversOf, valueOf, windowAt } from "./rollingValue";

/** Customer lifetime value under one of the definitions in use. */
export interface Definition {
  readonly name: string;
  readonly formula: string;
  readonly basis: string;
  readonly window: string;
  /** Undefined where the figures do not suffice or there was no churn. */
  readonly value: number | undefined;
}

const yearlyDiscount = 0.1;
const monthsToCap = 60;
const monthsOfTrailingChurn = 6;

/** How many whole periods there are in some months: 26 weeks in six, 20 quarters in sixty. */
const periodsIn = (months: number, period: Period) => Math.floor((months * daysPer.month) / daysPer[period]);

/**
 * The same figures under each definition in use, one row a `period`. `grossMarginIsGiven` and `cac` decide which of
 * those net of cost exist.
 */
export function definitions(
  figures: Figures,
  grossMarginIsGiven: boolean,
  cac: number | undefined,
  window: number,
  period: Period,
): Definition[] {
  const last = figures.revenue.length - 1;
  const all = figures.revenue.map((_, index) => figuresOf(figures, index)).filter((one) => one !== undefined);
  const rolling = windowAt(figures, last, window);
  const latest = windowAt(figures, last, 1);
  const trailing = periodsIn(monthsOfTrailingChurn, period);
  const beforeLatest = trailing > 0 ? windowAt(figures, last - 1, trailing) : undefined;

  const revenueValue = (periods: readonly PeriodFigures[] | undefined, method: "average" | "pooled") =>
    periods && periods.length > 0 ? valueOf({ ...driversOf(periods, method), grossMargin: 1 }) : undefined;
  const drivers = rolling && driversOf(rolling, "average");
  const value = drivers && valueOf(drivers);
  const profit = drivers && drivers.revenuePerCustomer * drivers.grossMargin;
  const churnRate = value === undefined ? undefined : drivers!.churnRate;
  const discount = convertedRate(yearlyDiscount, daysPer[period] / daysPer.year, "discount");
  const capped = periodsIn(monthsToCap, period);

  const basis = grossMarginIsGiven ? "gross profit" : "revenue";
  const rows = (count: number) => `last ${count} row${count === 1 ? "" : "s"}`;
  return [
    {
      name: "Average revenue × lifetime",
      formula: "average revenue per customer × (1 ÷ average churn rate)",
      basis: "revenue",
      window: `all ${all.length} rows`,
      value: revenueValue(all, "average"),
    },
    {
      name: "Rolling ratio of averages",
      formula: "mean of revenue per customer ÷ mean of churn rate",
      basis: "revenue",
      window: rows(window),
      value: revenueValue(rolling, "average"),
    },
    {
      name: "Rolling pooled ratio",
      formula: "(Σ revenue ÷ Σ customers) ÷ (Σ lost ÷ Σ customers)",
      basis: "revenue",
      window: rows(window),
      value: revenueValue(rolling, "pooled"),
    },
    {
      name: "Six-month trailing churn",
      formula:
        trailing > 0
          ? "latest revenue per customer ÷ mean churn rate of the six months before"
          : "not possible with whole years",
      basis: "revenue",
      window: trailing > 0 ? `${trailing} rows before the latest` : "",
      value:
        latest && beforeLatest
          ? valueOf({
              revenuePerCustomer: driversOf(latest, "average").revenuePerCustomer,
              grossMargin: 1,
              churnRate: driversOf(beforeLatest, "average").churnRate,
            })
          : undefined,
    },
    {
      name: `Last ${period} only`,
      formula: "revenue per customer ÷ churn rate",
      basis: "revenue",
      window: rows(1),
      value: revenueValue(latest, "average"),
    },
    {
      name: "Net of CAC",
      formula: `rolling value − CAC${cac === undefined ? " (give cac)" : ""}`,
      basis: `${basis} − CAC`,
      window: rows(window),
      value: value === undefined || cac === undefined ? undefined : value - cac,
    },
    {
      name: "Gross profit",
      formula: `rolling value × gross margin${grossMarginIsGiven ? "" : " (give gross_margin)"}`,
      basis: "gross profit",
      window: rows(window),
      value: grossMarginIsGiven ? value : undefined,
    },
    {
      name: "Discounted at 10% a year",
      formula: `m × (1 + d) ÷ (1 + d − retention), m ${basis} per customer and d discount, both of a ${period}, first payment now`,
      basis,
      window: rows(window),
      value:
        churnRate === undefined
          ? undefined
          : discountedValue(profit!, 1 - churnRate, discount, undefined, "now"),
    },
    {
      name: "Capped at 60 months",
      formula: `m × Σ (1 − churn rate)^t over ${capped} ${period}s, m ${basis} per customer and ${period}`,
      basis,
      window: rows(window),
      value: drivers && profit! * geometricSum(drivers.churnRate, capped),
    },
  ];
}
