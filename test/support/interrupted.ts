import { usualWays } from "../../src/workbook/services/ways/ways";
import type { Workbook } from "./workbook";

/** What Sheets says where a script has had its six minutes, or a service gives up. */
export const timedOut = "Service Spreadsheets timed out";

/** Calls that change something, or after which Sheets may refuse what was changed; what is left behind depends on them alone. */
const changes =
  /^(set|clear|merge|break|insert|delete|remove|update|hide|rename|copy|append|auto|activate|flush)/;

/**
 * Runs something of which the k-th call fails that changes something, by SpreadsheetApp or what it gave, and all calls
 * after it too, as where Apps Script stops a script; or that call alone. Returns whether any failed.
 */
export function stoppedAt(
  { book }: Workbook,
  k: number,
  run: () => void,
  failing: "from then on" | "once" = "from then on",
): boolean {
  let [count, isStopped] = [0, false];
  book.ways.fails = (_, name) => {
    const isNext = changes.test(name) && ++count === k;
    if (!isNext && (failing === "once" || !isStopped)) return undefined;
    isStopped = true;
    return timedOut;
  };
  try {
    run();
  } catch (error) {
    if (!isStopped) throw error;
  } finally {
    book.ways.fails = usualWays().fails;
  }
  return isStopped;
}

/** How many calls there are at which something may be stopped. */
export function stepsOf(workbook: Workbook, run: () => void): number {
  let steps = 0;
  workbook.book.ways.fails = (_, name) => {
    if (changes.test(name)) steps++;
    return undefined;
  };
  run();
  workbook.book.ways.fails = usualWays().fails;
  return steps;
}

/** Whether a person asks for each step, however long it takes. */
export const isEachAsked = process.env["EVERY_STEP"] !== undefined;

/**
 * Does something for each call at which a run may be stopped until none is left; returns how many there are. Where that
 * takes minutes, for one in a few of them from a given one on, unless a person asks for each: EVERY_STEP=1 npx jest -c
 * build/jest.cjs interruptions cleanData selfTest.
 */
export function atEachCall(step: (k: number) => boolean, oneIn = 1, from = 1): number {
  let k = isEachAsked ? 1 : from;
  while (step(k)) k += isEachAsked ? 1 : oneIn;
  return k - 1;
}
