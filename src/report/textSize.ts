import { columnWidth } from "./page";

/** Widths of Arial's letters as parts of their size; others are as wide as an a. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijl'|]/, 0.22],
  [/[ftI .,:;/!]/, 0.28],
  [/[r()-]/, 0.33],
  [/[cksvxyz]/, 0.5],
  [/[mwMW@%]/, 0.85],
  [/[A-Z×÷−+=Σ~]/, 0.67],
];

/** Width of text as a part of its size in pixels: Arial's, and a little more for fonts that stand in for it. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.56;
  return width * 1.06;
}

/** Lines that text of a size needs in so many columns. */
export function linesOf(text: string, span: number, size: number): number {
  const perLine = (span * columnWidth - 8) / ((size * 4) / 3);
  const space = widthOf(" ");
  let [lines, left] = [1, perLine];
  for (const word of text.split(" ")) {
    const width = widthOf(word);
    if (width > left && left < perLine) [lines, left] = [lines + 1, perLine];
    // A word longer than a line is broken.
    for (left -= width; left < -perLine; left += perLine) lines++;
    left -= space;
  }
  return lines;
}

/** Pixels of a row with so many lines of text of a size in points. */
export const heightOf = (lines: number, size: number) => Math.ceil(lines * size * 1.65) + 6;
