import { fitToRelyOn } from "../../core/prediction/fit";
import { type Prediction, predict } from "../../core/prediction/predict";
import { type Columns, column, columnDocs, tableOf } from "../../sheet/column";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { asOf, grossMargin } from "../arguments";
import { annualDiscount, horizonMonths, horizonOf } from "./arguments";
import { earliestRows } from "../channels/firstSegments";
import { tableWithColumns } from "../fits/columnsBeside";
import { asInFit, readFitOrCovariates } from "../fits/covariateBlock";
import { modelOrFit } from "./fitBlock";

/** A prediction, and in the first row what is to be known of all of them. */
type Row = Prediction & { readonly note?: string };

const columns: Columns<Row> = {
  Customer: column.words(({ customer }) => customer),
  Orders: column.count(({ orders }) => orders),
  "CLV to date": column.money(({ valueToDate }) => valueToDate),
  "P(alive)": column.share(({ probabilityAlive }) => probabilityAlive),
  "Expected orders": column.number(({ expectedOrders }) => expectedOrders),
  "Expected order value": column.money(({ expectedOrderValue }) => expectedOrderValue),
  "Predicted CLV": column.money(({ value }) => value),
  Low: column.money(({ low }) => low),
  High: column.money(({ high }) => high),
  "Total CLV": column.money(({ total }) => total),
  "Value at risk": column.money(({ atRisk }) => atRisk),
  Standing: column.words(({ standing }) => standing ?? ""),
  Note: column.words(({ note = "" }) => note),
};

export const CLV_PREDICT = tableWithColumns({
  name: "CLV_PREDICT",
  summary:
    "What each customer is expected to be worth, with an interval for that expectation; what one customer does varies far more.",
  details:
    'Each row is an order or part of one. Predicted CLV is Σ over months of the orders expected in that month × expected order value × margin ÷ (1 + annual)^(month ÷ 12), a month being 365.25 ÷ 12 days. CLV to date is revenue × margin so far, and Total CLV adds the prediction.\n\nLow and High are the 90% interval of this expectation, the mean over customers with the same history, not the range of what one of them will bring in, which is mostly nothing or several times as much. They reflect the uncertainty of the parameters, with weak priors to keep them honest when data say little; on 400 simulated shops each of 500, 1,000 and 2,000 customers they held 89% to 92% of the true expectations. Given a CLV_FIT table, nothing is fitted; Low and High still come from these rows, unless the table covers more than twice as many customers.\n\nValue at risk is what the customer would be worth if certainly active, less Predicted CLV: it is highest for good customers long gone, so look for it among those who can still be saved. Standing goes by P(alive): active above 80%, can still be saved from 20%, probably lost below.\n\nNote, in the first row, repeats the warnings of CLV_FIT. Free repeat orders count as 0 in the expected order value; if amounts are all equal or missing, it is the mean of repeat orders. Customers with only refunds come last, without a prediction. With a CLV_FIT_COVARIATES table each customer has their own parameters, from the values of their first row. "forever" leaves Expected orders blank, since their number may have no limit, and needs a discount above 0.',
  notFor:
    "Not for contracts and regular bills, where you know who has left: use CLV_ACCOUNTS, CLV_RENEWALS or CLV_BILLED. Not for what one customer will do: the interval is that of the mean over many alike. Above about 200,000 rows, Sheets may stop the formula after 30 seconds: let a warehouse score the customers with CLV_SQL.",
  maths: [
    String.raw`\text{Predicted CLV} = \sum_{k=1}^{h} \frac{\text{expected orders in month } k \times \text{expected order value} \times \text{gross margin}}{(1 + \text{annual discount})^{k/12}}`,
    String.raw`h \text{ months of the horizon}`,
  ],
  args: [
    ...purchaseColumns,
    horizonMonths,
    annualDiscount,
    grossMargin,
    modelOrFit(readFitOrCovariates),
    asOf,
  ],
  at: 8,
  beside: {
    name: "covariates",
    text: "For a CLV_FIT_COVARIATES table: its columns next to the rows with their header row, or one row of values in its order.",
    optional: true,
  },
  columns: columnDocs(columns),
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: { formula: "=CLV_PREDICT(A2:A, B2:B, C2:C)", result: [Object.keys(columns)] },
  source:
    "Conditional expectations of the models of CLV_FIT; discounted as in Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (beside, customer, date, amount, months, annual, margin, model, as_of) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount, as_of);
    const fit = typeof model === "string" ? fitToRelyOn(histories, to, "week", model) : model;
    const note = (fit.warnings ?? []).join(" ");
    const valuesOf = asInFit(fit, beside);
    const rows = valuesOf && earliestRows(customer, date);
    const predictions = predict(
      histories,
      to,
      fit,
      { ...horizonOf(months, annual), margin },
      valuesOf && ((name) => valuesOf(rows!.get(name)!)),
    );
    return tableOf(
      columns,
      predictions.map((one, row): Row => (row === 0 ? { ...one, note } : one)),
    );
  },
});
