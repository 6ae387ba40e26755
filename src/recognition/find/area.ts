import { type Extent, firstRowOf, lastRowOf } from "./extent";

/** The part of a tab that a table takes; all from 1. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export const areaOf = (extent: Extent): Area => ({
  firstRow: extent.header?.row ?? firstRowOf(extent),
  lastRow: lastRowOf(extent),
  firstColumn: extent.left + 1,
  lastColumn: extent.left + extent.bands[0]!.kinds.length,
});

/** That of a turned table down to one of its rows, the last that is used. */
export const turnedAreaOf = (extent: Extent, lastRow: number): Area => ({
  firstRow: extent.left + 1,
  lastRow,
  firstColumn: extent.header!.row,
  lastColumn: lastRowOf(extent),
});

export const overlap = (one: Area, other: Area): boolean =>
  one.firstRow <= other.lastRow &&
  other.firstRow <= one.lastRow &&
  one.firstColumn <= other.lastColumn &&
  other.firstColumn <= one.lastColumn;
