// What the build writes of the functions' documentation for the sidebar; the add-on passes it on unread.

/** The documentation of a custom function as the sidebar shows it. */
export interface CatalogueEntry {
  readonly name: string;
  /** Name and arguments, the optional ones in brackets. */
  readonly signature: string;
  readonly summary: string;
  /** What else is to be known, by paragraphs. */
  readonly details: readonly string[];
  readonly args: readonly { readonly name: string; readonly text: string; readonly isOptional: boolean }[];
  readonly result: string;
  readonly formula: string;
  /** What people call what it gives, in several languages: words by which it is meant first, and further ones. */
  readonly meantBy: readonly string[];
  readonly terms: readonly string[];
}

export interface CatalogueSection {
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}
