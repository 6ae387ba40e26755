import { monthsInOrder } from "../find/bareMonths";
import { headerWords } from "../words/header";
import { headerMatches } from "../words/rules";
import type { SentCell } from "../../sheet/sentCell";
import type { FoundColumn, FoundTable, Meaning } from "../types";
import { monthNamed, shown as inCell } from "../words/values";
import type { Concept } from "../words/words";

const conceptsOf = ({ header }: FoundColumn) => headerWords(header).concepts;

const has = (all: readonly FoundColumn[], ...sought: Concept[]) =>
  all.some((column) => conceptsOf(column).some((one) => sought.includes(one)));

const isHeaded = (all: readonly FoundColumn[], meaning: Meaning) =>
  all.some(({ header }) =>
    headerMatches(headerWords(header)).some((match) => match.meaning === meaning && match.isExact),
  );

/** Three headers side by side are enough, and no values are compared with each other. */
const monthsInHeaders = (columns: readonly FoundColumn[]) =>
  columns.some((_, at) => monthsInOrder(columns.slice(at, at + 3).map(({ header }) => header)) !== undefined);

/** What sales need, and how to say that it is missing. */
const needed: readonly (readonly [Meaning, string])[] = [
  ["customer", "who the customer is"],
  ["date", "when each sale was"],
  ["amount", "what it brought in"],
];

/** Why a table is not used. */
export function reasonsUnusable(table: Pick<FoundTable, "columns" | "headerRow">): string[] {
  const known = reasonsNotRevenue(table);
  return known.length > 0 ? known : [reasonNotData(table)];
}

/** Days such as 6 Jan or Jan 6. */
const isBareDay = (cell: SentCell) => {
  const [, before, name, after] = /^(\d{1,2})?[. ]*(\p{L}{3,10})[. ]*(\d{1,2})?$/u.exec(inCell(cell)) ?? [];
  return (
    name !== undefined && monthNamed(name) !== undefined && (before === undefined) !== (after === undefined)
  );
};

/** Why a table is not used, whatever it holds. */
function reasonNotData({ columns, headerRow }: Pick<FoundTable, "columns" | "headerRow">): string {
  if (headerRow === undefined) return "Not used: no header says what the columns hold";
  // A column with the same customer throughout names the seller.
  const naming = columns.filter(({ kind, samples }) => kind !== "blank" && new Set(samples).size > 1);
  const missing = needed
    .filter(([meaning]) => !isHeaded(meaning === "customer" ? naming : columns, meaning))
    .map(([, words]) => words);
  const last = missing.pop();
  return last === undefined
    ? "Not used: these amounts do not look like sales, but like costs or postings to accounts"
    : `Not used: no column says ${[missing.join(", "), last].filter(Boolean).join(" or ")}`;
}

/** Why a table is not used although its headers are of revenue: what it lacks, and what to do. */
function reasonsNotRevenue({ columns }: Pick<FoundTable, "columns">): string[] {
  const bare = columns.find(({ samples }) => samples.filter(isBareDay).length > 1);
  if (bare && columns.some(({ amounts }) => amounts))
    return [`These could be sales, but the dates in "${bare.header}" have no year: write them as 6 Jan 2026`];
  const isMonthly = columns.some((column) => conceptsOf(column).join() === "month");
  if (monthsInHeaders(columns) || columns.some(({ samples }) => monthsInOrder(samples) !== undefined))
    return ["These could be figures by month, but the months have no year: write them as Jan 2026"];
  const years = columns.find(({ dates }) => dates === "year");
  const areApart = columns.some(
    (column) => column !== years && column.dates === undefined && conceptsOf(column).join() === "month",
  );
  if (years && areApart && (isHeaded(columns, "revenue") || isHeaded(columns, "spend")))
    return [
      `These could be figures by month, but "${years.header}" and the month stand in two columns: add one with both, such as 2026-01`,
    ];
  const areCounted =
    isHeaded(columns, "customerCount") && (isHeaded(columns, "lost") || isHeaded(columns, "churnRate"));
  if (isMonthly && isHeaded(columns, "revenue") && areCounted)
    return [
      "These could be figures by period, but periods stand in several rows: add them up to one row each",
    ];
  // "Customers" above numbers counts them.
  const counts = columns.filter((column) => column.amounts && conceptsOf(column).join() === "whos");
  const money = columns.filter(
    (column) => column.amounts && !has([column], "id", "whos", "state", "qty", "count", "not", "expected"),
  );
  const dated = columns.filter(({ dates }) => dates !== undefined);
  // A due date does not say when the sale was.
  const undue = dated.filter((column) => !has([column], "not", "expected"));
  const isTimed = has(undue, "day", "month", "start", "end");
  const isSale = has(money, "sum", "doc", "docs", "price", "sales");
  const naming = columns.filter((column) => !counts.includes(column));
  if (isHeaded(naming, "customer")) {
    const cost = columns.find((column) => column.amounts && has([column], "cost"));
    if (cost && !isSale && has(columns, "start", "end", "every"))
      return [
        `These seem to be what you pay ("${cost.header}"), not what customers pay: a price that they pay is needed`,
      ];
    if (isSale && !isTimed)
      return ["These could be sales, but no column says when each was: export them with a date"];
    if (!isSale && isTimed && has(columns, "doc", "docs", "freight", "item"))
      return ["These could be orders, but no column says what was paid: export them with an amount"];
    return !isSale && has(columns, "doc", "docs")
      ? [
          "These could be orders, but no column says when each was or what was paid: export them with a date and an amount",
        ]
      : [];
  }
  const others = columns.find((column) => has([column], "others"));
  if (others && isHeaded(columns, "amount"))
    return [
      `These seem to be what others are paid ("${others.header}"), not what customers pay: use the invoices to customers`,
    ];
  if (isHeaded(money, "revenue") && (isMonthly || counts.length > 0 || has(columns, "reach", "whos")))
    return [
      counts.length > 0
        ? "These could be figures by period, but no column says how many customers were lost: add them, or a churn rate"
        : "These could be figures by period, but customers are missing: add how many there were and how many were lost",
    ];
  if (isHeaded(columns, "spend") && has(columns, "campaign", "ads", "reach") && !isTimed)
    return ["This could be spend on advertising, but no column says when: export it by day or month"];
  if (!isSale || has(columns, "staff")) return [];
  if (has(columns, "deal", "stage") && isTimed)
    return ["These could be deals, but no column says who the customer is: export them with the company"];
  if (isHeaded(columns, "order") && !isTimed)
    return [
      "These could be orders, but no column says who the customer is or when each was: export them with both",
    ];
  return isTimed && isHeaded(columns, "amount")
    ? [
        "These could be orders, but no column says who the customer is: export them with a customer or an email",
      ]
    : [];
}
