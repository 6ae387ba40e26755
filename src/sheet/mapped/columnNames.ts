import { refusal } from "../../core/refusal";
import { type Cell, isBlank } from "../cell";
import { quoted } from "../fault";
import { cellOf, isRange, toRange } from "../range";
import { type Meaning, meaningOf, meanings } from "./meanings";

/** What someone says that a column means. */
export interface ColumnName {
  readonly meaning: Meaning;
  readonly header: string;
  /** Which column it is, from 1, where it is named by number and no header says the same. */
  readonly number: number | undefined;
  /** How it is written, such as d.m.y, where that is said. */
  readonly told: string | undefined;
}

const separator = `(?:^|[,;\\n])\\s*(${meanings.join("|")})\\s*:`;
const first = new RegExp(`^\\s*(${meanings.join("|")})\\s*:\\s*`, "i");
const next = new RegExp(separator, "gi");
const inBrackets = /^(.*?)\s*\(([^()]*)\)$/s;

/** A header as it is compared: spaces single, in small letters. */
export const asHeader = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** The number of a column that a name such as #3 says, unless that is a header. */
function numberIn(header: string, known: readonly string[]): number | undefined {
  const number = /^#\s?(\d+)$/.exec(header)?.[1];
  return number === undefined || known.includes(asHeader(header)) ? undefined : Number(number);
}

const given =
  'columns must be text such as "customer: Email, date: Created at, amount: Total", or a range of two columns, meaning and header';

/** Reads which header means what. Headers may hold commas and colons: the longest one that the table has counts. */
export function readColumnNames(columns: unknown, headers: readonly string[]): ColumnName[] {
  const names = isRange(columns) ? fromRange(columns, headers) : fromText(cellOf(columns), headers);
  if (names.length === 0) throw refusal(`${given}, got nothing`);
  const seen = new Set<Meaning>();
  for (const { meaning } of names) {
    if (seen.has(meaning)) throw refusal(`columns must name ${meaning} once, got it twice`);
    seen.add(meaning);
  }
  return names;
}

function fromText(text: unknown, headers: readonly string[]): ColumnName[] {
  if (isBlank(text)) return [];
  if (typeof text !== "string" || !first.test(text))
    throw refusal(`${given}, got ${typeof text === "string" ? quoted(text) : "no text"}`);
  const known = headers.map(asHeader).filter(Boolean);
  const names: ColumnName[] = [];
  let rest = text;
  while (rest !== "") {
    const [whole, word] = first.exec(rest)!;
    rest = rest.slice(whole.length);
    const ends = endsIn(rest);
    // The farthest end at which a header of the table stands, else the nearest.
    const fitting = ends.filter((end) => isKnown(rest.slice(0, end), known));
    const end = fitting[fitting.length - 1] ?? ends[0]!;
    names.push(nameOf(word!, rest.slice(0, end), known));
    rest = rest.slice(end).replace(/^[,;\n]/, "");
  }
  return names;
}

/** Where a header may end: before each word that may be the next meaning, and at the end. */
function endsIn(text: string): number[] {
  const ends: number[] = [];
  text.replace(next, (whole: string, _: string, offset: number) => {
    if (offset > 0) ends.push(offset);
    return whole;
  });
  return [...ends, text.length];
}

function isKnown(text: string, known: readonly string[]): boolean {
  const header = inBrackets.exec(text.trim())?.[1];
  return known.includes(asHeader(text)) || (header !== undefined && known.includes(asHeader(header)));
}

/** A header, and behind it in brackets how it is written, unless the brackets are the header's own. */
function nameOf(word: string, text: string, known: readonly string[]): ColumnName {
  const meaning = meaningOf(word)!;
  const [, header, told] = inBrackets.exec(text.trim()) ?? [];
  return known.includes(asHeader(text)) || header === undefined
    ? { meaning, header: text.trim(), number: numberIn(text.trim(), known), told: undefined }
    : { meaning, header, number: numberIn(header, known), told: told!.trim() };
}

function fromRange(range: readonly unknown[], headers: readonly string[]): ColumnName[] {
  const rows = toRange(range);
  const width = rows[0]!.length;
  if (width < 2 || width > 3)
    throw refusal(`${given}, got a range of ${width} column${width === 1 ? "" : "s"}`);
  const known = headers.map(asHeader);
  const text = (cell: Cell | undefined) => (isBlank(cell) ? "" : String(cell).trim());
  return rows.flatMap(([word, header, told], row): ColumnName[] => {
    if (isBlank(word) || isBlank(header)) return [];
    const meaning = meaningOf(text(word));
    const isTitle = row === 0 && !known.includes(asHeader(text(header)));
    const number = numberIn(text(header), known);
    if (meaning) return [{ meaning, header: text(header), number, told: text(told) || undefined }];
    if (isTitle) return [];
    throw refusal(
      `columns must name meanings, got ${quoted(text(word))} in row ${row + 1}: use one of ${meanings.join(", ")}`,
    );
  });
}

/** The place of each column in the table, by its header. */
export function placesOf(
  names: readonly ColumnName[],
  headers: readonly string[],
): ReadonlyMap<Meaning, number> {
  const known = headers.map(asHeader);
  return new Map(
    names.map(({ meaning, header, number }) => {
      if (number !== undefined) {
        if (number >= 1 && number <= headers.length) return [meaning, number - 1] as const;
        throw refusal(
          `columns must name columns of the table, got ${header} for ${meaning}: the table has ${headers.length}`,
        );
      }
      const wanted = asHeader(header);
      const exact = headers.filter((one) => one.trim() === header);
      const found = known.flatMap((one, at) =>
        (exact.length === 1 ? headers[at]!.trim() === header : one === wanted) ? [at] : [],
      );
      if (found.length === 1) return [meaning, found[0]!] as const;
      const there = headers.filter((one) => one.trim() !== "").map((one) => quoted(one.trim()));
      throw refusal(
        found.length === 0
          ? `columns must name headers of the table, got ${quoted(header)} for ${meaning}: the table has ${there.join(", ")}`
          : `columns must name headers that appear once, got ${quoted(header)} for ${meaning}, which appears ${found.length} times among ${there.join(", ")}: give each its own header, or name the column by number, such as ${meaning}: #${found[0]! + 1}`,
      );
    }),
  );
}
