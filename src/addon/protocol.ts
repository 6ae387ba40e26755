// What the sidebar may ask of the add-on. Only JSON crosses between them, and no type here needs either side.

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
