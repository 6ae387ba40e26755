import type { CellValueType } from "@univerjs/core";
import { millisecondsPerDay } from "../../core/day";
import { dayFromIso } from "../../sheet/date";
import { serialAt } from "../engine/serial";

/** A cell's value, its kind and, for a date, the number format that shows it as one. */
export interface TypedCell {
  readonly v: string | number;
  readonly t: CellValueType;
  readonly pattern?: string;
}

/** Univer's kinds of cells by their numbers, so that texts can be read without loading Univer. */
const asText = 1 as CellValueType.STRING;
const asNumber = 2 as CellValueType.NUMBER;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * Reads text as a number or an ISO date where it is one beyond doubt. All else stays text: 007 (an identifier),
 * more digits than a number can hold, 03/04/2026 (ambiguous), a date which no calendar has.
 */
export function typedCell(text: string): TypedCell {
  if (NUMBER.test(text) && text.replace(/\D/g, "").length <= 15) return { v: Number(text), t: asNumber };
  return dateCell(text) ?? textCell(text);
}

/** Text that stays text. */
export const textCell = (text: string): TypedCell => ({ v: text, t: asText });

function dateCell(text: string): TypedCell | undefined {
  const match = text.length < 10 ? null : ISO.exec(text);
  if (!match) return undefined;
  const day = dayFromIso(match[1]!);
  const [hour = 0, minute = 0, second = 0] = match.slice(2).map((part) => Number(part ?? 0));
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const v = serialAt(day * millisecondsPerDay) + (hour * 3600 + minute * 60 + second) / 86_400;
  const pattern =
    match[2] === undefined
      ? "yyyy-mm-dd"
      : match[4] === undefined
        ? "yyyy-mm-dd hh:mm"
        : "yyyy-mm-dd hh:mm:ss";
  return { v, t: asNumber, pattern };
}
