import type { Term } from "../recipe/term";
import { type Source, seriesOf } from "./series";

/** So many periods at the end of the data tell the margin of now. */
const latest = 12;

/** Gross margin where the data have it by period: the mean of the latest ones. */
export function marginFrom(table: Source): Term {
  const series = seriesOf(table);
  return series?.margin
    ? inlined({ apply: "MEAN_OF_LAST", to: [series.margin, latest] }, series.steps)
    : null;
}

/** Where the gross margin comes from. */
export const marginInWords = (table: Source): string[] =>
  table.columns.flatMap(({ meaning, header }) =>
    meaning === "margin" ? [`The gross margin is the mean of the latest ${latest} of “${header}”.`] : [],
  );

/** A term with the steps that it refers to written out, for a cell that has none. */
function inlined(term: Term, steps: readonly (readonly [name: string, term: Term])[]): Term {
  if (typeof term !== "object" || term === null) return term;
  if ("step" in term) {
    const at = steps.findIndex(([name]) => name === term.step);
    return inlined(steps[at]![1], steps.slice(0, at));
  }
  return "apply" in term ? { ...term, to: term.to.map((one) => inlined(one, steps)) } : term;
}
