/** A page as it is written: what a person edits, and where it stands. */
export interface Source {
  /** Where it stands among the pages, such as "recipes/shop.md". */
  readonly path: string;
  /** The file that a person mends, such as "src/docs/recipes/shop.md". */
  readonly file: string;
  readonly markdown: string;
  /** What else the search finds it by. */
  readonly terms?: readonly string[];
  /** False where the lines of the Markdown are not those of the file. */
  readonly hasLines: boolean;
}

/** What the text of a page refers to, and on which line. */
export interface Reference {
  readonly target: string;
  readonly line: number;
}

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

/** A block between ``` and ```. */
export interface Block {
  readonly info: string;
  readonly text: string;
  /** The line of its first line of text. */
  readonly line: number;
}

/** A page, rendered. */
export interface Page {
  readonly source: Source;
  /** Where its HTML stands, such as "recipes/shop.html". */
  readonly path: string;
  readonly title: string;
  /** The first paragraph as text. */
  readonly summary: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  readonly blocks: readonly Block[];
  /** Functions that it names. */
  readonly functions: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

/** What is wrong with a page. */
export interface Fault {
  readonly line: number;
  readonly what: string;
}

/** A fault as an editor's terminal opens it: file, line, what is wrong. */
export const faultText = ({ file, hasLines }: Source, { line, what }: Fault): string =>
  hasLines ? `${file}:${line}: ${what}` : `${file}: ${what}`;

export const htmlPath = (path: string): string => path.replace(/\.md$/, ".html");
