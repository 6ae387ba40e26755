import { fitToRelyOn } from "../../core/prediction/fit";
import { type Prediction, predict } from "../../core/prediction/predict";
import { amountColumn, customerColumn, dateColumn } from "../../sheet/argument";
import { type Columns, tableOf } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { toPurchases } from "../tables/purchases";
import { asOf, grossMargin } from "../arguments";
import { annualDiscount, horizonMonths, horizonOf } from "./arguments";
import { modelOrFit } from "./fitBlock";

const columns: Columns<Prediction> = {
  Customer: ({ customer }) => customer,
  Orders: ({ orders }) => orders,
  "CLV to date": ({ valueToDate }) => valueToDate,
  "P(alive)": ({ probabilityAlive }) => probabilityAlive,
  "Expected orders": ({ expectedOrders }) => expectedOrders,
  "Expected order value": ({ expectedOrderValue }) => expectedOrderValue,
  "Predicted CLV": ({ value }) => value,
  Low: ({ low }) => low,
  High: ({ high }) => high,
  "Total CLV": ({ total }) => total,
  "Value at risk": ({ atRisk }) => atRisk,
};

export const CLV_PREDICT = tableFunction({
  name: "CLV_PREDICT",
  summary:
    "What each customer will be worth: chance to be active, expected orders, CLV with a 90% interval, value at risk.",
  details:
    "Predicted CLV is Σ over months of the orders expected in that month × expected order value × margin ÷ (1 + annual)^(month ÷ 12), a month being 365.25 ÷ 12 days. Low and High come from the uncertainty of the parameters (delta method on the logarithm): where the expectation lies, not what a single customer may do. CLV to date is revenue × margin so far, and Total CLV adds the prediction. Value at risk is what the customer would be worth if certainly active, less Predicted CLV. Customers with refunds only stand last, without a prediction; where amounts are all equal or missing, the mean of all orders is the order value. Fitted by weeks as CLV_FIT does; with a table of CLV_FIT nothing is fitted.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    horizonMonths,
    annualDiscount,
    grossMargin,
    modelOrFit,
    asOf,
  ],
  result: `Table: ${Object.keys(columns).join(", ")}`,
  example: { formula: "=CLV_PREDICT(A2:A, B2:B, C2:C)", result: [Object.keys(columns)] },
  source:
    "Conditional expectations of the models of CLV_FIT; discounted as in Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (customer, date, amount, months, annual, margin, model, as_of) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount, as_of);
    const fit = typeof model === "string" ? fitToRelyOn(histories, to, "week", model) : model;
    return tableOf(columns, predict(histories, to, fit, { ...horizonOf(months, annual), margin }));
  },
});
