// How the pages are searched: the same where the index is made and in the browser.
import type { Options } from "minisearch";

/** A part of a page, from one heading to the next. */
export interface Part {
  /** Its address from the home page. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
  /** What else people call it. */
  readonly terms: string;
}

/** Words of questions that say nothing of what is asked for. */
const silent = new Set(
  "a an and are as at be by can do does for from has have how i if in is it its me my of on or than that the then there these this to us was we what when where which who why will with you your".split(
    " ",
  ),
);

export const searchOptions: Options<Part> = {
  fields: ["title", "page", "text", "terms"],
  storeFields: ["title", "page"],
  processTerm: (term) => {
    const word = term.toLowerCase();
    return silent.has(word) ? null : word;
  },
  searchOptions: {
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    boost: { title: 4, page: 2, terms: 1.5 },
  },
};
