import { ratio } from "../../core/math/ratio";
import { type Movements, movements } from "../../core/subscriptions/movements";
import { customerColumn, numberOfRow } from "../../sheet/argument";
import { type Columns, tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { asOf, calendarPeriod } from "../arguments";
import { endColumn, lastDayOf, startColumn } from "./lifetimes";

const columns: Columns<Movements> = {
  Period: (row) => ({ day: row.firstDay }),
  "Customers at start": (row) => row.customersAtStart,
  New: (row) => row.newCustomers,
  Lost: (row) => row.lostCustomers,
  "Customers at end": (row) => row.customersAtEnd,
  "MRR at start": (row) => row.mrrAtStart,
  "New MRR": (row) => row.newMrr,
  Expansion: (row) => row.expansion,
  Contraction: (row) => row.contraction,
  "Lost MRR": (row) => row.lostMrr,
  Reactivation: (row) => row.reactivation,
  "MRR at end": (row) => row.mrrAtEnd,
  "Customer churn": (row) => ratio(row.lostCustomers, row.customersAtStart),
  "Revenue churn": (row) => ratio(row.contraction + row.lostMrr, row.mrrAtStart),
  GRR: (row) => ratio(row.mrrAtStart - row.contraction - row.lostMrr, row.mrrAtStart),
  NRR: (row) => ratio(row.mrrAtStart + row.expansion - row.contraction - row.lostMrr, row.mrrAtStart),
  "Revenue per customer": (row) => ratio(row.mrrAtEnd, row.customersAtEnd),
};

export const CLV_SUBSCRIPTIONS = tableFunction({
  name: "CLV_SUBSCRIPTIONS",
  summary: "Movements of customers and recurring revenue in each calendar period.",
  details:
    "Each customer's state at the end of a period is set against the end of the period before. Several rows of a customer add up: upgrades, downgrades, a pause and a return (reactivation; such customers are not new). A subscription is gone at the end of its last day. GRR and NRR leave reactivation out.",
  args: [
    customerColumn(),
    startColumn,
    endColumn,
    numberOfRow({ name: "mrr", text: "Monthly recurring revenue of each row.", atLeast: 0 }),
    asOf,
    calendarPeriod,
  ],
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula:
      '=CLV_SUBSCRIPTIONS({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-10";"2026-02-01"}, {"2026-02-01";"2026-02-28";""}, {50;30;80}, "2026-02-28")',
    result: [
      Object.keys(columns),
      ["2026-01-01", 0, 2, 0, 2, 0, 80, 0, 0, 0, 0, 80, "", "", "", "", 40],
      ["2026-02-01", 2, 0, 1, 1, 80, 0, 30, 0, 30, 0, 80, 0.5, 30 / 80, 50 / 80, 1, 80],
    ],
  },
  source:
    "Customer churn: lost ÷ at start; GRR and NRR: MRR kept, without and with expansion, ÷ MRR at start",
  run: (customer, start, end, mrr, as_of, period) => {
    const until = lastDayOf(start, end, as_of);
    const subscriptions = customer
      .map((name, row) => ({ customer: name, start: start[row]!, end: end.values[row], mrr: mrr[row]! }))
      .filter((subscription) => subscription.start <= until);
    return tableOf(columns, movements(subscriptions, until, period));
  },
});
