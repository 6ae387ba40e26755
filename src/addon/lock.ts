import { refusal } from "../core/refusal";

/** How long to wait for somebody else's work to end, in milliseconds. */
const longestWait = 10_000;

/** Does work that writes while nobody else's does in this spreadsheet: two halves of two works would mix. */
export function alone<Result>(work: () => Result): Result {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock && !lock.tryLock(longestWait))
    throw refusal(
      "CLV is at work in this spreadsheet already, for you in another window or for somebody else. Nothing was changed: wait a minute, then try again",
    );
  try {
    const result = work();
    // Others must find what was written.
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock?.releaseLock();
  }
}
