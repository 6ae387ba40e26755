import { fitHistories } from "../../core/prediction/fitHistories";
import { choice } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { timeInWeeks } from "../arguments";
import { fitColumns, fitTable } from "../fits/fitTable";
import { wantedModels } from "../predictions/fitBlock";
import { customersOfRow, numbers, numbersIfAny, wholeNumbers } from "./columns";
import { groupsOf, leftOutSentence } from "./groups";
import { bounds } from "./history";

export const CLV_FIT_HISTORIES = tableFunction({
  name: "CLV_FIT_HISTORIES",
  summary:
    "The table of CLV_FIT from histories that are summed up already, such as an export of a data warehouse. Read Warnings first.",
  details: [
    "For customers who come and go without a contract, where their orders are too many for a sheet. A row is a customer, or a history that so many customers share: order days after the first, the time from the first to the latest of them, and the time from the first to the day on which the data end. CLV_CUSTOMERS makes these columns from orders.",
    "auto is mbg/nbd. Rounding times to the nearest week makes many histories alike and changes the parameters little; rounding them down does not, for a week less between two orders and today looks like somebody who has just ordered. A recency of 0 with a repeat, which rounding makes, counts as it is.",
    "repeat_value is the mean of the orders after the first, blank without one, and all customers of a row must have the same: a mean over different customers hides how much they differ. Give spend in rows of its own where that is easier: frequency, repeat_value and customers, with recency and age blank. From, To and First order value are blank, so CLV_NEW_CUSTOMER counts the first order as much as the later ones.",
  ].join("\n\n"),
  notFor:
    "Where you have the orders themselves, take CLV_FIT, which can also tell which model predicts better.",
  args: [
    wholeNumbers({
      name: "frequency",
      text: "Order days after the first; 0 for one-time buyers.",
      ...bounds,
    }),
    numbers({ name: "recency", text: "First to latest order.", ...bounds }),
    numbers({ name: "age", text: "First order to the day on which the data end.", ...bounds }),
    numbersIfAny({
      name: "repeat_value",
      text: "Mean of the orders after the first.",
      atLeast: 0,
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
