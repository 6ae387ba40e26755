import { useState } from "preact/hooks";
import type { KnownTable } from "../addon/protocol";
import type { Answer } from "../answers/answer";
import { Cards } from "./Cards";
import { columnLetters } from "../sheet/a1";
import { meanings } from "../answers/meanings";
import { Assumptions } from "./Assumptions";
import { NotationQuestion, openColumn } from "./NotationQuestion";
import { insertTable } from "./Inserting";
import { Notes } from "./Notes";
import { ReportSection } from "./ReportSection";
import { ShareSection } from "./ShareSection";
import { type Data, requestOf } from "./data";
import { ask } from "./server";
import { useAnswer, useAsked } from "./useAsked";
import { shapeLabel, sureness } from "./words";

export function AnswerView({ data }: { readonly data: Data }) {
  const { table, tables: all, active } = data;
  const { value: answer, failure } = useAnswer(data);
  const [isStopped, setStopped] = useState(false);
  const usable = all.filter(({ isUsable }) => isUsable);
  const asking = all.find((one) => openColumn(one) && (one.tab === active || usable.length === 0));
  if (asking && !usable.some(({ tab }) => tab === asking.tab))
    return <OpenQuestion data={data} table={asking} />;
  if (!table || !table.isUsable) return <NothingFound data={data} />;
  if (isStopped) {
    return (
      <section class="waiting">
        <p>Stopped. Nothing was written.</p>
        <button type="button" class="primary" onClick={() => setStopped(false)}>
          Calculate the value
        </button>
      </section>
    );
  }
  const isGuess = table.confidence === "low" && doubtfulIn(table).length > 0;
  return (
    <>
      {table.tab !== active && <Elsewhere tables={all.filter(({ tab }) => tab === active)} />}
      <SourceChoice data={data} />
      {!isGuess && <Doubtful table={table} />}
      {failure && (
        <p class="caution">The value could not be calculated: {failure}. Look at the columns under Data.</p>
      )}
      {!failure && answer === undefined && <Working cancel={() => setStopped(true)} />}
      {isGuess && <Guess table={table} data={data} />}
      {answer && !isGuess && <Cards answer={answer} data={data} />}
      {answer === null && <NoValue data={data} table={table} />}
      <Assumptions data={data} answer={answer} />
      {answer && !isGuess && <Tables answer={answer} data={data} />}
      {answer && !isGuess && <ReportSection data={data} />}
      {answer && !isGuess && <ShareSection data={data} answer={answer} />}
    </>
  );
}

function Working({ cancel }: { readonly cancel: () => void }) {
  return (
    <section class="card placeholder">
      <p class="quiet">Calculating the value…</p>
      <progress aria-label="Calculating the value" />
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </section>
  );
}

function NothingFound({ data }: { readonly data: Data }) {
  return (
    <section>
      <h2>No revenue data found</h2>
      <p>
        A value needs rows of orders or invoices (customer, date, amount), of subscriptions (customer, start,
        end, MRR), a grid of customers × months, or monthly figures (revenue, customers, churn).
      </p>
      <p>
        {data.tables.length > 0
          ? "If a tab has them, say under Data what its columns mean."
          : "Put them on a tab of this spreadsheet, then reopen this sidebar."}
      </p>
      <ul class="notes">
        {data.tables.flatMap((one) =>
          shortcomings(one).map((note) => (
            <li key={`${one.tab} ${note}`}>
              <strong>{one.tab}</strong>: {note}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

/** Why a table gives no value. */
const shortcomings = ({ shape, notes }: KnownTable): string[] =>
  shape ? [`Read as ${shapeLabel(shape)}; that alone does not give a value`, ...notes] : notes.slice();

/** Why the value is not from the tab that is open. */
function Elsewhere({ tables }: { readonly tables: readonly KnownTable[] }) {
  const reasons = tables.some(({ isUsable }) => isUsable) ? [] : tables.flatMap(shortcomings);
  if (reasons.length === 0) return null;
  return (
    <p class="caution">
      “{tables[0]!.tab}” gives no value. {reasons.map((reason) => `${reason}. `)}The value below is from
      another tab.
    </p>
  );
}

/** Columns that the value rests on, whose meaning is not certain. */
const doubtfulIn = ({ columns }: KnownTable) =>
  columns.filter(
    ({ meaning, confidence }) =>
      meaning && confidence !== "high" && !/^(segment|order|currency)$/.test(meaning),
  );

const takenIn = (table: KnownTable) =>
  doubtfulIn(table).map(
    ({ meaning, header, column, confidence }) =>
      `${meanings[meaning!]} = “${header || columnLetters(column)}” (${sureness[confidence]})`,
  );

function Doubtful({ table }: { readonly table: KnownTable }) {
  const taken = takenIn(table);
  return taken.length > 0 ? <p class="quiet">Check under Data: {taken.join(", ")}.</p> : null;
}

/** Asks whether the columns are what they are taken for, before a number rests on a guess. */
function Guess({ table, data }: { readonly table: KnownTable; readonly data: Data }) {
  const [isAsking, setAsking] = useState(false);
  const confirm = async () => {
    setAsking(true);
    let said = table;
    for (const { column } of doubtfulIn(table)) {
      const meaning = said.columns.find((one) => one.column === column)?.meaning ?? null;
      said = await ask("remapColumn", { table: said, column, meaning });
    }
    setAsking(false);
    data.replace(table, said);
  };
  return (
    <section class="card">
      <h2>Is this right?</h2>
      <p>These could be {shapeLabel(table.shape)}, but that is a guess:</p>
      <Notes texts={takenIn(table)} />
      <p class="actions">
        <button type="button" class="primary" disabled={isAsking} onClick={() => void confirm()}>
          Yes, show the value
        </button>
      </p>
      <p class="quiet">If not, say under Data what the columns mean.</p>
    </section>
  );
}

/** Why a table that was read still gives no value. */
function NoValue({ data, table }: { readonly data: Data; readonly table: KnownTable }) {
  const { value: why } = useAsked(() => ask("unreadable", requestOf(data)), [table]);
  if (why === undefined) return null;
  const notes = why === null ? shortcomings(table) : [`The rows cannot be read: ${why}`, ...table.notes];
  return (
    <section class="card">
      <h2>No value yet</h2>
      <Notes texts={notes} />
    </section>
  );
}

function OpenQuestion({ data, table }: { readonly data: Data; readonly table: KnownTable }) {
  return (
    <section>
      <h2>{table.tab}</h2>
      <NotationQuestion data={data} table={table} column={openColumn(table)!} />
    </section>
  );
}

function SourceChoice({ data }: { readonly data: Data }) {
  const { tables: all, table, choose } = data;
  const choices = all.filter(({ isUsable }) => isUsable);
  return (
    <div class="field">
      <label for="source">From</label>
      <select
        id="source"
        value={String(all.indexOf(table!))}
        onChange={(event) => choose(all[Number(event.currentTarget.value)]!)}
      >
        {choices.map((one) => (
          <option key={all.indexOf(one)} value={String(all.indexOf(one))}>
            {one.tab}: {shapeLabel(one.shape)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Tables({ answer, data }: { readonly answer: Answer; readonly data: Data }) {
  return (
    <section>
      <h2>Tables, each on a new tab</h2>
      <ul class="tables">
        {answer.tables.map((table) => (
          <li key={table.title}>
            <button type="button" onClick={() => void insertTable(table, answer, data)}>
              {table.title.replace("CLV ", "")}
            </button>
            <span class="quiet">{table.about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
