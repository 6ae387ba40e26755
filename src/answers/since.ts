import type { SentCell } from "../sheet/sentCell";
import type { Held } from "./held";
import { wordsOf } from "./results";
import { type Target, aimWritten, standing, targets, verdictOf } from "./targets";

/** What each assumption is, by its key. */
type Assumed = Readonly<Record<string, SentCell | null>>;

/** A row of the history by the titles of its columns. */
export type Line = Readonly<Record<string, SentCell>>;

/** What the column of a figure is called that a target can be set for. */
const titleOf = ({ figure, unit }: Target) => (unit === "months" ? `${figure} (months)` : figure);

/** The figures of a row, each in its column; without a margin none that would be of revenue. */
export const figuresHeld = (held: readonly Held[], assumed: Assumed): Line =>
  Object.fromEntries(
    targets.map((target) => {
      const value = held.find(({ key }) => key === target.key)?.value ?? "";
      return [titleOf(target), target.needsMargin && (assumed["gross_margin"] ?? "") === "" ? "" : value];
    }),
  );

/** Since when each target is met or missed, by the rows of the history that are of the same data as the last, the oldest first. */
export function sinceWhen(rows: readonly Line[], aims: Assumed): string[] {
  const tabOf = (row: Line | undefined) => wordsOf(row?.["Tab"] ?? "");
  const own = rows.filter((row) => tabOf(row) === tabOf(rows[rows.length - 1]));
  return targets.flatMap((target) => {
    const aim = aims[target.key];
    return typeof aim === "number" ? (sinceOf(target, own, aim) ?? []) : [];
  });
}

function sinceOf(target: Target, rows: readonly Line[], aim: number): string | undefined {
  const title = titleOf(target);
  const verdicts = rows.map((row) => verdictOf(target, row[title] ?? "", aim));
  const last = rows[rows.length - 1]!;
  const verdict = verdicts[verdicts.length - 1] || undefined;
  if (!verdict) return undefined;
  const isSame = (row: number) => verdicts[row] === verdict && isComparable(target, rows[row]!, last);
  let first = rows.length - 1;
  while (first > 0 && isSame(first - 1)) first--;
  const count = rows.length - first;
  const words = standing(target, last[title] as number | string, verdict, aim);
  const since = `${target.figure} ${words} ${aimWritten(target, aim, "en-US")} since ${wordsOf(rows[first]!["Date"] ?? "")}`;
  // Nobody can tell what was before the first entry that has the figure.
  const isOpen = first === 0 || verdicts[first - 1] === "";
  return `${since}${isOpen ? " at least" : ""} (${count} ${count === 1 ? "entry" : "entries"})`;
}

/** Churn is a share of another time, and of others who are lost, where these differ. */
const isComparable = ({ key }: Target, row: Line, last: Line) =>
  key !== "target_churn" ||
  ["Period", "Lost after"].every((title) => wordsOf(row[title] ?? "") === wordsOf(last[title] ?? ""));
