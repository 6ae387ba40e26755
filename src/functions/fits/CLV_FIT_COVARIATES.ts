import { covariateModels } from "../../core/models/covariates";
import { fitWithCovariates } from "../../core/prediction/fitCovariates";
import { choice } from "../../sheet/argument";
import { asOf, timeInWeeks } from "../arguments";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { tableWithColumns } from "./columnsBeside";
import { covariateTable } from "./covariateTable";
import { fitColumns } from "./fitTable";
import { knownOf } from "./known";

export const CLV_FIT_COVARIATES = tableWithColumns({
  name: "CLV_FIT_COVARIATES",
  summary:
    "CLV_FIT with what you know about each customer, such as channel, plan or gender: how it changes the rates of ordering and leaving. Read Warnings first.",
  details: [
    "For customers who come and go without a contract, with facts known from the start: a customer's values are those of their first row (the earliest date; on one day, the upper row). covariates are columns next to the rows, under a header row. A column of numbers counts as it is (TRUE is 1, FALSE 0). A column of text becomes one covariate for each value except the commonest, which Compared with names; blank text is a value too. Do not use what customers do later, such as their number of orders: it says nothing about newcomers.",
    "trans.NAME is the effect on the rate of orders: exp(0.4) = 1.49 means 49% more orders for one more of the covariate, or for this value against the commonest. life.NAME is the effect on leaving: the rate of leaving under pareto/nbd, the odds of leaving after an order under mbg/nbd. Below 0, customers stay longer. Believe a coefficient from about twice its standard error. r, alpha and the other parameters describe customers whose covariates are all 0. Likelihood ratio and p-value compare with the same model without covariates: above 5%, CLV_FIT may do as well.",
    "auto is the model that CLV_FIT chooses. Only CLV_PREDICT and CLV_NEW_CUSTOMER accept this table, together with the covariates.",
  ].join("\n\n"),
  notFor:
    "To compare what each channel's customers have brought in so far, use CLV_CHANNELS or CLV_SEGMENTS. Not for contracts: use CLV_RETENTION_FIT.",
  args: [
    ...purchaseColumns,
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
    text: "Facts about customers: columns next to the rows, with a header row.",
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
