import { discountedPurchases } from "../../core/models/bgBb";
import type { History } from "../../core/models/history";
import { models } from "../../core/models/models";
import type { Horizon, Orders } from "../../core/prediction/discounting";
import { type Terms, orderValueOf, ordersIfAlive, valueOf } from "../../core/prediction/expectedValue";
import type { Fit } from "../../core/prediction/fit";
import type { YearsFit } from "../../core/prediction/fitYears";
import { refusal } from "../../core/refusal";
import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { grossMargin } from "../arguments";
import { annualDiscount, horizonMonths, horizonOf } from "../predictions/arguments";
import { age, frequency, recency, toHistory } from "./history";
import { anyFitArgument, toYears } from "./yearsBlock";

/** Cells of a column mostly share the horizon, and many the orders so far and the age, on which these orders depend. */
let latest: { readonly fit: Fit; readonly terms: Terms; readonly orders: (history: History) => Orders };

function ordersWithin(fit: Fit, terms: Terms) {
  const isSame =
    latest?.fit === fit && latest.terms.months === terms.months && latest.terms.annual === terms.annual;
  if (!isSame) latest = { fit, terms, orders: remembered(ordersIfAlive(fit, terms)) };
  return latest.orders;
}

function remembered(orders: (history: History) => Orders): (history: History) => Orders {
  const known = new Map<string, Orders>();
  return (history) => {
    const key = `${history.x} ${history.T}`;
    const found = known.get(key) ?? orders(history);
    known.set(key, found);
    return found;
  };
}

/** What one order is worth: the mean of all without a repeat value, which stands for itself where spend is not modelled. */
function orderValue(fit: Fit, x: number, z: number | undefined): number {
  const own = x === 0 || z === undefined ? { x: 0, z: 0 } : { x, z };
  const value = fit.spend ? orderValueOf(fit, own) : (z ?? orderValueOf(fit, own));
  if (value !== undefined) return value;
  throw refusal(
    "repeat_value must be a number when fit has neither p, q and v nor a Repeat order value, got an empty cell",
  );
}

/** The same of purchases that can happen once a year, at its end. */
function valueOfYears(
  { params }: YearsFit,
  history: History,
  z: number | undefined,
  { months, annual }: Horizon,
): number {
  if (z === undefined)
    throw refusal("repeat_value must be a number with a CLV_FIT_YEARS table, got an empty cell");
  const years = months === "forever" ? months : months / 12;
  if (years !== "forever" && !Number.isInteger(years))
    throw refusal(`horizon_months must be whole years (12, 24, …) with a CLV_FIT_YEARS table, got ${months}`);
  return z * discountedPurchases(params, history, years, 1 / (1 + annual));
}

export const CLV_EXPECTED_VALUE = scalarFunction({
  name: "CLV_EXPECTED_VALUE",
  summary:
    "What a customer with this history is expected to be worth over the next months: the Predicted CLV of CLV_PREDICT for one history.",
  details:
    "P(alive) × the discounted orders of an active customer × expected order value × margin, as in CLV_PREDICT, which takes rows of orders and also gives a range. It is the mean over all customers with such a history, not a promise about one of them. Without repeat_value, or for a customer without a repeat order, an order counts as the mean of all customers; if the fit has no p, q and v, it counts as repeat_value itself. With a CLV_FIT_YEARS table, an opportunity is a year, with a purchase of repeat_value at its end.",
  notFor:
    "Not for contracts that end on a known day: use CLV_RENEWALS. From rows of orders, use CLV_PREDICT, which also gives a range.",
  args: [
    anyFitArgument,
    frequency,
    recency,
    age,
    number({
      name: "repeat_value",
      text: "Mean purchase after the first, as in CLV_CUSTOMERS.",
      atLeast: 0,
      optional: true,
      whenLeftOut: "the mean of all customers",
    }),
    horizonMonths,
    annualDiscount,
    grossMargin,
  ],
  unit: "money",
  result: "An amount, or one per row for ranges",
  example: { formula: "=CLV_EXPECTED_VALUE(F1:H19, 2, 30, 39, 22)", result: 35.86352224980296 },
  source:
    "Conditional expectations of the models of CLV_FIT; discounted as in Fader, Hardie, Lee (2005), RFM and CLV, Journal of Marketing Research 42(4)",
  run: (fit, x, t_x, T, z, months, annual, margin) => {
    if (fit.model === "bg/bb")
      return valueOfYears(fit, toYears(x, t_x, T), z, horizonOf(months, annual)) * margin;
    const terms = { ...horizonOf(months, annual), margin };
    const history = toHistory(x, t_x, T);
    const alive = models[fit.model].probabilityAlive(fit.params, history);
    return valueOf(alive, ordersWithin(fit, terms)(history), orderValue(fit, x, z), terms).value;
  },
});
