import type { IWorkbookData } from "@univerjs/core";
import { del, get, set } from "idb-keyval";

const KEY = "local-workbook";

/** What is kept in this browser. */
export interface Kept {
  readonly snapshot: IWorkbookData;
  /** True where the workbook has changes that are in no file. */
  readonly edited: boolean;
}

/** The workbook kept in this browser; undefined at the first visit, or where the browser keeps nothing. */
export async function keptWorkbook(): Promise<Kept | undefined> {
  const left = textLeft();
  if (!left) return get<Kept>(KEY).catch(() => undefined);
  await keepWorkbook(left).catch(() => undefined);
  return left;
}

/** Keeps the workbook in the browser's database, which has room for large ones. */
export async function keepWorkbook(kept: Kept): Promise<void> {
  await set(KEY, kept);
  localStorage.removeItem(KEY);
}

/** Puts a workbook that cannot be opened out of the way, where it stays until the next one. */
export async function setAside(): Promise<void> {
  const kept = await keptWorkbook();
  await set(`${KEY}-set-aside`, kept);
  await del(KEY);
}

/**
 * Whether this page alone has the workbook open. Of two pages each would write over what the other one keeps, so the
 * second does not keep anything; a page that is being reloaded gives way within a moment.
 */
export function isOnlyPage(): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(GIVING_WAY_MS);
    const forever = () => {
      resolve(true);
      return new Promise(() => undefined);
    };
    navigator.locks.request(KEY, { signal }, forever).catch(() => resolve(false));
  });
}

const GIVING_WAY_MS = 1500;

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

function textLeft(): Kept | undefined {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}
