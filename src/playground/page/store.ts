import type { IWorkbookData } from "@univerjs/core";
import { get, set } from "idb-keyval";

const KEY = "workbook";

/** How long after the last change the workbook is kept. */
const QUIET_MS = 800;

/** What is kept in this browser. */
export interface Kept {
  readonly snapshot: IWorkbookData;
  /** True where the workbook has changes that are in no file. */
  readonly edited: boolean;
}

/** The workbook kept in this browser; undefined at the first visit, or where the browser keeps nothing. */
export async function keptWorkbook(): Promise<Kept | undefined> {
  return get<Kept>(KEY).catch(() => undefined);
}

/** Keeps the workbook in this browser, a moment after each change and when the page is left. */
export interface Keeper {
  readonly changed: () => void;
  /** Notes that the workbook is in a file now. */
  readonly saved: () => void;
  readonly edited: () => boolean;
  /** Keeps another workbook instead and opens it. */
  readonly replace: (snapshot: IWorkbookData) => Promise<void>;
}

export function createKeeper(snapshot: () => IWorkbookData, edited: boolean): Keeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    void set(KEY, { snapshot: snapshot(), edited } satisfies Kept).catch(() => undefined);
  };
  const keepPending = () => {
    if (timer !== undefined) keep();
  };
  addEventListener("pagehide", keepPending);
  document.addEventListener("visibilitychange", keepPending);
  return {
    edited: () => edited,
    saved: () => {
      edited = false;
      keep();
    },
    changed: () => {
      edited = true;
      clearTimeout(timer);
      timer = setTimeout(keep, QUIET_MS);
    },
    replace: async (other) => {
      clearTimeout(timer);
      timer = undefined;
      await set(KEY, { snapshot: other, edited: false } satisfies Kept);
      history.replaceState(null, "", location.pathname);
      location.reload();
    },
  };
}
