import { expectedSpendNew } from "../../core/models/gammaGamma";
import { models } from "../../core/models/models";
import { discountedOrders } from "../../core/prediction/discounting";
import { scalarFunction } from "../../sheet/scalarFunction";
import { grossMargin } from "../arguments";
import { annualDiscount, horizonMonths } from "./arguments";
import { fitArgument, spendIn } from "./fitBlock";

export const CLV_NEW_CUSTOMER = scalarFunction({
  name: "CLV_NEW_CUSTOMER",
  summary: "Value of a new customer: the first order and the discounted repeats to expect.",
  details:
    "Mean order value of the population × margin × (1 + discounted expected repeat orders): the most that acquiring a customer may cost.",
  args: [fitArgument, horizonMonths, annualDiscount, grossMargin],
  result: "An amount",
  example: { formula: "=CLV_NEW_CUSTOMER(F1:H19)", result: 83.92486143302543 },
  source: "Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (fit, months, annual, margin) => {
    const repeats = discountedOrders(
      (horizon) => models[fit.model].expectedPurchasesNew(fit.params, horizon),
      months,
      annual,
      fit.period,
    );
    return expectedSpendNew(spendIn(fit)) * margin * (1 + repeats.discounted);
  },
});
