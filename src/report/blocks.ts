// The blocks that sections are made of.
import type { SentCell } from "../sheet/sentCell";
import type { ComputedTable } from "./dataTable";
import type { Block, Chart, Column, Content } from "./page";
import { rowsOf } from "./report";

export const heading = (words: string): Block => ({ kind: "heading", text: words });
export const subheading = (words: string): Block => ({ kind: "subheading", text: words });
export const lead = (content: Content): Block => ({ kind: "lead", text: content });
export const text = (content: Content): Block => ({ kind: "text", text: content });
export const gap: Block = { kind: "gap" };
export const chart = (drawn: Chart): Block => ({ kind: "chart", chart: drawn });

/** A column that shows the one of a table that has its title, or another. */
interface ShownColumn extends Column {
  readonly from?: SentCell;
}

/** Some columns of a table, figures on the right; a count above its rows keeps room for later ones. */
export const tableBlock = (
  table: ComputedTable,
  columns: readonly ShownColumn[],
  count?: number,
): Extract<Block, { kind: "table" }> => ({
  kind: "table",
  columns: columns.map((column) => ({ ...(column.format && figures), ...column })),
  rows: rowsOf(
    table,
    columns.map(({ title, from = title }) => from),
    count,
  ),
});

const figures = { align: "right" } as const;
