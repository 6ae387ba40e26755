import { fitPurchases } from "../../core/prediction/fit";
import { choice } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { purchaseColumns, toPurchases } from "../tables/purchases";
import { asOf, timeInWeeks } from "../arguments";
import { wantedModels } from "../predictions/fitBlock";
import { fitColumns, fitTable } from "./fitTable";

export const CLV_FIT = tableFunction({
  name: "CLV_FIT",
  summary:
    "Fits models of purchases and spend to rows of orders, for the other prediction functions. Read Warnings first.",
  details:
    "For customers who come and go without a contract. Each row is an order or part of one; all rows of a customer on one day are one purchase. auto picks MBG/NBD or Pareto/NBD: each is fitted to the first two thirds of the span, and the one with the smaller root mean square error of orders per customer in the last third wins; within 0.1%, the higher likelihood decides. If the likelihood has several maxima, the highest counts.\n\nSpend is Gamma–Gamma, fitted to customers with a repeat value above 0, with q above 1. First order value is the mean of first orders, Repeat order value the expected mean of a new customer's later orders.\n\nStandard errors come from the second derivatives of the log-likelihood and are blank if a parameter stands for a limit; Warnings then explains the limit and what to do. Warnings also covers a search that did not converge (no other function accepts that table), dates that stand apart, a small base, equal amounts, and a correlation of 0.3 or more between frequency and value. The data fingerprint changes when the data do.",
  notFor:
    "Not for contracts: use CLV_RETENTION_FIT. Above about 200,000 rows, Sheets may stop the formula after 30 seconds: let a warehouse sum the orders up with CLV_SQL and use CLV_FIT_HISTORIES; if you know each customer's channel or plan, CLV_FIT_COVARIATES; if customers can buy at most once per period, CLV_FIT_YEARS.",
  args: [
    ...purchaseColumns,
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
