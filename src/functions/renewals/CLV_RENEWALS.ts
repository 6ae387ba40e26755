import { discountedPayments } from "../../core/renewals/value";
import { refusal } from "../../core/refusal";
import { number, rate, wholeNumber } from "../../sheet/argument";
import { broadcast } from "../../sheet/broadcast";
import type { CustomFunction } from "../../sheet/customFunction";
import { named } from "../../sheet/named";
import {
  type ModelChoice,
  fitter,
  modelArgument,
  readSurvivors,
  survivorsArgument,
  survivorsDetails,
} from "./survivors";

const name = "CLV_RENEWALS";
const more = [
  number({ name: "margin", text: "Profit of one customer per payment, in money." }),
  rate({
    name: "discount_rate",
    text: "Discount rate for the time from one renewal to the next: 10% or 0.1.",
  }),
  wholeNumber({
    name: "renewals_so_far",
    text: "0: a new customer, today's payment included. n: a customer who has renewed n − 1 times, just before renewal n, whose payment comes first. A range gives a column.",
    atLeast: 0,
    atMost: 1_000_000,
    otherwise: 0,
  }),
  modelArgument,
] as const;

export const CLV_RENEWALS: CustomFunction = {
  name,
  summary:
    "Lifetime value under a contract, with retention that rises with tenure: of a new customer, or of one who is about to renew.",
  details: `${survivorsDetails} With n = 0 it is margin × DEL, the discounted expected lifetime; with n of 1 or more margin × DERL(n) of Fader and Hardie, the discounted expected residual lifetime, in which renewal n is uncertain and its payment is not discounted. The sums are over all renewals to come. CLV_RETENTION_FIT has the parameters and says where the data do not settle them.`,
  args: [survivorsArgument, ...more],
  result: "Present value of all payments to come, in the unit of margin; in the shape of the ranges",
  example: {
    formula: '=CLV_RENEWALS({100;50;25}, 100, 10%, {0;1}, "geometric")',
    result: [[(100 * 1.1) / 0.6], [(50 * 1.1) / 0.6]],
  },
  source: "P. Fader, B. Hardie (2010), Marketing Science 29(1): DEL and DERL",
  run: ([given, ...others], zone) =>
    named(name, () => {
      const { fitted } = fitter(readSurvivors(given, zone));
      const known = new Map<string, number>();
      return broadcast(more, others, zone, (values) => {
        const [margin, discount, n, model] = values as [number, number, number, ModelChoice];
        const key = [discount, n, model].join();
        const payments = known.get(key) ?? discountedPayments(fitted(model).curve, discount, n);
        known.set(key, payments);
        if (payments === Infinity)
          throw refusal(
            "discount_rate must be above 0 where customers are expected to stay without end, got 0",
          );
        return margin * payments;
      });
    }),
};
