import { headerWords } from "../words/header";
import { monthsOfInterval } from "../../sheet/written/intervals";
import { wordsOf } from "../../sheet/written/words";
import type { FoundColumn, FoundTable, Meaning } from "../types";
import { shown as inCell } from "../words/values";
import type { Concept } from "../words/words";

type Unnoted = Omit<FoundTable, "notes">;

const shown = (column: FoundColumn) =>
  column.header === "" ? `Column ${column.column}` : `"${column.header}"`;

const openParts = ({ samples }: FoundColumn) =>
  /\d{4}/.test(inCell(samples[0]!)) ? "the day or the month" : "the day, the month or the year";

/** A total of nothing in particular. */
const isTotal = ({ header }: FoundColumn) =>
  headerWords(header).concepts.every((one) => one === "all" || one === "sum" || one === "doc") &&
  headerWords(header).concepts.includes("all");

const spanOf: Readonly<Record<number, string>> = { 3: "a quarter", 6: "half a year", 12: "a year" };

/** What was chosen and why, in sentences. */
export function notesOf(table: Unnoted): string[] {
  const notes: string[] = [];
  const of = (meaning: Meaning) => table.columns.find((column) => column.meaning === meaning);
  const money = of("amount") ?? of("mrr") ?? of("revenue") ?? of("spend");
  if (money) {
    const isOf = (column: FoundColumn, concept: Concept) =>
      headerWords(column.header).concepts.includes(concept);
    const hasTax = table.columns.some((column) => isOf(column, "tax"));
    const isNet = isOf(money, "net") || (hasTax && isOf(money, "part"));
    const gross = table.columns.find(
      (column) =>
        column !== money && column.amounts && (isOf(column, "gross") || (hasTax && isTotal(column))),
    );
    const hasFees = table.columns.some((column) => isOf(column, "fee"));
    if (isNet && gross)
      notes.push(
        `${shown(money)} is used, not ${shown(gross)}: ${hasFees && !hasTax ? "what is left after fees" : "net of tax"}`,
      );
    const afterFees = table.columns.find(
      (column) => column !== money && column.amounts && isOf(column, "net"),
    );
    if (afterFees && hasFees && !isOf(money, "net"))
      notes.push(`${shown(money)} is used, not ${shown(afterFees)}: what customers paid, before fees`);
    else if (isOf(money, "gross") && !isOf(money, "sales"))
      notes.push(`${shown(money)} includes tax: no net amount was found`);
    if (headerWords(money.header).concepts.includes("conv"))
      notes.push(`${shown(money)} is used, since the rows are in several currencies`);
    if (table.currencies)
      notes.push(`The rows are in several currencies (${table.currencies.join(", ")}), which do not add up`);
    if (table.inCents) notes.push(`${shown(money)} is in cents: divide by 100`);
    if (money.amounts === "text") notes.push(`${shown(money)} holds amounts as text`);
  }
  for (const column of table.columns) {
    if (column.meaning && column.dates === "ambiguous")
      notes.push(`${shown(column)}: unclear whether ${openParts(column)} comes first`);
  }
  const { heading, isSparse } = of("customer") ?? {};
  if (isSparse && money) notes.push(`Rows in which ${shown(of("customer")!)} is blank are left out`);
  if (heading)
    notes.push(
      `${shown(of("customer")!)} names the customer ${heading === "above" ? "in a row of its own above" : "in the first row of"} each group: the name counts for all rows of the group, and sums are left out`,
    );
  const interval = of("interval");
  if (table.since) {
    const first = `${table.since.year}-${String(table.since.month).padStart(2, "0")}`;
    notes.push(
      `The months have no year: the first counts as ${first}. If it is another year, add the year to the months`,
    );
  }
  const term = of("term");
  if (term && !of("end"))
    notes.push(
      `No column says when a subscription ended: each ends ${shown(term)} after its start, counted in months`,
    );
  const months = table.monthsOfAmount;
  if (term && of("mrr") && table.isForTerm)
    notes.push(`${shown(of("mrr")!)} is for the whole term: it is divided by ${shown(term)}`);
  else if (months && of("mrr") && table.isForTerm)
    notes.push(
      `${shown(of("mrr")!)} seems to be the price of the whole term, ${months} months in every row: it is divided by ${months}`,
    );
  else if (months && (of("mrr") ?? of("amount")))
    notes.push(
      `${shown((of("mrr") ?? of("amount"))!)} is for ${spanOf[months] ?? "a week"}: it is ${months < 1 ? "converted to a month" : `divided by ${months}`}`,
    );
  else if (interval && of("mrr"))
    notes.push(`${shown(interval)} gives the interval of each amount: all are converted to a month`);
  const tenure = of("tenure");
  const unit = tenure && monthsOfInterval(wordsOf(tenure.header).replace(/\d+/g, ""));
  if (table.shape === "snapshot" && tenure && unit !== 1)
    notes.push(`${shown(tenure)} is ${unit === undefined ? "counted in" : "converted to"} months`);
  if (table.shape === "subscriptions" && !of("start"))
    notes.push("No column says when a subscription started: only its current value is known");
  const otherEnd = table.columns.find(({ column }) => column === table.otherEnd);
  if (otherEnd && of("end"))
    notes.push(
      `${shown(of("end")!)} is taken for the day on which a customer left, not ${shown(otherEnd)}: if it is the other way round, change the column`,
    );
  const now = table.columns.find(({ column }) => column === table.paidNow);
  if (now && of("mrr"))
    notes.push(`${shown(of("mrr")!)} is used, not ${shown(now)}, which is 0 once a subscription has ended`);
  else if (now)
    notes.push(
      `${shown(now)} is 0 once a subscription has ended, so that nothing says what those who left had paid: add their last price per month`,
    );
  else if (table.shape === "subscriptions" && !of("mrr"))
    notes.push("No column says what a subscription costs: add its price per month");
  if (table.shape === "histories" && !of("repeatValue"))
    notes.push(
      "No column says what repeat purchases were worth: add their mean per customer, such as monetary_value",
    );
  if (table.shape === "customers" && !of("orderCount"))
    notes.push("No column says how often each customer bought: add the number of orders");
  if (table.shape === "lines") notes.push("The amount of a row is quantity × price");
  const refund = of("refund");
  if (refund && money) notes.push(`${shown(refund)} is subtracted from ${shown(money)}`);
  const { credits } = table;
  if (credits && of("amount")) {
    const named = table.columns.find(({ column }) => column === credits.column)!;
    notes.push(
      `Rows with ${shown(named)} ${credits.texts.join(", ")} are subtracted: ${shown(of("amount")!)} has no minus in them`,
    );
  }
  if (table.paidStatuses)
    notes.push(`Only rows with ${shown(of("status")!)} ${table.paidStatuses.join(", ")} count`);
  const parts = of("segment");
  if (table.shape === "monthly" && parts)
    notes.push(`The rows of each period, one per ${shown(parts)}, are added up`);
  const counted = of("customerCount") ?? of("customersAtEnd");
  const countsOf = headerWords(counted?.header ?? "").concepts;
  if (table.shape === "monthly" && countsOf.includes("sub") && !countsOf.includes("whos"))
    notes.push(
      `${shown(counted!)} counts subscriptions: the value is that of one, and a customer with two is worth twice as much`,
    );
  const arpu = of("revenuePerCustomer");
  if (table.shape === "monthly" && arpu) notes.push(`Revenue is ${shown(arpu)} × customers`);
  const atEnd = of("customersAtEnd");
  const saysEnd =
    atEnd && headerWords(atEnd.header).concepts.some((one) => one === "final" || one === "whosAtEnd");
  if (table.shape === "monthly" && atEnd && !saysEnd)
    notes.push(
      `${shown(atEnd)} counts customers at the end of each period: the end before, plus new, less lost`,
    );
  if (table.churn === "churnRate" && of("lost"))
    notes.push(
      `${shown(of("churnRate")!)} is used, since no column counts customers at the start of the period`,
    );
  return notes;
}
