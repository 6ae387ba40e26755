import { withoutEnd } from "../recipe/columns";
import type { Work } from "./headline/headline";
import type { Reading } from "./reading";
import { numberIn, recordsOf, wordsOf } from "./results";
import { plural } from "./sentence";

/** Rows that do not count, for one reason. */
export interface LeftOut {
  readonly reason: string;
  readonly rows: number;
  readonly amount: number;
}

/** Reasons that say nothing of the data. */
const ofCourse = [
  "Blank row",
  "Header again",
  "Heading",
  "Nothing filled in yet",
  "Added to the first row of its period",
];

const inSentence = (words: string) => words[0]!.toLowerCase() + words.slice(1);

/** How many rows of a table do not count, and why. */
export function leftOutOf({ asRead }: Reading, work: Work): LeftOut[] {
  if (!asRead) return [];
  const [found] = work({ apply: "CLV_ROWS_LEFT_OUT", to: asRead });
  return recordsOf(found!).flatMap((row) => {
    const [reason, rows] = [wordsOf(row["Reason"]), Number(row["Rows"])];
    return ofCourse.includes(reason) || !rows ? [] : [{ reason, rows, amount: numberIn(row["Amount"]) ?? 0 }];
  });
}

/** The same in a sentence. */
export function leftOutNote({ table }: Reading, leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  const what = table.isAcross ? "column" : "row";
  const list = leftOut.map(({ reason, rows }) => `${plural(rows, what)} (${inSentence(reason)})`);
  return [`Left out: ${list.join(", ")}.`];
}

/** Rows of subscriptions that are over, of which nobody says since when. */
export const endlessIn = (leftOut: readonly LeftOut[]): number =>
  leftOut.reduce((sum, { reason, rows }) => sum + (reason.endsWith(withoutEnd) ? rows : 0), 0);
