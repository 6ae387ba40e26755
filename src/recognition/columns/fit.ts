import type { Facts } from "./facts";
import { areFigures } from "./figures";
import { onceEach } from "./onceEach";
import { normalised } from "../words/header";
import { maySayHowOften } from "../../sheet/written/intervalWords";
import { saysLeft } from "../../sheet/written/flags";
import { asksState, isState, isUnpaid, isYesOrNo } from "../../sheet/written/statuses";
import { wordsOf } from "../../sheet/written/words";
import type { SentCell } from "../../sheet/sentCell";
import type { Meaning } from "../types";
import { amountDigits, dateNotation, isDate, monthOf, shown } from "../words/values";

export const some = <T>(list: readonly T[], test: (one: T) => boolean, share: number) =>
  list.length > 0 && list.filter(test).length >= list.length * share;

export const isFew = ({ distinct, values }: Facts) => distinct <= Math.max(2, values.length / 3);
const steps = (share: number) => (share >= 0.8 ? 1 : share >= 0.5 ? 0.6 : 0);

export const isEmail = ({ texts }: Facts) => some(texts, (text) => /^\S+@\S+\.\w+$/.test(text), 0.7);
const isCents = (number: number) => Math.abs(number * 100 - Math.round(number * 100)) < 1e-6;
export const isMoney = ({ numbers, formats, texts, amountShare, currency }: Facts) =>
  amountShare >= 0.8 &&
  (currency !== undefined ||
    (numbers.some((number) => number % 1 !== 0) &&
      numbers.some((number) => Math.abs(number) > 1) &&
      numbers.every(isCents)) ||
    formats.some((format) => /0\.00|[€$£¥]/.test(format)) ||
    some(texts, (text) => /[.,]\d\d\D*$/.test(text), 0.5));
export const isBirthday = ({ header }: Facts) =>
  /\b(birth|geburt|naissance|nacimiento|nascita|nascimento|geboorte|dob$)/.test(normalised(header));
export const isStatus = ({ texts }: Facts) => some(texts, isUnpaid, 0.1);

export const asDate = ({ dateShare }: Facts) => steps(dateShare);
const asNumber = ({ amountShare }: Facts) => steps(amountShare);

const asCount: Fit = (facts) =>
  asQuantity(facts) * (some(facts.numbers, (number) => number >= 0 && number % 1 === 0, 0.9) ? 1 : 0);

/** Customers of a model are fractions, where the header says that they are customers. */
const asCustomers: Fit = (facts) =>
  facts.words.concepts.some((one) => one === "who" || one === "whos") ? asSpan(facts) : asCount(facts);

function asIdentifier(facts: Facts): number {
  if (facts.kind !== "text" && facts.kind !== "number") return 0;
  if (facts.dateShare > 0.5) return 0;
  if (facts.numbers.some((number) => !Number.isInteger(number))) return 0;
  if (some(facts.texts, (text) => /[.,]\d\d\D*$/.test(text) && amountDigits(text) !== undefined, 0.5))
    return 0;
  return some(facts.texts, (text) => text.length > 80, 0.5) ? 0.3 : 1;
}

/** The same in all rows, such as the number of the seller's account. */
const isConstant = ({ distinct, values }: Facts) => distinct === 1 && values.length > 9;

/** So few that they are kinds rather than a number for each thing. */
const isCategory = ({ distinct, values }: Facts) => distinct <= 3 && values.length >= 15;

const asOrder = (facts: Facts) =>
  (isConstant(facts) || isCategory(facts) ? 0 : asIdentifier(facts)) *
  (some(facts.texts, (text) => /\S \S+ \S/.test(text.trim()), 0.5) ? 0.3 : 1);

/** "No. of customers" and "no_customers" say how many, "Customers no." which. */
const countsThem = /^(no|num|nb|nr|number) (of )?\p{L}+s$/u;

export function asCustomer(facts: Facts): number {
  const fit = asIdentifier(facts);
  if (fit === 0 || isConstant(facts) || some(facts.texts, isFlag, 1) || (isStatus(facts) && isFew(facts)))
    return 0;
  if (some(facts.texts, (text) => /^[A-Z]{3}$/.test(text), 0.9) && isFew(facts)) return 0;
  // "Customers" above small numbers counts them.
  const { concepts, currency } = facts.words;
  if (
    facts.kind === "number" &&
    concepts.includes("whos") &&
    (!concepts.includes("id") || countsThem.test(normalised(facts.header))) &&
    !facts.numbers.some((number) => number > 9999)
  )
    return 0;
  if (some(facts.texts, (text) => /^#\w*\d+$/.test(text.trim()), 0.8)) return 0;
  // Nobody is called "$ in million", and under no name stand Revenue and Cost of sales.
  if (currency !== undefined || (concepts.length === 0 && areFigures(facts.texts))) return 0;
  // How many mails were sent names nobody.
  if (concepts.includes("mail") && facts.numbers.length === facts.values.length) return 0;
  // Nobody has the number 0.
  if (facts.numbers.length > 2 && some(facts.numbers, (number) => number === 0, 0.5)) return 0;
  // The rows of a few may stand together.
  const areNamed = concepts.includes("who") && concepts.includes("id");
  return fit * (isCategory(facts) && !areNamed ? 0.3 : 1) * (facts.filled < 0.5 ? 0.7 : 1);
}

const isFlag = (text: string) => /^(yes|no|true|false)$/i.test(text.trim());

function asRate({ numbers, texts, formats, kind }: Facts): number {
  if (some(texts, (text) => text.trim().endsWith("%"), 0.7)) return 1;
  if (kind !== "number" || numbers.some((number) => number < 0 || number > 100)) return 0;
  if (numbers.some((number) => number > 1)) return 0.6;
  return formats.some((format) => format.includes("%")) || numbers.some((number) => number % 1 !== 0)
    ? 1
    : 0.6;
}

/** A month may do for a day, where not each has one row. */
const asDay: Fit = (facts) =>
  Math.max(asDate(facts), facts.dates === "month" && facts.distinct < facts.values.length ? 0.9 : 0);

/** Dates, or a word or two for what has not ended. */
function asEnd(facts: Facts): number {
  const others = new Set(facts.texts.filter((text) => dateNotation(text) === undefined));
  return Math.max(asDate(facts), facts.dateShare > 0.1 && others.size < 3 ? 0.7 : 0);
}

function asPeriod(facts: Facts): number {
  const named = some(
    facts.values,
    (cell) =>
      monthOf(cell) !== undefined || /^(\d{4}[- ]?[QWT]\d|[QWT]\d[- ]?\d{4}|\d{4})/i.test(shown(cell)),
    0.8,
  );
  return Math.max(asDate(facts), steps(facts.monthShare), named ? 0.9 : 0);
}

function asGroup(facts: Facts): number {
  if (facts.kind === "blank" || facts.kind === "date" || facts.dateShare > 0.5) return 0;
  return facts.kind === "text" ? (isFew(facts) || facts.values.length < 12 ? 1 : 0.5) : 0.3;
}

type Fit = (facts: Facts) => number;
const isOr =
  (test: (facts: Facts) => boolean): Fit =>
  (facts) =>
    test(facts) ? 1 : 0;

export const asCurrency = isOr(({ texts }) =>
  some(texts, (text) => /^([A-Za-z]{3}|[€$£¥])$/.test(text.trim()), 0.8),
);
/** "State" is a status, or a part of a country. */
const asStatus: Fit = ({ kind, distinct, texts, values, matches, header, amountShare, areDocuments }) => {
  const isAsked =
    asksState(wordsOf(header)) && matches.some(({ meaning, isExact }) => meaning === "status" && isExact);
  if (isAsked && distinct === 2 && values.every((cell) => isYesOrNo(shown(cell)))) return 1;
  if (kind !== "text" || distinct > 15 || amountShare > 0.5) return kind === "boolean" ? 0.6 : 0;
  if (areDocuments || some(texts, isState, 0.1)) return 1;
  return /^(state|estado|stato|staat)$/i.test(header.trim()) ? 0 : 0.6;
};
const asInterval = isOr(({ texts }) => some(texts, maySayHowOften, 0.7));
const asQuantity = isOr(
  ({ amountShare, numbers }) => amountShare >= 0.8 && some(numbers, Number.isInteger, 0.7),
);
/** 1 for yes and 0 for no. */
const areFlags = ({ numbers }: Facts) =>
  numbers.includes(1) && numbers.every((one) => one === 0 || one === 1);

const orBlank =
  (fit: Fit, share: number): Fit =>
  (facts) =>
    facts.kind === "blank" ? share : fit(facts);

/** What was paid is more than whether it was. */
const asAmount: Fit = (facts) => (areFlags(facts) ? 0 : asNumber(facts));

/** "refunded_at" says when. */
const asRefund: Fit = (facts) =>
  / (at|on|date)$/.test(normalised(facts.header)) || areFlags(facts) ? 0 : orBlank(asNumber, 0.6)(facts);

/** A date says when, so that they have. */
const hasLeft = (cell: SentCell) => isDate(cell) || saysLeft(cell);

/** Yes and no, or states such as Active and Churned. */
const asLeft = isOr(
  ({ values }) =>
    some(values, (cell) => hasLeft(cell) !== undefined, 0.95) && new Set(values.map(hasLeft)).size > 1,
);
/** For how many months contracts are made. */
const usualTerms = new Set([1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60]);

/** Whole months, nearly all of them such as contracts are made for. */
const asTerm = isOr(
  ({ numbers, values }) =>
    numbers.length === values.length &&
    numbers.every((one) => one % 1 === 0 && one > 0 && one <= 120) &&
    some(numbers, (one) => usualTerms.has(one), 0.8),
);
/** How long: a number that is not below 0. */
const asSpan: Fit = (facts) => (facts.numbers.some((number) => number < 0) ? 0 : asNumber(facts));

/** Numbers, TRUE and FALSE, or the latest day of something, as functions read them. */
function asSignal({ kind, amountShare, dateShare, dates, words, currency, distinct }: Facts): number {
  if (distinct < 2 || currency) return 0;
  if (dateShare > 0.8)
    return (dates === "real" || dates === "iso") &&
      words.concepts.some((one) => one === "last" || one === "acted")
      ? 1
      : 0;
  return kind === "boolean" || amountShare > 0.9 ? 1 : 0;
}

const byMeaning: Readonly<Partial<Record<Meaning, Fit>>> = {
  customer: asCustomer,
  date: asDay,
  amount: asAmount,
  quantity: asQuantity,
  segment: asGroup,
  order: asOrder,
  status: asStatus,
  end: orBlank(asEnd, 0.9),
  interval: asInterval,
  term: asTerm,
  period: asPeriod,
  churnRate: asRate,
  margin: asRate,
  refund: asRefund,
  currency: asCurrency,
  left: asLeft,
  signal: asSignal,
  customerCount: asCustomers,
  customersAtEnd: asCustomers,
  newCustomers: asCustomers,
  tenure: asSpan,
  recency: asSpan,
  age: asSpan,
};

const ofDates: readonly Meaning[] = ["start", "firstDate", "lastDate"];
const ofCounts: readonly Meaning[] = ["lost", "orderCount", "frequency"];

/** How well cells fit a meaning: 0 if they rule it out, 1 if they are what it needs. */
export const fit = onceEach((meaning, facts) => {
  const special = byMeaning[meaning];
  if (special) return special(facts);
  if (ofDates.includes(meaning)) return asDate(facts);
  return ofCounts.includes(meaning) ? asCount(facts) : asNumber(facts);
});
