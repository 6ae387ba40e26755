import { discount, horizon, margin } from "../../recipe/assumed";
import { type Term, apply } from "../../recipe/term";
import type { SentCell } from "../../sheet/sentCell";
import { fitOfHistories } from "../figures";
import type { Reading } from "../reading";
import { cellIn, measuresOf, numberIn, recipeOf, wordsOf } from "../results";
import { type Sentence, plural, saidCount, saidMoney } from "../sentence";
import { type Fact, type FactUnit, type Headline, type Work, firstCell } from "./headline";

/** What a new customer brings in within a horizon, by a model of purchases that are summed up already. */
export function ofHistories({ histories }: Reading, work: Work): Headline | undefined {
  const { frequency, recency, age, repeatValue } = histories!;
  const fit = fitOfHistories(histories!);
  const recipe = recipeOf(apply("CLV_NEW_CUSTOMER", fit, horizon, discount, margin));
  const values = apply(
    "CLV_EXPECTED_VALUE",
    fit,
    frequency,
    recency,
    age,
    repeatValue,
    horizon,
    discount,
    margin,
  );
  const alive = apply("CLV_ALIVE", fit, frequency, recency, age);
  const [figure, fitted, brought, months] = work(recipe.result, fit, apply("SUM", values), horizon);
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
  const customers = numberIn(items.get("Customers")) ?? 0;
  const ahead = firstCell(months);
  return {
    question: "histories",
    title:
      typeof ahead === "number"
        ? `Value of a new customer over ${plural(ahead, "month")}`
        : "Value of a new customer",
    short: typeof ahead === "number" ? `New customer, ${plural(ahead, "month")}` : "New customer",
    recipe,
    figure: figure!,
    table: fit,
    note: wordsOf(items.get("Warnings")) || undefined,
    why: [
      "Customers may leave without notice, so this is what a model of their purchases (",
      wordsOf(items.get("Model")).toUpperCase(),
      ", fitted to ",
      saidCount(customers),
      " customers) expects, the first order counted as large as later ones.",
    ],
    facts: [
      fact(
        "Came back",
        "share",
        "of all customers",
        apply("QUOTIENT", item("Repeat customers"), item("Customers")),
      ),
      fact("Order value", "money", "on average", apply("CLV_EXPECTED_SPEND", fit)),
      fact(
        "Still active",
        "share",
        "of all customers",
        apply("QUOTIENT", apply("SUM", alive), apply("COUNT", frequency)),
      ),
    ],
    beside: todays(customers, firstCell(brought), ahead),
  };
}

/** What the customers of today will still bring. */
function todays(customers: number, sum: SentCell, months: SentCell): Sentence[] {
  const worth = numberIn(sum);
  if (worth === undefined) return [];
  return [
    [
      "Today's ",
      saidCount(customers),
      " customers are expected to bring in ",
      saidMoney(worth),
      typeof months === "number" ? ` in ${plural(months, "month")}.` : ".",
    ],
  ];
}
