import { margin } from "../../recipe/assumed";
import { isWorth } from "../../answers/question";
import type { Answer } from "../../answers/answer";
import { type Term, apply } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellOf, columnOf, valueOf } from "../live";
import type { ByPeriod } from "./byPeriod";
import type { Headline } from "./headline";
import type { Make } from "./making";
import { join, moneyOf, monthsAhead } from "./terms";

const digits = (period: string) => (period === "year" ? 4 : period === "day" || period === "week" ? 10 : 7);

/** Words of a table, to be put into a sentence. */
export const wordsIn = (table: DataTable) => table.cells!.map((_, row) => cellOf(table, row, table.title));

/** The report in sentences, each a table of its own so that one that can't be said leaves the others; amounts are put into words before. */
export function summary(
  make: Make,
  answer: Answer,
  sign: string,
  { value, limits }: Headline,
  figures: ByPeriod | undefined,
): DataTable[] {
  const { period, headline } = answer;
  const worth = valueOf(value);
  const isContracts = headline.question === "contracts" && figures !== undefined;
  const isEndless = headline.column === "Low";
  return [
    ...(isContracts && !isEndless ? inShort(make, period, sign, worth, figures.latest) : []),
    ...(isContracts ? [] : worthInShort(make, answer, sign, worth, limits)),
    ...(limits ? howSure(make, answer, sign, worth, limits) : []),
    ...(isContracts && !isEndless && figures.bridge ? since(make, period, sign, worth, figures.bridge) : []),
  ];
}

/** What is being valued, in a sentence. */
function worthInShort(
  make: Make,
  { headline }: Answer,
  sign: string,
  worth: Term,
  limits: DataTable | undefined,
): DataTable[] {
  const { question } = headline;
  const amounts = make.words("nowInWords", "Now, in words", [moneyOf(sign, worth)]);
  const [value] = wordsIn(amounts);
  const profit = apply("IF_BLANK", margin, " in revenue", " in gross profit");
  const isHorizon = limits?.columns.some(({ name }) => name === "Months") === true;
  const months =
    isHorizon && limits ? cellOf(limits, 0, "Months") : question === "histories" ? monthsAhead : undefined;
  const sentence =
    months !== undefined
      ? join("A new customer brings in ", value!, profit, " in the first ", months, " months.")
      : !isWorth(question)
        ? join("Customers have paid ", value!, " each so far. That is not what a customer is worth.")
        : join("A customer brings in ", value!, profit, " over their lifetime.");
  return [amounts, make.single("inShort", "In short", sentence)];
}

function inShort(make: Make, period: string, sign: string, worth: Term, latest: DataTable): DataTable[] {
  const amounts = make.words("nowInWords", "Now, in words", [
    moneyOf(sign, worth),
    moneyOf(sign, cellOf(latest, 0, "Revenue per customer")),
  ]);
  const [value, revenue] = wordsIn(amounts);
  const sentence = join(
    "A customer brings in ",
    value!,
    apply("IF_BLANK", margin, " in revenue over their lifetime: ", " in gross profit over their lifetime: "),
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
      join(apply("IF_ABOVE", by, "+", "−"), moneyOf(sign, by, worth)),
      "no change",
    );
  const amounts = make.words("changeInWords", "Change, in words", [
    moneyOf(sign, effect(0)),
    moved(effect(1)),
    moved(effect(2)),
  ]);
  const [then, revenue, lifetime] = wordsIn(amounts);
  const sentence = join(
    "It was ",
    then!,
    " in ",
    apply("IN_ISO", cellOf(bridge, 0, "From"), digits(period)),
    ": revenue per customer ",
    revenue!,
    ", lifetime ",
    lifetime!,
    ".",
  );
  return [amounts, make.single("since", "Since then", sentence)];
}

/** Between what limits the value is, or what it is at least. */
function howSure(
  make: Make,
  { headline, window, period }: Answer,
  sign: string,
  worth: Term,
  limits: DataTable,
): DataTable[] {
  const isFew = headline.atLeast !== undefined;
  const least = headline.table?.apply === "CLV_BILLED" ? "At least" : "Low";
  const titles = isFew ? [least] : ["Low", "High"];
  const amounts = make.words(
    "limitsInWords",
    "Limits, in words",
    titles.map((title) => {
      const cell = cellOf(limits, 0, title);
      return apply("IF_BLANK", cell, "", moneyOf(sign, cell, worth));
    }),
  );
  const [low, high] = wordsIn(amounts);
  const sentence = isFew
    ? join(
        headline.lost === 0 ? "Nobody was lost" : "Only a few were lost",
        headline.question === "contracts" ? ` in the last ${window} ${period}s` : "",
        ": with 95% confidence, a customer is worth ",
        low!,
        " or more.",
      )
    : join("The 90% range is ", low!, " to ", high!, ".");
  return [amounts, make.single("sure", "How certain it is", sentence)];
}

/** Who is overdue, in a sentence. */
export const overdueInShort = (make: Make, sign: string, overdue: DataTable) =>
  make.single(
    "overdueNote",
    "Overdue customers",
    join(
      "By their own rhythm, ",
      apply("NUMBERS", columnOf(overdue, "Orders")),
      " customers are overdue. They have brought in ",
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
      join("On the usual pattern, ", risk!, " of it will be gone a year from now."),
    ),
  );
  return [amounts, make.single("riskNote", "At risk", sentence)];
}
