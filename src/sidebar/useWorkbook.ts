import { useEffect, useRef, useState } from "preact/hooks";
import { type Stop, type Workbook, readWorkbook } from "./reading";

/** Where the reading of the workbook stands. */
export type Phase =
  | { readonly name: "reading"; readonly tab: string; readonly done: number; readonly of: number }
  | { readonly name: "ready"; readonly workbook: Workbook }
  | { readonly name: "stopped" }
  | { readonly name: "failed"; readonly message: string };

/** Reads the workbook once the page is there, again on request, and stops on request. */
export function useWorkbook() {
  const [phase, setPhase] = useState<Phase>({ name: "reading", tab: "", done: 0, of: 0 });
  const stop = useRef<Stop>({ isAsked: false });
  const read = () => {
    stop.current.isAsked = true;
    const own = (stop.current = { isAsked: false });
    const tell = (next: Phase) => !own.isAsked && setPhase(next);
    tell({ name: "reading", tab: "", done: 0, of: 0 });
    readWorkbook(own, (tab, done, of) => tell({ name: "reading", tab, done, of })).then(
      (workbook) => workbook && tell({ name: "ready", workbook }),
      (error: Error) => tell({ name: "failed", message: error.message }),
    );
  };
  useEffect(read, []);
  const cancel = () => {
    stop.current.isAsked = true;
    setPhase({ name: "stopped" });
  };
  return { phase, read, cancel };
}
