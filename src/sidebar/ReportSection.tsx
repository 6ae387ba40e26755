import { useRef, useState } from "preact/hooks";
import type { ReportRequest } from "../addon/protocol";
import type { ComputedTable } from "../report/dataTable";
import { type Data, requestOf } from "./data";
import type { Stop } from "./reading";
import { tellOutcome } from "./tellOutcome";
import { ask } from "./server";

interface Progress {
  readonly title: string;
  readonly done: number;
  readonly of: number;
}

/** Builds part after part, and says which; undefined where it was stopped before anything was written. */
async function build(
  request: ReportRequest,
  stop: Stop,
  tell: (progress: Progress) => void,
): Promise<string | undefined> {
  tell({ title: "Looking at the data", done: 0, of: 1 });
  const plan = await ask("planReport", request);
  if (!plan) return "Nothing was built: this table gives no value.";
  const tables: ComputedTable[] = [];
  for (const [part, { title }] of plan.parts.entries()) {
    if (stop.isAsked) return undefined;
    tell({ title, done: part, of: plan.parts.length + 1 });
    tables.push(...(await ask("reportPart", { plan, part, done: tables })));
  }
  if (stop.isAsked) return undefined;
  tell({ title: "Writing", done: plan.parts.length, of: plan.parts.length + 1 });
  return (await ask("writeReport", { plan, done: tables })).message;
}

/** Builds the report on a tab of its own. */
export function ReportSection({ data }: { readonly data: Data }) {
  const [progress, setProgress] = useState<Progress>();
  const stop = useRef<Stop>({ isAsked: false });
  const start = async (mode: ReportRequest["mode"]) => {
    stop.current = { isAsked: false };
    const work = async () => {
      const message = await build({ ...requestOf(data), mode }, stop.current, setProgress);
      if (message) data.refresh();
      return { message: message ?? "Stopped. Nothing was written." };
    };
    await tellOutcome(data.notify, work, "Not built: ");
    setProgress(undefined);
  };
  return (
    <section>
      <h2>Report to print or share</h2>
      {progress ? (
        <>
          <p class="quiet">{progress.title}…</p>
          <progress max={progress.of} value={progress.done} aria-label="Parts of the report" />
          <p class="actions">
            <button type="button" onClick={() => (stop.current.isAsked = true)}>
              Cancel
            </button>
          </p>
        </>
      ) : (
        <p class="actions">
          <button type="button" onClick={() => void start("live")}>
            Build with live formulas
          </button>
          <button type="button" onClick={() => void start("fixed")}>
            Build with fixed values
          </button>
        </p>
      )}
    </section>
  );
}
