import { type Concept, concepts, longestPhrase } from "./words";

/** A header taken apart. */
export interface HeaderWords {
  /** What its words stand for, each once. */
  readonly concepts: readonly Concept[];
  /** Number of words that are in no dictionary. */
  readonly unknown: number;
  readonly currency: string | undefined;
  /** The amounts below are in hundredths. */
  readonly inCents: boolean;
}

const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", $: "USD", "¥": "JPY", "₹": "INR" };
const codes =
  /^(eur|usd|gbp|chf|jpy|inr|aud|cad|nzd|sek|nok|dkk|pln|czk|brl|mxn|zar|sgd|hkd|euros?|dollars?)$/;
const wordsForCode: Readonly<Record<string, string>> = {
  euro: "EUR",
  euros: "EUR",
  dollar: "USD",
  dollars: "USD",
};

/** The currency that a sign in a text names; a dollar is taken for the American one. */
export function signedCurrency(text: string): string | undefined {
  const sign = /[€£$¥₹]/.exec(text);
  if (sign) return signs[sign[0]];
  const code = /\b(EUR|USD|GBP|CHF|JPY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|SGD|HKD)\b/.exec(text);
  return code?.[1];
}

/** Small letters without accents, and one space where anything but letters and digits stood. */
export function normalised(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/#/g, " no ")
    .replace(/%/g, " rate ")
    .replace(/[^a-z\d\u00df-\uffff]+/g, " ")
    .trim();
}

export function headerWords(header: string): HeaderWords {
  const tokens = normalised(header).split(" ").filter(Boolean);
  const found: Concept[] = [];
  let unknown = 0;
  let currency = signedCurrency(header);
  let inCents = false;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (codes.test(token)) {
      currency ??= wordsForCode[token] ?? token.toUpperCase();
      at++;
    } else if (/^(cents?|centimes?|centesimi|centimos|centavos|pence)$/.test(token)) {
      inCents = true;
      at++;
    } else {
      const length = phraseLength(tokens, at);
      const parts = length > 0 ? [concepts.get(tokens.slice(at, at + length).join(" "))!] : partsOf(token);
      if (parts) found.push(...parts);
      else unknown++;
      at += length || 1;
    }
  }
  return { concepts: [...new Set(found)].filter((concept) => concept !== ""), unknown, currency, inCents };
}

function phraseLength(tokens: readonly string[], at: number): number {
  for (let length = longestPhrase; length > 0; length--) {
    if (at + length <= tokens.length && concepts.has(tokens.slice(at, at + length).join(" "))) return length;
  }
  return 0;
}

const linking = ["", "s", "n", "es", "en", "e"];

/** What the parts of a compound word stand for, such as Rechnungsdatum; undefined where one is unknown. */
function partsOf(word: string): Concept[] | undefined {
  for (let length = word.length - 2; length >= 2; length--) {
    const head = headConcept(word.slice(0, length));
    if (head === undefined || head === "") continue;
    const rest = word.slice(length);
    const tail = concepts.get(rest) ?? partsOf(rest);
    if (tail !== undefined && tail !== "") return [head, ...(typeof tail === "string" ? [tail] : tail)];
  }
  return undefined;
}

function headConcept(part: string): Concept | undefined {
  for (const link of linking) {
    const stem = part.endsWith(link) ? part.slice(0, part.length - link.length) : "";
    const concept = stem.length >= 2 ? concepts.get(stem) : undefined;
    if (concept !== undefined) return concept === "customers" ? "customer" : concept;
  }
  return undefined;
}
