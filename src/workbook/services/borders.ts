import { BorderStyleTypes, type IBorderData, type IBorderStyleData } from "@univerjs/core";
import type { Rectangle } from "./a1";

/** Apps Script's SpreadsheetApp.BorderStyle. */
export const BorderStyle = {
  DOTTED: "DOTTED",
  DASHED: "DASHED",
  SOLID: "SOLID",
  SOLID_MEDIUM: "SOLID_MEDIUM",
  SOLID_THICK: "SOLID_THICK",
  DOUBLE: "DOUBLE",
} as const;

const LINES: Readonly<Record<keyof typeof BorderStyle, BorderStyleTypes>> = {
  DOTTED: BorderStyleTypes.DOTTED,
  DASHED: BorderStyleTypes.DASHED,
  SOLID: BorderStyleTypes.THIN,
  SOLID_MEDIUM: BorderStyleTypes.MEDIUM,
  SOLID_THICK: BorderStyleTypes.THICK,
  DOUBLE: BorderStyleTypes.DOUBLE,
};

/** Whether a line is drawn (true), taken away (false) or left as it is (null). */
export type Edge = boolean | null | undefined;

export interface Borders {
  readonly top: Edge;
  readonly left: Edge;
  readonly bottom: Edge;
  readonly right: Edge;
  readonly vertical: Edge;
  readonly horizontal: Edge;
  readonly line: IBorderStyleData;
}

/** A line of this color and style, black and solid where they are left out. */
export function borderLine(
  color: string | null | undefined,
  style: keyof typeof BorderStyle | null | undefined,
): IBorderStyleData {
  return { s: LINES[style ?? "SOLID"], cl: { rgb: color ?? "#000000" } };
}

/** The borders of one cell of an area; row and column count from 0 within it. */
export function cellBorders(borders: Borders, area: Rectangle, row: number, column: number): IBorderData {
  const { top, left, bottom, right, vertical, horizontal, line } = borders;
  const edges: Readonly<Record<string, Edge>> = {
    t: row === 0 ? top : horizontal,
    b: row === area.rows - 1 ? bottom : horizontal,
    l: column === 0 ? left : vertical,
    r: column === area.columns - 1 ? right : vertical,
  };
  const changed = Object.entries(edges).filter(([, edge]) => edge !== null && edge !== undefined);
  return Object.fromEntries(changed.map(([side, edge]) => [side, edge ? line : null]));
}
