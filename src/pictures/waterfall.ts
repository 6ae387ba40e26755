import type { TableChart } from "./chart";
import { dark, fall, light, plain } from "./style";

/** The titles of the cells that a waterfall is drawn from: the foot of a step is not seen. */
export const waterfallTitles = ["Step", "Foot", "CLV", "Rise", "Fall"] as const;

/** The chart of those cells. */
export const waterfallChart = (title: string): TableChart => ({
  type: "COLUMN",
  columns: waterfallTitles,
  options: {
    ...plain(title, { vAxis: { gridlines: { color: "none" }, minValue: 0 } }),
    legend: { position: "none" },
    isStacked: true,
    series: {
      0: { color: "#ffffff", visibleInLegend: false },
      1: { color: dark },
      2: { color: light },
      3: { color: fall },
    },
  },
});

/** The same cells as formulas, from those of the steps and their effects, the first and the last of which are values. */
export function waterfallFormulas(
  step: (row: number) => string,
  effect: (row: number) => string,
  rows: number,
) {
  return Array.from({ length: rows }, (_, row): string[] => {
    const here = effect(row);
    if (row === 0 || row === rows - 1) return [`=${step(row)}`, "", `=${here}`, "", ""];
    const before = `SUM(${effect(0)}:${effect(row - 1)})`;
    return [
      `=${step(row)}`,
      `=MAX(0, MIN(${before}, ${before}+${here}))`,
      "",
      `=MAX(0, ${here})`,
      `=MAX(0, -${here})`,
    ];
  });
}
