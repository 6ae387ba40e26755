import { covariateModels } from "../../core/models/covariates";
import { fitWithCovariates } from "../../core/prediction/fitCovariates";
import { amountColumn, choice, customerColumn, dateColumn } from "../../sheet/argument";
import { asOf, timeInWeeks } from "../arguments";
import { toPurchases } from "../tables/purchases";
import { tableWithColumns } from "./columnsBeside";
import { covariateTable } from "./covariateTable";
import { fitColumns } from "./fitTable";
import { knownOf } from "./known";

export const CLV_FIT_COVARIATES = tableWithColumns({
  name: "CLV_FIT_COVARIATES",
  summary:
    "CLV_FIT with what is known of each customer, such as channel, plan or gender: how it moves the rate of orders and leaving. Read Warnings first.",
  details: [
    "For customers who come and go without a contract, of whom something is known from the start: a customer's values are those of its first row (the earliest date, of one day the upper). covariates are columns beside the rows under a header row. A column of numbers counts as it is (TRUE is 1, FALSE 0), a column of text once for each of its values but the commonest, which Compared with names; a blank text is a value too. Do not take what customers do later, such as the number of orders: it tells nothing of those to come.",
    "trans.NAME is how much the covariate moves the rate of orders: exp(0.4) = 1.49 means half as many again for one more, or for this value against the commonest. life.NAME is the same for leaving: under pareto/nbd of the rate at which customers leave, under mbg/nbd of the odds to leave after an order. Below 0 they stay longer. Twice the standard error is a usual limit to believe a coefficient. r, alpha and the other parameters are those of customers of whom all covariates are 0. Likelihood ratio and p-value compare all of it with the same model without covariates: a p-value above 5% says that CLV_FIT may do as well.",
    "auto is the model that CLV_FIT chooses. CLV_PREDICT and CLV_NEW_CUSTOMER take the table together with the covariates; the other functions need a table without.",
  ].join("\n\n"),
  notFor:
    "To compare what the customers of a channel brought so far, take CLV_CHANNELS or CLV_SEGMENTS. Not for contracts: take CLV_RETENTION_FIT.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    choice({
      name: "model",
      text: '"mbg/nbd", "pareto/nbd", or "auto".',
      choices: ["auto", ...covariateModels],
      otherwise: "auto",
    }),
    timeInWeeks,
    asOf,
  ],
  at: 3,
  beside: {
    name: "covariates",
    text: "What is known of customers: columns beside the rows, with a header row.",
    optional: false,
  },
  columns: fitColumns,
  result:
    "Table: Item, Value, Standard error; as CLV_FIT, with trans.NAME, life.NAME, Compared with, Likelihood ratio, Degrees of freedom and p-value",
  example: {
    formula: "=CLV_FIT_COVARIATES(A2:A, B2:B, C2:C, D1:D)",
    result: [["Item", "Value", "Standard error"]],
  },
  source:
    "P. Fader, B. Hardie (2007), Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models; models of CLV_FIT",
  run: (beside, customer, date, amount, model, period, as_of) => {
    const { histories, as_of: to } = toPurchases(customer, date, amount, as_of);
    const buyers = histories.filter(({ purchaseDays }) => purchaseDays.length > 0);
    const known = knownOf(
      beside,
      customer,
      date,
      buyers.map((one) => one.customer),
    );
    return covariateTable(fitWithCovariates(histories, to, period, model, known));
  },
});
