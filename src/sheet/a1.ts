// The names of columns and tabs as formulas write them.

/** The letters of a column counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

/** The number of a column by its letters. */
export const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A tab's name as formulas write it; a short one may read as a cell (Q1), so only long words go without quotes. */
export const quotedTab = (name: string): string =>
  /^[A-Za-z_]{4,}$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
