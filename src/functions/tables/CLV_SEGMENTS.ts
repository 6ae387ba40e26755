import { type SegmentSummary, segments } from "../../core/purchases/segments";
import { amountColumn, customerColumn, dateColumn, nameSeries, number } from "../../sheet/argument";
import { type Columns, tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { grossMargin, asOf } from "../arguments";
import { toPurchases } from "./purchases";

const columns: Columns<SegmentSummary> = {
  Segment: (row) => row.segment,
  Customers: (row) => row.customers,
  Revenue: (row) => row.revenue,
  "Revenue share": (row) => row.revenueShare,
  "Orders per customer": (row) => row.ordersPerCustomer,
  "Average order": (row) => row.averageOrder,
  "Revenue per customer": (row) => row.revenuePerCustomer,
  "Monthly churn": (row) => row.monthlyChurn,
  "Lifetime (months)": (row) => row.lifetimeMonths,
  CLV: (row) => row.value,
  Note: (row) => row.note,
};

const withoutSegment = "(blank)";

/** The rows of customers up to a day, each the latest; of several rows on that day the last in the sheet. */
function latestRows(
  customer: readonly string[],
  date: readonly number[],
  as_of: number,
): Map<string, number> {
  const latest = new Map<string, number>();
  customer.forEach((name, row) => {
    const day = date[row]!;
    const before = latest.get(name);
    if (day <= as_of && (before === undefined || day >= date[before]!)) latest.set(name, row);
  });
  return latest;
}

export const CLV_SEGMENTS = tableFunction({
  name: "CLV_SEGMENTS",
  summary: "Which segment pays: customers, revenue, churn, lifetime and CLV of each, highest first.",
  details:
    "A customer's segment is that of its latest row. Lost means no purchase in the latest months; monthly churn is lost ÷ months of exposure, and CLV revenue per month of exposure × margin ÷ monthly churn. Where nobody is lost CLV is blank, and Note says so; below 5 customers Note says few. Segments without a CLV come last, by revenue.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    nameSeries({ name: "segment", text: "Segment of each row, such as country or plan." }),
    grossMargin,
    number({
      name: "inactive_after",
      text: "Months (365.25 ÷ 12 days) without a purchase until a customer is lost.",
      above: 0,
      otherwise: 3,
    }),
    asOf,
  ],
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: {
    formula:
      '=CLV_SEGMENTS({"Ann";"Ann";"Bo";"Bo"}, {"2025-01-01";"2025-07-02";"2025-01-01";"2026-01-01"}, {60;60;90;150}, {"DE";"DE";"FR";"FR"})',
    result: [
      Object.keys(columns),
      ["DE", 1, 120, 1 / 3, 2, 60, 120, 365.25 / 12 / 182, 182 / (365.25 / 12), 120, "few"],
      ["FR", 1, 240, 2 / 3, 2, 120, 240, 0, "", "", "few, nobody lost"],
    ],
  },
  source: "Churn as events ÷ exposure; value as revenue per customer and month × margin ÷ monthly churn",
  run: (customer, date, amount, segment, gross_margin, inactive_after, as_of) => {
    const purchases = toPurchases(customer, date, amount, as_of);
    const latest = latestRows(customer, date, purchases.as_of);
    return tableOf(
      columns,
      segments(
        purchases.histories,
        (name) => segment.values[latest.get(name)!] ?? withoutSegment,
        gross_margin,
        inactive_after,
        purchases.as_of,
      ),
    );
  },
});
