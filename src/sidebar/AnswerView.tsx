import { useState } from "preact/hooks";
import type { KnownTable } from "../addon/protocol";
import type { Answer, ComputedFigure } from "../answers/answer";
import { letters } from "../recipe/kept";
import { meanings } from "../answers/meanings";
import { Assumptions } from "./Assumptions";
import { NotationQuestion, openColumn } from "./NotationQuestion";
import { insertFormula } from "./Inserting";
import { usePlace } from "./place";
import { ReportSection } from "./ReportSection";
import { ShareSection } from "./ShareSection";
import { Sparkline } from "./Sparkline";
import { type Data, notationOf } from "./data";
import { cellFormat, change, inUnit, money, periodOf, plural, share } from "./format";
import { useAnswer } from "./useAsked";
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
          Work out the value
        </button>
      </section>
    );
  }
  return (
    <>
      {table.tab !== active && <Elsewhere tables={all.filter(({ tab }) => tab === active)} />}
      <SourceChoice data={data} />
      <Doubtful table={table} />
      {failure && (
        <p class="caution">The value could not be worked out: {failure}. Look at the columns under Data.</p>
      )}
      {!failure && !answer && <Working cancel={() => setStopped(true)} />}
      {answer && <Cards answer={answer} data={data} />}
      <Assumptions data={data} answer={answer} />
      {answer && <Tables answer={answer} data={data} />}
      {answer && <ReportSection data={data} />}
      {answer && <ShareSection data={data} answer={answer} />}
    </>
  );
}

function Working({ cancel }: { readonly cancel: () => void }) {
  return (
    <section class="card placeholder">
      <p class="quiet">Working out the value…</p>
      <progress aria-label="Working out the value" />
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
          : "Put them on a tab of this spreadsheet, then open this sidebar again."}
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
  shape ? [`Read as ${shapeLabel(shape)}; that alone is not enough for a value`, ...notes] : notes.slice();

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
function Doubtful({ table }: { readonly table: KnownTable }) {
  const columns = table.columns.filter(
    ({ meaning, confidence }) =>
      meaning && confidence !== "high" && !/^(segment|order|currency)$/.test(meaning),
  );
  if (columns.length === 0) return null;
  const taken = columns.map(
    ({ meaning, header, column, confidence }) =>
      `${meanings[meaning!]} = “${header || letters(column)}” (${sureness[confidence]})`,
  );
  const isGuess = columns.some(({ confidence }) => confidence === "low");
  return <p class={isGuess ? "caution" : "quiet"}>Check under Data: {taken.join(", ")}.</p>;
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

function Cards({ answer, data }: { readonly answer: Answer; readonly data: Data }) {
  const notation = notationOf(data, answer);
  const [titles = [], ...rows] = answer.trend?.cells ?? [];
  const last = rows[rows.length - 1];
  const latest = (title: string) => last?.[titles.indexOf(title)];
  const values = rows.map((row) => row[titles.indexOf("CLV")]).filter((value) => typeof value === "number");
  const [period, churn] = [latest("Period"), latest("Churn rate")];
  const until = typeof period === "object" ? period.date : "";
  const [byNow, byYear] = [latest("Change %"), latest("Year-ago change %")];
  const basis = isProfit(answer) ? "Gross profit per customer" : "Revenue per customer, not profit";
  const { figure } = answer.value;
  return (
    <>
      <section class="card">
        <h2>{answer.value.title === "CLV" ? "Customer lifetime value" : answer.value.title}</h2>
        {figure.error ? (
          <p class="caution">{figure.error}</p>
        ) : (
          <p class="value">{inUnit(figure.cells[0]?.[0], "money", notation)}</p>
        )}
        <p class="quiet">
          {basis}
          {until && `; mean of ${plural(answer.window, answer.period)} to ${periodOf(until, notation)}`}
          {answer.lostAfter && `; lost after ${plural(answer.lostAfter, answer.period)} without a purchase`}
        </p>
        {values.length > 1 && (
          <Sparkline
            values={values}
            label={`Value over time: ${money(values[0]!, notation)} at first, ${money(values[values.length - 1]!, notation)} now`}
          />
        )}
        {typeof byNow === "number" && (
          <p>
            {change(byNow, notation)} against the {answer.period} before
            {typeof byYear === "number" && `, ${change(byYear, notation)} against a year ago`}
          </p>
        )}
        {!figure.error && <InsertButtons computed={answer.value} answer={answer} data={data} isPrimary />}
      </section>
      {last && !figure.error && (
        <section class="card facts">
          <Fact
            title="Per customer"
            value={inUnit(latest("Revenue per customer"), "money", notation)}
            unit={`a ${answer.period}`}
          />
          <Fact
            title="Churn"
            value={typeof churn === "number" ? share(churn, notation) : "–"}
            unit={`a ${answer.period}`}
          />
          <Fact title="Lifetime" value={inUnit(latest("Lifetime"), "periods", notation)} unit="1 ÷ churn" />
        </section>
      )}
      {answer.costs.map((one) => (
        <section class="card" key={one.title}>
          <h2>{one.title}</h2>
          {one.figure.error ? (
            <p class="caution">{one.figure.error}</p>
          ) : (
            <>
              <p class="value small">{inUnit(one.figure.cells[0]?.[0], one.unit, notation)}</p>
              <p class="quiet">{costBasis(one.title, answer)}</p>
              <InsertButtons computed={one} answer={answer} data={data} />
            </>
          )}
        </section>
      ))}
      {answer.cautions.length > 0 && (
        <ul class="notes">
          {answer.cautions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A margin is given, or computed from the data. */
const isProfit = ({ assumed }: Answer) => (assumed["gross_margin"] ?? 0) !== "";

/** What a figure of cost rests on. */
function costBasis(title: string, answer: Answer): string {
  const { window, period } = answer;
  const basis = isProfit(answer) ? "gross profit" : "revenue, not profit";
  const mean = `mean of ${plural(window, period)}`;
  return title === "Payback"
    ? `Until the acquisition cost is paid back; basis: ${basis}, ${mean}`
    : `CLV for each 1 spent on winning a customer; basis: ${basis}, ${mean}`;
}

function Fact(props: { readonly title: string; readonly value: string; readonly unit: string }) {
  return (
    <p>
      <span>{props.title}</span>
      <strong>{props.value}</strong>
      <span class="quiet">{props.unit}</span>
    </p>
  );
}

function InsertButtons(props: {
  readonly computed: ComputedFigure;
  readonly answer: Answer;
  readonly data: Data;
  readonly isPrimary?: boolean;
}) {
  const { computed, answer, data } = props;
  const place = usePlace();
  const { title, recipe, unit } = computed;
  const notation = notationOf(data, answer);
  const request = {
    setup: answer.setup,
    recipe,
    label: title,
    format: cellFormat(unit, notation),
    moneyFormat: cellFormat("money", notation),
  };
  const here = place?.isEmpty ? place.cell : undefined;
  const action = here ? `Insert in ${here}` : "Insert on a new tab";
  const put = (newTab: string | null) => void insertFormula(request, newTab, data);
  return (
    <p class="actions">
      <button
        type="button"
        class={props.isPrimary ? "primary" : ""}
        onClick={() => put(here ? null : title)}
        aria-label={`${action}: ${title}`}
      >
        {action}
      </button>
      {here && (
        <button type="button" class="link" onClick={() => put(title)}>
          On a new tab
        </button>
      )}
    </p>
  );
}

function Tables({ answer, data }: { readonly answer: Answer; readonly data: Data }) {
  const notation = notationOf(data, answer);
  const request = {
    setup: answer.setup,
    label: "",
    format: "",
    moneyFormat: cellFormat("money", notation),
  };
  return (
    <section>
      <h2>Tables, each on a new tab</h2>
      <ul class="tables">
        {answer.tables.map(({ title, about, recipe }) => (
          <li key={title}>
            <button type="button" onClick={() => void insertFormula({ ...request, recipe }, title, data)}>
              {title.replace("CLV ", "")}
            </button>
            <span class="quiet">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
