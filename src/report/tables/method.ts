import type { Answer } from "../../answers/answer";
import { check } from "../../answers/figures";
import type { Reading, Series } from "../../answers/reading";
import { assumptions } from "../../answers/setup";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import {
  apply,
  cellOf,
  horizon,
  inTrend,
  lastOf,
  margin,
  setting,
  single,
  step,
  whole,
  window,
} from "./terms";

/** What the report says of itself while it holds formulas, and once they have become values. */
export const [liveWords, frozenWords] = [
  "Live: follows the data and the tab CLV Setup.",
  "Frozen: values that do not follow the data.",
];

/** What the figures rest on, in words. */
export function methodOf(answer: Answer, series: Series | undefined, builtOn: string): DataTable[] {
  const { source } = answer;
  const { rows: revenue, subscriptions, totals } = answer.reading;
  const counted = (revenue ?? subscriptions ?? totals)?.customer ?? series?.period;
  const used = assumptions.filter(({ key }) => key !== "currency");
  const given = used.map(({ key, label }): Term[] => [
    label,
    apply("IF_BLANK", setting(key), "not given", setting(key)),
  ]);
  const range = series
    ? [
        ["First period", cellOf("t", 2, inTrend("Period"))],
        ["Last period", lastOf("t", inTrend("Period"))],
      ]
    : [];
  const rows = counted ? [["Rows", apply("COUNT", counted)]] : [];
  return [
    single(
      "how",
      "How",
      apply(
        "IF_LIVE",
        step("value"),
        `From the tab ${source.tab}. ${liveWords} Built on ${builtOn}.`,
        `From the tab ${source.tab}. ${frozenWords} Built on ${builtOn}.`,
      ),
    ),
    single(
      "basis",
      "Basis",
      apply("IF_BLANK", margin, "Revenue per customer, not profit", "Gross profit per customer"),
    ),
    {
      key: "captions",
      title: "Captions",
      header: ["Captions"],
      cells: captionsOf(answer).map((one) => [one]),
    },
    { key: "data", title: "Data", header: ["Data", ""], cells: [...rows, ...range] },
    { key: "assumptions", title: "Assumptions", header: ["Assumption", ""], cells: given },
  ];
}

/** Sentences with assumptions in them, in the order of `captions`. */
const captionsOf = ({ period }: Answer): Term[] => [
  apply("JOIN", `A ${period}, mean of `, window, ` ${period}s`),
  apply("JOIN", `Of customers a ${period}, mean of `, window, ` ${period}s`),
  apply("JOIN", "Bought in the last ", setting("inactive_after"), ` ${period}s`),
  apply(
    "JOIN",
    "Expected of each customer in the next ",
    horizon,
    " months, discounted. Value at risk: what more it would be if the customer were certain still to be active.",
  ),
  apply(
    "JOIN",
    "Means of the ",
    window,
    ` ${period}s up to each: revenue per customer on the left axis, CLV on the right.`,
  ),
];

/** Where the sentences stand in their table. */
export const captions = { revenue: 0, churn: 1, customers: 2, predictions: 3, trend: 4 } as const;

/** What is not in order in the rows. */
export function checks(reading: Reading): DataTable[] {
  const recipe = check(reading);
  if (!recipe) return [];
  return [
    whole("checks", "Data check", recipe.result),
    whole("check", "To note", apply("WITHOUT", step("checks"), 3, "ok")),
  ];
}
