import type { IWorkbookData } from "@univerjs/core";
import { isOnlyPage, keepWhileLeaving, keepWorkbook } from "./store";

/** How long after the last change the workbook is kept. */
const QUIET_MS = 500;

/** Keeps the workbook in this browser, a moment after each change and when the page is left. */
export interface Keeper {
  readonly changed: () => void;
  /** Notes that the workbook is in a file now. */
  readonly saved: () => void;
  readonly edited: () => boolean;
  /** Keeps another workbook instead and opens it. */
  readonly replace: (snapshot: IWorkbookData) => Promise<void>;
}

/**
 * A keeper of the open workbook.
 * @param edited whether it has changes already that are in no file
 * @param onFailure called where the browser refuses to keep it
 * @param onOther called where another page has it open, which keeps it
 */
export function createKeeper(
  snapshot: () => IWorkbookData,
  edited: boolean,
  onFailure: () => void,
  onOther: () => void,
): Keeper {
  let isKeeping = false;
  const decide = async () => {
    isKeeping = await isOnlyPage();
    if (!isKeeping) onOther();
  };
  const decided = decide();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Counts changes, so that a change during a write is not taken for written.
  let [changes, kept] = [0, 0];
  const write = async () => {
    await decided;
    if (!isKeeping) return;
    const written = changes;
    await keepWorkbook({ snapshot: snapshot(), edited });
    kept = written;
  };
  const soon = () => {
    changes++;
    clearTimeout(timer);
    timer = setTimeout(() => void write().catch(onFailure), QUIET_MS);
  };
  const leave = () => {
    if (isKeeping && kept !== changes) keepWhileLeaving({ snapshot: snapshot(), edited });
  };
  addEventListener("pagehide", leave);
  // a tab that is closed, or an app that is swiped away, may be hidden and no more
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  return {
    edited: () => edited,
    saved: () => {
      edited = false;
      soon();
    },
    changed: () => {
      edited = true;
      soon();
    },
    replace: async (other) => {
      await decided;
      if (!isKeeping) return onOther();
      clearTimeout(timer);
      await keepWorkbook({ snapshot: other, edited: false });
      kept = changes;
      history.replaceState(null, "", location.pathname);
      location.reload();
    },
  };
}
