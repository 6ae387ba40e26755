import { CellValueType } from "@univerjs/core";
import { DAY } from "../engine/zone";

/** A cell's value, its kind and, for a date, the number format that shows it as one. */
export interface TypedCell {
  readonly v: string | number;
  readonly t: CellValueType;
  readonly pattern?: string;
}

const EPOCH = Date.UTC(1899, 11, 30);
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * Reads text as a number or an ISO date where it is one beyond doubt. All else stays text: 007 (an identifier),
 * more digits than a number can hold, 03/04/2026 (ambiguous), a date which no calendar has.
 */
export function typedCell(text: string): TypedCell {
  if (NUMBER.test(text) && text.replace(/\D/g, "").length <= 15)
    return { v: Number(text), t: CellValueType.NUMBER };
  return dateCell(text) ?? { v: text, t: CellValueType.STRING };
}

function dateCell(text: string): TypedCell | undefined {
  const match = text.length < 10 ? null : ISO.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real || year < 1900) return undefined;
  const v = (date.getTime() - EPOCH) / DAY + (hour * 3600 + minute * 60 + second) / 86_400;
  const pattern =
    match[4] === undefined
      ? "yyyy-mm-dd"
      : match[6] === undefined
        ? "yyyy-mm-dd hh:mm"
        : "yyyy-mm-dd hh:mm:ss";
  return { v, t: CellValueType.NUMBER, pattern };
}
