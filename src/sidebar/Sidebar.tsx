import { useEffect, useRef, useState } from "preact/hooks";
import type { Undo } from "../addon/protocol";
import { AtWork } from "./AtWork";
import { AnswerView } from "./AnswerView";
import { DataView } from "./DataView";
import { Incomplete } from "./Incomplete";
import { FormulasView } from "./FormulasView";
import type { Data, Notice, Notify } from "./data";
import type { Workbook } from "./reading";
import { lookAgain, useWhereabouts } from "./place";
import { tellOutcome } from "./tellOutcome";
import { ask } from "./server";
import { type Phase, useWorkbook } from "./useWorkbook";

const views = ["Answer", "Data", "Formulas"] as const;
type View = (typeof views)[number];

export function Sidebar() {
  const { phase, read, cancel } = useWorkbook();
  const [view, setView] = useState<View>("Answer");
  const [notice, setNotice] = useState<Notice>({ message: "" });
  const unread = phase.name === "ready" ? phase.workbook.unread.join("; ") : "";
  useEffect(() => {
    if (unread !== "") setNotice({ message: unread, isError: true });
  }, [unread]);
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
            <Ready
              workbook={phase.workbook}
              view={view}
              notify={setNotice}
              read={read}
              showData={() => setView("Data")}
            />
          ) : (
            <Waiting phase={phase} read={read} cancel={cancel} />
          )}
        </div>
      </main>
      <footer class={notice.isError ? "error" : ""}>
        <AtWork />
        <p role="status">{notice.message}</p>
        {notice.undo && <UndoButton undo={notice.undo} notice={notice} notify={setNotice} />}
      </footer>
    </>
  );
}

function UndoButton(props: { readonly undo: Undo; readonly notice: Notice; readonly notify: Notify }) {
  const { undo, notice, notify } = props;
  const take = async () => {
    const message = await ask("undoInsertion", undo);
    notice.refresh?.();
    lookAgain();
    return { message };
  };
  return (
    <button type="button" onClick={() => void tellOutcome(notify, take)}>
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
function firstChoice({ tables, active }: Workbook): number {
  const here = tables.findIndex(({ tab, isUsable }) => tab === active && isUsable);
  return here >= 0
    ? here
    : Math.max(
        0,
        tables.findIndex(({ isUsable }) => isUsable),
      );
}

function Ready(props: {
  readonly workbook: Workbook;
  readonly view: View;
  readonly notify: Notify;
  readonly read: () => void;
  readonly showData: () => void;
}) {
  const { workbook, view, notify, read, showData } = props;
  const [tables, setTables] = useState(workbook.tables);
  const [corrected, setCorrected] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState(() => firstChoice(workbook));
  const [changes, setChanges] = useState<Data["changes"]>({});
  const [revision, setRevision] = useState(0);
  const { place, isOwnDoing } = useWhereabouts();
  const active = place?.tab ?? workbook.active;
  const known = useRef(new Set(workbook.names));
  const data: Data = {
    locale: workbook.locale,
    active,
    tables,
    table: tables[chosen],
    changes,
    revision,
    notify: (notice) => {
      // A tab of results is not a source.
      if (notice.undo?.isNewTab) known.current.add(notice.undo.tab);
      notify(notice);
    },
    choose: (one) => {
      setChosen(tables.indexOf(one));
      setChanges({});
    },
    isCorrected: (one) => corrected.includes(tables.indexOf(one)),
    replace: (from, to) => {
      setTables(tables.map((one) => (one === from ? to : one)));
      setCorrected([...corrected, tables.indexOf(from)]);
      if (to.isUsable && !from.isUsable) setChosen(tables.indexOf(from));
    },
    assume: (key, value) => setChanges({ ...changes, [key]: value }),
    refresh: () => {
      setChanges({});
      setRevision(revision + 1);
    },
  };
  /** Goes on with the table of the tab that is open now, read where it is new; what was changed here is not lost for it. */
  const follow = async () => {
    if (!place || isOwnDoing || place.isOwnTab || Object.keys(changes).length > 0) return;
    const { tab } = place;
    let all = tables;
    if (!known.current.has(tab)) {
      known.current.add(tab);
      notify({ message: `Reading “${tab}”…` });
      const found = await ask("settle", { tables: await ask("readTab", tab), active: tab });
      all = [...tables, ...found];
      setTables(all);
      notify({ message: "" });
    }
    const here = all.findIndex((one) => one.tab === tab && one.isUsable);
    if (here < 0 || all[chosen]?.tab === tab) return;
    setChosen(here);
    notify({ message: `Now from “${tab}”, the open tab.` });
  };
  useEffect(() => {
    follow().catch((error: Error) => notify({ message: error.message, isError: true }));
  }, [place?.tab]);
  if (view === "Formulas") return <FormulasView data={data} />;
  if (view === "Data") return <DataView data={data} read={read} />;
  const { table } = data;
  if (table && !table.isUsable && data.isCorrected(table))
    return <Incomplete data={data} showData={showData} />;
  return <AnswerView data={data} />;
}
