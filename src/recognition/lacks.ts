import { headerWords } from "./header";
import { headerMatches } from "./rules";
import type { FoundColumn, FoundTable, Meaning } from "./types";
import type { Concept } from "./words";

const conceptsOf = ({ header }: FoundColumn) => headerWords(header).concepts;

const has = (all: readonly FoundColumn[], ...sought: Concept[]) =>
  all.some((column) => conceptsOf(column).some((one) => sought.includes(one)));

const headed = (all: readonly FoundColumn[], meaning: Meaning) =>
  all.find(({ header }) =>
    headerMatches(headerWords(header)).some((match) => match.meaning === meaning && match.isExact),
  );

/** Why a table is not used although its headers are of revenue: what it lacks, and what to do. */
export function lacksOf({ columns }: Pick<FoundTable, "columns">): string[] {
  const dated = columns.filter(({ dates }) => dates !== undefined);
  // A due date is of no use.
  const undue = dated.filter((column) => !has([column], "not"));
  const money = columns.filter((column) => column.amounts && !has([column], "id"));
  const isTimed = has(undue, "day", "month", "start", "end");
  const others = columns.find((column) => has([column], "others"));
  const isHeaded = (meaning: Meaning) => headed(columns, meaning) !== undefined;
  if (isHeaded("customer")) {
    const isSale = has(money, "sum", "doc", "docs", "price", "sales");
    if (isSale && !isTimed)
      return ["These could be sales, but no column says when each was: export them with a date"];
    return !isSale && isTimed && has(columns, "doc", "docs", "freight", "item")
      ? ["These could be orders, but no column says what was paid: export them with an amount"]
      : [];
  }
  if (others && isHeaded("amount"))
    return [
      `These seem to be what others are paid ("${others.header}"), not what customers pay: use the invoices to customers`,
    ];
  const isMonthly = columns.some((column) => conceptsOf(column).join() === "month");
  if (isHeaded("revenue") && (isMonthly || has(columns, "reach", "whos")))
    return [
      "These could be figures by period, but customers are missing: add how many there were and how many were lost",
    ];
  if (isHeaded("spend") && has(columns, "campaign", "ads", "reach") && !isTimed)
    return ["This could be spend on advertising, but no column says when: export it by day or month"];
  if (isHeaded("price") && isHeaded("quantity") && isHeaded("order") && !isTimed)
    return [
      "These could be invoice lines, but no column says who the customer is or when each was: export them with both",
    ];
  if (!isHeaded("date") || !isHeaded("amount")) return [];
  return has(columns, "deal", "stage")
    ? ["These could be deals, but no column says who the customer is: export them with the company"]
    : [
        "These could be orders, but no column says who the customer is: export them with a customer or an email",
      ];
}
