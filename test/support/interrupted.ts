import { usualWays } from "../../src/workbook/services/ways/ways";
import type { Workbook } from "./workbook";

/** What Sheets says where a script has had its six minutes, or a service gives up. */
export const timedOut = "Service Spreadsheets timed out";

/**
 * Runs something of which the k-th call of SpreadsheetApp, or of what it gave, fails, and all after it too, as where
 * Apps Script stops a script; or that call alone. Returns whether any failed.
 */
export function stoppedAt(
  { book }: Workbook,
  k: number,
  run: () => void,
  failing: "from then on" | "once" = "from then on",
): boolean {
  let isStopped = false;
  book.ways.fails = (call) => {
    if (failing === "once" ? call !== k : call < k) return undefined;
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

/** Does something for each call at which a run may be stopped, or each few, until none is left; returns how many there are. */
export function atEachCall(step: (k: number) => boolean, by = 1): number {
  let k = 1;
  while (step(k)) k += by;
  return k - 1;
}
