import type { SurvivalStep } from "../../core/survival/kaplanMeier";
import type { Picture } from "../../sheet/picture";
import { type Columns, column } from "../../sheet/unit";

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
  caption: "Share still there by time since the start, with its interval",
  label: "Time",
  series: ["Survival"],
  range: ["Low", "High"],
};
