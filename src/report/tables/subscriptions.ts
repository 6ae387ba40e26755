import type { Answer } from "../../answers/answer";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { riskInShort } from "./summary";
import { apply, cellOf, column, inRetention, inSurvival, setting, shown, step, whole } from "./terms";

const yearAhead = 12;

/** How long subscribers stay, by month since the start, with its projection. */
export function survival({ reading }: Answer): DataTable[] {
  const { customer, start, end } = reading.subscriptions!;
  const months = Array.from({ length: shown.months + 1 }, (_, month): Term[] => [
    month,
    apply("FALLEN_TO", step("survival"), inSurvival("Survival"), month),
  ]);
  return [
    whole(
      "survival",
      "Survival",
      apply("CLV_SURVIVAL", start, end, setting("as_of"), "month", null, customer),
    ),
    {
      key: "months",
      title: "Survival by month",
      header: ["Month", "Share still active"],
      units: ["count", "share"],
      cells: months,
    },
    whole("retention", "Retention model", apply("CLV_RETENTION", column("months", 2), yearAhead)),
    {
      key: "curve",
      title: "Curve of survival",
      header: ["Months since the start", "Observed", "Model"],
      units: ["count", "share", "share"],
      skipsBlanks: true,
      cells: Array.from({ length: shown.months + 1 + yearAhead }, (_, month): Term[] => [
        month,
        cellOf("retention", month + 2, inRetention("Observed survival")),
        cellOf("retention", month + 2, inRetention("Model survival")),
      ]),
    },
  ];
}

/** The subscriptions that run, and the revenue that their usual course puts at risk. */
export function accounts({ reading }: Answer, sign: string): DataTable[] {
  const { customer, start, end, mrr } = reading.subscriptions!;
  const latest = apply("MAX", start, ...(end === null ? [] : [end]));
  const asOf = apply("IF_BLANK", setting("as_of"), latest, setting("as_of"));
  const header = ["Customer", "Since", "Months", "MRR", "Leaves within 12 months", "Revenue a year at risk"];
  const units = ["text", "date", "count", "money", "share", "money"] as const;
  const most = (key: string, title: string, by: number): DataTable => ({
    key,
    title,
    header,
    units,
    cells: [[apply("LARGEST", step("accounts"), by, shown.customers, 1, 2, 3, 4, 5, 6)]],
  });
  return [
    {
      key: "accounts",
      title: "Running subscriptions",
      header,
      units,
      cells: [[apply("RUNNING", customer, start, end, mrr, asOf, step("retention"))]],
      columns: header.length,
      most: shown.customers,
    },
    most("largest", "The largest", 4),
    most("accountsAtRisk", "Most at risk", 6),
    riskInShort(sign),
  ];
}
