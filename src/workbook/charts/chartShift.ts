import { type Shift, shiftIndex, shiftRectangle } from "../engine/shift";
import type { ChartSpec } from "./chartSpec";

/** A chart after rows or columns were put in or taken out; ranges of which nothing is left are gone. */
export function shiftChart(spec: ChartSpec, shift: Shift): ChartSpec {
  const ranges = spec.ranges.flatMap((range) =>
    range.sheetId === shift.sheetId ? (shiftRectangle(range, shift) ?? []) : range,
  );
  if (spec.sheetId !== shift.sheetId) return { ...spec, ranges };
  const moved = shiftIndex(spec.anchor[shift.axis], shift);
  return { ...spec, ranges, anchor: { ...spec.anchor, [shift.axis]: moved } };
}
