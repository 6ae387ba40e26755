// What crosses between the sidebar and the add-on. Only JSON crosses, and no type here needs either side.
import type { Recipe, Term } from "../recipe/term";
import type { CatalogueSection } from "./documentation";

/** A cell as JSON: a date is its ISO day, a blank is "". */
export type SentCell = string | number | boolean | { readonly date: string };

export interface Tabs {
  /** Of the spreadsheet, such as de_DE. */
  readonly locale: string;
  readonly active: string;
  /** Names of the tabs with data, the active one first. */
  readonly names: readonly string[];
}

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
  readonly locale: string;
  readonly tabs: readonly TabSurvey[];
}

/** A line of the setup tab: an assumption, a mapped column, or with the key "" a heading. */
export interface SetupLine {
  readonly key: string;
  readonly label: string;
  /** What its cell is to hold; null leaves it blank, and its own setting keeps what is there. */
  readonly value: Term;
  readonly note: Term;
  /** Number format of the value; "" for none. */
  readonly format: string;
}

/** What the setup tab holds for a key. */
export interface SavedSetting {
  readonly key: string;
  readonly value: SentCell;
  readonly formula: string;
}

/** Figures to compute, by the assumptions of a setup that need not be on its tab yet. */
export interface Computation {
  readonly setup: readonly SetupLine[];
  readonly recipes: readonly Recipe[];
}

/** A figure as it would stand in the cells, or why it can't. */
export interface Figure {
  /** Its formula. */
  readonly text: string;
  /** The first rows of the result, at most 700. */
  readonly cells: readonly (readonly SentCell[])[];
  /** Rows of the whole result. */
  readonly rows: number;
  readonly error?: string;
}

/** The selected cell. */
export interface Place {
  readonly tab: string;
  readonly cell: string;
  readonly isEmpty: boolean;
}

/** What to insert and where: in the selected cell, or on a new tab of this name. */
export interface InsertionRequest {
  readonly setup: readonly SetupLine[];
  readonly recipe: Recipe;
  readonly newTab: string | null;
  /** What a single figure is called, written beside it on a new tab. */
  readonly label: string;
  /** Number format of money. */
  readonly moneyFormat: string;
  /** Number format of a single figure. */
  readonly format: string;
}

/** What became of a request to insert a formula. */
export interface Insertion {
  /** Where it was inserted; null where nothing was, and the message says why not. */
  readonly at: Undo | null;
  readonly message: string;
}

/** What takes an insertion back. */
export interface Undo {
  readonly tab: string;
  readonly cell: string;
  readonly formula: string;
  /** Whether the tab, and the setup tab, came with the insertion. */
  readonly isNewTab: boolean;
  readonly isNewSetup: boolean;
}

/** The functions that the sidebar may call: what each is given as JSON, and what it answers as JSON. */
export interface Server {
  readonly listTabs: (nothing: null) => Tabs;
  readonly surveyTab: (name: string) => TabSurvey;
  readonly savedSetup: (nothing: null) => readonly SavedSetting[];
  readonly saveSetup: (lines: readonly SetupLine[]) => boolean;
  readonly compute: (computation: Computation) => readonly Figure[];
  readonly selectedPlace: (nothing: null) => Place;
  readonly insert: (request: InsertionRequest) => Insertion;
  readonly undoInsertion: (undo: Undo) => string;
  readonly selectCells: (reference: string) => string;
  readonly catalogue: (nothing: null) => readonly CatalogueSection[];
}
