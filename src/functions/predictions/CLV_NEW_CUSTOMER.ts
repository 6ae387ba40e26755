import { models } from "../../core/models/models";
import { discounting } from "../../core/prediction/discounting";
import { scalarFunction } from "../../sheet/scalarFunction";
import { grossMargin } from "../arguments";
import { annualDiscount, horizonOfNew, horizonOf } from "./arguments";
import { fitArgument, orderValuesIn } from "./fitBlock";

export const CLV_NEW_CUSTOMER = scalarFunction({
  name: "CLV_NEW_CUSTOMER",
  summary: "Value of a new customer: the first order and the discounted repeats to expect.",
  details:
    '(First order value + mean order value × discounted expected repeat orders) × margin, months being 365.25 ÷ 12 days: the most that winning a customer may cost. It is a mean over all who will be won, many of whom never come back. The mean order value is that of the spend model, or Repeat order value where amounts are all equal; where the table has no First order value, it stands for the first order too. CLV_HORIZON tells the same from the rows, by what customers brought at each age where that was seen, and with a range. With "forever" the sum has no end and needs a discount above 0.',
  args: [fitArgument, horizonOfNew, annualDiscount, grossMargin],
  unit: "money",
  result: "An amount, or one for each horizon where a range is given",
  example: { formula: "=CLV_NEW_CUSTOMER(F1:H19)", result: 83.92486143302543 },
  source: "Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (fit, months, annual, margin) => {
    const { first, repeat } = orderValuesIn(fit);
    const { discounted } = discounting(
      horizonOf(months, annual),
      fit.period,
    )((time) => models[fit.model].expectedPurchasesNew(fit.params, time));
    return (first + repeat * discounted) * margin;
  },
});
