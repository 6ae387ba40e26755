import { fitHistories } from "../../core/prediction/fitHistories";
import { choice, series } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { timeInWeeks } from "../arguments";
import { fitColumns, fitTable } from "../fits/fitTable";
import { wantedModels } from "../predictions/fitBlock";
import { customersOfRow, wholeNumbers } from "./columns";
import { groupsOf, leftOutSentence } from "./groups";
import { bounds } from "./history";

export const CLV_FIT_HISTORIES = tableFunction({
  name: "CLV_FIT_HISTORIES",
  summary:
    "The CLV_FIT table from histories that are already summed up, such as an export from a data warehouse. Read Warnings first.",
  details: [
    "For customers who come and go without a contract, with too many orders for a sheet. A row is a customer, or a history that several customers share: order days after the first, time from the first to the latest of them, and time from the first to the day the data end. CLV_CUSTOMERS makes these columns from orders.",
    "auto is mbg/nbd. Rounding times to the nearest week makes many histories alike and hardly changes the parameters; rounding down does not work, since a week less between two orders and today looks like a customer who has just ordered. A recency of 0 with a repeat, the result of rounding, counts as it is.",
    "repeat_value is the mean of the orders after the first, blank without one, and all customers of a row must share it: a mean over different customers hides how much they differ. You may put spend in rows of its own: frequency, repeat_value and customers, with recency and age blank. From, To and First order value are blank, so CLV_NEW_CUSTOMER values the first order like later ones.",
  ].join("\n\n"),
  notFor: "If you have the orders themselves, use CLV_FIT, which can also test which model predicts better.",
  args: [
    wholeNumbers({
      name: "frequency",
      text: "Order days after the first; 0 for one-time buyers.",
      ...bounds,
    }),
    series({ name: "recency", text: "First to latest order.", ...bounds }),
    series({ name: "age", text: "First order to the day the data end.", ...bounds }),
    series({
      name: "repeat_value",
      text: "Mean of the orders after the first.",
      atLeast: 0,
      optional: true,
      whenLeftOut: "spend is not modelled",
    }),
    customersOfRow,
    choice({
      name: "model",
      text: '"bg/nbd", "mbg/nbd", "pareto/nbd", or "auto", which is mbg/nbd.',
      choices: wantedModels,
      otherwise: "auto",
    }),
    { ...timeInWeeks, text: `Unit of recency and age: ${timeInWeeks.text}` },
  ],
  columns: fitColumns,
  result: "Table: Item, Value, Standard error",
  example: {
    formula: "=CLV_FIT_HISTORIES(M2:M, N2:N, O2:O, P2:P, Q2:Q)",
    result: [["Item", "Value", "Standard error"]],
  },
  source: "As CLV_FIT; each history and each repeat value counts as many times as it has customers",
  run: (frequency, recency, age, repeat_value, customers, model, period) => {
    const { groups, leftOut } = groupsOf({ frequency, recency, age, repeat_value, customers });
    const fit = fitHistories(groups, period, model);
    return fitTable({ ...fit, warnings: [...leftOutSentence(leftOut), ...fit.warnings] });
  },
});
