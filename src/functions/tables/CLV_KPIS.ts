import { type PeriodKpis, kpis } from "../../core/purchases/kpis";
import { amountColumn, customerColumn, dateColumn, wholeNumber } from "../../sheet/argument";
import { type Columns, tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { calendarPeriod } from "../arguments";
import { toPurchases } from "./purchases";

const columns: Columns<PeriodKpis> = {
  Period: (row) => ({ day: row.firstDay }),
  Revenue: (row) => row.revenue,
  Customers: (row) => row.customers,
  New: (row) => row.newCustomers,
  Returned: (row) => row.returned,
  Lost: (row) => row.lost,
  "Churn rate": (row) => row.churnRate,
  "Revenue per customer": (row) => row.revenuePerCustomer,
};

export const CLV_KPIS = tableFunction({
  name: "CLV_KPIS",
  summary:
    "Revenue, customers and churn of each calendar period from rows of orders, for CLV_ROLLING and CLV_TREND.",
  details:
    "A customer is lost in the first period in which it no longer counts as active. Weeks begin on Monday. Rows without a customer, date or amount are left out; the latest period may be unfinished.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    calendarPeriod,
    wholeNumber({
      name: "inactive_after",
      text: "Periods without a purchase until a customer is lost.",
      atLeast: 1,
      otherwise: 1,
    }),
  ],
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula: '=CLV_KPIS({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-20";"2026-02-10"}, {100;50;70})',
    result: [
      Object.keys(columns),
      ["2026-01-01", 150, 2, 2, 0, 0, "", 75],
      ["2026-02-01", 70, 1, 0, 0, 1, 0.5, 70],
    ],
  },
  source: "Churn rate: lost ÷ customers of the period before",
  run: (customer, date, amount, period, inactive_after) =>
    tableOf(columns, kpis(toPurchases(customer, date, amount).histories, period, inactive_after)),
});
