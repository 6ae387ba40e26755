import { type Candidate, type Priority, priorities } from "../../core/retention/priorities";
import { refusal } from "../../core/refusal";
import { type Series, number, oneOrSeries, series, seriesOf } from "../../sheet/argument";
import { numberReader, rateReader } from "../../sheet/reader";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { customerColumn } from "../arguments";
import { refuseRepeated } from "./customers";
import { texts } from "./offers";

/** A customer about whom too little is known to say what contacting them brings. */
interface Unknown {
  readonly customer: string;
  readonly value: number | undefined;
  readonly churnProbability: number | undefined;
}

type Row = Partial<Priority> & { readonly known: Unknown };

const columns: Columns<Row> = {
  Customer: column.words(({ known }) => known.customer),
  Value: column.money(({ known }) => known.value),
  "Churn probability": column.share(({ known }) => known.churnProbability),
  "Most to offer": column.money((row) => row.mostToOffer),
  "Expected gain": column.money((row) => row.gain),
  "Expected cost": column.money((row) => row.cost),
  "Cumulative gain": column.money((row) => row.cumulativeGain),
  "Cumulative cost": column.money((row) => row.cumulativeCost),
  Contact: column.words((row) => (row.isContacted ? "yes" : "no")),
};

/** A figure of each row: the same in all of them, or its own; without `otherwise` none may be blank. */
function inRows(given: Series | number | undefined, what: string, otherwise?: number) {
  return (row: number): number => {
    const own = (given === undefined || typeof given === "number" ? given : given.values[row]) ?? otherwise;
    if (own !== undefined || typeof given !== "object") return own!;
    throw refusal(`${given.argument} must be ${what} in every row, got an empty cell in ${given.place(row)}`);
  };
}

export const CLV_PRIORITIES = recordsFunction({
  name: "CLV_PRIORITIES",
  summary:
    "Whom to contact with an offer to stay, and what that should bring and cost: highest gain first, or within a budget, most gain for the money first.",
  details: [
    "Expected gain is p × γ × (value − offer) − (1 − p) × ψ × offer − contact, where p is the chance of leaving, γ the success rate and ψ the share of stayers who take the offer too. Expected cost is the average cost of the offer and the contact. Most to offer is CLV_RETENTION_BUDGET. The customers most likely to leave are seldom the best to contact: one worth little, or lost anyway, ranks below one worth much at half the risk.",
    "Without a budget, everyone with a gain above 0 is contacted. With one, customers are ranked by gain ÷ cost, down to the first whose cost would exceed it. Cumulative gain and cost cover those contacted. Customers without a value or a chance of leaving come last, without a gain.",
    "Each customer is one row. Success rate, offer cost, contact cost and share of stayers may be one for all or one per row. Get the chances from CLV_HEALTH, CLV_ACCOUNTS or your own model, and look them up by name, since those tables are sorted differently. Leave out customers who have already gone, such as those CLV_PREDICT calls probably lost: 1 − P(alive) would put them on top, and no offer brings them back. Measure the success rate against customers who were not contacted: if it is a guess, so is the whole table.",
  ].join("\n\n"),
  notFor:
    "Not with a success rate that nobody has measured, except to see how much depends on it. For the most that one offer may cost, use CLV_RETENTION_BUDGET.",
  maths: [
    String.raw`\text{expected gain} = p\,\gamma\,(\text{value} - \text{offer}) - (1 - p)\,\psi \times \text{offer} - \text{contact}`,
    String.raw`p \text{ chance of leaving}, \quad \gamma \text{ success rate}, \quad \psi \text{ share of stayers who take the offer}`,
  ],
  args: [
    customerColumn,
    series({
      name: "value",
      text: "What each customer is worth if they stay, as gross profit.",
      atLeast: 0,
    }),
    seriesOf(
      { name: texts.probability.name, text: "Chance that each leaves without an offer, such as 30%." },
      rateReader(),
    ),
    oneOrSeries(texts.success, rateReader()),
    oneOrSeries(
      { name: "offer_cost", text: "Cost of the offer when it is taken." },
      numberReader({ atLeast: 0 }),
    ),
    oneOrSeries({ ...texts.contact, optional: true, whenLeftOut: "0" }, numberReader({ atLeast: 0 })),
    oneOrSeries({ ...texts.stayers, optional: true, whenLeftOut: "100%" }, rateReader()),
    number({
      name: "budget",
      text: "The most that offers and contacts are expected to cost.",
      atLeast: 0,
      optional: true,
      whenLeftOut: "no limit",
    }),
  ],
  columns,
  example: {
    formula: '=CLV_PRIORITIES({"Ann";"Bo";"Cy"}, {1000;200;3000}, {20%;60%;5%}, 50%, 50, 5, 50%)',
    rows: [
      ["Ann", 1000, 0.2, 95 / 0.5, 70, 30, 70, 30, "yes"],
      ["Cy", 3000, 0.05, 70 / 0.5, 45, 30, 115, 60, "yes"],
      ["Bo", 200, 0.6, 55 / 0.5, 30, 30, 145, 90, "yes"],
    ],
  },
  source: "S. Neslin, S. Gupta, W. Kamakura, J. Lu, C. Mason (2006), Journal of Marketing Research 43(2)",
  run: (
    customer,
    value,
    churn_probability,
    success_rate,
    offer_cost,
    contact_cost,
    taken_by_stayers,
    budget,
  ) => {
    refuseRepeated(customer, value.place);
    const success = inRows(success_rate, "a rate");
    const offer = inRows(offer_cost, "a number of 0 or more");
    const contact = inRows(contact_cost, "a number of 0 or more", 0);
    const stayers = inRows(taken_by_stayers, "a rate", 1);
    const known: Candidate[] = [];
    const unknown: Unknown[] = [];
    customer.forEach((name, row) => {
      const [worth, probability] = [value.values[row], churn_probability.values[row]];
      if (worth === undefined || probability === undefined)
        unknown.push({ customer: name, value: worth, churnProbability: probability });
      else
        known.push({
          customer: name,
          value: worth,
          churnProbability: probability,
          successRate: success(row),
          offerCost: offer(row),
          contactCost: contact(row),
          takenByStayers: stayers(row),
        });
    });
    unknown.sort((a, b) => (a.customer < b.customer ? -1 : 1));
    return [
      ...priorities(known, budget).map((one) => ({ ...one, known: one.candidate })),
      ...unknown.map((one) => ({ known: one })),
    ];
  },
});
