import { type NextOrder, nextOrders } from "../../core/purchases/nextOrder";
import { refusal } from "../../core/refusal";
import { numberOfRow } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { asOf, customerColumn, dateColumn } from "../arguments";
import { toPurchases } from "../tables/purchases";

const columns: Columns<NextOrder> = {
  Customer: column.words((row) => row.customer),
  Orders: column.count((row) => row.orders),
  "Last order": column.date((row) => row.last),
  "Usual gap (days)": column.number((row) => row.gap),
  Basis: column.words((row) => row.basis ?? ""),
  "Next expected": column.date((row) => row.next),
  "Days overdue": column.count((row) => row.overdue),
  Status: column.words((row) => row.status ?? ""),
  Revenue: column.money((row) => row.revenue),
  "Past usual pause": column.words((row) => (row.isPastPause ? "yes" : "no")),
};

export const CLV_NEXT_ORDER = recordsFunction({
  name: "CLV_NEXT_ORDER",
  summary:
    "When each customer is due to order again, by the usual gap between orders, and who is overdue: an early warning for shops. Longest silence relative to the usual gap first.",
  details: [
    "Orders are days with an order. The usual gap is the median of the customer's own gaps if there are at least three (Basis: own), otherwise the median of everyone's gaps (Basis: all), which says little about one customer. Next expected is the last order plus the usual gap.",
    "Status goes by days since the last order: on time below 0.75 of the usual gap, due up to 1.25, overdue up to 2.5, then silent. A regular buyer who is overdue is worth a call. Of customers who order at random, one in four is overdue at any time.",
    "Past usual pause is yes after a silence longer than the usual pause of these data (see CLV_CHECK). Few of these come back, whatever their rhythm, so keep them apart from those worth a call.",
    "With amounts, an order refunded in full does not count and Revenue is what the customer has brought in so far.",
  ].join("\n\n"),
  notFor: "For the chance that a customer is still active, use CLV_PREDICT; for subscriptions, CLV_ACCOUNTS.",
  args: [
    customerColumn,
    dateColumn,
    asOf,
    numberOfRow({
      name: "amount",
      text: "Revenue of each row; refunds are negative.",
      optional: true,
      whenLeftOut: "every row is an order",
    }),
  ],
  columns,
  example: {
    formula:
      '=CLV_NEXT_ORDER({"Ann";"Ann";"Ann";"Ann";"Bo";"Bo"}, {"2026-01-01";"2026-01-11";"2026-01-21";"2026-02-02";"2026-01-01";"2026-02-20"}, "2026-02-26")',
    rows: [
      ["Ann", 4, "2026-02-02", 10, "own", "2026-02-12", 14, "overdue", "", "no"],
      ["Bo", 2, "2026-02-20", 11, "all", "2026-03-03", -5, "on time", "", "no"],
    ],
  },
  source: "Medians of the days between orders",
  run: (customer, date, as_of, amount) => {
    if (date.length === 0)
      throw refusal("date must have at least one row with a customer next to it, got none");
    // Without amounts every row is an order, as a free one is.
    const { histories, as_of: lastDay } = toPurchases(customer, date, amount ?? date.map(() => 0), as_of);
    const orders = nextOrders(histories, lastDay);
    return amount ? orders : orders.map((order) => ({ ...order, revenue: undefined }));
  },
});
