// What crosses between the sidebar and the add-on. Only JSON crosses, and no type here needs either side.

/** A cell as JSON: a date is its ISO day, a blank is "". */
export type SentCell = string | number | boolean | { readonly date: string };

/** What is known of a tab without reading all of it to the sidebar. */
export interface TabSurvey {
  readonly tab: string;
  /**
   * Runs of rows that look alike, from row 1: how many, and a letter for each column: " " blank, "n" number, "d" date,
   * "t" text, "b" boolean, "e" error.
   */
  readonly runs: readonly (readonly [rows: number, kinds: string])[];
  /** Some rows in full, by their number from 1: the first, the last and the beginnings of runs. */
  readonly samples: readonly (readonly [row: number, cells: readonly SentCell[]])[];
  /** For each column the distinct number formats of its first rows. */
  readonly formats: readonly (readonly string[])[];
}

/** All tabs with data, the active one first. */
export interface Survey {
  /** Of the spreadsheet, such as de_DE. */
  readonly locale: string;
  readonly tabs: readonly TabSurvey[];
}

/** What became of a request to insert a formula. */
export interface Insertion {
  readonly inserted: boolean;
  /** The cell, and where nothing was inserted why not. */
  readonly message: string;
}

/** The functions that the sidebar may call; each answers with JSON of the type that its name is given here. */
export interface Answers {
  readonly insertFormula: Insertion;
}
