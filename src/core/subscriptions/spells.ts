import type { DayNumber } from "../day";
import { grouped } from "../grouped";
import type { Span } from "./span";

/** A time without a gap in which a customer was there, over one span or several. */
export interface Spell {
  readonly customer: string;
  readonly start: DayNumber;
  /** Its last day; undefined while it runs. */
  readonly end: DayNumber | undefined;
}

/** The spells of all customers: spans that overlap, or of which one starts by the day after another ends, are one. */
export const spells = (spans: readonly Span[]): Spell[] =>
  Array.from(grouped(spans, ({ customer }) => customer).values()).flatMap(spellsOfCustomer);

function spellsOfCustomer(own: Span[]): Spell[] {
  const found: Spell[] = [];
  for (const { customer, start, end } of own.sort((a, b) => a.start - b.start)) {
    const last = found[found.length - 1];
    if (last && (last.end === undefined || start <= last.end + 1))
      found[found.length - 1] = { ...last, end: laterOf(last.end, end) };
    else found.push({ customer, start, end });
  }
  return found;
}

const laterOf = (one: DayNumber | undefined, other: DayNumber | undefined) =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);
