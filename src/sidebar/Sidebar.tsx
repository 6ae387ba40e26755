import { useEffect, useState } from "preact/hooks";
import type { SavedSetting, Undo } from "../addon/protocol";
import { usable } from "../answers/figures";
import { restored } from "../answers/restore";
import type { FoundTable } from "../recognition/types";
import { AnswerView } from "./AnswerView";
import { DataView } from "./DataView";
import { FormulasView } from "./FormulasView";
import { type Assumed, firstAssumptions } from "./answering";
import type { Reading } from "./reading";
import { ask } from "./server";
import { type Phase, useWorkbook } from "./useWorkbook";

/** What the person is told at the foot of the sidebar, and what takes the last step back. */
export interface Notice {
  readonly message: string;
  readonly isError?: boolean;
  readonly undo?: Undo | null;
  /** What is to be read again once it is taken back. */
  readonly refresh?: () => Promise<void>;
}

export type Notify = (notice: Notice) => void;

/** What every view works on. */
export interface Data {
  readonly reading: Reading;
  readonly tables: readonly FoundTable[];
  readonly table: FoundTable | undefined;
  readonly assumed: Assumed;
  /** What the setup tab held when it was last read. */
  readonly saved: readonly SavedSetting[];
  readonly choose: (table: FoundTable) => void;
  readonly change: (from: FoundTable, to: FoundTable) => void;
  readonly assume: (key: string, value: number | string | null) => void;
  readonly notify: Notify;
  /** Reads the setup tab again, after something was written to it. */
  readonly refresh: () => Promise<void>;
}

const views = ["Answer", "Data", "Formulas"] as const;
type View = (typeof views)[number];

export function Sidebar() {
  const { phase, read, cancel } = useWorkbook();
  const [view, setView] = useState<View>("Answer");
  const [notice, setNotice] = useState<Notice>({ message: "" });
  return (
    <>
      <header>
        <h1>Customer lifetime value</h1>
        <div role="tablist" aria-label="CLV">
          {views.map((name, index) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={view === name}
              aria-controls="view"
              tabIndex={view === name ? 0 : -1}
              onClick={() => setView(name)}
              onKeyDown={(event) => {
                const by = { ArrowRight: 1, ArrowLeft: views.length - 1 }[event.key];
                if (!by) return;
                const next = views[(index + by) % views.length]!;
                setView(next);
                document.getElementById(`tab-${next}`)?.focus();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      </header>
      <main>
        <div id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
          {phase.name === "ready" ? (
            <Ready reading={phase.reading} view={view} notify={setNotice} read={read} />
          ) : (
            <Waiting phase={phase} read={read} cancel={cancel} />
          )}
        </div>
      </main>
      <footer class={notice.isError ? "error" : ""}>
        <p role="status">{notice.message}</p>
        {notice.undo && <UndoButton undo={notice.undo} notice={notice} notify={setNotice} />}
      </footer>
    </>
  );
}

function UndoButton(props: { readonly undo: Undo; readonly notice: Notice; readonly notify: Notify }) {
  const { undo, notice, notify } = props;
  const take = async () => {
    try {
      notify({ message: await ask("undoInsertion", undo) });
      await notice.refresh?.();
    } catch (error) {
      notify({ message: (error as Error).message, isError: true });
    }
  };
  return (
    <button type="button" onClick={() => void take()}>
      Undo
    </button>
  );
}

function Waiting({
  phase,
  read,
  cancel,
}: {
  readonly phase: Exclude<Phase, { readonly name: "ready" }>;
  readonly read: () => void;
  readonly cancel: () => void;
}) {
  if (phase.name === "reading") {
    const place = phase.tab
      ? `Reading “${phase.tab}”, tab ${phase.done + 1} of ${phase.of}…`
      : "Looking for revenue data…";
    return (
      <section class="waiting">
        <p>{place}</p>
        <progress max={phase.of || 1} value={phase.done} aria-label="Tabs read" />
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </section>
    );
  }
  return (
    <section class="waiting">
      <p>
        {phase.name === "stopped"
          ? "Stopped. Nothing was written."
          : `The tabs could not be read: ${phase.message}. Try again, or reload the spreadsheet.`}
      </p>
      <button type="button" class="primary" onClick={read}>
        Read the tabs
      </button>
    </section>
  );
}

/** The table of the tab that is open where it gives a value, else the first that does. */
function firstChoice(tables: readonly FoundTable[], active: string): number {
  const here = tables.findIndex((table) => table.tab === active && usable(table));
  return here >= 0 ? here : Math.max(0, tables.findIndex(usable));
}

function Ready({
  reading,
  view,
  notify,
  read,
}: {
  readonly reading: Reading;
  readonly view: View;
  readonly notify: Notify;
  readonly read: () => void;
}) {
  const [tables, setTables] = useState(() => restored(reading.tables, reading.saved));
  const [chosen, setChosen] = useState(() => firstChoice(tables, reading.active));
  const table = tables[chosen];
  const [assumed, setAssumed] = useState<Assumed>({});
  const [saved, setSaved] = useState(reading.saved);
  const base = table?.tab;
  useEffect(() => {
    if (table) setAssumed(firstAssumptions(table, tables, saved));
  }, [base, chosen]);
  const data: Data = {
    reading,
    tables,
    table,
    assumed,
    choose: (one) => setChosen(tables.indexOf(one)),
    change: (from, to) => setTables(tables.map((one) => (one === from ? to : one))),
    assume: (key, value) => setAssumed({ ...assumed, [key]: value }),
    notify,
    saved,
    refresh: async () => {
      const now = await ask("savedSetup", null);
      setSaved(now);
      if (table) setAssumed(firstAssumptions(table, tables, now));
    },
  };
  if (view === "Formulas") return <FormulasView data={data} />;
  if (view === "Data") return <DataView data={data} read={read} />;
  return <AnswerView data={data} />;
}
