import { type Given, isOneValue, letOf } from "../../native/given";
import { rateHeading } from "../../sheet/rateHeading";

/** CLV_ROLLING in Sheets' own functions; undefined where an argument is not one that they take. */
export function rollingInSheets(given: Given, args: readonly string[]): string | undefined {
  const [revenue, customers, churn, , margin = "", method = ""] = args;
  if (!revenue || !customers || !churn || !isOneValue(margin) || !isOneValue(method)) return undefined;
  const by = given.literal(5);
  if (by !== undefined && by !== null && by !== "average" && by !== "pooled") return undefined;
  const window = given.valueOr(3, "window", "12");
  const rows = (range: string) => `TOCOL(FILTER(${range}, ISNUMBER(${revenue})))`;
  const latest = (range: string) => `FILTER(${range}, the_latest)`;
  const average =
    "AVERAGE(ARRAYFORMULA(the_revenue/the_customers))/AVERAGE(ARRAYFORMULA(the_lost/the_customers))";
  const pooled = "SUM(the_revenue)/SUM(the_lost)";
  const ratio =
    by === null
      ? `IF(LOWER(TRIM(${method}))="pooled", ${pooled}, ${average})`
      : by === "pooled"
        ? pooled
        : average;
  return letOf(
    [
      ["all_revenue", rows(revenue)],
      ["all_churn", rows(churn)],
      ["all_rows", "ROWS(all_revenue)"],
      ["the_latest", `SEQUENCE(all_rows)>all_rows-IF(${window}>all_rows, NA(), ${window})`],
      [
        "is_rate",
        `SUM(ARRAYFORMULA(IF(ISTEXT(${churn}), IF(REGEXMATCH(LOWER(${churn}), "${rateHeading}"), 1, 0), 0)))>0`,
      ],
      ["has_fraction", "SUM(ARRAYFORMULA(IFERROR(ABS(all_churn-INT(all_churn)), 0)))>0"],
      ["the_revenue", latest("all_revenue")],
      ["the_customers", latest(rows(customers))],
      ["the_lost", `ARRAYFORMULA(${latest("all_churn")}*IF(OR(is_rate, has_fraction), the_customers, 1))`],
    ],
    `${ratio}*${given.valueOr(4, "gross_margin", "1")}`,
  );
}
