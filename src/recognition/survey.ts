import type { SentCell } from "../sheet/sentCell";

/** What is known of a tab without looking at every cell of it. */
export interface TabSurvey {
  readonly tab: string;
  /** Of the day on which it was made, in ISO notation. */
  readonly today: string;
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
