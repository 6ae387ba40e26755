import { ratio } from "../../core/math/ratio";
import { type PeriodMovements, movements } from "../../core/subscriptions/movements";
import { flag, wholeNumber } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { calendarPeriod, customerColumn } from "../arguments";
import { dayOfList, endColumn, mrrColumn, startColumn, toSpans } from "./lifetimes";

const columns: Columns<PeriodMovements> = {
  Period: column.period((row) => row.firstDay),
  "Customers at start": column.count((row) => row.customersAtStart),
  New: column.count((row) => row.newCustomers),
  Returned: column.count((row) => row.returned),
  Lost: column.count((row) => row.lostCustomers),
  "Customers at end": column.count((row) => row.customersAtEnd),
  "MRR at start": column.money((row) => row.mrrAtStart),
  "New MRR": column.money((row) => row.newMrr),
  Expansion: column.money((row) => row.expansion),
  Contraction: column.money((row) => row.contraction),
  "Lost MRR": column.money((row) => row.lostMrr),
  Reactivation: column.money((row) => row.reactivation),
  "MRR at end": column.money((row) => row.mrrAtEnd),
  "Customer churn": column.share((row) => ratio(row.lostOfThose, row.customersAtStart)),
  "Revenue churn": column.share((row) => ratio(row.shortfallOfThose, row.mrrAtStart)),
  GRR: column.share((row) => ratio(row.mrrAtStart - row.shortfallOfThose, row.mrrAtStart)),
  NRR: column.share((row) => ratio(row.mrrAtStart + row.changeOfThose, row.mrrAtStart)),
  "Revenue per customer": column.money((row) => ratio(row.mrrAtEnd, row.customersAtEnd)),
};

export const CLV_SUBSCRIPTIONS = recordsFunction({
  name: "CLV_SUBSCRIPTIONS",
  summary:
    "Who joined, grew, shrank, left and came back in each calendar period, from rows of subscriptions or contract terms, with churn, GRR and NRR.",
  details:
    "A row is one subscription or term. A customer's rows add up; one that starts by the day after another ends is a renewal, and only the last day of the last one is a loss. Free rows do not make a customer: the first paid day is New, and going from paid to free is Lost. Every movement counts in the period of its day. Churn, GRR and NRR cover those who were there at the start: churn counts everyone lost, whether or not they came back; GRR counts how far each ends below the start, NRR all changes; a return counts only in Reactivation. The last period may be unfinished and its churn too low: whole leaves it out.",
  notFor: "For shop orders, use CLV_KPIS; for payments without a start and an end, CLV_BILLED.",
  maths: [
    String.raw`\text{GRR} = 1 - \frac{\text{contraction} + \text{lost MRR}}{\text{MRR at start}}, \qquad \text{of those there at the start}`,
  ],
  args: [
    customerColumn,
    startColumn,
    endColumn,
    mrrColumn,
    dayOfList,
    calendarPeriod,
    wholeNumber({
      name: "grace_days",
      text: "Days after the end within which a return is a renewal.",
      atLeast: 0,
      atMost: 3650,
      otherwise: 0,
    }),
    flag({
      name: "whole",
      text: "TRUE leaves out the last period if it is not over on as_of, or by default on the latest start or end.",
    }),
  ],
  columns,
  picture: {
    kind: "columns",
    caption: "Monthly recurring revenue at the end of each period",
    label: "Period",
    series: ["MRR at end"],
  },
  example: {
    formula:
      '=CLV_SUBSCRIPTIONS({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-10";"2026-02-01"}, {"2026-01-31";"2026-02-20";""}, {50;30;80}, "2026-02-28")',
    rows: [
      ["2026-01-01", 0, 2, 0, 0, 2, 0, 80, 0, 0, 0, 0, 80, "", "", "", "", 40],
      ["2026-02-01", 2, 0, 0, 1, 1, 80, 0, 30, 0, 30, 0, 80, 0.5, 30 / 80, 50 / 80, 1, 80],
    ],
  },
  source:
    "Customer churn: lost ÷ at start; GRR and NRR: MRR kept, without and with expansion, ÷ MRR at start",
  run: (customer, start, end, mrr, as_of, period, grace_days, whole) => {
    const rows = customer.map((name, row) => ({ customer: name, start: start[row]!, mrr: mrr[row]! }));
    const known = toSpans(rows, end, as_of, period);
    return movements(known.spans, known.as_of, period, grace_days, whole);
  },
});
