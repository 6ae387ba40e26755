import { fitPurchases } from "../../core/prediction/fit";
import { amountColumn, choice, customerColumn, dateColumn } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { toPurchases } from "../tables/purchases";
import { asOf, timeInWeeks } from "../arguments";
import { fitTable, wantedModels } from "./fitBlock";

export const CLV_FIT = tableFunction({
  name: "CLV_FIT",
  summary: "Fits models of purchases and spend to rows of orders, for the other prediction functions.",
  details:
    "Purchases are days with one. auto takes MBG/NBD or Pareto/NBD: fitted to the first two thirds of the span, the one with the smaller root mean square error of orders per customer in the last third; on a tie (0.1%) the higher likelihood. Spend is Gamma–Gamma, fitted on the customers with a repeat value above 0, with q above 1. Standard errors are from the second derivatives of the log-likelihood. Warnings say in sentences what is wrong and what to do: a likelihood without a maximum inside (the parameters then stand for the limit that it points to; a or s is 0 where nobody drops out), a correlation of frequency and value of 0.3 or more, equal amounts. The data fingerprint changes when the data do.",
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
  result: "Table: Item, Value, Standard error",
  example: { formula: "=CLV_FIT(A2:A, B2:B, C2:C)", result: [["Item", "Value", "Standard error"]] },
  source:
    "Fader, Hardie, Lee (2005), Marketing Science 24(2); Batislam, Denizel, Filiztekin (2007), IJRM 24(3); Schmittlein, Morrison, Colombo (1987), Management Science 33(1); Fader, Hardie (2013), The Gamma-Gamma Model of Monetary Value",
  run: (customer, date, amount, model, period, as_of) => {
    const purchases = toPurchases(customer, date, amount, as_of);
    return fitTable(fitPurchases(purchases.histories, purchases.as_of, period, model));
  },
});
