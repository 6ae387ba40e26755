import { margin } from "../../recipe/assumed";
import { type Call, apply, setting } from "../../recipe/term";
import { rollingOf } from "../figures";
import type { Reading } from "../reading";
import { cellIn, numberIn, recipeOf } from "../results";
import { plural } from "../sentence";
import {
  type Basis,
  type Headline,
  type Work,
  confidence,
  confidenceOfLeast,
  firstCell,
  leastOf,
  rowIn,
} from "./headline";

/** Revenue per customer ÷ churn. */
export function ofContracts(
  { table, series }: Reading,
  { period, window, lost }: Basis,
  work: Work,
): Headline | undefined {
  const { revenue, customers, churn } = series!;
  const limits: Call = apply(
    "CLV_INTERVAL",
    revenue,
    customers,
    churn,
    setting("window"),
    margin,
    lost > 0 ? confidence : confidenceOfLeast,
    "average",
  );
  const rolling = rollingOf(series!);
  const [value, interval] = work(rolling, limits);
  const { Low, High } = rowIn(interval);
  const low = numberIn(Low);
  const isEndless = typeof firstCell(value) !== "number";
  if (isEndless && low === undefined) return undefined;
  const recipe = recipeOf(isEndless ? cellIn(limits, 1, "Low") : rolling);
  return {
    question: "contracts",
    column: isEndless ? "Low" : undefined,
    title: "Customer lifetime value",
    recipe,
    figure: isEndless ? work(recipe.result)[0]! : value!,
    low,
    high: numberIn(High),
    atLeast: leastOf(lost, low),
    table: limits,
    lost,
    why: [
      table.shape === "subscriptions"
        ? "Customers stay until they cancel: "
        : table.shape === "cube"
          ? `Customers pay each ${period}: `
          : "",
      `${table.shape === "monthly" ? "Revenue" : "revenue"} per customer ÷ churn, mean of ${plural(window, period)}.`,
    ],
    facts: [],
    beside: [],
  };
}
