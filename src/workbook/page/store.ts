import type { IWorkbookData } from "@univerjs/core";
import { get, set } from "idb-keyval";

const KEY = "local-workbook";

/** What is kept in this browser. */
export interface Kept {
  readonly snapshot: IWorkbookData;
  /** True where the workbook has changes that are in no file. */
  readonly edited: boolean;
}

/** The workbook kept in this browser; undefined at the first visit, or where the browser keeps nothing. */
export async function keptWorkbook(): Promise<Kept | undefined> {
  const left = takeLeft();
  if (!left) return get<Kept>(KEY).catch(() => undefined);
  await keepWorkbook(left).catch(() => undefined);
  return left;
}

/** Keeps the workbook in the browser's database, which has room for large ones. */
export function keepWorkbook(kept: Kept): Promise<void> {
  return set(KEY, kept);
}

/**
 * Keeps the workbook while the page is being left, when a database has no time to finish. The store used here writes
 * at once but has room for a few megabytes only; what does not fit is left to the database.
 */
export function keepWhileLeaving(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    void keepWorkbook(kept).catch(() => undefined);
  }
}

function takeLeft(): Kept | undefined {
  try {
    const text = localStorage.getItem(KEY);
    localStorage.removeItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}
