import { quotedTab } from "./tabName";
import type { Term } from "./term";

/** A table that one formula keeps on a tab of the add-on's, so that other formulas can refer to its columns. */
export interface KeptTable {
  readonly tab: string;
  /** The column that it begins in, from 1; its header stands in the first row. */
  readonly column: number;
  readonly titles: readonly string[];
  readonly call: Term;
  /** Whether its cells hold values, since a formula can't give as many. */
  readonly isFixed: boolean;
  /** Not needed, but kept up where it is there already, since formulas may refer to it. */
  readonly isOptional?: boolean;
}

/** The letters of a column counted from 1. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letters(Math.floor((column - 1) / 26)) + last;
}

/** The number of a column by its letters. */
export const columnNumber = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The cells below a title. */
export function keptCells({ tab, column, titles }: KeptTable, title: string): string {
  const at = titles.indexOf(title);
  if (at < 0) throw new Error(`${tab} has no column ${title}`);
  const letter = letters(column + at);
  return `${quotedTab(tab)}!${letter}2:${letter}`;
}

/** The tab of clean data of a table, by the number that the setup tab gives it. */
export const dataTabOf = (number: number) => (number === 1 ? "CLV Data" : `CLV Data ${number}`);
export const isDataTab = (tab: string) => /^CLV Data( \d+)?$/.test(tab);
