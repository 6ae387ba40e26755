import { type Amounts, amountsOf, type Facts } from "../columns/facts";
import type { SentCell } from "../../sheet/sentCell";
import { fit, isEmail, isMoney, some } from "../columns/fit";
import { headerWords, normalised } from "../words/header";
import { spanInHeader } from "../../sheet/written/intervals";
import { isWon } from "../../sheet/written/statuses";
import type { Meaning } from "../types";
import { amountDigits, shown } from "../words/values";
import type { Concept } from "../words/words";

export const hasWord = (all: readonly Facts[], ...sought: Concept[]) =>
  all.some(({ words }) => words.concepts.some((one) => sought.includes(one)));

/** Headers name a subscription, a contract or what is due monthly. */
export const areSubscribed = (all: readonly Facts[]) =>
  hasWord(all, "sub", "monthly", "mrr", "every", "lasts");

/** Each row has the date of an invoice or order, and nothing mentions subscriptions: what begins and ends is what was sold. */
export const areInvoiced = (all: readonly Facts[]) =>
  !areSubscribed(all) &&
  all.some(
    ({ words: { concepts }, dateShare, filled }) =>
      concepts.includes("doc") && concepts.includes("day") && dateShare > 0.8 && filled > 0.95,
  );

/** Columns whose headers say who the customer is, or at least give a name; a mere number says nothing. */
export const customers = (all: readonly Facts[], leastRank = 6) =>
  all.filter(
    ({ matches, words }) =>
      words.concepts.join() !== "id" &&
      matches.some(({ meaning, rank, isExact }) => meaning === "customer" && isExact && rank >= leastRank),
  );

/** Sales in progress: deals by name, of which an invoice may bear no more than the number, a status of deals won, or stages where there are no orders, invoices or taxes. */
export const areDeals = (all: readonly Facts[]) =>
  all.some(({ words: { concepts } }) => concepts.includes("deal") && !concepts.includes("id")) ||
  all.some((facts) => facts.matches.some(({ meaning }) => meaning === "status") && facts.texts.some(isWon)) ||
  (hasWord(all, "stage", "close") && !hasWord(all, "doc", "docs", "tax", "gross"));

export const ofBanks = (all: readonly Facts[]) => all.filter(({ words }) => words.concepts.includes("bank"));

/** The rows belong to customers. */
export const hasOwners = (all: readonly Facts[]) =>
  customers(all).some(({ words }) => words.concepts.some((one) => one === "who" || one === "mail"));

const isNamed = (all: readonly Facts[], name: RegExp) =>
  all.some(({ header }) => name.test(normalised(header)));

/** Bookings, in one column what comes in and in another what goes out: sales among them count twice, or against themselves. */
export const areBookings = (all: readonly Facts[]) =>
  isNamed(all, /\b(debit|soll|debe|dare|debet)\b/) && isNamed(all, /\b(credit|haben|haber|avere)\b/);

/** Accounts of revenue by the charts of France, Spain and Portugal: sales are booked on them, with the customer beside. */
export const areOfRevenue = (all: readonly Facts[]) =>
  customers(all, 4).length > 0 &&
  all.some(({ words, values }) => words.concepts.includes("ledger") && some(values, isOfRevenue, 1));
const isOfRevenue = (cell: SentCell) => /^7\d{2,}/.test(shown(cell));

/** Sums of nobody by name that go in and out, and beside them a balance that differs from row to row by just these. */
function haveBalance(all: readonly Facts[]): boolean {
  const columns = hasOwners(all) ? [] : all.filter(({ amountShare }) => amountShare > 0.8);
  const balances = columns.filter(({ distinct, values }) => distinct > Math.max(5, values.length * 0.6));
  return columns
    .filter(({ numbers }) => some(numbers, (sum) => sum < 0, 0.1))
    .some((sums) => balances.some((one) => one !== sums && runsOn(amountsOf(one), amountsOf(sums))));
}

/** Newest first or last; between rows that are not seen a balance moves by theirs, too. */
function runsOn(balance: Amounts, sums: Amounts): boolean {
  const steps = balance.slice(1).flatMap((next, row) => {
    const step = (next ?? NaN) - (balance[row] ?? NaN);
    return Number.isNaN(step) ? [] : [[step - (sums[row + 1] ?? NaN), step + (sums[row] ?? NaN)]];
  });
  return [0, 1].some((way) => some(steps, (rest) => Math.abs(rest[way]!) < 0.005, 0.5));
}
/** Says of each row whether it is an income or an expense, and nothing whose. */
const haveBothWays = (all: readonly Facts[]) =>
  customers(all, 4).every(({ words }) => words.concepts.includes("account")) &&
  all.some(({ texts, distinct }) => {
    const kinds = distinct > 5 ? [] : [...new Set(texts)].map((text) => headerWords(text).concepts.join());
    return kinds.includes("sales") && kinds.some((one) => one === "cost" || one === "outlay");
  });

/** Sums that go in and out, which no refunds explain, of nobody by name, or beside words of an account or the balance of one. */
export const areMovements = (all: readonly Facts[]) =>
  haveBalance(all) ||
  haveBothWays(all) ||
  ((customers(all, 4).length === 0 || hasWord(all, "bank", "account", "ledger", "fee")) &&
    some(
      all.filter(
        ({ matches, words }) =>
          matches.some(({ meaning, isExact }) => meaning === "amount" && isExact) &&
          !words.concepts.includes("fee"),
      ),
      ({ numbers, texts }) => some(numbers, (number) => number < 0, 0.34) || some(texts, isNegative, 0.34),
      1,
    ));
const isNegative = (text: string) =>
  /^\W{0,2}[-\u2212(]|[^-,.]-$/.test(text) && amountDigits(text) !== undefined;

const isRound = (text: string) => /^(pre[- ]?seed|seed|series [a-k])\b/i.test(text.trim());

/** Rounds in which investors pay a company: the row's own stage or round, and not how far a customer is funded. */
export const roundsIn = (all: readonly Facts[]): Facts | undefined =>
  all.find(
    ({ header, texts }) =>
      /^((investment|funding|deal) )?(stage|round|series)$/.test(normalised(header)) &&
      some(texts, isRound, 0.5),
  );

// A country of origin is no channel.
const withoutPlaces = (all: readonly Facts[]) => all.filter(({ words }) => !words.concepts.includes("place"));

/** Whether a header says that costs are of advertising. */
export const isOnAds = (all: readonly Facts[]) => hasWord(withoutPlaces(all), "ads", "campaign", "channel");

/** Whether costs may be of advertising: without any of these words they may be of anything. */
export const isOfAds = (all: readonly Facts[]) =>
  isOnAds(all) || hasWord(withoutPlaces(all), "group", "fresh");

/** Spend on channels that stands in a column for each, without the total of them. */
export const spendsIn = (all: readonly Facts[]): readonly Facts[] => {
  const spends = all.filter(
    ({ words, amountShare, said }) =>
      words.concepts.includes("outlay") &&
      !words.concepts.includes("not") &&
      amountShare > 0.8 &&
      said === undefined,
  );
  const isWhole = ({ words, header }: Facts) =>
    words.concepts.includes("all") || !normalised(header).includes(" ");
  // Of what a firm spends, that on advertising is meant.
  const areOther = spends.filter(({ words }) => words.concepts.includes("ads")).length === 1;
  return areOther || spends.some(isWhole) ? [] : spends;
};

/** A year in one column and a month in another, which no formula reads as one. */
export const isYearApart = (all: readonly Facts[]) => {
  const periods = all.filter(({ matches }) => matches.some(({ meaning }) => meaning === "period"));
  const years = periods.filter(
    ({ numbers, values }) => values.length > 0 && numbers.filter(isYear).length === values.length,
  );
  return (
    years.length > 0 &&
    periods.length > years.length &&
    periods.every((facts) => years.includes(facts) || fit("period", facts) === 0)
  );
};
const isYear = (number: number) => Number.isInteger(number) && number > 1900 && number < 2200;

/** Without headers: each address once, and times that begin and mostly have not ended. */
export const areSpans = (all: readonly Facts[]) =>
  all.every(({ header }) => header === "") &&
  all.some((facts) => isEmail(facts) && facts.distinct === facts.values.length) &&
  all.filter(({ dateShare }) => dateShare > 0.8).length > 1 &&
  all.some(({ dateShare, filled }) => dateShare > 0.8 && filled < 0.95);

/** A number of a subscription and how often it is billed, but no invoice, order or payment. */
export const areContracts = (all: readonly Facts[]) =>
  all.some(({ words: { concepts } }) => concepts.includes("sub") && concepts.includes("id")) &&
  hasWord(all, "every") &&
  !hasWord(all, "doc", "docs", "pay", "pays");

/** What may become of a subscription: three of these tell changes from states. */
const changes = [
  /^new/,
  /upgrad|upsell|up sell|expan/,
  /downgrad|downsell|down sell|contraction/,
  /^(churn|cancel)/,
];

/** The only recurring revenue, where its header says more of it and it falls below 0 as changes do. */
export const changesOfRevenue = (all: readonly Facts[]): Facts | undefined => {
  const recurring = all.filter(({ words }) => words.concepts.join() === "mrr");
  const isChange = ({ words, numbers }: Facts) =>
    words.unknown > 0 && some(numbers, (number) => number < 0, 0.1);
  return recurring.every(isChange) ? recurring[0] : undefined;
};

/** Says of each row how a subscription changed: new, upgrade, downgrade, churn. */
export const changesIn = (all: readonly Facts[]): Facts | undefined =>
  hasWord(all, "start") && hasWord(all, "end") ? undefined : changeIn(all);

/** Where it is blank in many rows, months without a change have rows, too. */
const changeIn = (all: readonly Facts[]): Facts | undefined =>
  all.find(({ texts, distinct, filled }) => {
    const kinds = distinct > 12 || filled < 0.6 ? [] : [...new Set(texts)].map(normalised);
    const isThere = (one: RegExp) => kinds.some((kind) => one.test(kind));
    return changes.filter(isThere).length > 2;
  });

/** Contracts of one's own with suppliers: only costs, and of a customer no more than the number that one has with them. */
export const areOwnCosts = (all: readonly Facts[]) =>
  all.some(({ words, amountShare }) => words.concepts.includes("cost") && amountShare > 0.8) &&
  !all.some(({ matches }) => matches.some(({ meaning, isExact }) => meaning === "mrr" && isExact)) &&
  customers(all).every(({ words }) => words.concepts.includes("id"));

/** Repeat purchases, the time to the latest of them and the time so far, as they go together in every row. */
export function areHistories(all: readonly Facts[]): boolean {
  const of = (sought: Meaning) => {
    const found = all.find(({ matches }) => matches.some(({ meaning }) => meaning === sought));
    return found && amountsOf(found);
  };
  const [frequency, recency, age] = [of("frequency"), of("recency"), of("age")];
  if (!frequency || !recency || !age) return false;
  const rows = frequency.map((x, row) => [x ?? NaN, recency[row] ?? NaN, age[row] ?? NaN] as const);
  const known = rows.filter(([x, t_x, T]) => !Number.isNaN(x + t_x + T));
  return (
    known.length > 0 &&
    known.every(([x, t_x, T]) => x >= 0 && x % 1 === 0 && t_x >= 0 && t_x <= T && (x > 0 || t_x === 0))
  );
}

/** Rows count their customers, no more than there are orders: each sums up the customers of a shop or group. */
export function areOfMany(all: readonly Facts[]): boolean {
  const of = (sought: Meaning) =>
    all.filter(
      ({ matches, kind }) =>
        kind === "number" && matches.some(({ meaning, isExact }) => isExact && meaning === sought),
    );
  const orders = of("orderCount").map(amountsOf);
  return of("customerCount").some((facts) =>
    orders.some((counts) => amountsOf(facts).every((one, row) => (one ?? 0) <= (counts[row] ?? 0))),
  );
}

const comesBack = ({ distinct, values }: Facts) => distinct < values.length;

/**
 * Rows of a customer and a month, several of each: where recurring revenue stands beside them, it is what was paid in that
 * month. As far as one sees of long tables, either customers come back or few months stand in many rows.
 */
export function areMonthsOfCustomers(all: readonly Facts[]): boolean {
  const names = customers(all, 4);
  return all.some(
    ({ words: { concepts }, header, said, dateShare, monthShare, filled, distinct, values }) => {
      const isNamed =
        concepts.includes("month") &&
        !concepts.some((one) => /^(start|end|made|first|last|cancel|not)$/.test(one)) &&
        spanInHeader(normalised(header)) === undefined;
      // What a person calls the date is a month where it is written so.
      const isSaid = said?.meaning === "date" && monthShare > 0.8;
      const isMonth = (isNamed || isSaid) && Math.max(dateShare, monthShare) > 0.8 && filled > 0.9;
      return isMonth && distinct > 1 && names.some((one) => comesBack(one) || distinct <= values.length / 4);
    },
  );
}

/** Columns whose headers say how customers use what they pay for, or a person does, of customers by name. */
export const areSignals = (all: readonly Facts[]) =>
  customers(all, 4).length > 0 &&
  all.some(
    (facts) =>
      facts.said?.meaning === "signal" ||
      (fit("signal", facts) > 0 &&
        facts.matches.some(({ meaning, rank }) => meaning === "signal" && rank >= leastSignal)),
  );
/** A header that would be said of nothing else. */
const leastSignal = 7;

/** Rows of a customer, a day and the channel by which they met, and no money. */
export const areTouches = (all: readonly Facts[]) =>
  hasWord(all, "channel", "campaign") &&
  customers(all, 4).length > 0 &&
  !all.some((facts) => isMoney(facts) || facts.currency !== undefined);
