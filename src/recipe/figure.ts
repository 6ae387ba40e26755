import type { SentCell } from "../sheet/sentCell";

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
