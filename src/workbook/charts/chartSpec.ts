import type { Rectangle } from "../services/a1";

/** Apps Script's Charts.ChartType, as far as the local workbook draws them. */
export const ChartType = {
  BAR: "BAR",
  COLUMN: "COLUMN",
  COMBO: "COMBO",
  LINE: "LINE",
} as const;

export type ChartType = keyof typeof ChartType;

/** Cells of a sheet; positions count from 0. */
export interface SheetArea extends Rectangle {
  readonly sheetId: string;
}

/** Where the upper left corner of a chart is: pixels from the corner of a cell, which counts from 0. */
export interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** All that makes an embedded chart; kept with the workbook. */
export interface ChartSpec {
  readonly id: number;
  readonly sheetId: string;
  readonly type: ChartType;
  readonly ranges: readonly SheetArea[];
  /** Rows of headers. */
  readonly headers: number;
  readonly options: ChartOptions;
  readonly anchor: Anchor;
}

/** Options by name, some of them nested. */
export interface ChartOptions {
  readonly [name: string]: unknown;
}

/** Pixels of a chart whose options give none, as in Sheets. */
const SIZE = { width: 600, height: 371 };

/** Width and height of a chart in pixels. */
export function chartSize({ options }: ChartSpec): { width: number; height: number } {
  return { width: Number(options["width"] ?? SIZE.width), height: Number(options["height"] ?? SIZE.height) };
}
