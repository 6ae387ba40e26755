import { discountedPayments } from "../../core/renewals/value";
import { refusal } from "../../core/refusal";
import { number, rate, wholeNumber } from "../../sheet/argument";
import { broadcast } from "../../sheet/broadcast";
import { type ModelChoice, modelArgument, renewalFunction, survivorsDetails } from "./survivors";

const args = [
  number({ name: "margin", text: "Gross profit of one payment, in money." }),
  rate({
    name: "discount_rate",
    text: "Interest from one renewal to the next, such as 10%.",
  }),
  wholeNumber({
    name: "renewals_so_far",
    text: "0 for a new customer, including today's payment; n for one about to make renewal n.",
    atLeast: 0,
    atMost: 1_000_000,
    otherwise: 0,
  }),
  modelArgument,
] as const;

export const CLV_RENEWALS = renewalFunction({
  name: "CLV_RENEWALS",
  summary:
    "What a customer under contract is worth: a new one, including today's payment, or one about to make renewal n. Margin and discount rate cover the time from one renewal to the next.",
  details: `${survivorsDetails} With 0 renewals so far it is margin × DEL, the discounted expected lifetime; with n of 1 or more, margin × DERL(n) of Fader and Hardie for a customer who has renewed n − 1 times, the discounted expected residual lifetime, where renewal n is uncertain and its payment is not discounted. The sums cover all renewals to come. For monthly renewals, convert a yearly discount with CLV_CONVERT_RATE(10%, "year", "month", "discount"). CLV_RETENTION_FIT shows the parameters and says when the data do not settle them.`,
  notFor:
    "Not for a shop's orders, where customers neither renew nor leave on a known day: use CLV_PREDICT or CLV_NEW_CUSTOMER.",
  maths: [
    String.raw`n = 0: \quad \text{margin} \times \sum_{t \ge 0} \frac{S(t)}{(1 + d)^t}`,
    String.raw`n \ge 1: \quad \text{margin} \times \sum_{t \ge n} \frac{S(t)}{S(n - 1)} \frac{1}{(1 + d)^{t - n}}`,
    String.raw`S(t) \text{ share left after renewal } t, \quad d \text{ discount rate}`,
  ],
  args,
  unit: "money",
  result: "Present value of all payments to come, in the unit of margin, in the shape of the ranges",
  example: {
    formula: '=CLV_RENEWALS({100;50;25}, 100, 10%, {0;1}, "geometric")',
    result: [[(100 * 1.1) / 0.6], [(50 * 1.1) / 0.6]],
  },
  source: "P. Fader, B. Hardie (2010), Marketing Science 29(1): DEL and DERL",
  run: ({ fitted }, others, zone) => {
    const known = new Map<string, number>();
    return broadcast(args, others, zone, (values) => {
      const [margin, discount, n, model] = values as [number, number, number, ModelChoice];
      const key = [discount, n, model].join();
      const payments = known.get(key) ?? discountedPayments(fitted(model).curve, discount, n);
      known.set(key, payments);
      if (payments === Infinity)
        throw refusal("discount_rate must be above 0 when the expected lifetime has no end, got 0");
      return margin * payments;
    });
  },
});
