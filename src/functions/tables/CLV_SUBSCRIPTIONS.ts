import { isoFromDay } from "../../core/day";
import { refusal } from "../../core/refusal";
import { type Movements, movements } from "../../core/subscriptions/movements";
import { customerColumn, numberOfRow } from "../../sheet/argument";
import { type Columns, tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { asOf, calendarPeriod } from "../arguments";
import { endColumn, latestOf, refuseEndsBeforeStarts, startColumn } from "./lifetimes";

const share = (part: number, whole: number) => (whole > 0 ? part / whole : undefined);

const columns: Columns<Movements> = {
  Period: ({ firstDay }) => ({ day: firstDay }),
  "Customers at start": ({ customersAtStart }) => customersAtStart,
  New: ({ newCustomers }) => newCustomers,
  Lost: ({ lostCustomers }) => lostCustomers,
  "Customers at end": ({ customersAtEnd }) => customersAtEnd,
  "MRR at start": ({ mrrAtStart }) => mrrAtStart,
  "New MRR": ({ newMrr }) => newMrr,
  Expansion: ({ expansion }) => expansion,
  Contraction: ({ contraction }) => contraction,
  "Lost MRR": ({ lostMrr }) => lostMrr,
  Reactivation: ({ reactivation }) => reactivation,
  "MRR at end": ({ mrrAtEnd }) => mrrAtEnd,
  "Customer churn": ({ lostCustomers, customersAtStart }) => share(lostCustomers, customersAtStart),
  "Revenue churn": ({ contraction, lostMrr, mrrAtStart }) => share(contraction + lostMrr, mrrAtStart),
  GRR: ({ contraction, lostMrr, mrrAtStart }) => share(mrrAtStart - contraction - lostMrr, mrrAtStart),
  NRR: ({ expansion, contraction, lostMrr, mrrAtStart }) =>
    share(mrrAtStart + expansion - contraction - lostMrr, mrrAtStart),
  "Revenue per customer": ({ mrrAtEnd, customersAtEnd }) => share(mrrAtEnd, customersAtEnd),
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
    refuseEndsBeforeStarts(start, end);
    const until = as_of ?? latestOf(start, end);
    const subscriptions = customer
      .map((name, row) => ({ customer: name, start: start[row]!, end: end.values[row], mrr: mrr[row]! }))
      .filter((subscription) => subscription.start <= until);
    if (subscriptions.length === 0)
      throw refusal(`as_of must not be before the first start, got ${isoFromDay(until)}`);
    return tableOf(columns, movements(subscriptions, until, period));
  },
});
