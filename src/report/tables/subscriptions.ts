import type { SubscriptionRows } from "../../answers/reading";
import { type Term, apply, setting } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, wholeOf } from "../live";
import type { Make } from "./making";
import { riskInShort } from "./summary";
import { orBlank, shown } from "./terms";

const yearAhead = 12;

/** How long subscribers stay, by month since the start, with its projection. */
export function survival(make: Make, { customer, start, end }: SubscriptionRows): DataTable[] {
  const steps = make.result(
    "survival",
    "Survival",
    apply("CLV_SURVIVAL", start, end, setting("as_of"), "month", null, customer),
  );
  const model = make.result(
    "retention",
    "Retention model",
    apply("CLV_RETENTION", wholeOf(steps), yearAhead),
  );
  const months = Array.from({ length: shown.months + 1 + yearAhead }, (_, month): Term[] => [
    month,
    orBlank(cellOf(model, month, "Observed survival")),
    orBlank(cellOf(model, month, "Model survival")),
  ]);
  const curve = make.cells(
    "curve",
    "Curve of survival",
    [
      { name: "Months since the start", unit: "count" },
      { name: "Observed", unit: "share" },
      { name: "Model", unit: "share" },
    ],
    months,
    true,
  );
  return [steps, model, curve];
}

/** The customers who subscribe, and the revenue that their usual course puts at risk. */
export function accounts(make: Make, rows: SubscriptionRows, sign: string): DataTable[] {
  const { customer, start, end, mrr } = rows;
  const all = make.result(
    "accounts",
    "Accounts",
    apply("CLV_ACCOUNTS", customer, start, end, mrr, setting("as_of")),
    {
      most: shown.customers,
    },
  );
  const largest = make.rowsOf("largest", "The largest", all, { rows: shown.customers, by: "MRR" });
  return [all, largest, ...riskInShort(make, sign, all)];
}
