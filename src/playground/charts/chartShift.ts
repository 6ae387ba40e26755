import type { ChartSpec, SheetArea } from "./chartSpec";

/** Rows or columns put in (count above 0) or taken out (below 0) at an index from 0. */
export interface Shift {
  readonly sheetId: string;
  readonly axis: "row" | "column";
  readonly at: number;
  readonly count: number;
}

/** A chart after rows or columns were put in or taken out; ranges of which nothing is left are gone. */
export function shiftChart(spec: ChartSpec, shift: Shift): ChartSpec {
  const ranges = spec.ranges.flatMap((range) => shiftArea(range, shift) ?? []);
  if (spec.sheetId !== shift.sheetId) return { ...spec, ranges };
  const start = movedIndex(spec.anchor[shift.axis], shift);
  return { ...spec, ranges, anchor: { ...spec.anchor, [shift.axis]: start } };
}

function shiftArea(area: SheetArea, shift: Shift): SheetArea | undefined {
  if (area.sheetId !== shift.sheetId) return area;
  const size = shift.axis === "row" ? "rows" : "columns";
  const start = movedIndex(area[shift.axis], shift);
  const end = movedIndex(area[shift.axis] + area[size], shift);
  return end > start ? { ...area, [shift.axis]: start, [size]: end - start } : undefined;
}

function movedIndex(index: number, { at, count }: Shift): number {
  if (index < at || (index === at && count < 0)) return index;
  return Math.max(at, index + count);
}
