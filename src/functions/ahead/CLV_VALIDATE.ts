import { isoFromDay } from "../../core/day";
import { modelNames } from "../../core/models/models";
import { requireEnough } from "../../core/prediction/fitOrders";
import { type HoldoutResult, holdout, splitDay } from "../../core/prediction/holdout";
import { failed } from "../../core/prediction/warnings";
import { refusal } from "../../core/refusal";
import { date as dateArgument } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { timeInWeeks } from "../arguments";

const columns: Columns<HoldoutResult> = {
  Model: column.words(({ model }) => model),
  Customers: column.count(({ customers }) => customers),
  "Actual orders": column.count(({ actual }) => actual),
  "Predicted orders": column.number(({ predicted }) => predicted),
  "Bias %": column.share(({ bias }) => bias),
  MAE: column.number(({ mae }) => mae),
  RMSE: column.number(({ rmse }) => rmse),
  "Normalised Gini": column.number(({ gini }) => gini),
};

export const CLV_VALIDATE = recordsFunction({
  name: "CLV_VALIDATE",
  summary: "How well each model predicts later orders from earlier ones, next to a naive forecast.",
  details:
    "Orders are repeat purchase days after the split, by customers who first bought before it; their value is not compared. Bias is predicted ÷ actual − 1; MAE and RMSE are errors per customer; the Gini is 1 if customers are ranked exactly as they turned out and 0 if ranked at random. The naive forecast continues each customer's past rate of repeat purchases: a model that does not beat it is no use here.",
  notFor: "For one model over time, period by period, use CLV_TRACKING.",
  args: [
    ...purchaseColumns,
    dateArgument({
      name: "split_date",
      text: "Last day of the data to fit.",
      optional: true,
      whenLeftOut: "two thirds through the span",
    }),
    timeInWeeks,
  ],
  columns,
  example: { formula: "=CLV_VALIDATE(A2:A, B2:B, C2:C)" },
  source: "Holdout validation as in Fader, Hardie, Lee (2005), Marketing Science 24(2)",
  run: (customer, date, amount, split_date, period) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount);
    const from = date.reduce((first, day) => Math.min(first, day), to);
    const split = split_date ?? splitDay(from, to);
    if (split >= to)
      throw refusal(`split_date must be before ${isoFromDay(to)}, the latest date, got ${isoFromDay(split)}`);
    requireEnough(histories, split, period);
    const results = holdout(histories, split, to, period, modelNames);
    for (const { model, converged } of results)
      if (model !== "naive" && !converged) throw refusal(failed(model));
    return results;
  },
});
