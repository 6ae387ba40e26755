import type { Term } from "../recipe/term";
import { realDatesOf } from "./columns";
import { type Source, seriesOf } from "./series";

/** How many periods at the end of the data make up the current margin. */
const latest = 12;

/** Gross margin where the data have it by period: the mean of the latest ones. */
export function marginFrom(table: Source): Term {
  const { margin, steps = [] } = seriesOf(table) ?? {};
  if (!margin) return null;
  return steps.length === 0
    ? { apply: "MEAN_OF_LAST", to: [margin, latest] }
    : { apply: "MEAN_OF_LATEST", to: [margin, realDatesOf(table, "period")!, latest] };
}

/** Where the gross margin comes from. */
export const marginNote = (table: Source): string[] =>
  table.columns.flatMap(({ meaning, header }) =>
    meaning === "margin" ? [`The gross margin is the mean of the last ${latest} values of “${header}”.`] : [],
  );
