import { margin } from "../../recipe/assumed";
import { type Call, apply } from "../../recipe/term";
import type { Reading } from "../reading";
import { numberIn } from "../results";
import { saidCount } from "../sentence";
import {
  type Headline,
  type Work,
  confidence,
  confidenceOfLeast,
  factIn,
  leastOf,
  rowIn,
  valueIn,
} from "./headline";

/** What customers so far pay a period ÷ the share of them that leaves a period. */
export function ofSnapshot({ snapshot }: Reading, work: Work): Headline | undefined {
  const { tenure, charge, left } = snapshot!;
  const callAt = (sure: number): Call => apply("CLV_SNAPSHOT", tenure, charge, left, margin, sure);
  const isEndless = numberIn(rowIn(work(callAt(confidence))[0])["Value"]) === undefined;
  const table = callAt(isEndless ? confidenceOfLeast : confidence);
  const row = rowIn(work(table)[0]);
  const [value, low, lost] = [numberIn(row["Value"]), numberIn(row["Low"]), numberIn(row["Left"]) ?? 0];
  if (value === undefined && low === undefined) return undefined;
  const of = factIn(table, row);
  return {
    question: "snapshot",
    title: "Customer lifetime value",
    ...valueIn(table, value === undefined ? "Low" : "Value", work),
    low,
    high: numberIn(row["High"]),
    atLeast: leastOf(lost, low),
    lost,
    lifetime: numberIn(row["Lifetime"]),
    why: [
      "What a customer pays per month ÷ the share who leave per month: ",
      saidCount(lost),
      " left over all the months customers have stayed. Right as long as churn does not change.",
    ],
    facts: [
      of("Per customer", "Charge per period", "money", "a month"),
      of("Churn", "Churn", "share", "a month"),
      of("Lifetime", "Lifetime", "number", "months"),
    ],
    beside: [],
  };
}
