import { mostToOffer } from "../../core/retention/offer";
import { scalarFunction } from "../../sheet/scalarFunction";
import { nativeScalar } from "../../native/given";
import { churnProbability, contactCost, customerValue, successRate, takenByStayers } from "./offers";

export const CLV_RETENTION_BUDGET = scalarFunction({
  name: "CLV_RETENTION_BUDGET",
  summary:
    "The most to spend on an offer to keep a customer: at this cost it just pays for itself. 0 if not even the contact pays.",
  details: [
    "(p × γ × value − contact cost) ÷ (p × γ + (1 − p) × ψ), where p is the chance of leaving, γ the success rate, and ψ the share of stayers who take the offer too (everyone by default). Stayers make offers expensive: at p = 10%, nine in ten offers go to customers who would have stayed.",
    "Value is the gross profit you keep: CLV_PREDICT, CLV_RENEWALS or 12 months of margin, not revenue to date. The success rate is the share of would-be leavers whom the offer keeps. Measure it against similar customers who were not contacted: the share who accept the offer is far too high.",
  ].join("\n\n"),
  notFor: "To choose whom to contact, use CLV_PRIORITIES.",
  maths: [
    String.raw`\frac{p\,\gamma \times \text{value} - \text{contact cost}}{p\,\gamma + (1 - p)\,\psi}`,
    String.raw`p \text{ chance of leaving}, \quad \gamma \text{ success rate}, \quad \psi \text{ share of stayers who take the offer}`,
  ],
  args: [customerValue, churnProbability, successRate, contactCost, takenByStayers],
  unit: "money",
  result: "Highest cost of the offer to one customer who takes it",
  example: { formula: "=CLV_RETENTION_BUDGET(1000, 20%, 25%, 10)", result: 40 / 0.85 },
  source: "S. Neslin, S. Gupta, W. Kamakura, J. Lu, C. Mason (2006), Journal of Marketing Research 43(2)",
  run: (value, churn_probability, success_rate, contact_cost, taken_by_stayers) =>
    mostToOffer({
      value,
      churnProbability: churn_probability,
      successRate: success_rate,
      contactCost: contact_cost,
      takenByStayers: taken_by_stayers,
    }),
  native: nativeScalar(({ value, valueOr, named }) => {
    const p = value(1, "churn_probability");
    const kept = named("kept", `${p}*${value(2, "success_rate")}`);
    const left = named("left", `${kept}*${value(0, "value")}-${valueOr(3, "contact_cost", "0")}`);
    return `IF(${left}<=0, 0, ${left}/(${kept}+(1-${p})*${valueOr(4, "taken_by_stayers", "1")}))`;
  }),
});
