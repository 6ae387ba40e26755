/**
 * Whether a cell with a formula shows that it is still being computed, in whatever language: a word or a few, then dots,
 * as in "Loading..." and "Wird geladen…".
 */
export const isUnfinished = (text: string): boolean =>
  /^\p{L}[\p{L}\p{M}]*(?: [\p{L}\p{M}]+){0,3} ?(?:\.{3}|…)$/u.test(text.trim());
