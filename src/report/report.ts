import type { Answer } from "../answers/answer";
import type { Fact } from "../answers/headline/headline";
import type { Question } from "../answers/question";
import { written } from "../answers/sentence";
import type { SentCell } from "../sheet/sentCell";
import type { ComputedTable } from "./dataTable";
import { currencySign, figureWith } from "./formats";
import { type Block, type Content, type TextOf, wordsOf } from "./page";

export type Mode = "live" | "fixed";

/** What the report says of the answer that it is built from. */
export interface Basis {
  readonly tab: string;
  readonly shape: Answer["source"]["shape"];
  readonly notes: readonly string[];
  readonly cautions: readonly string[];
  /** What the value is called on a tile. */
  readonly short: string;
  readonly question: Question;
  /** The figures next to the value. */
  readonly facts: readonly Pick<Fact, "title" | "unit" | "note">[];
  /** Whether too few were lost to say more than what a customer is worth at least. */
  readonly isAtLeast: boolean;
  readonly period: string;
  readonly window: number;
  /** What stands before amounts. */
  readonly sign: string;
  /** ISO day on which it is built. */
  readonly builtOn: string;
}

export const basisOf = (answer: Answer, builtOn: string): Basis => ({
  tab: answer.source.tab,
  shape: answer.source.shape,
  notes: answer.source.notes,
  cautions: [...answer.doubts.map((doubt) => written(doubt, figureWith(signOf(answer)))), ...answer.cautions],
  short: answer.headline.short ?? answer.value.title,
  question: answer.headline.question,
  facts: answer.headline.facts.map(({ title, unit, note }) => ({ title, unit, note })),
  isAtLeast: answer.headline.atLeast !== undefined,
  period: answer.period,
  window: answer.window,
  sign: signOf(answer),
  builtOn,
});

const signOf = ({ assumed }: Answer) => currencySign(wordsOf(assumed["currency"] ?? ""));

/** What the sections are made from. */
export interface Report extends Basis {
  readonly mode: Mode;
  readonly version: string;
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
  const reason = tables.get(key)?.error?.replace(/^CLV\w*: /, "") ?? otherwise;
  return { kind: "text", text: `Not shown. ${reason[0]!.toUpperCase()}${reason.slice(1)}` };
}

/** What is said in place of what follows from the value where there is none. */
export const withoutValue = ({ tables }: Report): Block | undefined =>
  tables.get("value")?.error === undefined ? undefined : { kind: "text", text: "Not shown. It needs a CLV." };

/** Where a column stands in a table, from 0, by its title. */
export function columnAt({ key, header }: ComputedTable, title: SentCell): number {
  const column = header.indexOf(title);
  if (column < 0) throw new Error(`${key} has no column ${wordsOf(title)}`);
  return column;
}

/** A cell of a table, by the title of its column. */
export const from = (table: ComputedTable, row: number, title: SentCell): Content => ({
  table: table.key,
  row,
  column: columnAt(table, title),
});

/** What stands in the only column of a table. */
export const wordsFrom = (table: ComputedTable, row = 0): Content => ({ table: table.key, row, column: 0 });

/** Rows of a table, by the titles of its columns; a count above its rows keeps room for later ones. */
export const rowsOf = (
  table: ComputedTable,
  titles: readonly SentCell[],
  count = table.rows.length,
): Content[][] => Array.from({ length: count }, (_, row) => titles.map((title) => from(table, row, title)));

/** The values of some columns. */
export const valuesOf = (table: ComputedTable, titles: readonly SentCell[]): (SentCell | undefined)[] =>
  table.rows.flatMap((row) => titles.map((title) => row[columnAt(table, title)]));

export const textIn =
  ({ tables }: Report): TextOf =>
  (content) => {
    if (typeof content !== "object") return content;
    const cell = tables.get(content.table)?.rows[content.row]?.[content.column] ?? "";
    return cell === "" ? (content.ifBlank ?? "") : cell;
  };
