/**
 * A part of the recipe of a figure. It reads both as the text of a formula and as a computation over cells, so that
 * what the sidebar shows and what it inserts can't differ. Literals stand for themselves; null is an argument left out.
 */
export type Term =
  | string
  | number
  | boolean
  | null
  | { readonly range: string }
  /** An assumption on the setup tab, by its key. */
  | { readonly setting: string }
  /** The result of an earlier step. */
  | { readonly step: string }
  | Call;

/** A custom function, or one of the operations, applied to terms. */
export interface Call {
  readonly apply: string;
  readonly to: readonly Term[];
}

export const apply = (name: string, ...to: Term[]): Call => ({ apply: name, to });
export const setting = (key: string): Term => ({ setting: key });

/** How a figure comes from ranges: named steps, then the result. */
export interface Recipe {
  readonly steps: readonly (readonly [name: string, term: Term])[];
  readonly result: Term;
}
