import { columnLetters, quotedTab } from "../sheet/a1";
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

/** The cells below a title. */
export function keptCells({ tab, column, titles }: KeptTable, title: string): string {
  const at = titles.indexOf(title);
  if (at < 0) throw new Error(`${tab} has no column ${title}`);
  const letter = columnLetters(column + at);
  return `${quotedTab(tab)}!${letter}2:${letter}`;
}

/** The tab of clean data of a table, by the number that the setup tab gives it. */
export const dataTabOf = (number: number) => (number === 1 ? "CLV Data" : `CLV Data ${number}`);
export const isDataTab = (tab: string) => /^CLV Data( \d+)?$/.test(tab);
