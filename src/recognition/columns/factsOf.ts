import type { SentCell } from "../../sheet/sentCell";
import { amountWritten } from "../../sheet/written/amounts";
import type { TabSurvey } from "../survey";
import type { Extent } from "../find/extent";
import { documentsIn } from "../../sheet/written/documents";
import { saysNoEnd, saysNothing } from "../../sheet/written/nothing";
import type { Facts } from "./facts";
import { withHeadings } from "./groups";
import { type HeaderWords, headerWords, currencyOf } from "../words/header";
import { saysHowOften } from "../../sheet/written/intervalWords";
import { type HeaderMatch, headerMatches } from "../words/headerMatches";
import { periodNotation } from "../words/periods";
import { sharedBeginning, withoutBeginning } from "../words/prefix";
import type { ColumnKind } from "../types";
import {
  amountDigits,
  dateNotation,
  decimalOf,
  isCompactDate,
  isBlank,
  monthOf,
  notationOf,
  shown,
} from "../words/values";

const kinds: Readonly<Record<string, ColumnKind>> = {
  n: "number",
  d: "date",
  t: "text",
  b: "boolean",
  e: "text",
};

/** What is known of each column of a table; `titles` stand above it. */
export function factsOf(
  { left, header, bands }: Extent,
  formats: TabSurvey["formats"],
  titles: readonly string[] = [],
): Facts[] {
  const beginning = sharedBeginning(header?.cells ?? []);
  const all = Array.from(bands[0]!.kinds, (_, index) => {
    const counts: Record<string, number> = {};
    for (const { kinds, count } of bands) counts[kinds[index]!] = (counts[kinds[index]!] ?? 0) + count;
    return columnFacts({
      column: left + index + 1,
      headerCell: header?.cells?.[index],
      beginning,
      counts,
      cells: bands.flatMap(({ cells }) => (cells ? [cells[index]!] : [])),
      formats: formats[left + index] ?? [],
    });
  });
  return withHeadings(inOneNotation(all), bands, titles);
}

/** Dates that could be read in two ways are written as the others of the table, where those tell. */
function inOneNotation(all: readonly Facts[]): readonly Facts[] {
  const [sure, ...others] = new Set(
    all.flatMap(({ dates }) => (dates === "dayFirst" || dates === "monthFirst" ? [dates] : [])),
  );
  if (!sure || others.length > 0) return all;
  return all.map((facts) => (facts.dates === "ambiguous" ? { ...facts, dates: sure } : facts));
}

/** Numbers of a column; text that may be a thousand or a fraction is taken for a thousand. */
function numberIn(cell: SentCell): number[] {
  if (typeof cell === "number") return [cell];
  const text = typeof cell === "string" && /^[-\d.,' \u00a0\u202f]+$/.test(cell) ? cell : "";
  const reading = amountWritten(text, text.includes(",") ? "." : ",");
  return typeof reading === "number" ? [reading] : [];
}

interface Given {
  readonly column: number;
  readonly headerCell: SentCell | undefined;
  /** The word with which the headers of the table begin. */
  readonly beginning: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
  readonly cells: readonly SentCell[];
  readonly formats: readonly string[];
}

function columnFacts({ column, headerCell, beginning, counts, cells, formats }: Given): Facts {
  const of = (kind: string) => counts[kind] ?? 0;
  const filledCells = of("n") + of("d") + of("t") + of("b") + of("e");
  const most = Object.keys(kinds).reduce((best, kind) => (of(kind) > of(best) ? kind : best), "n");
  const values = cells.filter((cell) => !isBlank(cell));
  const texts = values.filter((cell) => typeof cell === "string");
  const share = (sure: number, test: (text: string) => boolean) =>
    filledCells === 0 ? 0 : (sure + of("t") * part(texts, test)) / filledCells;
  const areDashes = values.length === 0 && cells.some((cell) => cell !== "");
  const header = shown(headerCell ?? "");
  const { words, named } = wordsAndMatches(header, beginning);
  const isCompact = areCompactDates(values, words, named);
  const isEnd = named.some(({ meaning }) => meaning === "end");
  const isOpenEnd = (cell: SentCell) => isEnd && typeof cell === "string" && saysNoEnd(cell);
  const dateShare = isCompact
    ? 1
    : share(of("d"), (text) => dateNotation(text) !== undefined || isOpenEnd(text));
  // An invoice may also be a way to pay.
  const isOfPaying = words.concepts.includes("pay") || /method|mode|metodo|tender/i.test(header);
  const documents = documentsIn(texts);
  const areDocuments = !isOfPaying && documents.areMixed;
  const byHeader = areDocuments ? [documents.arePayments ? ofPayments : ofDocuments] : named;
  const areIntervals = texts.length > 2 && texts.length === values.length && texts.every(saysHowOften);
  const isNamed = byHeader.some(({ meaning }) => meaning === "interval");
  const matches = areIntervals && !isNamed ? [...byHeader, ofIntervals] : byHeader;
  const mayBePeriods = of("t") > of("n") || matches.some(({ meaning }) => meaning === "period");
  // Text among real dates is read as it is written; what stands for nothing has to be read too.
  const asText = notationOf(texts);
  const areReal = of("d") > 0 && (asText === undefined || asText === "iso");
  const isRead = cells.some((cell) => isSaidBlank(cell) || isOpenEnd(cell));
  const written = areReal ? (isRead ? "iso" : "real") : (asText ?? (isRead && isEnd ? "iso" : undefined));
  return {
    column,
    header,
    headerCell,
    words,
    matches,
    areDocuments,
    kind: filledCells === 0 || areDashes ? "blank" : kinds[most]!,
    cells,
    values,
    texts,
    numbers: values.flatMap(numberIn),
    formats,
    dateShare,
    amountShare: share(of("n"), (text) => amountDigits(text) !== undefined),
    monthShare: share(of("d"), (text) => monthOf(text) !== undefined),
    filled: filledCells / Math.max(1, filledCells + of(" ")),
    distinct: new Set(values.map(shown)).size,
    dates: isCompact
      ? "yearFirst"
      : dateShare >= 0.5
        ? written
        : mayBePeriods
          ? periodNotation(values)
          : undefined,
    decimal: decimalOf(texts, words.currency !== undefined),
    currency: words.currency ?? currencyIn(texts) ?? currencyIn(formats),
  };
}

const isSaidBlank = (cell: SentCell) => typeof cell === "string" && saysNothing(cell);

const dated = /^(date|start|end|period|firstDate|lastDate)$/;

/** Numbers such as 20261231: most of them where the header names a day, all of several where it names nothing else. */
function areCompactDates(
  values: readonly SentCell[],
  { concepts }: HeaderWords,
  named: readonly HeaderMatch[],
): boolean {
  if (concepts.includes("day")) return values.length > 0 && part(values, isCompactDate) >= 0.8;
  const isOther = named.some(({ meaning, isExact }) => isExact && !dated.test(meaning));
  return values.length > 4 && !isOther && values.every(isCompactDate);
}

/** Which rows are sales at all says more than which of them are paid. */
const ofDocuments: HeaderMatch = { meaning: "status", rank: 14.5, isExact: false };

/** Which payments are still open says more, where some are. */
const ofPayments: HeaderMatch = { meaning: "status", rank: 13.7, isExact: false };
/** "Plan" above Monthly and Annual says how often it is paid, more than which plan it is. */
const ofIntervals: HeaderMatch = { meaning: "interval", rank: 14, isExact: false };

/** The words of a header and what it may mean, or where that is nothing those of it without its table's name. */
function wordsAndMatches(header: string, beginning: string | undefined) {
  const read = (text: string) => {
    const words = headerWords(text);
    return { words, named: matchesOf(text, words) };
  };
  const whole = read(header);
  const own = withoutBeginning(header, beginning);
  if (own === header || whole.named.some(({ isExact }) => isExact)) return whole;
  const rest = read(own);
  return rest.named.length > 0 ? rest : whole;
}

/** What a header may mean, or where that is nothing its part after a prefix such as "Account: ". */
function matchesOf(header: string, words: HeaderWords): HeaderMatch[] {
  const whole = headerMatches(words);
  const tail = /(?:: | - |\.)(.+)$/.exec(header)?.[1];
  if (whole.length > 0 || tail === undefined) return whole;
  return headerMatches(headerWords(tail)).map((match) => ({ ...match, isExact: false }));
}

const part = <T>(list: readonly T[], test: (one: T) => boolean) =>
  list.length === 0 ? 0 : list.filter(test).length / list.length;

function currencyIn(texts: readonly string[]): string | undefined {
  const seen = new Set(texts.filter((text) => /\d|[#0]/.test(text)).map((text) => currencyOf(text)));
  seen.delete(undefined);
  return seen.size === 1 ? [...seen][0] : undefined;
}
