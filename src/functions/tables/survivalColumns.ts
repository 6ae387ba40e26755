import type { SurvivalStep } from "../../core/survival/kaplanMeier";
import type { Picture } from "../../sheet/picture";
import { type Columns, column } from "../../sheet/column";

/** What survival curves show of each of their steps. */
export const survivalColumns: Columns<SurvivalStep> = {
  Time: column.periods((row) => row.time),
  "At risk": column.count((row) => row.atRisk),
  Lost: column.count((row) => row.lost),
  Censored: column.count((row) => row.censored),
  Survival: column.share((row) => row.survival),
  Low: column.share((row) => row.low),
  High: column.share((row) => row.high),
};

export const survivalPicture: Picture = {
  kind: "lines",
  caption: "Share of customers left by time since the start, with its interval",
  label: "Time",
  series: ["Survival"],
  range: ["Low", "High"],
};

/** The curve of two customers: one lost after 2 periods, one still active after 4. */
const half = [
  0.5,
  0.5 ** Math.exp(1.959963984540054 / (Math.SQRT2 * Math.LN2)),
  0.5 ** Math.exp(-1.959963984540054 / (Math.SQRT2 * Math.LN2)),
];
export const survivalOfTwo = [
  [0, 2, 0, 0, 1, 1, 1],
  [2, 2, 1, 0, ...half],
  [4, 1, 0, 1, ...half],
];
