import type { Reading } from "./reading";
import type { Compute, Setup } from "./setup";

/** Reasons that say nothing of the data. */
const ofCourse = ["Blank row", "Header again", "Heading", "Nothing filled in yet"];

const inSentence = (words: string) => words[0]!.toLowerCase() + words.slice(1);

/** How many rows of a table do not count, and why. */
export function leftOutNote({ table, read }: Reading, setup: Setup, compute: Compute): string[] {
  if (!read) return [];
  const [found] = compute(setup, [{ steps: [], result: { apply: "CLV_ROWS_LEFT_OUT", to: read } }]);
  const reasons = found!.cells
    .slice(1)
    .flatMap(([reason, rows]) =>
      ofCourse.includes(reason as string) || !Number(rows)
        ? []
        : [{ reason: reason as string, rows: Number(rows) }],
    );
  if (reasons.length === 0) return [];
  const what = table.isAcross ? "column" : "row";
  const list = reasons.map(
    ({ reason, rows }) => `${rows} ${what}${rows === 1 ? "" : "s"} (${inSentence(reason)})`,
  );
  return [`Left out: ${list.join(", ")}.`];
}
