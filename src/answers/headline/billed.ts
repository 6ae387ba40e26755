import { margin } from "../../recipe/assumed";
import { type Call, apply, setting } from "../../recipe/term";
import type { Reading } from "../reading";
import { measuresOf, numberIn, wordsOf } from "../results";
import { saidShare } from "../sentence";
import { type Basis, type Headline, type Work, factIn, leastOf, rowIn, valueIn } from "./headline";

/** All that steady payers have paid ÷ how many of them have stopped. */
export function ofBilled({ rows }: Reading, { profile }: Basis, work: Work): Headline | undefined {
  const { customer, date, amount } = rows!;
  const table: Call = apply(
    "CLV_BILLED",
    customer,
    date,
    amount,
    null,
    margin,
    setting("as_of"),
    setting("grace_days"),
    setting("cac"),
  );
  const [figure] = work(table);
  const row = rowIn(figure);
  const [value, atLeast] = [numberIn(row["Value"]), numberIn(row["At least"])];
  if (value === undefined && atLeast === undefined) return undefined;
  const lost = numberIn(row["Lost"]) ?? 0;
  const every = wordsOf(row["Interval"]) || "month";
  const of = factIn(table, row);
  const steady = numberIn(measuresOf(profile!).get("Share at interval")) ?? 0;
  return {
    question: "billed",
    title: "Customer lifetime value",
    ...valueIn(table, value === undefined ? "At least" : "Value", work),
    low: numberIn(row["Low"]),
    high: numberIn(row["High"]),
    atLeast: leastOf(lost, atLeast),
    lost,
    lifetime: numberIn(row["Lifetime (months)"]),
    pauses: [numberIn(row["Value at 1.5 intervals"]), numberIn(row["Value at 2.5 intervals"])],
    why: [
      `Payments come every ${every} (`,
      saidShare(steady),
      ` of a customer's gaps), so anyone who stops is lost: all revenue ÷ customers lost. Lost means ${Math.round(numberIn(row["Grace (days)"]) ?? 0)} days without a payment.`,
    ],
    facts: [
      of("Payments", "Payments", "count", `one a ${every}`),
      of("Churn", "Churn", "share", "a payment"),
      of("Lifetime", "Lifetime (months)", "number", "months"),
    ],
    beside: [],
  };
}
