import * as bgBb from "../../core/models/bgBb";
import { models } from "../../core/models/models";
import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { ageOrNew, frequencyOrNew, anybody, historyOrNew, recencyOrNew, toHistory } from "./history";
import { anyFitArgument, toOpportunities, toYears } from "./yearsBlock";

export const CLV_EXPECTED_ORDERS = scalarFunction({
  name: "CLV_EXPECTED_ORDERS",
  summary: "Orders to expect from a customer with this history; without one, from a new customer.",
  details:
    "The mean over all customers with such a history, so usually a fraction: most will order less, a few far more. An order is a day with a purchase; for a new customer, orders after the first. With a CLV_FIT_YEARS table, periods are opportunities to come, and age is their number so far. A CLV_FIT table that did not converge is an error.",
  notFor:
    "For the chance of no order, or of at least one, use CLV_CHANCE. For all customers of a table at once, use CLV_PREDICT.",
  args: [
    anyFitArgument,
    number({ name: "periods", text: "Periods ahead, in the unit of the fit.", atLeast: 0, atMost: 1e5 }),
    frequencyOrNew,
    recencyOrNew,
    ageOrNew,
  ],
  unit: "number",
  result: "Orders, or one number per row for ranges",
  example: { formula: "=CLV_EXPECTED_ORDERS(F1:H19, 39, 2, 30, 39)", result: 1.2107229631733407 },
  source: "Conditional expectations of the models of CLV_FIT",
  run: ({ model, params }, periods, x, t_x, T) => {
    if (model === "bg/bb") {
      const years = historyOrNew(x, t_x, T, toYears) ?? anybody;
      return bgBb.expectedPurchases(params, years, toOpportunities(periods));
    }
    const { expectedPurchases, expectedPurchasesNew } = models[model];
    const history = historyOrNew(x, t_x, T, toHistory);
    return history ? expectedPurchases(params, history, periods) : expectedPurchasesNew(params, periods);
  },
});
