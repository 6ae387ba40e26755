import type { DayNumber } from "../day";

/** A row with a beginning and an end: in service from its first day to its last, undefined while it runs. */
export interface Span {
  readonly customer: string;
  readonly start: DayNumber;
  readonly end: DayNumber | undefined;
}

/** A span with what it brings in a month. */
export interface Subscription extends Span {
  readonly mrr: number;
}
