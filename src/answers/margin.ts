import { type Term, apply } from "../recipe/term";
import type { Reading } from "./reading";

/** How many periods at the end of the data make up the current margin. */
const latest = 12;

/** Gross margin where the data have it by period: the mean of the latest ones. */
export const marginFrom = ({ series }: Reading): Term =>
  series?.margin ? apply("MEAN_OF_LAST", series.margin, latest) : null;

/** Whether a formula is that of it. */
export const isMeanOfMargins = (formula: string): boolean => formula.startsWith("=LET(");

/** Where the gross margin comes from. */
export const marginNote = ({ table }: Reading): string[] =>
  table.columns.flatMap(({ meaning, header }) =>
    meaning === "margin" ? [`The gross margin is the mean of the last ${latest} values of “${header}”.`] : [],
  );
