import type { SentCell } from "../sheet/sentCell";

/** What a table holds a row of. */
export type Shape =
  | "orders"
  | "lines"
  | "subscriptions"
  | "cube"
  | "monthly"
  | "customers"
  | "spend"
  | "deals"
  /** One row per customer: how long it has stayed, what it pays a period, and whether it has left. */
  | "snapshot"
  /** One row per customer: signals such as logins or tickets, and perhaps whether it has left. */
  | "usage"
  /** One row a contact with someone who may become a customer: who, when, by which channel. */
  | "touches"
  /** One row per customer, or so many alike: frequency, recency and age. */
  | "histories";

/**
 * What a column means. "customerCount" counts at the start of the period where that is known, "customersAtEnd" at its
 * end: the rows prove it.
 */
export type Meaning =
  | "customer"
  | "date"
  | "amount"
  | "quantity"
  | "price"
  | "segment"
  | "order"
  | "status"
  | "start"
  | "end"
  | "mrr"
  | "interval"
  /** For how many months a subscription was taken, from its start. */
  | "term"
  | "period"
  | "revenue"
  | "revenuePerCustomer"
  | "customerCount"
  | "customersAtEnd"
  | "newCustomers"
  | "lost"
  | "churnRate"
  | "margin"
  | "spend"
  | "orderCount"
  | "firstDate"
  | "lastDate"
  | "refund"
  | "currency"
  | "tenure"
  | "charge"
  | "left"
  /** How a customer uses what it pays for, or feels about it; the only meaning that several columns may have. */
  | "signal"
  | "revenueToDate"
  | "frequency"
  | "recency"
  | "age"
  | "repeatValue";

export type Confidence = "high" | "medium" | "low";

export interface Guess {
  readonly meaning: Meaning | undefined;
  readonly confidence: Confidence;
}

export type ColumnKind = "number" | "date" | "text" | "boolean" | "blank";

/**
 * How dates are written: "named" where the month is a word, "yearFirst" for 20261231 and 2026/12/31, the last three for
 * text that names a whole month, quarter or year.
 */
export type DateNotation =
  | "real"
  | "iso"
  | "yearFirst"
  | "dayFirst"
  | "monthFirst"
  | "named"
  | "ambiguous"
  | "month"
  | "quarter"
  | "year";

/** What times of histories count. */
export type UnitOfTime = "day" | "week" | "month" | "year";

export type DecimalMark = "point" | "comma" | "ambiguous";

export interface FoundColumn extends Guess {
  /** A person says what it means, or that it means nothing: that stands. */
  readonly isSaid?: boolean;
  /** From 1, in the tab. */
  readonly column: number;
  /** "" where there is none. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** Three values. */
  readonly samples: readonly SentCell[];
  /** Where the column holds dates. */
  readonly dates?: DateNotation;
  /** Each of its known dates is later than the one before. */
  readonly isRising?: boolean;
  /** Some of its known numbers are above 1, or below -1. */
  readonly exceedsOne?: boolean;
  /** The last row of the table has nothing in it, or 0. */
  readonly endsEmpty?: boolean;
  /** Where the column holds amounts. */
  readonly amounts?: "number" | "text";
  /** Of amounts written as text. */
  readonly decimal?: DecimalMark;
  /** ISO code, where header, cells or formats name one. */
  readonly currency?: string;
  /** Blank in many rows. */
  readonly isSparse?: boolean;
  /** Of a signal, what more of it says of a customer, where its header leaves no doubt. */
  readonly moreIs?: "better" | "worse";
  /** Where a value counts for the rows below too, and stands above them or in the first of them. */
  readonly heading?: "above" | "first";
}

export interface FoundTable {
  readonly tab: string;
  /** Periods stand across: its columns are rows of the tab, and its rows columns. */
  readonly isAcross?: boolean;
  /** From 1. */
  readonly headerRow: number | undefined;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Nothing stands below it in its columns, so that its ranges may be open-ended. */
  readonly isOpen: boolean;
  readonly shape: Shape | undefined;
  readonly confidence: Confidence;
  readonly columns: readonly FoundColumn[];
  readonly inCents: boolean;
  /** Of subscriptions: for how many months what they bring in is given, where its header names another span than one. */
  readonly monthsOfAmount?: number;
  /** An amount is taken for the whole of a term: of one that a column gives, or of one that is the same for all. */
  readonly isForTerm?: boolean;
  /** Of subscriptions: the column of recurring revenue that is 0 in all rows that have ended. */
  readonly paidNow?: number | undefined;
  /** Of subscriptions: the other column of days that says by its header when one ended. */
  readonly otherEnd?: number | undefined;
  /** The codes seen, where the rows are in several currencies and no converted amount is used. */
  readonly currencies?: readonly string[];
  /** The states seen whose rows count, where rows of other states seen do not. */
  readonly paidStatuses?: readonly string[];
  /** The column whose texts name rows that take revenue back although their amounts have no minus. */
  readonly credits?: { readonly column: number; readonly texts: readonly string[] };
  /** First and last column of a cube's months, and the columns between them that are none. */
  readonly months?: { readonly first: number; readonly last: number; readonly between: readonly number[] };
  /** The first month of those that are written without a year, as it was taken. */
  readonly since?: { readonly year: number; readonly month: number };
  /** Of a cube: customers skip months and come back, as buyers do and subscribers don't. */
  readonly havePauses?: boolean;
  /** Of histories: what their times count, or are likely to. */
  readonly unitOfTime?: UnitOfTime;
  /** Of spend: a header says that it is on advertising. */
  readonly isOnAds?: boolean;
  /** Of a list of customers: its segments are the channels that other tables tell the spend on. */
  readonly tellsChannels?: boolean;
  /** Which column to take the churn of monthly figures from. */
  readonly churn?: "lost" | "churnRate";
  /** Where a person has said what columns mean and the table has no shape: what the nearest one needs and none means, one of each. */
  readonly missing?: readonly (readonly Meaning[])[];
  /** What may be other than it was taken, and what to do then, in sentences to show before the value. */
  readonly questions?: readonly string[];
  /** What was chosen and why, in sentences to show. */
  readonly notes: readonly string[];
}
