import { isoFromDay } from "../../core/day";
import { refusal } from "../../core/refusal";
import { type Cell, isBlank, isReadableDate } from "../../sheet/cell";
import { quoted } from "../../sheet/fault";
import type { Zone } from "../../sheet/zone";

/** Whether a row of a table counts. */
export type Condition = (row: readonly Cell[]) => boolean;

const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();

/** A cell as people write it in words. */
export function wordsIn(cell: Cell, zone: Zone): string {
  if (isBlank(cell)) return "";
  return isReadableDate(cell) ? isoFromDay(zone.dayOf(cell)) : String(cell);
}

/** The place of the column under a header, whatever its case. */
export function placeOfHeader(argument: string, wanted: string, headers: readonly string[]): number {
  const places = headers.flatMap((header, at) => (plain(header) === plain(wanted) ? [at] : []));
  if (places.length === 1) return places[0]!;
  const got =
    places.length === 0 ? quoted(wanted) : `${quoted(wanted)}, which appears ${places.length} times`;
  throw refusal(`${argument} must be a header of the table, got ${got}: ${thereAre(headers)}`);
}

const thereAre = (headers: readonly string[]) =>
  `the table has ${headers
    .filter((header) => header !== "")
    .map(quoted)
    .join(", ")}`;

/** Characters of a header that someone names in a formula. */
const longestHeader = 1000;
const nothing = "(?!)";

/** A pattern for any header that a text names, the longest first, since a header may itself hold commas and colons. */
const patternOf = (headers: readonly string[], text: string) =>
  headers
    .filter(
      (header) => header !== "" && header.length <= longestHeader && plain(text).includes(plain(header)),
    )
    .map((header) => header.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
    .sort((a, b) => b.length - a.length)
    .join("|") || nothing;

/** The places of the columns that a list of headers names, such as "Period, CLV", in its order. */
export function readHeaders(list: string, headers: readonly string[]): number[] {
  const first = new RegExp(`^\\s*(${patternOf(headers, list)})\\s*(?:[,;]|$)`, "i");
  const places: number[] = [];
  for (let rest = list; rest !== "";) {
    const match = first.exec(rest);
    if (!match)
      throw refusal(`columns must be headers of the table, got ${quoted(rest.trim())}: ${thereAre(headers)}`);
    places.push(placeOfHeader("columns", match[1]!, headers));
    rest = rest.slice(match[0].length);
  }
  return places;
}

/** Reads conditions such as "Status: not ok, Basis: own": all of them must hold. */
export function readConditions(where: string, headers: readonly string[], zone: Zone): Condition[] {
  const known = patternOf(headers, where);
  const first = new RegExp(`^\\s*(${known})\\s*:`, "i");
  const next = new RegExp(`[,;]\\s*(?:${known})\\s*:`, "i");
  const conditions: Condition[] = [];
  for (let rest = where; rest !== "";) {
    const match = first.exec(rest);
    if (!match) {
      throw refusal(
        `where must be headers with what to look for, such as "Status: not ok", got ${quoted(rest.trim())}: ${thereAre(headers)}`,
      );
    }
    const [whole, header] = match as unknown as [string, string];
    const after = rest.slice(whole.length);
    const end = after.search(next);
    const wanted = end < 0 ? after : after.slice(0, end);
    rest = end < 0 ? "" : after.slice(end + 1);
    conditions.push(conditionOf(placeOfHeader("where", header, headers), wanted, zone));
  }
  return conditions;
}

function conditionOf(column: number, text: string, zone: Zone): Condition {
  const wanted = plain(text);
  const [, negated] = /^not\s+(.+)$/.exec(wanted) ?? [];
  const looked = negated ?? wanted;
  const sought = looked === "blank" ? "" : looked;
  return (row) => (plain(wordsIn(row[column]!, zone)) === sought) === (negated === undefined);
}
