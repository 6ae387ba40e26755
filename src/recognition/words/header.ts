import { cents } from "../../sheet/written/amounts";
import { monthsOfInterval, spanInHeader } from "../../sheet/written/intervals";
import { withTax, withoutTax } from "../../sheet/written/taxes";
import { plainLetters, remembering } from "../../sheet/written/words";
import { abbreviations, type Concept, concepts, symbols } from "./words";

/** A header taken apart. */
export interface HeaderWords {
  /** What its words stand for, each once. */
  readonly concepts: readonly Concept[];
  /** Number of words that are in no dictionary. */
  readonly unknown: number;
  readonly currency: string | undefined;
  /** The amounts below are in hundredths. */
  readonly inCents: boolean;
  /** For how many months an amount is, where that is not one. */
  readonly months: number | undefined;
}

const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", $: "USD", "¥": "JPY", "₹": "INR" };
const codeNames = "EUR|USD|GBP|CHF|JPY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|SGD|HKD";
const codes = new RegExp(`\\b(?:${codeNames})\\b|[€£$¥₹]`);
/** As in price_in_usd. */
const codeAsWord = new RegExp(`(^| )(${codeNames})(?= |$)`, "i");

/** The currency that a text names by its code or sign; a dollar is taken for the American one. */
export function currencyOf(text: string): string | undefined {
  const found = codes.exec(text)?.[0];
  return found && (signs[found] ?? found);
}

/** Small letters without accents, and one space where anything but letters and digits stood. */
export const normalised = remembering((text) =>
  plainLetters(text)
    .replace(/[#№]|n°|nº/g, " no ")
    .replace(/\bsub(?=[ _-]?id\b)/, "subscription ")
    .replace(/%/g, " rate ")
    // Abwanderungsquote; a word of its own is an offer.
    .replace(/\Bquote\b/g, "rate")
    .replace(/[^a-z\d\u0370-\u1fff\u3040-\ud7ff]+/g, " ")
    .trim(),
);

/** An amount that is net of tax in so many words. */
export const isWithoutTax = (header: string): boolean => withoutTax.test(normalised(header));

export function headerWords(header: string): HeaderWords {
  // "per" in "Opgezegd per" and "Kündigung per" means as of a day.
  const worded = normalised(header.replace(codes, " ").replace(/^1[.ªº]/, "first ")).replace(/ per$/, "");
  const plain = worded.replace(codeAsWord, " ").trim();
  const tokens = plain.replace(cents, "").replace(withoutTax, "net").replace(withTax, "gross").split(" ");
  const symbol = symbols.get(worded) ?? symbols.get(withoutUnit(worded));
  const cut = new Set(header.match(/[^\s.]{3,}(?=\.)/g)?.map(normalised));
  const found: Concept[] = [];
  let unknown = 0;
  for (let at = 0; at < tokens.length;) {
    const length = phraseLength(tokens, at);
    const parts = partsOf(tokens.slice(at, at + length).join(""));
    const meant = parts ?? (cut.has(tokens[at]!) ? wholeOf(tokens[at]!) : undefined);
    if (meant) found.push(...meant);
    else if (tokens[at] !== "") unknown++;
    at += length;
  }
  return {
    concepts: symbol ? [symbol] : [...new Set(found)].filter((concept) => concept !== ""),
    unknown: symbol ? 0 : unknown,
    currency: currencyOf(header) ?? codeAsWord.exec(worded)?.[2]?.toUpperCase(),
    inCents: cents.test(plain),
    months: monthsIn(plain, found),
  };
}

/** What is counted in days or weeks by its last word, without it. */
function withoutUnit(worded: string): string {
  const [, counted, unit] = /^(.+?) (?:in )?([a-z]+)$/.exec(worded) ?? [];
  return unit && monthsOfInterval(unit) !== undefined ? counted! : worded;
}

/** "MRR of the year" is still for a month. */
function monthsIn(plain: string, found: readonly Concept[]): number | undefined {
  const isOther = found.includes("otherSpan");
  if (!isOther && (found.includes("mrr") || found.includes("monthly"))) return undefined;
  return spanInHeader(plain) ?? (isOther ? 12 : undefined);
}

/** Number of words that together are one in the dictionary; 1 where they aren't. */
function phraseLength(tokens: readonly string[], at: number): number {
  for (const length of [4, 3, 2]) {
    if (at + length <= tokens.length && concepts().has(tokens.slice(at, at + length).join(""))) return length;
  }
  return 1;
}

const ending =
  /^(e?[srdnx]?|ern?|ene[rsnm]?|idades?|idad(es)?|[aoit]|ss?e|[aeo]s|is|ed|ing(en|s)?|ung(en)?|([ai]t|ac|s)?ion(e[ns]?|i|s)?|te|ts|les?|ee?s?|y)$/;
const joint = /^(s|e[ns]?|n|o|ungs?|ings?)/;

/** What the parts of a word stand for, Rechnungsdatum among them; undefined where one is unknown. */
function partsOf(word: string): Concept[] | undefined {
  for (let length = word.length; length > 0; length--) {
    const concept = concepts().get(word.slice(0, length));
    if (concept === undefined) continue;
    const rest = word.slice(length);
    if (rest === "") return [concept];
    if (length > 2 && ending.test(rest)) return [/[sni]$/.test(rest) ? pluralOf(concept) : concept];
    if (length < 2 || concept === "") continue;
    const parts = partsOf(rest) ?? partsOf(rest.replace(joint, ""));
    if (parts && !parts.includes("")) return [concept, ...parts];
  }
  return undefined;
}

/**
 * What a word stands for of which only the beginning is written: it is a usual abbreviation, ends in one, as Erstbest.
 * does, or all words that begin so stand for the same.
 */
function wholeOf(beginning: string): Concept[] | undefined {
  for (const [abbreviation, concept] of abbreviations) {
    if (beginning === abbreviation) return [concept];
    const first = beginning.endsWith(abbreviation) && partsOf(beginning.slice(0, -abbreviation.length));
    if (first) return [...first, concept];
  }
  const all = new Set(
    [...concepts()].flatMap(([word, concept]) => (word.startsWith(beginning) ? [concept] : [])),
  );
  return all.size === 1 ? [...all] : undefined;
}

const plurals: Readonly<Partial<Record<Concept, Concept>>> = { who: "whos", doc: "docs", pay: "pays" };
const pluralOf = (concept: Concept): Concept => plurals[concept] ?? concept;
