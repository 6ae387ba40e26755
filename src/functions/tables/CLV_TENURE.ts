import { tenure } from "../../core/survival/tenure";
import { number } from "../../sheet/argument";
import type { ResultCell } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { plain } from "../../sheet/words";
import { timeInMonths } from "../arguments";
import { customerOfLifetime, dayOfList, endColumn, startColumn, toLifetimes } from "./lifetimes";

const columns = [
  { name: "Measure", unit: "text" },
  { name: "Value", unit: "by row" },
] as const;

export const CLV_TENURE = tableFunction({
  name: "CLV_TENURE",
  summary:
    "How long customers stay: the mean so far, which is too short while many are still active, and what is not: median, mean within a horizon, churn rate and 1 ÷ churn.",
  details:
    "Each row is one lifetime, from its first day to its last. With customer, renewals are joined, and Lost counts how often a customer left: a return after a gap begins a new lifetime. Median and mean within the horizon come from the survival curve; the churn rate is losses ÷ time observed.",
  notFor:
    "For shops, where nobody says goodbye, use CLV_CUSTOMERS and CLV_PREDICT. For the whole curve, use CLV_SURVIVAL.",
  args: [
    startColumn,
    endColumn,
    dayOfList,
    timeInMonths,
    number({
      name: "horizon",
      text: "Periods that the restricted mean covers.",
      above: 0,
      optional: true,
      whenLeftOut: "the longest time observed",
    }),
    customerOfLifetime,
  ],
  columns,
  result: "Table: Measure, Value; times in periods, values not yet known are blank",
  example: {
    formula: '=CLV_TENURE({"2026-01-01";"2026-01-01"}, {"2026-01-15";""}, "2026-01-29", "week")',
    result: [
      ["Measure", "Value"],
      ["Customers", 2],
      ["Lost", 1],
      ["Mean tenure so far (weeks)", 3],
      ["Median lifetime (weeks)", 2],
      ["Mean lifetime within 4 weeks", 3],
      ["Churn per week", 1 / 6],
      ["1 ÷ churn (weeks)", 6],
    ],
  },
  source: "E. Kaplan, P. Meier (1958); restricted mean: area under the curve; churn: events ÷ exposure",
  run: (start, end, as_of, period, horizon, customer) => {
    const { customers, lifetimes } = toLifetimes(start, end, as_of, period, customer);
    const { lost, meanSoFar, median, horizon: until, restrictedMean, churn } = tenure(lifetimes, horizon);
    const time = (value: number | undefined): ResultCell => ({ value, unit: "periods" });
    const count = (value: number): ResultCell => ({ value, unit: "count" });
    return {
      columns,
      rows: [
        ["Customers", count(customers)],
        ["Lost", count(lost)],
        [`Mean tenure so far (${period}s)`, time(meanSoFar)],
        [`Median lifetime (${period}s)`, time(median)],
        [`Mean lifetime within ${plain(until)} ${period}s`, time(restrictedMean)],
        [`Churn per ${period}`, { value: churn, unit: "share" }],
        [`1 ÷ churn (${period}s)`, time(churn ? 1 / churn : undefined)],
      ],
    };
  },
});
