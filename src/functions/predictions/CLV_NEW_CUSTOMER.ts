import { parametersAt } from "../../core/models/covariates";
import { models } from "../../core/models/models";
import { discounting } from "../../core/prediction/discounting";
import { unread } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { grossMargin } from "../arguments";
import { annualDiscount, horizonOfNew, horizonOf } from "./arguments";
import { besideOne } from "../fits/columnsBeside";
import { asInFit, readFitOrCovariates } from "../fits/covariateBlock";
import { fitFrom, orderValuesIn } from "./fitBlock";

export const CLV_NEW_CUSTOMER = scalarFunction({
  name: "CLV_NEW_CUSTOMER",
  summary: "Value of a new customer: the first order plus the discounted repeat orders to expect.",
  details:
    '(First order value + mean order value × discounted expected repeat orders) × margin, with months of 365.25 ÷ 12 days: the most that winning a customer may cost. It is a mean over everyone who will be won, many of whom never come back. The mean order value is that of the spend model, or Repeat order value if amounts are all equal; if the table has no First order value, it also stands for the first order. With a CLV_FIT_COVARIATES table it is the value of a customer with known covariates, such as one from a channel. "forever" needs a discount above 0.',
  notFor:
    "If you have rows of orders, CLV_HORIZON gives the same from what customers actually brought in at each age, with a range. Not for contracts: use CLV_RENEWALS.",
  args: [
    fitFrom(readFitOrCovariates, "The whole table of CLV_FIT, CLV_FIT_HISTORIES or CLV_FIT_COVARIATES."),
    horizonOfNew,
    annualDiscount,
    grossMargin,
    unread({
      name: "covariates",
      text: "For a CLV_FIT_COVARIATES table: the customer's values in its order, or below their header row.",
      optional: true,
    }),
  ],
  unit: "money",
  result: "An amount, or one per horizon for a range",
  example: { formula: "=CLV_NEW_CUSTOMER(F1:H19)", result: 83.92486143302543 },
  source: "Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (fit, months, annual, margin, covariates) => {
    const { first, repeat } = orderValuesIn(fit);
    const values = asInFit(fit, besideOne(covariates))?.(0);
    const params = values ? parametersAt(fit.model, fit.params, fit.covariates!, values) : fit.params;
    const { discounted } = discounting(
      horizonOf(months, annual),
      fit.period,
    )((time) => models[fit.model].expectedPurchasesNew(params, time));
    return (first + repeat * discounted) * margin;
  },
});
