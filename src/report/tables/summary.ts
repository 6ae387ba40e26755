import type { Answer } from "../../answers/answer";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, columnOf } from "../live";
import type { ByPeriod } from "./byPeriod";
import type { Make } from "./making";
import { apply, join, margin, moneyOf, window } from "./terms";

const digits = (period: string) => (period === "year" ? 4 : period === "day" || period === "week" ? 10 : 7);

/** Words of a table, to be put into a sentence. */
const wordsIn = (table: DataTable) => table.cells!.map((_, row) => cellOf(table, row, table.title));

/** The report in sentences, each a table of its own so that one that can't be said leaves the others; amounts are put into words before. */
export function summary(make: Make, { period }: Answer, sign: string, figures: ByPeriod): DataTable[] {
  const { value, latest, bridge, interval } = figures;
  const worth = cellOf(value, 0, value.title);
  return [
    ...inShort(make, period, sign, worth, latest),
    ...since(make, period, sign, worth, bridge),
    ...(interval ? howSure(make, period, sign, interval) : []),
  ];
}

function inShort(make: Make, period: string, sign: string, worth: Term, latest: DataTable): DataTable[] {
  const amounts = make.words("nowInWords", "Now, in words", [
    moneyOf(sign, worth),
    moneyOf(sign, cellOf(latest, 0, "Revenue per customer")),
  ]);
  const [value, revenue] = wordsIn(amounts);
  const sentence = join(
    "A customer is worth ",
    value!,
    apply("IF_BLANK", margin, " of revenue: ", " of gross profit: "),
    revenue!,
    ` a ${period}`,
    apply("IF_BLANK", margin, "", join(" at a margin of ", apply("IN_PERCENT", margin))),
    ", for ",
    apply("IN_DECIMALS", cellOf(latest, 0, "Lifetime"), 1),
    ` ${period}s on average.`,
  );
  return [amounts, make.single("inShort", "In short", sentence)];
}

function since(make: Make, period: string, sign: string, worth: Term, bridge: DataTable): DataTable[] {
  const effect = (row: number) => cellOf(bridge, row, "Effect");
  const moved = (by: Term) =>
    apply(
      "IF_SHOWN",
      by,
      worth,
      join(apply("IF_ABOVE", by, "added ", "taken "), moneyOf(sign, by, worth)),
      "changed nothing",
    );
  const amounts = make.words("changeInWords", "Change, in words", [
    moneyOf(sign, effect(0)),
    moved(effect(1)),
    moved(effect(2)),
  ]);
  const [then, revenue, lifetime] = wordsIn(amounts);
  const sentence = join(
    "In ",
    apply("IN_ISO", cellOf(bridge, 0, "From"), digits(period)),
    " it was ",
    then!,
    ". Since then revenue per customer has ",
    revenue!,
    " and lifetime ",
    lifetime!,
    ".",
  );
  return [amounts, make.single("since", "Since then", sentence)];
}

function howSure(make: Make, period: string, sign: string, interval: DataTable): DataTable[] {
  const titles = ["Estimate", "Low", "High"];
  const amounts = make.words(
    "intervalInWords",
    "Interval, in words",
    titles.map((title) => {
      const cell = cellOf(interval, 0, title);
      return apply("IF_BLANK", cell, "", moneyOf(sign, cell));
    }),
  );
  const [estimate, low, high] = wordsIn(amounts);
  const sentence = apply(
    "IF_BLANK",
    estimate!,
    join(
      "Of the customers of the last ",
      window,
      ` ${period}s none was lost: with 95% confidence one is worth `,
      low!,
      " or more.",
    ),
    join(
      "All customers of the last ",
      window,
      ` ${period}s taken together, it is `,
      estimate!,
      ". Chance alone, in who was lost, leaves that between ",
      low!,
      " and ",
      high!,
      " (95% interval).",
    ),
  );
  return [amounts, make.single("sure", "How sure it is", sentence)];
}

/** Who is overdue, in a sentence. */
export const overdueInShort = (make: Make, sign: string, overdue: DataTable) =>
  make.single(
    "overdueNote",
    "Overdue customers",
    join(
      "By their own rhythm ",
      apply("NUMBERS", columnOf(overdue, "Orders")),
      " customers are overdue. They have brought ",
      moneyOf(sign, apply("SUM", columnOf(overdue, "Revenue"))),
      " so far.",
    ),
  );

/** What is at risk of the subscriptions that run. */
export function riskInShort(make: Make, sign: string, accounts: DataTable): DataTable[] {
  const amounts = make.words("riskInWords", "Risk, in words", [
    moneyOf(sign, apply("PRODUCT", 12, apply("SUM", columnOf(accounts, "MRR")))),
    moneyOf(sign, apply("SUM", columnOf(accounts, "Revenue a year at risk"))),
  ]);
  const [revenue, risk] = wordsIn(amounts);
  const sentence = join(
    apply("NUMBERS", columnOf(accounts, "MRR")),
    " customers subscribe, for ",
    revenue!,
    " a year. ",
    apply(
      "IF_BLANK",
      cellOf(accounts, 0, "Revenue a year at risk"),
      "Nobody has left so far.",
      join("By the usual course ", risk!, " of it will have left a year from now."),
    ),
  );
  return [amounts, make.single("riskNote", "At risk", sentence)];
}
