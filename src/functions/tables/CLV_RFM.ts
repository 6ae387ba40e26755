import { summaries } from "../../core/purchases/customers";
import { type OrderStatus, nextOrders } from "../../core/purchases/nextOrder";
import { type RfmScore, rfm } from "../../core/purchases/rfm";
import { wholeNumber } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { asOf } from "../arguments";
import { purchaseColumns, toPurchases } from "./purchases";

type Row = RfmScore & { readonly status: OrderStatus | undefined };

const columns: Columns<Row> = {
  Customer: column.words((row) => row.customer),
  "Recency days": column.count((row) => row.recencyDays),
  Frequency: column.count((row) => row.frequency),
  Monetary: column.money((row) => row.monetary),
  R: column.count((row) => row.r),
  F: column.count((row) => row.f),
  M: column.count((row) => row.m),
  Segment: column.words((row) => row.segment),
  Status: column.words((row) => row.status ?? ""),
};

export const CLV_RFM = recordsFunction({
  name: "CLV_RFM",
  summary:
    "How recently, how often and how much each customer bought, scored from 1 to 5 (best) against all others, with a segment.",
  details:
    "One row per customer, highest revenue first. Frequency counts days with a purchase; monetary is revenue net of refunds; customers with every order refunded are left out. A score is 5 − ⌊5 × share of customers who are better⌋: ties score the same, and the best always get 5. The segment follows from R and the mean of F and M: Champions, Loyal, Potential loyalist, New customers, Promising, Need attention, About to sleep, At risk, Cannot lose them, Hibernating or Lost. Customers who bought once are New customers, Promising, About to sleep, Hibernating or Lost, by R.\n\nScores compare customers with each other, not with their own past: someone who ordered weekly and has been quiet for three months can score as Loyal. Status therefore compares each with the usual gap between orders, as in CLV_NEXT_ORDER: on time, due, overdue or silent. A loyal customer who is silent is one to win back.",
  notFor:
    "Not for the chance that a customer is still active: use CLV_PREDICT. Scores rank these customers against each other, so do not compare them between two lists.",
  args: [
    ...purchaseColumns,
    asOf,
    wholeNumber({ name: "bins", text: "Number of scores: 5 gives fifths.", atLeast: 2, otherwise: 5 }),
  ],
  columns,
  example: {
    formula: '=CLV_RFM({"Ann";"Bo";"Ann"}, {"2026-01-05";"2026-01-20";"2026-02-10"}, {100;50;70})',
    rows: [
      ["Ann", 0, 2, 170, 5, 5, 5, "Champions", "on time"],
      ["Bo", 21, 1, 50, 3, 3, 3, "About to sleep", "on time"],
    ],
  },
  source: "RFM scores by quantile; the eleven segment names in common use",
  run: (customer, date, amount, as_of, bins) => {
    const { histories, as_of: lastDay } = toPurchases(customer, date, amount, as_of);
    const statuses = new Map(
      nextOrders(histories, lastDay).map(({ customer: name, status }) => [name, status]),
    );
    return rfm(summaries(histories, lastDay, "day"), lastDay, bins).map((score) => ({
      ...score,
      status: statuses.get(score.customer),
    }));
  },
});
