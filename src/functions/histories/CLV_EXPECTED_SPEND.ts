import { expectedSpend } from "../../core/models/gammaGamma";
import { refusal } from "../../core/refusal";
import { number } from "../../sheet/argument";
import { scalarFunction } from "../../sheet/scalarFunction";
import { fitArgument, orderValuesIn } from "../predictions/fitBlock";
import { frequencyOrNew } from "./history";

export const CLV_EXPECTED_SPEND = scalarFunction({
  name: "CLV_EXPECTED_SPEND",
  summary: "Order value to expect from a customer with this history; without one, the mean of all.",
  details:
    "The customer's own mean, pulled towards the mean of all: the fewer repeat orders, the further. Free repeat orders count as 0. If the fit has no p, q and v because amounts are all equal, it is Repeat order value for everyone.",
  notFor:
    "Not if the amount depends on how often customers order: CLV_FIT warns of that. For all customers of a table at once, use CLV_PREDICT.",
  maths: [
    String.raw`\frac{p\,(v + x\,\bar z)}{p\,x + q - 1}`,
    String.raw`x \text{ repeat orders of mean } \bar z; \quad p, q, v \text{ of the Gamma–Gamma model}`,
  ],
  args: [
    fitArgument,
    frequencyOrNew,
    number({
      name: "repeat_value",
      text: "Mean purchase after the first, as in CLV_CUSTOMERS.",
      atLeast: 0,
      optional: true,
    }),
  ],
  unit: "money",
  result: "An amount, or one per row for ranges",
  example: { formula: "=CLV_EXPECTED_SPEND(F1:H19, 2, 22)", result: 24.37111795327661 },
  source: "Fader, Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 5",
  run: (fit, x = 0, z) => {
    if (x > 0 && z === undefined)
      throw refusal(`repeat_value must be a number where frequency is ${x}, got an empty cell`);
    return fit.spend ? expectedSpend(fit.spend, { x, z: z ?? 0 }) : orderValuesIn(fit).repeat;
  },
});
