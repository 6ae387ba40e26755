import { tenure } from "../../core/survival/tenure";
import { number } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { plain } from "../../sheet/words";
import { asOf, timeInMonths } from "../arguments";
import { endColumn, startColumn, toLifetimes } from "./lifetimes";

export const CLV_TENURE = tableFunction({
  name: "CLV_TENURE",
  summary: "How long customers stay: mean so far, median and restricted mean lifetime, and churn rate.",
  details:
    "Each row is one lifetime. Median and restricted mean are those of the survival curve; the churn rate is losses per time observed.",
  args: [
    startColumn,
    endColumn,
    asOf,
    timeInMonths,
    number({
      name: "horizon",
      text: "Periods that the restricted mean covers.",
      above: 0,
      optional: true,
      whenLeftOut: "the longest time observed",
    }),
  ],
  result: "Table: Measure, Value; times in periods, values that do not exist yet blank",
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
  run: (start, end, as_of, period, horizon) => {
    const {
      customers,
      lost,
      meanSoFar,
      median,
      horizon: until,
      restrictedMean,
      churn,
    } = tenure(toLifetimes(start, end, as_of, period), horizon);
    return [
      ["Measure", "Value"],
      ["Customers", customers],
      ["Lost", lost],
      [`Mean tenure so far (${period}s)`, meanSoFar],
      [`Median lifetime (${period}s)`, median],
      [`Mean lifetime within ${plain(until)} ${period}s`, restrictedMean],
      [`Churn per ${period}`, churn],
      [`1 ÷ churn (${period}s)`, churn ? 1 / churn : undefined],
    ];
  },
});
