/** The documentation of the custom functions as the sidebar shows it; the build writes it into the page. */
export interface CatalogueEntry {
  readonly name: string;
  /** Name and arguments, the optional ones in brackets. */
  readonly signature: string;
  readonly summary: string;
  readonly args: readonly { readonly name: string; readonly text: string }[];
  readonly result: string;
  readonly formula: string;
}

export interface CatalogueSection {
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

/** The id of the element that holds the catalogue as JSON. */
export const catalogueId = "catalogue";

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
