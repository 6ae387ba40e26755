import { type CustomerSummary, summaries } from "../../core/purchases/customers";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { asOf, timeInWeeks } from "../arguments";
import { purchaseColumns, toPurchases } from "./purchases";

const columns: Columns<CustomerSummary> = {
  Customer: column.words((row) => row.customer),
  First: column.date((row) => row.first),
  Last: column.date((row) => row.last),
  Orders: column.count((row) => row.orders),
  Revenue: column.money((row) => row.revenue),
  "Average order": column.money((row) => row.averageOrder),
  Frequency: column.count((row) => row.frequency),
  Recency: column.periods((row) => row.recency),
  Age: column.periods((row) => row.age),
  "Repeat value": column.money((row) => row.repeatValue),
};

export const CLV_CUSTOMERS = recordsFunction({
  name: "CLV_CUSTOMERS",
  summary:
    "One row per customer from rows of orders: first and last purchase, orders, revenue and the inputs of the models; highest revenue first.",
  details:
    "Orders are days with a purchase; frequency counts those after the first; recency runs from the first to the latest purchase and age from the first to as_of, both in periods; repeat value is the mean amount of the purchases after the first. A refund is netted within its day; on a later day it is subtracted from the latest purchase before it, and any remainder from the one before that. An order refunded in full is no purchase: a customer with no other has blank dates but stays in the table, so that revenue adds up. Rows after as_of do not count, refunds included.",
  notFor: "To decide whom to call, use CLV_NEXT_ORDER or CLV_PREDICT. For subscriptions, use CLV_ACCOUNTS.",
  args: [...purchaseColumns, asOf, timeInWeeks],
  columns,
  example: {
    formula: '=CLV_CUSTOMERS({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-20";"2026-02-10"}, {100;50;70})',
    rows: [
      ["Ann", "2026-01-05", "2026-02-10", 2, 170, 85, 1, 36 / 7, 36 / 7, 70],
      ["Bo", "2026-01-20", "2026-01-20", 1, 50, 50, 0, 0, 3, ""],
    ],
  },
  source: "Frequency, recency and age as in P. Fader, B. Hardie, K. Lee (2005), Marketing Science 24(2)",
  run: (customer, rowDate, amount, as_of, period) => {
    const purchases = toPurchases(customer, rowDate, amount, as_of);
    return summaries(purchases.histories, purchases.as_of, period);
  },
});
