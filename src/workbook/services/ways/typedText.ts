import type { CellValueType } from "@univerjs/core";
import { serialAt } from "../../engine/serial";
import type { TypedCell } from "../../files/typed";
import { hasDecimalComma } from "./typedFormula";

/** Univer's kinds of cells by their numbers. */
const [asNumber, asBoolean] = [2 as CellValueType.NUMBER, 3 as CellValueType.BOOLEAN];
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const dayCell = (year: number, month: number, day: number, pattern: string): TypedCell | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { v: serialAt(Date.UTC(year, month - 1, day)), t: asNumber, pattern }
    : undefined;

/** What Sheets may make of text as if a person of the locale had typed it, beyond what is a number or a date for everyone. */
export function readAsTyped(text: string, locale: string): TypedCell | undefined {
  if (/^(true|false)$/i.test(text)) return { v: text.length === 4 ? 1 : 0, t: asBoolean };
  const [group, point] = hasDecimalComma(locale) ? [".", ","] : [",", "."];
  const plain = text.replaceAll(group, "").replace(point, ".");
  const [, digits, percent] = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?) ?(%?)$/i.exec(plain) ?? [];
  if (digits !== undefined)
    return percent
      ? { v: Number(digits) / 100, t: asNumber, pattern: "0%" }
      : { v: Number(digits), t: asNumber };
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/.exec(text) ?? [];
  if (first !== undefined) {
    const [month, day] = locale === "en_US" ? [first, second] : [second, first];
    return dayCell(Number(year ?? 2026), Number(month), Number(day), "yyyy-mm-dd");
  }
  const [, word, ofMonth] = /^([a-z]{3})[a-z]*\.? (\d{4})$/i.exec(text) ?? [];
  const month = months.indexOf(word?.toLowerCase() ?? "");
  return month < 0 ? undefined : dayCell(Number(ofMonth), month + 1, 1, "mmm yyyy");
}
