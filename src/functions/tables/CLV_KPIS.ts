import { type PeriodKpis, kpis } from "../../core/purchases/kpis";
import { periodsIn, usualPause } from "../../core/purchases/pause";
import { wholeNumber } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { asOf, calendarPeriod, usualPauseInWords } from "../arguments";
import { purchaseColumns, toPurchases } from "./purchases";

const columns: Columns<PeriodKpis> = {
  Period: column.period((row) => row.firstDay),
  Revenue: column.money((row) => row.revenue),
  "Customers at start": column.count((row) => row.customersAtStart),
  New: column.count((row) => row.newCustomers),
  Returned: column.count((row) => row.returned),
  Lost: column.count((row) => row.lost),
  Customers: column.count((row) => row.customers),
  "Churn rate": column.share((row) => row.churnRate),
  "Revenue per customer": column.money((row) => row.revenuePerCustomer),
};

export const CLV_KPIS = recordsFunction({
  name: "CLV_KPIS",
  summary:
    "Revenue, customers and churn of each calendar period from rows of orders; a customer is lost after a pause in buying.",
  details:
    "One row per period, including those without orders; weeks begin on Monday. A customer counts in the period of a purchase and in the inactive_after − 1 periods after it. Lost: counted in the period before, no longer in this one. Returned: bought again after that. New: first purchase ever. Customers at start + New + Returned − Lost = Customers. Refunds lower the revenue of the period in which they were paid; an order refunded in full is no purchase. Without as_of, the last period may be unfinished and its churn too high.\n\nCLV_ROLLING accepts Revenue with Customers and Churn rate, or with Customers at start and Lost; each pause then ends a lifetime, so the result is the value of one spell of buying.",
  notFor:
    "Not for the value of a shop's customers: in these figures each pause ends a lifetime, so use CLV_HORIZON. For regular bills, use CLV_BILLED; for subscriptions, CLV_SUBSCRIPTIONS.",
  maths: [String.raw`\text{churn rate} = \frac{\text{lost}}{\text{customers at start}}`],
  args: [
    ...purchaseColumns,
    calendarPeriod,
    wholeNumber({
      name: "inactive_after",
      text: "Periods without a purchase after which a customer is lost.",
      atLeast: 1,
      optional: true,
      whenLeftOut: usualPauseInWords,
    }),
    { ...asOf, text: "Last day that counts; a period that is not over by then is left out." },
  ],
  columns,
  picture: {
    kind: "columns",
    caption: "Customers, period by period",
    label: "Period",
    series: ["Customers"],
  },
  example: {
    formula:
      '=CLV_KPIS({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-20";"2026-02-10"}, {100;50;70}, "month", 1)',
    rows: [
      ["2026-01-01", 150, 0, 2, 0, 0, 2, "", 75],
      ["2026-02-01", 70, 2, 0, 0, 1, 1, 0.5, 70],
    ],
  },
  source: "Churn rate: lost ÷ customers at the start of the period",
  run: (customer, date, amount, period, inactive_after, as_of) => {
    const { histories, as_of: lastDay } = toPurchases(customer, date, amount, as_of);
    const pause = inactive_after ?? periodsIn(usualPause(histories, lastDay).months, period);
    return kpis(histories, period, pause, lastDay, as_of !== undefined);
  },
});
