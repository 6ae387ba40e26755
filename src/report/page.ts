import type { SentCell } from "../sheet/sentCell";

/** Columns of the page, and the pixels of each: 672 in all, which A4 and Letter print at full size. */
export const [pageColumns, columnWidth] = [16, 42];

/** What a cell shows: text or a number of the report's own, or a cell of a table, by row below the header. */
export type Content =
  | string
  | number
  | {
      readonly table: string;
      readonly row: number;
      readonly column: number;
      /** What is shown in place of a blank cell. */
      readonly ifBlank?: string;
    };

export interface Style {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly align?: "left" | "center" | "right";
}

export interface Card {
  readonly label: string;
  readonly content: Content;
  readonly format: string;
  readonly caption: Content;
  /** Whether the caption begins with the mark of a verdict where there is one, whose colors the card then has. */
  readonly isJudged?: boolean;
}

export interface Column {
  readonly title: string | number;
  readonly span: number;
  readonly format?: string;
  readonly align?: "left" | "center" | "right";
}

export interface Chart {
  readonly type: "COMBO" | "BAR" | "LINE" | "COLUMN";
  readonly table: string;
  /** Rows below the header, and columns from the first one. */
  readonly rows: number;
  readonly columns: number;
  readonly height: number;
  readonly options: Readonly<Record<string, unknown>>;
}

export type Block =
  | { readonly kind: "title"; readonly text: string; readonly lines: readonly Content[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "subheading"; readonly text: string }
  /** What the page says first, larger than other text. */
  | { readonly kind: "lead"; readonly text: Content }
  | { readonly kind: "text"; readonly text: Content }
  | { readonly kind: "gap" }
  | { readonly kind: "cards"; readonly cards: readonly Card[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Content[])[];
      /** Number formats of single cells, where they differ within a column. */
      readonly formats?: readonly (readonly string[])[];
      /** Columns, from 0, of shares that are shaded by size. */
      readonly shaded?: readonly [first: number, last: number];
      readonly isSmall?: boolean;
    }
  | { readonly kind: "chart"; readonly chart: Chart };

/** A cell of the page and the columns that it spans; positions count from 1. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly span: number;
  readonly content: Content;
  readonly style: Style;
  readonly format: string;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where everything of the report goes. */
export interface Page {
  readonly heights: readonly number[];
  readonly cells: readonly PageCell[];
  /** Cells that span several columns, equal ones of rows below each other together. */
  readonly merges: readonly Area[];
  readonly lines: readonly Area[];
  readonly shaded: readonly Area[];
  /** Areas with a gap to their right. */
  readonly cards: readonly Area[];
  /** Those of them whose last row begins with the mark of a verdict, or may come to. */
  readonly judged: readonly (Area & { readonly caption: Content })[];
  readonly charts: readonly { readonly row: number; readonly chart: Chart }[];
}

/** The text of a content, as far as it is known. */
export type TextOf = (content: Content) => SentCell;

/** A value as text. */
export const wordsOf = (cell: SentCell | undefined): string =>
  typeof cell === "object" ? cell.date : String(cell ?? "");
