import { type Term, apply } from "../../recipe/term";
import { profileOf } from "../question";
import type { Reading } from "../reading";
import { numberIn, recipeOf, wordsOf } from "../results";
import { type Basis, type Headline, type Work, cameBack, firstCell, measureIn, rowIn } from "./headline";
import { plural } from "../sentence";
import { horizonOf } from "./shop";

/** What customers have paid so far, where the data tell no more. */
export function ofPaid(reading: Reading, { profile }: Basis, work: Work): Headline | undefined {
  const table = profileOf(reading);
  if (!table || !profile || profile.error !== undefined) return undefined;
  const measure = measureIn(table, profile);
  const horizon = reading.table.shape === "cube" ? undefined : work(horizonOf(reading.rows!))[0];
  const reason = wordsOf(rowIn(horizon)["Note"]) || "the data are too few";
  const paid = measure("Paid so far", "Paid per customer", "money", "per customer");
  const recipe = recipeOf(paid.term);
  return {
    question: "few",
    title: "Paid so far, per customer",
    short: "Paid so far",
    recipe,
    figure: work(recipe.result)[0]!,
    why: [
      `Not what a customer is worth yet, only what one has paid so far. A value is not possible yet (${reason}).`,
    ],
    facts: [
      measure("Customers", "Customers", "count", "so far"),
      cameBack(measure),
      measure("Revenue", "Revenue", "money", "so far"),
    ],
    beside: [],
  };
}

/** What customers pay now, where nothing says how long they stay. */
export function ofRunning({ series }: Reading, { period, endless }: Basis, work: Work): Headline | undefined {
  const { period: days, revenue, customers } = series!;
  const latest = (cells: Term): Term => apply("AT_LATEST", days, cells);
  const recipe = recipeOf(apply("QUOTIENT", latest(revenue), latest(customers)));
  const [figure, count] = work(recipe.result, latest(customers));
  if (numberIn(firstCell(figure)) === undefined) return undefined;
  return {
    question: "soFar",
    title: `Paid a ${period}, per customer`,
    recipe,
    figure: figure!,
    why: [
      `Not what a customer is worth, only what one pays now. ${
        endless > 0
          ? `${plural(endless, "subscription")} ${endless === 1 ? "has" : "have"} ended without a last day, so nobody can tell how long customers stay. Add when each ended.`
          : "No column says when a subscription ended, so nobody can tell how long customers stay. Add the ended ones, with their last day."
      }`,
    ],
    facts: [
      {
        title: "Customers",
        value: firstCell(count),
        unit: "count",
        note: `at the start of the latest ${period}`,
        term: latest(customers),
      },
    ],
    beside: [],
  };
}

/** What customers have brought so far, by their totals. */
export function ofTotals({ totals }: Reading, work: Work): Headline {
  const { customer, orders, revenue } = totals!;
  const average = apply("QUOTIENT", apply("SUM", revenue), apply("SUM", orders));
  const frequency = apply("QUOTIENT", apply("SUM", orders), apply("COUNT", customer));
  const recipe = recipeOf(apply("CLV_ORDERS", average, frequency, 1));
  return {
    question: "soFar",
    title: "Paid so far, per customer",
    short: "Paid so far",
    recipe,
    figure: work(recipe.result)[0]!,
    why: [
      "Average order × orders per customer. Totals have no dates: a value needs orders with their dates.",
    ],
    facts: [],
    beside: [],
  };
}
