import { mostToOffer } from "../../core/retention/offer";
import { scalarFunction } from "../../sheet/scalarFunction";
import { nativeScalar } from "../../native/given";
import { churnProbability, contactCost, customerValue, successRate, takenByStayers } from "./offers";

export const CLV_RETENTION_BUDGET = scalarFunction({
  name: "CLV_RETENTION_BUDGET",
  summary:
    "The most that an offer to keep a customer may cost: at this cost it brings as much as it takes. 0 where not even the contact pays.",
  details: [
    "(p × γ × value − contact cost) ÷ (p × γ + (1 − p) × ψ): p is the chance of leaving, γ the success rate, ψ the share of those who would stay anyway but take the offer too, all of them unless said. They are what makes offers dear: with p = 10% nine in ten presents go to customers who would have stayed.",
    "Value is what is kept with the customer, so gross profit to come: CLV_PREDICT, CLV_RENEWALS or 12 months of margin, not revenue so far. The success rate is of those who would leave and has to be measured: from those who were contacted and others like them who were not. Taken from all who accept an offer it is far too high.",
  ].join("\n\n"),
  notFor: "To choose whom to contact take CLV_PRIORITIES.",
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
