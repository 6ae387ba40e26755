import type { FoundTable } from "../recognition/types";
import type { KeptTable } from "../recipe/kept";
import type { Term } from "../recipe/term";

/** Rows of revenue: what the functions over customer, date and amount take. */
export interface RevenueRows {
  readonly customer: Term;
  readonly date: Term;
  readonly amount: Term;
  readonly segment: Term | undefined;
}

/** What the functions over subscriptions take. */
export interface SubscriptionRows {
  readonly customer: Term;
  readonly start: Term;
  readonly end: Term;
  readonly mrr: Term;
}

/** Figures period by period: what the rolling functions take. */
export interface Series {
  readonly period: Term;
  readonly revenue: Term;
  readonly customers: Term;
  readonly churn: Term;
  /** Customers won, where the data tell. */
  readonly joined?: Term;
  /** What is left of the MRR at the start, upgrades counted; of subscriptions. */
  readonly nrr?: Term;
  /** Gross margin of each period as it stands, where the data tell. */
  readonly margin?: Term;
  /** Customers lost, where the data count them. */
  readonly lost?: Term;
}

/** What has been spent to win how many customers. */
interface Spend {
  readonly period: Term | undefined;
  readonly spend: Term;
  /** Undefined where only what was spent on which channel is told. */
  readonly newCustomers: Term | undefined;
  readonly channel: Term | undefined;
  /** Its channels, once it is known what the customers' table calls them. */
  readonly channels?: readonly Channel[];
}

/** A channel of spend, and what the customers' table calls it; undefined where it has no customers there. */
export interface Channel {
  readonly name: string;
  readonly as: string | undefined;
}

/** Whether any channel has another name next to its customers. */
export const isRenamed = (channels: readonly Channel[]): boolean =>
  channels.some(({ name, as }) => as !== name);

/** What each customer has brought so far. */
export interface Totals {
  readonly customer: Term;
  readonly orders: Term;
  readonly revenue: Term;
}

/** Customers so far: how long each has stayed, what it pays a period, and whether it has left (1 or 0). */
export interface Snapshot {
  readonly customer?: Term;
  readonly tenure: Term;
  readonly charge: Term;
  readonly left: Term;
}

/** Purchases of customers, summed up: repeat ones, times from the first to the latest and so far, and their mean value. */
export interface SummedHistories {
  readonly frequency: Term;
  readonly recency: Term;
  readonly age: Term;
  readonly repeatValue: Term;
  /** How many customers share a row, where that is told. */
  readonly customers: Term | undefined;
}

/** A signal of use: what it is called, its cells below and with their header, and what it says where there is more of it. */
export interface Signal {
  readonly name: string;
  readonly column: number;
  /** A date, which counts as the days since. */
  readonly isDate: boolean;
  readonly moreIs: "better" | "worse" | undefined;
}

/** Contacts with people before their first order. */
interface Touches {
  readonly customer: Term;
  readonly date: Term;
  readonly channel: Term;
}

/** What customers do with what they pay for, and whether they have left, where the table tells. */
interface Usage {
  readonly customer: Term;
  /** With its header. */
  readonly customerColumn: Term;
  readonly left: Term | undefined;
  /** Where the column holds the day of leaving, with its header. */
  readonly leftOn: Term | undefined;
  readonly signals: readonly Signal[];
}

/** A table to answer from, and whether its last period counts although it is not over. */
export interface Source extends FoundTable {
  /** Where another table tells each customer's segment: its customers and its segments. */
  readonly segmentsFrom?: readonly [customers: Term, segments: Term];
  readonly countsUnfinished?: boolean;
}

/** What a table gives, each part where its columns give it. Worked out once and handed on. */
export interface Reading {
  readonly table: Source;
  /** By which the setup tab knows the table. */
  readonly number: number;
  /** What its tab of clean data holds. */
  readonly kept: readonly KeptTable[];
  /** The table and what its columns mean, as CLV_ROWS takes them, where it reads them. */
  readonly read?: readonly [table: Term, columns: Term];
  /** The same whether or not it has to. */
  readonly asRead?: readonly [table: Term, columns: Term];
  readonly rows?: RevenueRows;
  /** Where the rows stand, as CLV_CHECK takes it: the row that they begin in, and of rows that were read, each one's. */
  readonly places?: readonly Term[];
  readonly subscriptions?: SubscriptionRows;
  readonly series?: Series;
  readonly spend?: Spend;
  readonly totals?: Totals;
  readonly snapshot?: Snapshot;
  readonly histories?: SummedHistories;
  readonly usage?: Usage;
  readonly touches?: Touches;
}
