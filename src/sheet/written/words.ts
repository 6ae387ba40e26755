/** Text in small letters without accents, PastDue as "past due". */
export const plainLetters = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, "$1$3 $2")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss");

/** Texts that are remembered at the most. */
const most = 10_000;

/** A function of text that remembers what it gave: columns say the same again and again. */
export function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = of(text);
      if (known.size >= most) known.clear();
      known.set(text, found);
    }
    return found;
  };
}

/** Text as its words are compared: as plain letters, PastDue and past_due as "past due". */
export const wordsOf = remembering((text) =>
  plainLetters(text)
    .replace(/[^a-z\d]+/g, " ")
    .trim(),
);
