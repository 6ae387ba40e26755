import { refusal } from "../../core/refusal";
import type { DecimalMark } from "../amount";
import { quoted } from "../fault";
import type { DayOrder } from "../written/days";
import type { MappedTable } from "./mappedTable";
import type { Meaning } from "./meanings";

/** What d, t, j, m, y and a stand for in dd.mm.yyyy, TT.MM.JJJJ and jj/mm/aaaa. */
function orderIn(told: string): DayOrder | undefined {
  const letters = told.toLowerCase().match(/[dtjmya]+/g) ?? [];
  const isGerman = letters.some((part) => part.startsWith("t"));
  const parts = letters.map(([letter]) =>
    letter === "t" ? "d" : letter === "a" ? "y" : letter === "j" ? (isGerman ? "y" : "d") : letter,
  );
  const order = parts.join(".");
  return order === "d.m.y" || order === "m.d.y" || order === "y.m.d" ? order : undefined;
}

/** How a column of dates is written, as it is told: the order of day, month and year, or the first of months without a year. */
export interface ToldDates {
  readonly order?: DayOrder;
  readonly since?: { readonly year: number; readonly month: number };
}

export function toldDates({ told }: MappedTable, meaning: Meaning): ToldDates {
  const text = told(meaning);
  if (text === undefined) return {};
  const since = /^(\d{4})-(\d\d?)$/.exec(text);
  if (since) return { since: { year: Number(since[1]), month: Number(since[2]) } };
  const order = orderIn(text);
  if (order) return { order };
  throw refusal(
    `columns must say how ${meaning} is written as d.m.y, m.d.y or y.m.d, or for months without a year the first one as 2026-01, got ${quoted(text)}`,
  );
}

/** How a column of amounts is written, as it is told. */
export interface ToldAmounts {
  readonly decimal?: DecimalMark;
  readonly inCents?: true;
  readonly inPercent?: true;
}

/** True for what says something else of a column of amounts than how its numbers are written. */
export type IsElse = (told: string) => boolean;

export function toldAmounts(
  { told }: MappedTable,
  meaning: Meaning,
  isElse: IsElse = () => false,
): ToldAmounts {
  const text = told(meaning);
  if (text === undefined || isElse(text)) return {};
  if (/^%|per ?cent$/i.test(text)) return { inPercent: true };
  if (/^cents?$/i.test(text)) return { inCents: true };
  const mark = /\d([.,])\d{1,2}$/.exec(text)?.[1];
  if (mark) return { decimal: mark as DecimalMark };
  throw refusal(
    `columns must say how ${meaning} is written as 1,234.56 or 1.234,56, as cents or as %, got ${quoted(text)}`,
  );
}
