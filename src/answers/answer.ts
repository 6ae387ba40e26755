import type { FoundTable } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import type { Call } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { ComputedFigure, TableRecipe } from "./figures";
import type { Headline } from "./headline/headline";
import type { Held } from "./held";
import type { Sentence } from "./sentence";
import type { Reading, Source } from "./reading";
import type { Compute, SavedSetting, Setup } from "./setup";
import type { WhatIf } from "./whatIf";

/** What answers rest on besides the tables: the setup tab, what computes, and the day in ISO notation. */
export interface Place {
  readonly saved: readonly SavedSetting[];
  readonly compute: Compute;
  readonly today: string;
}

/** What is asked about a table: the other tables of the workbook, and the assumptions that a person has changed. */
export interface AnswerRequest {
  readonly table: FoundTable;
  readonly tables: readonly FoundTable[];
  readonly changes: Readonly<Record<string, number | string | null>>;
}

/** The answer from a table: its value, course, costs and further tables. */
export interface Answer {
  /** The table as it was answered from, with what other tables add to it. */
  readonly source: Source;
  /** What the table gives. */
  readonly reading: Reading;
  readonly setup: Setup;
  readonly headline: Headline;
  /** The value of the headline, as it is inserted. */
  readonly value: ComputedFigure;
  readonly trend: Figure | null;
  readonly costs: readonly ComputedFigure[];
  /** The figures that a target can be set for, and whether it is met. */
  readonly held: readonly Held[];
  readonly tables: readonly TableRecipe[];
  /** What each assumption is now; null where it comes from a formula over the data. */
  readonly assumed: Readonly<Record<string, SentCell | null>>;
  /** The assumptions that change anything here. */
  readonly relevant: readonly string[];
  readonly period: string;
  readonly window: number;
  /** Periods after which a customer counts as lost; null where the data say who is. */
  readonly lostAfter: number | null;
  /** The day up to which the data count; "" where it is not known. */
  readonly asOf: string;
  /** Another day that a list may be from, and what the value would be then, where it differs. */
  readonly other: { readonly day: string; readonly value: number } | null;
  /** Whether only a person can say if customers pay steadily or as in a shop. */
  readonly isKindOpen: boolean;
  /** What the value is made of; null where nothing can be tried on it. */
  readonly whatIf: WhatIf | null;
  /** What gives each channel's cost and value; null where no table tells what was spent on which. */
  readonly channels: Call | null;
  /** What makes the value doubtful, what matters most first. */
  readonly doubts: readonly Sentence[];
  /** How the data were read. */
  readonly cautions: readonly string[];
}
