import { fitPurchases } from "../../core/prediction/fit";
import { amountColumn, choice, customerColumn, dateColumn } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { toPurchases } from "../tables/purchases";
import { asOf, timeInWeeks } from "../arguments";
import { wantedModels } from "../predictions/fitBlock";
import { fitColumns, fitTable } from "./fitTable";

export const CLV_FIT = tableFunction({
  name: "CLV_FIT",
  summary:
    "Fits models of purchases and spend to rows of orders, for the other prediction functions. Read Warnings first.",
  details:
    "For customers who come and go without a contract. Each row is an order or a part of one: all rows of a customer's day are one purchase. auto takes MBG/NBD or Pareto/NBD: fitted to the first two thirds of the span, the one with the smaller root mean square error of orders per customer in the last third; on a tie (0.1%) the higher likelihood. Of several maxima of the likelihood the highest is taken. Spend is Gamma–Gamma, fitted on the customers with a repeat value above 0, with q above 1. First order value is the mean of first orders, Repeat order value the mean that later orders of a new customer are expected to have. Standard errors are from the second derivatives of the log-likelihood, and blank where a parameter stands for a limit: Warnings then says in words what the limit means, with its figure, and what to do. It also tells of a search that did not end, on which no other function relies, of dates that stand apart, of a small base, equal amounts, and a correlation of frequency and value of 0.3 or more. The data fingerprint changes when the data do.",
  notFor:
    "Not for contracts: take CLV_RETENTION_FIT. Where orders are too many for a sheet take CLV_FIT_HISTORIES, where channels or plans of customers are known CLV_FIT_COVARIATES, where one can buy once a period at most CLV_FIT_YEARS.",
  args: [
    customerColumn(),
    dateColumn(),
    amountColumn(),
    choice({
      name: "model",
      text: '"bg/nbd", "mbg/nbd", "pareto/nbd", or "auto".',
      choices: wantedModels,
      otherwise: "auto",
    }),
    timeInWeeks,
    asOf,
  ],
  columns: fitColumns,
  result: "Table: Item, Value, Standard error",
  example: { formula: "=CLV_FIT(A2:A, B2:B, C2:C)", result: [["Item", "Value", "Standard error"]] },
  source:
    "Fader, Hardie, Lee (2005), Marketing Science 24(2); Batislam, Denizel, Filiztekin (2007), IJRM 24(3); Schmittlein, Morrison, Colombo (1987), Management Science 33(1); Fader, Hardie (2013), The Gamma-Gamma Model of Monetary Value",
  run: (customer, date, amount, model, period, as_of) => {
    const purchases = toPurchases(customer, date, amount, as_of);
    return fitTable(fitPurchases(purchases.histories, purchases.as_of, period, model));
  },
});
