import type { KnownTable } from "../addon/protocol";
import { rowOf } from "../answers/columns";
import { columnLetters } from "../sheet/a1";
import { meanings } from "../answers/meanings";
import { plural } from "../answers/sentence";
import type { Figure } from "../recipe/figure";
import type { FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { Notes } from "./Notes";
import { NotationQuestion } from "./NotationQuestion";
import { type Data, requestOf } from "./data";
import { inWords } from "./format";
import { TroubleSection } from "./TroubleSection";
import { keepSetup } from "./keeping";
import { ask } from "./server";
import { useAnswer, useAsked } from "./useAsked";
import { lacking, shapeLabel, sureness } from "./words";

export function DataView({ data, read }: { readonly data: Data; readonly read: () => void }) {
  const { value: answer } = useAnswer(data);
  const isMain = (table: KnownTable) => table.shape !== undefined || data.isCorrected(table);
  const others = data.tables.filter((table) => !isMain(table));
  const shown = (table: KnownTable) => (
    <Table key={`${table.tab} ${table.firstRow} ${table.columns[0]?.column}`} table={table} data={data} />
  );
  return (
    <>
      <section>
        <h2>Tables found</h2>
        {data.tables.length === 0 && (
          <p>
            No tab has a table. Add rows with a header row, such as orders with customer, date and amount,
            then read the tabs again.
          </p>
        )}
        {data.tables.filter(isMain).map(shown)}
        {others.length > 0 && (
          <details>
            <summary>{plural(others.length, "other table")}</summary>
            {others.map(shown)}
          </details>
        )}
        <p class="actions">
          <button type="button" onClick={read}>
            Read the tabs again
          </button>
          {answer && (
            <button type="button" onClick={() => void keepSetup(answer, data)}>
              Keep in CLV Setup
            </button>
          )}
        </p>
      </section>
      {data.table && <Check data={data} table={data.table} />}
      <TroubleSection data={data} />
    </>
  );
}

function Table({ table, data }: { readonly table: KnownTable; readonly data: Data }) {
  const isOpen = table === data.table || data.isCorrected(table);
  const { isAcross, firstRow, lastRow } = table;
  const rows = isAcross
    ? `columns ${columnLetters(firstRow)} to ${columnLetters(lastRow)}`
    : `rows ${firstRow} to ${lastRow}`;
  return (
    <details open={isOpen}>
      <summary>
        {table.tab} <span class="quiet">{table.missing ? "not complete" : shapeLabel(table.shape)}</span>
      </summary>
      <p class="quiet">
        {rows}
        {table.shape && `; ${sureness[table.confidence]}`}
      </p>
      {table.missing && (
        <p class="caution" role="status">
          {lacking(table).map((lack) => `${lack}. `)}
          Choose it below: until then, this table gives no value.
        </p>
      )}
      <Notes texts={table.notes} />
      {table.columns
        .filter(({ kind, column }) => kind !== "blank" && !isMonth(table, column))
        .map((column) => (
          <Column key={column.column} column={column} table={table} data={data} />
        ))}
      {table.months && (
        <p>
          Months: columns {columnLetters(table.months.first)} to {columnLetters(table.months.last)}
        </p>
      )}
    </details>
  );
}

const isMonth = ({ months }: FoundTable, column: number) =>
  months !== undefined && column >= months.first && column <= months.last;

function Column({
  column,
  table,
  data,
}: {
  readonly column: FoundColumn;
  readonly table: KnownTable;
  readonly data: Data;
}) {
  const remap = async (meaning: Meaning | null) =>
    data.replace(table, await ask("remapColumn", { table, column: column.column, meaning }));
  const id = `column-${table.tab}-${table.firstRow}-${column.column}`;
  const notation = { locale: data.locale, currency: "", period: "" };
  const samples = column.samples.map((cell) => inWords(cell, notation)).join(" · ");
  return (
    <div class="column">
      <label for={id}>
        {column.header ||
          (table.isAcross ? `Row ${column.column}` : `Column ${columnLetters(column.column)}`)}
        {column.meaning && <span class={`sureness ${column.confidence}`}>{sureness[column.confidence]}</span>}
      </label>
      <select
        id={id}
        value={column.meaning ?? ""}
        onChange={(event) => void remap((event.currentTarget.value || null) as Meaning | null)}
      >
        <option value="">not used</option>
        {Object.entries(meanings).map(([meaning, words]) => (
          <option key={meaning} value={meaning}>
            {words}
          </option>
        ))}
      </select>
      <span class="quiet samples">{samples}</span>
      <NotationQuestion data={data} table={table} column={column} />
    </div>
  );
}

function Check({ data, table }: { readonly data: Data; readonly table: KnownTable }) {
  const { value: figure, failure } = useAsked(
    () => ask("checkRows", requestOf(data)),
    [table, data.revision],
  );
  if (figure === null) return null;
  return (
    <section>
      <h2>Check of {table.tab}</h2>
      {failure || figure?.error ? <p class="caution">{failure || figure?.error}</p> : null}
      {!figure && !failure && <p class="quiet">Checking the rows…</p>}
      {figure && !figure.error && <Findings figure={figure} table={table} data={data} />}
    </section>
  );
}

const place = /\b(?:in |^)?row (\d+)/;

function Findings({
  figure,
  table,
  data,
}: {
  readonly figure: Figure;
  readonly table: KnownTable;
  readonly data: Data;
}) {
  const findings = figure.cells.slice(1).filter(([, , status]) => status !== "ok");
  const rows = Number(figure.cells[1]?.[1] ?? 0);
  const notation = { locale: data.locale, currency: "", period: "" };
  const select = (row: number) => {
    ask("selectCells", rowOf(table, row)).catch((error: Error) =>
      data.notify({ message: error.message, isError: true }),
    );
  };
  return (
    <>
      <p>
        {plural(rows, "row")} read
        {findings.length === 0 ? ", all in order." : "."}
      </p>
      <ul class="findings">
        {findings.map((cells) => {
          const [check, many, status, advice] = cells.map((cell) => inWords(cell, notation));
          const row = place.exec(advice!)?.[1];
          return (
            <li key={check} class={status}>
              <strong>
                {check}
                {many && many !== "0" ? `: ${many}` : ""}
              </strong>
              <span>{advice}</span>
              {row !== undefined && (
                <button type="button" class="link" onClick={() => select(Number(row))}>
                  Show row {row}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
