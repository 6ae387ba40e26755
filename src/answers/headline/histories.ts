import { discount, horizon, margin } from "../../recipe/assumed";
import { type Term, apply } from "../../recipe/term";
import { fitOfHistories } from "../figures";
import type { Reading, SummedHistories } from "../reading";
import { cellIn, measuresOf, numberIn, recipeOf, wordsOf } from "../results";
import { type Sentence, plural, saidCount, saidMoney } from "../sentence";
import { type Fact, type FactUnit, type Headline, type Work, firstCell } from "./headline";

const usualHorizon = 12;

/** What a new customer brings in within a horizon, by a model of purchases that are summed up already. */
export function ofHistories({ histories }: Reading, work: Work): Headline | undefined {
  const fit = fitOfHistories(histories!);
  const recipe = recipeOf(apply("CLV_NEW_CUSTOMER", fit, horizon, discount, margin));
  const [figure, fitted, months] = work(recipe.result, fit, horizon);
  if (numberIn(firstCell(figure)) === undefined) return undefined;
  const items = measuresOf(fitted!);
  const names = [...items.keys()];
  const item = (name: string): Term => cellIn(fit, names.indexOf(name) + 1, "Value");
  const fact = (title: string, unit: FactUnit, note: string, term: Term): Fact => ({
    title,
    value: firstCell(work(term)[0]),
    unit,
    note,
    term,
  });
  // A horizon that someone has cleared is that of the function.
  const ahead = firstCell(months) || usualHorizon;
  const customers = saidCount(numberIn(items.get("Customers")) ?? 0);
  const cameBack = apply("QUOTIENT", item("Repeat customers"), item("Customers"));
  const active = activeShare(histories!);
  const rest = todaysWorth(histories!);
  const brought = rest === undefined ? undefined : numberIn(firstCell(work(rest)[0]));
  return {
    question: "histories",
    title: `Value of a new customer${typeof ahead === "number" ? ` over ${plural(ahead, "month")}` : ""}`,
    short: `New customer${typeof ahead === "number" ? `, ${plural(ahead, "month")}` : ""}`,
    recipe,
    figure: figure!,
    table: fit,
    note: wordsOf(items.get("Warnings")) || undefined,
    why: [
      "Customers may leave without notice, so this is what a model of their purchases (",
      wordsOf(items.get("Model")).toUpperCase(),
      ", fitted to ",
      customers,
      " customers) expects, the first order counted as large as later ones.",
    ],
    facts: [
      fact("Came back", "share", "of all customers", cameBack),
      fact("Order value", "money", "on average", apply("CLV_EXPECTED_SPEND", fit)),
      ...(active ? [fact("Still active", "share", "of all customers", active)] : []),
    ],
    beside: brought === undefined ? [] : [todays(customers, brought, ahead)],
  };
}

/** The mean chance to be active; undefined where rows count several customers. */
function activeShare(histories: SummedHistories): Term | undefined {
  const { frequency, recency, age, customers } = histories;
  const alive = apply("CLV_ALIVE", fitOfHistories(histories), frequency, recency, age);
  return customers ? undefined : apply("QUOTIENT", apply("SUM", alive), apply("COUNT", frequency));
}

/** What all customers are expected to bring in; undefined where rows count several of them. */
function todaysWorth(histories: SummedHistories): Term | undefined {
  const { frequency, recency, age, repeatValue, customers } = histories;
  const own = [frequency, recency, age, repeatValue, horizon, discount, margin];
  return customers ? undefined : apply("SUM", apply("CLV_EXPECTED_VALUE", fitOfHistories(histories), ...own));
}

const todays = (customers: Sentence[number], worth: number, months: unknown): Sentence => [
  "Today's ",
  customers,
  " customers are expected to bring in ",
  saidMoney(worth),
  typeof months === "number" ? ` in ${plural(months, "month")}.` : ".",
];
