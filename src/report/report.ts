import type { Answer } from "../answers/answer";
import type { SentCell } from "../sheet/sentCell";
import type { ComputedTable } from "./dataTable";
import { type Block, type Content, type TextOf, wordsOf } from "./page";

export type Mode = "live" | "fixed";

/** What the sections are made from. */
export interface Report {
  readonly answer: Answer;
  readonly mode: Mode;
  /** ISO day on which it is built. */
  readonly builtOn: string;
  readonly version: string;
  readonly sign: string;
  readonly tables: ReadonlyMap<string, ComputedTable>;
}

/** One part of the page. */
export type Section = (report: Report) => readonly Block[];

/** A table that could be computed. */
export function known({ tables }: Report, key: string): ComputedTable | undefined {
  const table = tables.get(key);
  return table && table.error === undefined && table.rows.length > 0 ? table : undefined;
}

/** Why a table is not there, in a line. */
export function missing({ tables }: Report, key: string, otherwise: string): Block {
  const reason = tables.get(key)?.error ?? otherwise;
  return { kind: "text", text: `Not shown. ${reason[0]!.toUpperCase()}${reason.slice(1)}` };
}

/** What is said in place of what follows from the value where there is none. */
export const withoutValue = ({ tables }: Report): Block | undefined =>
  tables.get("value")?.error === undefined ? undefined : { kind: "text", text: "Not shown. It needs a CLV." };

export const from = (table: string, row: number, column: number): Content => ({ table, row, column });

/** Where a column stands in a table, from 0, by its title. */
export function columnAt({ key, header }: ComputedTable, title: SentCell): number {
  const column = header.indexOf(title);
  if (column < 0) throw new Error(`${key} has no column ${wordsOf(title)}`);
  return column;
}

/** Rows of a table, by the titles of its columns; a count above its rows keeps room for later ones. */
export const rowsOf = (
  table: ComputedTable,
  titles: readonly SentCell[],
  count = table.rows.length,
): Content[][] =>
  Array.from({ length: count }, (_, row) =>
    titles.map((title) => from(table.key, row, columnAt(table, title))),
  );

/** The values of some columns. */
export const valuesOf = (table: ComputedTable, titles: readonly SentCell[]): (SentCell | undefined)[] =>
  table.rows.flatMap((row) => titles.map((title) => row[columnAt(table, title)]));

export const textIn =
  ({ tables }: Report): TextOf =>
  (content) =>
    typeof content === "object"
      ? (tables.get(content.table)?.rows[content.row]?.[content.column] ?? "")
      : content;
