import { refusal } from "../core/refusal";

/** How long to wait for someone else's work to end, in milliseconds. */
const longestWait = 10_000;

/**
 * Does work that writes while nobody else's does in this spreadsheet: two halves of two works would mix. The work flushes
 * at its end, so that others find what it wrote, and since Sheets may refuse only then.
 */
export function alone<Result>(work: () => Result): Result {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock && !lock.tryLock(longestWait))
    throw refusal(
      "CLV is already at work in this spreadsheet, in another window or for someone else. Nothing was changed: wait a minute, then try again",
    );
  try {
    return work();
  } finally {
    lock?.releaseLock();
  }
}
