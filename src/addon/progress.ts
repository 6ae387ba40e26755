/** Says what is being done now, such as "Reading “Orders”". */
export type Tell = (step: string) => void;

/** For work of which nobody needs to hear. */
export const inSilence: Tell = () => {};

/** In place of the last step, which would stay until someone clicks it. */
const over = 1;

/** Shows in a corner of the spreadsheet what is being done, until the work ends, however it does. */
export function withProgress<Result>(work: (tell: Tell) => Result): Result {
  let isShown = false;
  const show = (text: string, seconds: number) => {
    try {
      SpreadsheetApp.getActive().toast(text, "CLV", seconds);
    } catch {
      // No work stops for what is said in a corner, and no reason is lost for it.
    }
  };
  try {
    const result = work((step) => {
      isShown = true;
      show(`${step}…`, -1);
    });
    if (isShown) show("Done.", over);
    return result;
  } catch (error) {
    if (isShown) show("Stopped.", over);
    throw error;
  }
}

/** The same step for each of several things, saying which and how far. */
export function eachWithProgress<Item, Result>(
  items: readonly Item[],
  tell: Tell,
  words: (item: Item) => string,
  step: (item: Item) => Result,
): Result[] {
  return items.map((item, index) => {
    tell(items.length > 1 ? `${words(item)} (${index + 1} of ${items.length})` : words(item));
    return step(item);
  });
}
