import type { Recipe } from "../recipe/term";
import type { Figure } from "../recipe/figure";
import type { SentCell } from "../sheet/sentCell";
import type { TableRecipe } from "./figures";
import type { Work } from "./headline/headline";
import type { Question } from "./question";
import type { Reading } from "./reading";
import { recordsOf } from "./results";
import type { Sentence } from "./sentence";
import type { WhatIf } from "./whatIf";

/** A signal of which only a person can say whether more of it is good. */
export interface AskedSignal {
  /** Of its line on the setup tab. */
  readonly key: string;
  readonly name: string;
  /** 1 where more is better, -1 where more is worse, 0 where it is left out. */
  readonly weight: number;
}

/** Customers who may be called with an offer: what each is worth if it stays, and its chance of leaving. */
export interface Candidates {
  readonly recipe: Recipe;
  /** What they are, in lines. */
  readonly about: readonly string[];
}

/** Something to do next, with the figures that speak for it, and the tables that they are from. */
export interface NextStep {
  readonly title: string;
  readonly said: Sentence;
  readonly tables: readonly TableRecipe[];
  readonly asked?: readonly AskedSignal[];
  readonly candidates?: Candidates;
}

/** What next steps come from. */
export interface Ground {
  readonly reading: Reading;
  /** All tables, the first of which is the one that is asked about. */
  readonly readings: readonly Reading[];
  readonly question: Question;
  readonly whatIf: WhatIf | null;
  readonly work: Work;
}

export type Row = Readonly<Record<string, SentCell>>;

export const rowsOf = (figure: Figure | undefined): Row[] =>
  figure === undefined || figure.error !== undefined ? [] : recordsOf(figure);
