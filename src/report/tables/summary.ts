import type { Answer } from "../../answers/answer";
import type { Series } from "../../answers/reading";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import {
  apply,
  cellOf,
  column,
  horizon,
  inBridge,
  inInterval,
  inTrend,
  lastOf,
  margin,
  single,
  window,
} from "./terms";

const join = (...parts: Term[]) => apply("JOIN", ...parts);
const moneyOf = (sign: string, term: Term, beside = term) => apply("IN_MONEY", sign, term, beside);
const digits = (period: string) => (period === "year" ? 4 : period === "day" || period === "week" ? 10 : 7);

/** The report in sentences, each a table of its own so that one that can't be said leaves the others. */
export function summary({ period }: Answer, sign: string, series: Series | undefined): DataTable[] {
  if (!series) return [];
  const value = cellOf("value", 1, 1);
  const money = (term: Term, beside = term) => moneyOf(sign, term, beside);
  const [revenueEffect, lifetimeEffect] = [
    cellOf("bridge", 3, inBridge("Effect")),
    cellOf("bridge", 4, inBridge("Effect")),
  ];
  const moved = (effect: Term) => {
    const words = join(apply("IF_ABOVE", effect, "added ", "taken "), money(effect, value));
    return apply("IF_SHOWN", effect, value, words, "changed nothing");
  };
  return [
    single(
      "inShort",
      "In short",
      join(
        "A customer is worth ",
        money(value),
        apply("IF_BLANK", margin, " of revenue: ", " of gross profit: "),
        money(lastOf("latest", inTrend("Revenue per customer"))),
        ` a ${period}`,
        apply("IF_BLANK", margin, "", join(" at a margin of ", apply("IN_PERCENT", margin))),
        ", for ",
        apply("IN_DECIMALS", lastOf("latest", inTrend("Lifetime")), 1),
        ` ${period}s on average.`,
      ),
    ),
    single(
      "since",
      "Since then",
      join(
        "In ",
        apply("IN_ISO", cellOf("bridge", 2, inBridge("From")), digits(period)),
        " it was ",
        money(cellOf("bridge", 2, inBridge("Effect"))),
        ". Since then revenue per customer has ",
        moved(revenueEffect),
        " and lifetime ",
        moved(lifetimeEffect),
        ".",
      ),
    ),
    ...(series.lost
      ? [
          single(
            "sure",
            "How sure it is",
            apply(
              "IF_BLANK",
              lastOf("interval", inInterval("Estimate")),
              join(
                "Of the customers of the last ",
                window,
                ` ${period}s none was lost: with 95% confidence one is worth `,
                money(lastOf("interval", inInterval("Low"))),
                " or more.",
              ),
              join(
                "All customers of the last ",
                window,
                ` ${period}s taken together, it is `,
                money(lastOf("interval", inInterval("Estimate"))),
                ". Chance alone, in who was lost, leaves that between ",
                money(lastOf("interval", inInterval("Low"))),
                " and ",
                money(lastOf("interval", inInterval("High"))),
                " (95% interval).",
              ),
            ),
          ),
        ]
      : []),
  ];
}

/** What is known of customers who have been quiet for long. */
export const quietInShort = (sign: string) =>
  single(
    "quietNote",
    "Quiet customers",
    join(
      apply("NUMBERS", column("quietAll", 6)),
      " customers have been quiet for three times their usual gap or longer. Those who are still active would bring ",
      moneyOf(sign, apply("SUM", column("quietAll", 6))),
      " in the next ",
      horizon,
      " months, all of them together.",
    ),
  );

/** What is at risk of the subscriptions that run. */
export const riskInShort = (sign: string) =>
  single(
    "riskNote",
    "At risk",
    join(
      apply("NUMBERS", column("accounts", 4)),
      " subscriptions run, for ",
      moneyOf(sign, apply("PRODUCT", apply("SUM", column("accounts", 4)), 12)),
      " a year. By the usual course ",
      moneyOf(sign, apply("SUM", column("accounts", 6))),
      " of it will have left a year from now.",
    ),
  );
