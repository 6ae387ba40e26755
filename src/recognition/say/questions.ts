import type { SentCell } from "../../sheet/sentCell";
import { monthsOfInterval } from "../../sheet/written/intervals";
import { saysHowOften } from "../../sheet/written/intervalWords";
import { saysLeft } from "../../sheet/written/flags";
import { amountsOf, type Facts } from "../columns/facts";
import { isOfEveryDay } from "../shapes/everyDay";
import { middleOf, paidByTerm, termsBetween } from "../shapes/spans";
import { longestIn, toldUnit } from "../shapes/unitOfTime";
import { normalised } from "../words/header";
import { shown } from "../words/values";
import type { FoundTable, Meaning } from "../types";
import type { Concept } from "../words/words";

type Unnoted = Omit<FoundTable, "notes" | "questions">;

/** A table as it was taken, and its columns. */
interface Taken {
  readonly table: Unnoted;
  readonly all: readonly Facts[];
  readonly of: (meaning: Meaning) => Facts | undefined;
}

/** What may be other than it was taken, in a sentence with what to do; undefined where nothing says so. */
type Question = (taken: Taken) => string | undefined;

const has = ({ words }: Facts, ...concepts: Concept[]) =>
  words.concepts.some((one) => concepts.includes(one));
const quoted = ({ header }: Facts) => `"${header}"`;

const seats =
  /\b(seats?|licen[cs]es?|sitze|plaetze|lizenzen|plazas|asientos|licencias|postes|posti|licenze|assentos|licencas|plaatsen|licenties)\b/;

/** So many rows have a price that stands next to other numbers of seats as well. */
const mostRows = 0.8;

/** A price that is the same for few seats and for many: it is for one of them, or for all. */
const isForOneSeat: Question = ({ all, of }) => {
  const price = of("mrr");
  const counted = all.find(
    (facts) => seats.test(normalised(facts.header)) && facts.numbers.some((number) => number > 1),
  );
  if (!price || !counted || price === counted) return undefined;
  const [prices, counts] = [amountsOf(price), amountsOf(counted)];
  const beside = new Map<number, Set<number>>();
  prices.forEach((amount, row) => {
    const count = counts[row];
    if (amount === undefined || count === undefined) return;
    beside.set(amount, (beside.get(amount) ?? new Set()).add(count));
  });
  const known = prices.filter((amount) => amount !== undefined && beside.has(amount));
  const several = known.filter((amount) => beside.get(amount!)!.size > 1);
  return known.length > 4 && several.length >= known.length * mostRows
    ? `${quoted(price)} is the same for few and for many ${quoted(counted)}: if it is a unit price, add a column with price × ${counted.header} and use that`
    : undefined;
};

/** By how much the price of a year is more than that of a month. */
const [leastOfYear, mostOfYear] = [6, 14];

/** A price that is called one for a month, and where a plan is paid once a year is that of a year. */
const isForYear: Question = ({ all, of }) => {
  const price = of("mrr");
  if (!price || !has(price, "monthly", "month")) return undefined;
  const amounts = amountsOf(price);
  for (const facts of all) {
    if (facts === price) continue;
    // Plans may have other names besides, such as Punch Card.
    const spans = facts.cells.map((cell) =>
      typeof cell === "string" && saysHowOften(cell) ? monthsOfInterval(shown(cell)) : undefined,
    );
    const priceOf = (months: number) =>
      middleOf(amounts.filter((amount, row): amount is number => !!amount && spans[row] === months));
    const [year, month] = [priceOf(12), priceOf(1)];
    if (year && month && year >= month * leastOfYear && year <= month * mostOfYear)
      return `${quoted(price)} is ${year} where ${quoted(facts)} says a year, and ${month} where it says a month: if that is the price of the whole year, name the column price, without a month`;
  }
  return undefined;
};

/** The value of a contract, which as a rule is that of its whole term. */
const isForTerm: Question = ({ table, of }) => {
  const value = of("mrr");
  const isOpen =
    value &&
    table.monthsOfAmount === undefined &&
    !of("interval") &&
    !of("term") &&
    value.words.concepts.join() === "sub,sum";
  return isOpen
    ? `${quoted(value)} counts as what a customer pays per month: if it is for a year, add "per year" to its header; if for the whole term, divide it by its months`
    : undefined;
};

/** Amounts that are larger where a subscription lasts longer, as the price of a whole term is and that of a month is not. */
const growsWithTerm: Question = ({ table, of }) => {
  const [price, start, end] = [of("mrr"), of("start"), of("end")];
  if (!price || !start || !end || end.filled < 0.9 || table.isForTerm || table.monthsOfAmount !== undefined)
    return undefined;
  if (of("interval") || has(price, "mrr", "monthly", "month", "otherSpan")) return undefined;
  const paid = paidByTerm(termsBetween(start, end), amountsOf(price));
  if (!paid) return undefined;
  const [shortest, longest] = paid;
  return `${quoted(price)} is ${longest.paid} where ${longest.term} months lie between start and end, and ${shortest.paid} where it is ${shortest.term}: if that is the price of the whole term, divide it by its months`;
};

/** Rows on every day of those whom no header calls customers. */
const areOwnShops: Question = ({ of }) => {
  const [customer, date] = [of("customer"), of("date")];
  const isNamed = customer && normalised(customer.header).match(/\b(customer|client|kund|klant|cliente?)/);
  return customer && date && !isNamed && isOfEveryDay(customer, date)
    ? `Each of ${quoted(customer)} has a row on every day: if these are your own shops or branches, this is what they take, and not what customers pay`
    : undefined;
};

/** A fee for a payment takes at least this share of it; in cents it would seem to take a hundredth of that. */
const leastFee = 0.002;

const typical = (amounts: readonly (number | undefined)[]) =>
  middleOf(amounts.flatMap((one) => (one ? [Math.abs(one)] : [])));

/** Whole amounts beside fees that are too small for them by a hundred times. */
const areCents: Question = ({ table, all, of }) => {
  const amount = of("amount");
  if (!amount || table.inCents || !amountsOf(amount).every((one) => one === undefined || one % 1 === 0))
    return undefined;
  const fee = all.find(
    (facts) => facts !== amount && has(facts, "fee") && facts.numbers.some((one) => one % 1 !== 0),
  );
  const [charged, paid] = [fee && typical(amountsOf(fee)), typical(amountsOf(amount))];
  return fee && charged && paid && charged < paid * leastFee
    ? `${quoted(fee)} is only ${((charged / paid) * 100).toPrecision(1)}% of ${quoted(amount)}: if these are cents, add (cents) to its header`
    : undefined;
};

const flagIn = (cell: SentCell) => (typeof cell === "object" ? undefined : saysLeft(cell));

/** Flags of orders that were given back or called off, of which the rows tell no more. */
const areGivenBack: Question = ({ all, of }) => {
  if (!of("date") || (!of("amount") && !of("price"))) return undefined;
  const flags = all.find(
    (facts) =>
      facts.words.unknown === 0 &&
      facts.words.concepts.length > 0 &&
      facts.words.concepts.every((one) => one === "back" || one === "cancel") &&
      of("refund") !== facts &&
      of("status") !== facts &&
      facts.values.length > 0 &&
      facts.values.every((cell) => flagIn(cell) !== undefined),
  );
  return flags?.values.some(flagIn)
    ? `${quoted(flags)} says yes in rows that count as paid: if that money was refunded, remove these rows`
    : undefined;
};

/** Nothing stands where it would say what has been paid, as with carts that were left. */
const areUnpaid: Question = ({ table, all, of }) => {
  if (!of("date") || (!of("amount") && !of("price")) || of("status")) return undefined;
  const state = all.find(
    (facts) =>
      facts.kind === "blank" &&
      facts.said === undefined &&
      facts.matches.some(({ meaning, rank }) => meaning === "status" && rank >= 9),
  );
  const isPaid = all.some((facts) => facts !== state && has(facts, "pay") && facts.filled > 0.9);
  return state && !isPaid && table.lastRow - table.firstRow > 4
    ? `${quoted(state)} is blank in all rows: if nobody has paid for these yet, as with abandoned carts, they are not sales`
    : undefined;
};

/** Whole numbers of a time, which may count days as well as weeks. */
const isUnitOpen: Question = ({ table: { unitOfTime: unit }, of }) => {
  const times = [of("recency"), of("age")].flatMap((facts) => facts ?? []);
  if (!unit || toldUnit(times)) return undefined;
  const names = times.map(quoted).join(" and ");
  return `Nothing says what ${names} count: they are taken as ${unit}s, such as ${longestIn(times)}. If they count something else, set Period`;
};

/** Repeat purchases, of which as a rule most customers have none. */
const areAllPurchases: Question = ({ table, of }) => {
  const frequency = of("frequency");
  if (table.shape !== "histories" || !frequency || frequency.numbers.length < 10) return undefined;
  return frequency.numbers.every((number) => number > 0)
    ? `Nobody has 0 in ${quoted(frequency)}, which counts purchases after the first: if it counts all of them, subtract 1, and keep those who bought once`
    : undefined;
};

/** Those that leave open what the value is of. */
const doubts: readonly Question[] = [isForOneSeat, isForYear, isForTerm, growsWithTerm, areOwnShops];
const others: readonly Question[] = [areCents, areGivenBack, areUnpaid, areAllPurchases, isUnitOpen];

/** What to ask about a table, what matters most first, and whether the table is not sure by it. */
export function questionsOf(table: Unnoted, all: readonly Facts[]) {
  const of = (meaning: Meaning) => {
    const column = table.columns.find((one) => one.meaning === meaning)?.column;
    return all.find((facts) => facts.column === column);
  };
  const askedBy = (list: readonly Question[]) =>
    list.flatMap((question) => question({ table, all, of }) ?? []);
  const open = askedBy(doubts);
  return { questions: [...open, ...askedBy(others)], isOpen: open.length > 0 };
}
