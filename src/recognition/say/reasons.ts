import type { Facts } from "../columns/facts";
import { monthsInOrder } from "../find/bareMonths";
import { asCustomer } from "../columns/fit";
import { hasWord } from "../shapes/evidence";
import { type Attempt, attemptFor } from "../shapes/solve";
import type { Meaning, Shape } from "../types";
import { monthNamed } from "../words/values";
import type { Concept } from "../words/words";

/** A table that has no shape, as far as one got with it. */
interface Unused {
  readonly columns: readonly Facts[];
  readonly attempt: (shape: Shape) => Attempt;
}

/** Why a table is not used, where that is what is wrong with it: what it lacks, and what to do. */
interface Reason {
  readonly name: string;
  readonly says: (unused: Unused) => string | undefined;
}

const isExactly = (facts: Facts, sought: Meaning) =>
  facts.matches.some(({ meaning, isExact }) => meaning === sought && isExact);
const named = ({ columns }: Unused, meaning: Meaning) => columns.find((facts) => isExactly(facts, meaning));
const says = ({ words }: Facts, ...sought: Concept[]) => words.concepts.some((one) => sought.includes(one));
const lacks = ({ attempt }: Unused, shape: Shape, meaning: Meaning) =>
  attempt(shape).missing.some((group) => group.includes(meaning));

/** Three headers side by side are enough, and no values are compared with each other. */
const monthsInHeaders = (columns: readonly Facts[]) =>
  columns.some((_, at) => monthsInOrder(columns.slice(at, at + 3).map(({ header }) => header)) !== undefined);

/** A day such as 6 Jan or Jan 6. */
function isBareDay(text: string): boolean {
  const [, before, name, after] = /^(\d{1,2})?[. ]*(\p{L}{3,10})[. ]*(\d{1,2})?$/u.exec(text.trim()) ?? [];
  return (
    name !== undefined && monthNamed(name) !== undefined && (before === undefined) !== (after === undefined)
  );
}

/** Shapes a table could have, but for what rules them out. */
const mightBe: readonly Shape[] = ["orders", "subscriptions", "monthly", "spend"];

/** Columns of money that came in, and not a count or what is still to come. */
const takings = ({ columns }: Unused) =>
  columns.filter(
    (facts) =>
      facts.amountShare >= 0.5 &&
      !says(facts, "id", "whos", "state", "qty", "count", "not", "expected") &&
      says(facts, "sum", "doc", "docs", "price", "sales", "mrr"),
  );

/** "Customers" above numbers counts them, and "Active subscriptions" those. */
const isCount = (facts: Facts) =>
  facts.amountShare >= 0.5 &&
  ((says(facts, "whos") && asCustomer(facts) === 0) ||
    (says(facts, "sub") && isExactly(facts, "customerCount")));
const hasCustomers = ({ columns }: Unused) =>
  columns.some((facts) => facts.kind !== "blank" && !isCount(facts) && isExactly(facts, "customer"));
/** Rows that each have the number of an order of their own. */
const areNumbered = ({ columns }: Unused) =>
  columns.some(
    (facts) =>
      isExactly(facts, "order") &&
      says(facts, "doc") &&
      facts.values.length > 4 &&
      facts.distinct === facts.values.length,
  );
const areOrders = ({ columns }: Unused) => hasWord(columns, "doc", "docs", "freight", "item");

const reasons: readonly Reason[] = [
  {
    name: "rows in one cell",
    says: ({ columns }) =>
      columns.length === 1
        ? "Each row is in one cell: select the column and choose Data > Split text to columns"
        : undefined,
  },
  {
    name: "days without a year",
    says: ({ columns }) => {
      const days = columns.find(({ texts }) => texts.slice(0, 3).filter(isBareDay).length > 1);
      return days && columns.some(({ amountShare }) => amountShare >= 0.5)
        ? `These could be sales, but the dates in "${days.header}" have no year: write them as 6 Jan 2026`
        : undefined;
    },
  },
  {
    name: "what speaks against it",
    says: ({ columns, attempt }) =>
      mightBe
        .map(attempt)
        .filter(({ missing, assigned }) => assigned.length > 0 && missing.length < 3)
        .map(({ veto }) => veto?.says?.(columns))
        .find(Boolean),
  },
  {
    name: "months without a year",
    says: ({ columns }) =>
      monthsInHeaders(columns) || columns.some(({ values }) => monthsInOrder(values.slice(0, 3)))
        ? "These could be figures by month, but the months have no year: write them as Jan 2026"
        : undefined,
  },
  {
    name: "periods in several rows",
    says: (unused) => {
      const period = named(unused, "period");
      const isAgain = period && period.distinct < period.values.length * 0.75;
      if (!isAgain || lacks(unused, "monthly", "revenue") || lacks(unused, "monthly", "customerCount"))
        return undefined;
      const further = lacks(unused, "monthly", "lost") ? ", with how many customers were lost" : "";
      return `These could be figures by period, but some periods have several rows: add them up to one row per period${further}`;
    },
  },
  {
    name: "revenue of one customer",
    says: (unused) => {
      const each = unused.columns.find(
        (facts) =>
          facts.amountShare >= 0.5 && says(facts, "sales", "sum") && says(facts, "who", "whos", "not"),
      );
      const { missing } = unused.attempt("monthly");
      return each && missing.length === 1 && missing[0]!.includes("revenue")
        ? `These could be figures by period, but "${each.header}" seems to be for one customer: add a column of total revenue`
        : undefined;
    },
  },
  {
    name: "figures without revenue",
    says: (unused) =>
      lacks(unused, "monthly", "revenue") &&
      !lacks(unused, "monthly", "period") &&
      (named(unused, "newCustomers") || !lacks(unused, "monthly", "lost"))
        ? "These could be figures by period, but no column says what customers paid: add the revenue of each period"
        : undefined,
  },
  {
    name: "customers so far, but for a part",
    says: (unused) => {
      const { missing, assigned } = unused.attempt("snapshot");
      const has = (meaning: Meaning) => assigned.some((one) => one.meaning === meaning);
      if (!lacks(unused, "orders", "date") || missing.length > 2) return undefined;
      if (has("tenure") && has("left"))
        return "These could be customers so far, but no column says what each pays per month: add it";
      if (!has("charge") || !hasCustomers(unused)) return undefined;
      return has("tenure")
        ? "These could be customers so far, but no column says who has left: add it, with yes or no"
        : "These could be customers so far, but no column says how long each has stayed, or who has left: add both";
    },
  },
  {
    name: "recency, frequency and an amount that may be a mean",
    says: (unused) => {
      const often = named(unused, "frequency");
      const [amount] = takings(unused);
      return hasCustomers(unused) && often && amount && named(unused, "recency")
        ? `These could be customers so far, but "${amount.header}" may be a total or a mean: if it is the total, name it Total spent, and "${often.header}" Orders`
        : undefined;
    },
  },
  {
    name: "sales without a date",
    says: (unused) =>
      hasCustomers(unused) && takings(unused).length > 0 && lacks(unused, "orders", "date")
        ? "These could be sales, but no column says when each was: export them with a date"
        : undefined,
  },
  {
    name: "orders without an amount",
    says: (unused) =>
      hasCustomers(unused) && areOrders(unused) && lacks(unused, "orders", "amount")
        ? lacks(unused, "orders", "date")
          ? "These could be orders, but no column says when each was or what was paid: export them with a date and an amount"
          : "These could be orders, but no column says what was paid: export them with an amount"
        : undefined,
  },
  {
    name: "figures without customers",
    says: (unused) => {
      const { columns } = unused;
      const counts = columns.some(isCount);
      const areFigures =
        counts ||
        hasWord(columns, "reach", "visits", "whos") ||
        columns.some(({ words }) => words.concepts.join() === "month");
      if (hasCustomers(unused) || areNumbered(unused) || !areFigures || lacks(unused, "monthly", "revenue"))
        return undefined;
      return counts || !lacks(unused, "monthly", "customerCount")
        ? "These could be figures by period, but no column says how many customers were lost: add them, or a churn rate"
        : "These could be figures by period, but customers are missing: add how many there were and how many were lost";
    },
  },
  {
    name: "advertising without days",
    says: (unused) =>
      hasWord(unused.columns, "campaign", "ads", "reach", "visits") &&
      lacks(unused, "spend", "period") &&
      !lacks(unused, "spend", "spend")
        ? "This could be spend on advertising, but no column says when: export it by day or month"
        : undefined,
  },
  {
    name: "sales to nobody",
    says: (unused) => {
      const { columns, attempt } = unused;
      const isOfNobody = lacks(unused, "orders", "customer") && !lacks(unused, "orders", "amount");
      if (!isOfNobody || takings(unused).length === 0 || hasWord(columns, "staff")) return undefined;
      if (lacks(unused, "orders", "date"))
        return named(unused, "order")
          ? "These could be orders, but no column says who the customer is or when each was: export them with both"
          : undefined;
      const blank = columns.find((facts) => facts.kind === "blank" && isExactly(facts, "customer"));
      if (blank)
        return `These could be orders, but "${blank.header}" is blank: export them with a customer or an email`;
      return attempt("deals").veto
        ? "These could be orders, but no column says who the customer is: export them with a customer or an email"
        : "These could be deals, but no column says who the customer is: export them with the company";
    },
  },
];

/** What sales need, and how to say that it is missing. */
const needed: readonly (readonly [Meaning, string])[] = [
  ["customer", "who the customer is"],
  ["date", "when each sale was"],
  ["amount", "what it brought in"],
];

/** Why a table is not used. */
export function reasonUnused(columns: readonly Facts[], hasHeader: boolean): string {
  const attempts = new Map<Shape, Attempt>();
  const attempt = (shape: Shape): Attempt => {
    const made = attempts.get(shape) ?? attemptFor(shape, columns);
    attempts.set(shape, made);
    return made;
  };
  const unused = { columns, attempt };
  for (const reason of reasons) {
    const sentence = reason.says(unused);
    if (sentence !== undefined) return sentence;
  }
  if (!hasHeader) return "Not used: no header says what the columns hold";
  const missing = needed.filter(([meaning]) => lacks(unused, "orders", meaning)).map(([, words]) => words);
  const last = missing.pop();
  return last === undefined
    ? "Not used: these amounts look like costs or account postings, not sales"
    : `Not used: no column says ${[missing.join(", "), last].filter(Boolean).join(" or ")}`;
}
