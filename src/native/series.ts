import { rateHeading } from "../sheet/rateHeading";
import type { Given } from "./given";

/** A list of names and what they stand for, then the result. */
const letOf = (names: readonly (readonly [string, string])[], result: string) =>
  `LET(${names.map((pair) => pair.join(", ")).join(", ")}, ${result})`;

const isOneValue = (text: string) => !/[:{(]/.test(text);

function acquisitionCost(args: readonly string[], given: Given): string | undefined {
  const [spend, customers, lag = ""] = args;
  if (!spend || !customers) return undefined;
  if (given.literal(2) === undefined || given.literal(2) === "0") return `SUM(${spend})/SUM(${customers})`;
  if (!isOneValue(lag)) return undefined;
  const figures = (range: string) => `TOCOL(FILTER(${range}, ISNUMBER(${range})))`;
  const matched = `SEQUENCE(ROWS(the_spend))<=ROWS(the_spend)-(${lag})`;
  const won = `SEQUENCE(ROWS(the_customers))>(${lag})`;
  return letOf(
    [
      ["the_spend", figures(spend)],
      ["the_customers", figures(customers)],
    ],
    `SUM(FILTER(the_spend, ${matched}))/SUM(FILTER(the_customers, ${won}))`,
  );
}

function rolling(args: readonly string[], given: Given): string | undefined {
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

/** The functions that take whole series and give one value. */
export const series: Readonly<Record<string, (args: readonly string[], given: Given) => string | undefined>> =
  { CLV_CAC: acquisitionCost, CLV_ROLLING: rolling };
