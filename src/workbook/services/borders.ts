import { BorderStyleTypes, type IBorderData, type IBorderStyleData } from "@univerjs/core";
import type { Rectangle } from "./a1";

/** The part of Apps Script's SpreadsheetApp.BorderStyle which the add-on uses. */
export const BorderStyle = { SOLID: "SOLID", SOLID_THICK: "SOLID_THICK" } as const;

const LINES: Readonly<Record<keyof typeof BorderStyle, BorderStyleTypes>> = {
  SOLID: BorderStyleTypes.THIN,
  SOLID_THICK: BorderStyleTypes.THICK,
};

/** Whether a line is drawn (true), taken away (false) or left as it is (null). */
export type Edge = boolean | null;

export interface Borders {
  readonly top: Edge;
  readonly left: Edge;
  readonly bottom: Edge;
  readonly right: Edge;
  readonly vertical: Edge;
  readonly horizontal: Edge;
  readonly line: IBorderStyleData;
}

export const borderLine = (color: string, style: keyof typeof BorderStyle): IBorderStyleData => ({
  s: LINES[style],
  cl: { rgb: color },
});

/** The borders of one cell of an area; row and column count from 0 within it. */
export function cellBorders(borders: Borders, area: Rectangle, row: number, column: number): IBorderData {
  const { top, left, bottom, right, vertical, horizontal, line } = borders;
  const edges: Readonly<Record<string, Edge>> = {
    t: row === 0 ? top : horizontal,
    b: row === area.rows - 1 ? bottom : horizontal,
    l: column === 0 ? left : vertical,
    r: column === area.columns - 1 ? right : vertical,
  };
  const changed = Object.entries(edges).filter(([, edge]) => edge !== null);
  return Object.fromEntries(changed.map(([side, edge]) => [side, edge ? line : null]));
}
