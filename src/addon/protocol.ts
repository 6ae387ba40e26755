// What crosses between the sidebar and the add-on. Only JSON crosses, and no type here needs either side.
import type { Answer, AnswerRequest } from "../answers/answer";
import type { FillRequest } from "../answers/fill";
import type { Offer } from "../answers/calls";
import type { Candidates, NextStep } from "../answers/nextStep";
import type { Question } from "../answers/question";
import type { Sentence } from "../answers/sentence";
import type { Setup } from "../answers/setup";
import type { WhatIf } from "../answers/whatIf";
import type { FoundTable, Meaning } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import type { Recipe } from "../recipe/term";
import type { ComputedTable } from "../report/dataTable";
import type { Basis, Mode } from "../report/report";
import type { Part } from "../report/tables";
import type { CatalogueSection } from "./documentation";

export interface Tabs {
  /** Of the spreadsheet, such as de_DE. */
  readonly locale: string;
  readonly active: string;
  /** Names of the tabs with data, the active one first. */
  readonly names: readonly string[];
}

/** All tables found, and the tab that is open. */
export interface Reading {
  readonly tables: readonly FoundTable[];
  readonly active: string;
}

/** A table, and whether a value can be worked out from it. */
export interface KnownTable extends FoundTable {
  readonly isUsable: boolean;
}

/** A column of a table that a person gives another meaning; null for none. */
export interface Remapping {
  readonly table: FoundTable;
  readonly column: number;
  readonly meaning: Meaning | null;
}

/** Figures to compute, by the assumptions of a setup that need not be on its tab yet. */
export interface Computation {
  readonly setup: Setup;
  readonly recipes: readonly Recipe[];
}

/** The selected cell. */
export interface Place {
  readonly tab: string;
  /** Whether the tab is one of the add-on's, with no data of the user's. */
  readonly isOwnTab: boolean;
  readonly cell: string;
  readonly isEmpty: boolean;
}

/** What to insert and where: in the selected cell, or on a new tab of this name. */
export interface InsertionRequest {
  readonly setup: Setup;
  readonly recipe: Recipe;
  readonly newTab: string | null;
  /** What a single figure is called, written next to it on a new tab. */
  readonly label: string;
  /** Number format of money. */
  readonly moneyFormat: string;
  /** Number format of a single figure. */
  readonly format: string;
  /** What is written below a single figure on a new tab: lines of words, and the table that it is from. */
  readonly about?: {
    readonly lines: readonly (readonly [label: string, text: string])[];
    readonly table: Recipe | null;
  };
}

/** What a person has tried on a value, to put on a tab of its own. */
export interface WhatIfRequest {
  readonly setup: Setup;
  readonly kind: WhatIf["kind"];
  /** Today's first two drivers, as `WhatIf` has them. */
  readonly terms: WhatIf["terms"];
  readonly hasMargin: boolean;
  readonly hasCac: boolean;
  /** What may change, and for each scenario by what share of today; null where it stays. */
  readonly heads: readonly string[];
  readonly scenarios: readonly { readonly name: string; readonly changes: readonly (number | null)[] }[];
  /** A value to reach. */
  readonly target: number | null;
  readonly moneyFormat: string;
}

/** Whom to call with an offer: the customers who may be, and what it does and costs. */
export interface CallsRequest {
  readonly setup: Setup;
  readonly candidates: Candidates;
  readonly offer: Offer;
}

/** The same to put on a tab of its own. */
export interface CallsInsertion extends CallsRequest {
  readonly moneyFormat: string;
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
  /** Tabs of clean data that came with it. */
  readonly newData: readonly string[];
}

/** What to do next is asked of a table and the answer from it. */
export interface NextStepsRequest extends AnswerRequest {
  readonly question: Question;
  readonly whatIf: WhatIf | null;
}

/** A function called with the data, and what it would show. */
export interface FilledCall {
  readonly recipe: Recipe;
  readonly setup: Setup;
  readonly figure: Figure;
}

/** A report to build: from which table, and whether of formulas or of values. */
export interface ReportRequest extends AnswerRequest {
  readonly mode: Mode;
}

/** How a report is built: part after part, then written. */
export interface ReportPlan {
  readonly mode: Mode;
  readonly setup: Setup;
  readonly basis: Basis;
  readonly parts: readonly Part[];
}

/** The next part of a report, counted from 0, and what the parts before it gave. */
export interface ReportStep {
  readonly plan: ReportPlan;
  readonly part: number;
  readonly done: readonly ComputedTable[];
}

/** What became of a report. */
export interface ReportOutcome {
  readonly isBuilt: boolean;
  readonly message: string;
}

/** What a copy to share is to leave out. */
export interface CopyOptions {
  /** Rows, results and names of single customers, and groups of few. */
  readonly withoutCustomers: boolean;
}

/** Items of the menu that the sidebar offers too. */
export type SharingStep = "freezeFormulas" | "thawFormulas" | "useNativeFormulas" | "addToHistory";

/** A long message to the add-on and back: how many characters came there and back, and how long it took. */
export interface Trip {
  readonly there: number;
  readonly back: number;
  readonly milliseconds: number;
}

/** The functions that the sidebar may call: what each is given as JSON, and what it answers as JSON. */
export interface Server {
  readonly listTabs: (nothing: null) => Tabs;
  readonly readTab: (name: string) => readonly FoundTable[];
  /** The tables of all tabs, the best first, with the meanings that the setup tab keeps. */
  readonly settle: (reading: Reading) => readonly KnownTable[];
  readonly remapColumn: (remapping: Remapping) => KnownTable;
  readonly answerFrom: (request: AnswerRequest) => Answer | null;
  /** What the customers of today will still bring, in words; null where that can't be told. */
  readonly todaysCustomers: (request: AnswerRequest) => Sentence | null;
  readonly nextSteps: (request: NextStepsRequest) => readonly NextStep[];
  readonly checkRows: (request: AnswerRequest) => Figure | null;
  readonly unreadable: (request: AnswerRequest) => string | null;
  readonly fillCall: (request: FillRequest) => FilledCall | null;
  readonly compute: (computation: Computation) => readonly Figure[];
  readonly saveSetup: (setup: Setup) => boolean;
  readonly selectedPlace: (nothing: null) => Place;
  readonly insert: (request: InsertionRequest) => Insertion;
  readonly insertWhatIf: (request: WhatIfRequest) => Insertion;
  /** How many to call, what it costs and brings. */
  readonly planCalls: (request: CallsRequest) => Sentence;
  readonly insertCalls: (request: CallsInsertion) => Insertion;
  /** Inserts a function's own example, by its name. */
  readonly insertExample: (name: string) => Insertion;
  readonly undoInsertion: (undo: Undo) => string;
  readonly prepareCopy: (options: CopyOptions) => string;
  readonly sharingStep: (step: SharingStep) => string;
  readonly selectCells: (reference: string) => string;
  /** Null where the table gives no value. */
  readonly planReport: (request: ReportRequest) => ReportPlan | null;
  readonly reportPart: (step: ReportStep) => readonly ComputedTable[];
  readonly writeReport: (built: Omit<ReportStep, "part">) => ReportOutcome;
  readonly buildReport: (request: ReportRequest) => ReportOutcome;
  /** The text that it is asked with. */
  readonly echo: (text: string) => string;
  /** Adds what the sidebar has tried to the outcomes of the check, and gives them as text. */
  readonly noteTrip: (trip: Trip) => string;
  readonly tryCopy: (nothing: null) => string;
  readonly catalogue: (nothing: null) => readonly CatalogueSection[];
}
