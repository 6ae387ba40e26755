import { type Extent, firstRowOf, lastRowOf } from "./extent";
import type { Mapping } from "./shapes";

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

/** That of a turned table, as far down as its rows are used. */
export const turnedAreaOf = (extent: Extent, { assigned }: Mapping): Area => ({
  firstRow: extent.left + 1,
  lastRow: Math.max(...assigned.map(({ facts }) => facts.column)),
  firstColumn: extent.header!.row,
  lastColumn: lastRowOf(extent),
});

export const overlap = (one: Area, other: Area): boolean =>
  one.firstRow <= other.lastRow &&
  other.firstRow <= one.lastRow &&
  one.firstColumn <= other.lastColumn &&
  other.firstColumn <= one.lastColumn;
