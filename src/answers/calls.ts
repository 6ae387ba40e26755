import { margin } from "../recipe/assumed";
import { columnsIn } from "../recipe/columns";
import type { Figure } from "../recipe/figure";
import { withSteps } from "../recipe/steps";
import { type Call, type Recipe, type Term, apply, setting } from "../recipe/term";
import { healthOf, isTelling, partsOf } from "./health";
import { trendOf } from "./figures";
import { type Candidates, type Ground, type NextStep, rowsOf } from "./nextStep";
import { numberIn, wordsOf } from "./results";
import { type Sentence, saidCount, saidMoney } from "./sentence";
import { accountsOf } from "./usage";

/** What an offer to stay does and costs, and the most that all of them may cost. */
export interface Offer {
  readonly successRate: number;
  readonly cost: number;
  readonly budget: number;
}

/** Whom to call, within a budget. */
export const prioritiesOf = ({ steps, result }: Recipe, { successRate, cost, budget }: Offer): Recipe => ({
  steps,
  result: apply(
    "CLV_PRIORITIES",
    ...[1, 2, 3].map((at) => apply("COLUMN", result, at)),
    successRate,
    cost,
    null,
    null,
    budget,
  ),
});

/** What calling them comes to, with the names of the first three. */
export function callsSaid(figure: Figure): Sentence {
  const called = rowsOf(figure).filter((row) => row["Contact"] === "yes");
  const last = called[called.length - 1];
  if (!last)
    return ["Nobody: an offer to any of them costs more than it brings in, or more than the budget."];
  const names = called.slice(0, 3).map((row) => wordsOf(row["Customer"]));
  return [
    "Call ",
    saidCount(called.length),
    ` ${called.length === 1 ? "customer" : "customers"}. The offers should cost `,
    saidMoney(numberIn(last["Cumulative cost"]) ?? 0),
    " and bring in ",
    saidMoney(numberIn(last["Cumulative gain"]) ?? 0),
    ` more than that${called.length > 3 ? ". Start with " : ": "}${names.join(", ")}.`,
  ];
}

/** Whom an offer to stay may be worth its cost. */
export function calls(ground: Ground): NextStep | undefined {
  const candidates = ofShop(ground) ?? ofSubscriptions(ground);
  if (!candidates) return undefined;
  const [figure] = ground.work(candidates.term);
  if (!figure || figure.error !== undefined || !figure.cells.some(([, value]) => Number(value) > 0))
    return undefined;
  return {
    title: "Whom to call within a budget",
    said: [
      saidCount(figure.cells.length),
      ` ${candidates.who(figure.cells.length)} Only you can say how many of those about to leave an offer keeps, and what it costs.`,
    ],
    tables: [],
    candidates,
  };
}

type Found = Candidates & { readonly term: Term; readonly who: (count: number) => string };

const inRevenue = "Without a gross margin on CLV Setup, the values are revenue, not profit.";

/** Of a shop's customers those who can still be saved: to those who are gone no success rate applies. */
function ofShop({ reading: { rows }, question, whatIf }: Ground): Found | undefined {
  if (!rows || question !== "shop") return undefined;
  const { customer, date, amount } = rows;
  const predictions: Call = apply(
    "CLV_PREDICT",
    customer,
    date,
    amount,
    setting("horizon"),
    setting("discount_rate"),
    margin,
    null,
    setting("as_of"),
  );
  const at = ["Customer", "P(alive)", "Predicted CLV", "Standing"].map(columnsIn("CLV_PREDICT"));
  const term = apply("SAVEABLE", predictions, ...at);
  return {
    term,
    recipe: withSteps(term, [["predictions", predictions]]),
    who: (count) =>
      `${count === 1 ? "customer" : "customers"} can still be saved: 20% to 80% likely to be active.`,
    about: [
      "Only customers who can still be saved: 20% to 80% likely to be active by CLV_PREDICT. No offer brings back those who are gone.",
      "Value is Predicted CLV ÷ P(alive), what a customer brings in if active; the chance of leaving is 1 − P(alive).",
      ...(whatIf?.drivers.margin === undefined ? [inRevenue] : []),
    ],
  };
}

/** Every subscription that runs, for as long as customers stay. */
function ofSubscriptions(ground: Ground): Found | undefined {
  const { reading, question, whatIf } = ground;
  const accounts = accountsOf(reading);
  if (!accounts || !reading.series || question !== "contracts") return undefined;
  const column = columnsIn("CLV_ACCOUNTS");
  const trend = trendOf(reading.series);
  const lifetime = apply("LAST_ROW", trend, columnsIn("CLV_TREND")("Lifetime"));
  const months = apply("MONTHS_IN", lifetime, setting("period"));
  const share = apply("IF_BLANK", margin, 1, margin);
  const known = healthOf(ground);
  const health = known && isTelling(known) ? known.scores : undefined;
  const inHealth = columnsIn("CLV_HEALTH");
  const chances = health
    ? apply(
        "LOOK_UP",
        apply("COLUMN", accounts, column("Customer")),
        apply("COLUMN", health, inHealth("Customer")),
        apply("COLUMN", health, inHealth("Churn probability")),
      )
    : apply("COLUMN", accounts, column("Leaves within 12 months"));
  const value = apply("PRODUCT", months, share);
  const term = apply("WORTH_KEEPING", accounts, column("Customer"), column("MRR"), value, chances);
  return {
    term,
    recipe: withSteps(term, [
      ["accounts", accounts],
      ...(known ? partsOf(known) : []),
      ["trend", trend],
      ["lifetime", lifetime],
      ["months", months],
    ]),
    who: (count) => (count === 1 ? "customer subscribes." : "customers subscribe."),
    about: [
      "Everyone who subscribes on the day of the data.",
      "Value is MRR × gross margin × the lifetime in months (1 ÷ churn rate), as in the customer value.",
      health
        ? "The chance of leaving is that of CLV_HEALTH, from what customers do, over the time in which past customers left."
        : "The chance of leaving within 12 months is that of CLV_ACCOUNTS, from how long a customer has stayed and nothing else.",
      ...(whatIf?.drivers.margin === undefined ? [inRevenue] : []),
    ],
  };
}
