import type { CatalogueEntry, CatalogueSection } from "../addon/documentation";

/** The sections with the entries that hold every word of the query, in name, summary or arguments. */
export function search(sections: readonly CatalogueSection[], query: string): CatalogueSection[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ signature, summary }: CatalogueEntry) => {
    const text = `${signature} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return sections
    .map(({ title, entries }) => ({ title, entries: entries.filter(matches) }))
    .filter(({ entries }) => entries.length > 0);
}
