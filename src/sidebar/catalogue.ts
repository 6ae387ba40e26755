import type { CatalogueEntry, CatalogueSection } from "../addon/documentation";

/** Words without capitals, accents and what stands between them. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Words that say nothing of what is sought. */
const fillers = new Set(
  (
    "a an and by for how in is it my of on or per the to what " +
    "am das dem den der die ein eine fur im ist mein pro und von zu wie " +
    "au aux d de des du est et l la le les par pour un une " +
    "al del e el los las mi por un una y " +
    "da dei della di gli i il lo mio o os as do dos das um uma " +
    "een het mijn op te van voor"
  ).split(" "),
);

/** Letters that a word may have beyond another, for plurals and endings. */
const longestEnding = 3;

/** How well a word that was typed fits one that is known: 0 not at all, 1 as its beginning, a form of it or mistyped, 2 wholly. */
function fit(typed: string, known: string): number {
  if (typed === known) return 2;
  if (typed.length > 1 && known.startsWith(typed)) return 1;
  if (typed.length < 4 || known.length < 4) return 0;
  const [short, long] = typed.length < known.length ? [typed, known] : [known, typed];
  const stem = short.replace(/[aeiou]$/, "");
  const isForm = stem.length >= 4 && long.startsWith(stem) && long.length - stem.length <= longestEnding;
  return isForm || isMistyped(typed, known) ? 1 : 0;
}

/** One letter more, less, other or changed with its neighbour, in words long enough to tell. */
function isMistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
}

/** What is known of an entry by which it may be found: its words, and how much it counts to be found by them. */
interface Index {
  readonly entry: CatalogueEntry;
  /** Whole terms by which it is meant before all others. */
  readonly meantBy: ReadonlySet<string>;
  readonly kinds: readonly (readonly [words: ReadonlySet<string>, weight: number])[];
}

const indexOf = (entry: CatalogueEntry): Index => {
  const { name, signature, summary, meantBy, terms } = entry;
  return {
    entry,
    meantBy: new Set(meantBy.map((term) => wordsOf(term).join(" "))),
    kinds: [
      [new Set(wordsOf(name)), 6],
      [new Set([...meantBy, ...terms].flatMap(wordsOf)), 4],
      [new Set(wordsOf(`${signature} ${summary}`)), 1],
    ],
  };
};

const indexes = new WeakMap<CatalogueEntry, Index>();

function knownIndex(entry: CatalogueEntry): Index {
  const index = indexes.get(entry) ?? indexOf(entry);
  indexes.set(entry, index);
  return index;
}

function scoreOf({ kinds, meantBy }: Index, typed: readonly string[]): number {
  const scores = typed.map((word) =>
    Math.max(
      ...kinds.map(
        ([words, weight]) => weight * Math.max(...Array.from(words, (known) => fit(word, known)), 0),
      ),
    ),
  );
  if (scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score, meantBy.has(typed.join(" ")) ? 10 : 0);
}

/** The sections with the entries that every word of the query fits, the best of both first. */
export function search(sections: readonly CatalogueSection[], query: string): CatalogueSection[] {
  const words = wordsOf(query);
  const sought = words.filter((word) => !fillers.has(word));
  const typed = sought.length > 0 ? sought : words;
  if (typed.length === 0) return sections.slice();
  return sections
    .map(({ title, entries }) => {
      const scored = entries
        .map((entry) => ({ entry, score: scoreOf(knownIndex(entry), typed) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      return { title, entries: scored.map(({ entry }) => entry), best: scored[0]?.score ?? 0 };
    })
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ title, entries }) => ({ title, entries }));
}
