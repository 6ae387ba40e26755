/** Pixels: of a letter at the default font size, of the space next to the text, and the limits of a sensible width. */
const [LETTER, SPACE, NARROWEST, WIDEST] = [7, 16, 72, 260];

/** How many cells are looked at; more do not change the picture. */
const SAMPLE = 200;

/** A width in pixels at which the texts of a column can be read. */
export function columnWidth(texts: readonly (string | undefined)[]): number {
  const longest = texts.slice(0, SAMPLE).reduce((most, text) => Math.max(most, text?.length ?? 0), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + SPACE));
}
