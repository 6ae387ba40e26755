import type { Answer } from "../answers/answer";
import type { ComputedFigure } from "../answers/figures";
import type { Fact } from "../answers/headline/headline";
import { type Sentence, plural, written } from "../answers/sentence";
import { aimWritten, standing, targetOf } from "../answers/targets";
import { useState } from "preact/hooks";
import { KeepChange } from "./Assumptions";
import { insertFormula } from "./Inserting";
import { Notes } from "./Notes";
import { NextSteps } from "./NextSteps";
import { usePlace } from "./place";
import { WhatIf } from "./WhatIf";
import { Sparkline } from "./Sparkline";
import { type Data, type Shown, notationOf, requestOf } from "./data";
import { ask } from "./server";
import { useAsked } from "./useAsked";
import { type Notation, cellFormat, change, figureInWords, inUnit, money, moneyAs, periodOf } from "./format";

/** The value in its limits, what stands next to it, and what makes it doubtful. */
export function Cards({ answer, data }: { readonly answer: Answer; readonly data: Data }) {
  const notation = notationOf(data, answer);
  const shown = { answer, data, notation };
  const course = courseOf(answer);
  return (
    <>
      <Value {...shown} course={course} />
      <Doubts doubts={answer.doubts} notation={notation} />
      <KindQuestion {...shown} />
      <OtherDay {...shown} />
      <Facts {...shown} facts={answer.headline.facts.length > 0 ? answer.headline.facts : course.facts} />
      <Beside said={answer.headline.beside} notation={notation} />
      {answer.headline.question === "shop" && <TodaysCustomers {...shown} />}
      {/* Another value is tried anew. */}
      <WhatIf key={JSON.stringify(answer.whatIf?.drivers)} {...shown} />
      {answer.costs.map((one) => (
        <Cost key={one.title} one={one} {...shown} />
      ))}
      <NextSteps {...shown} />
      <Notes texts={answer.cautions} />
    </>
  );
}

const inWords = (said: Sentence, notation: Notation) => written(said, (one) => figureInWords(one, notation));

/** What the periods show of a value that comes from them. */
function courseOf({ headline, trend, period }: Answer) {
  const [titles = [], ...rows] = headline.question === "contracts" ? (trend?.cells ?? []) : [];
  const last = rows[rows.length - 1];
  const latest = (title: string) => last?.[titles.indexOf(title)];
  const day = latest("Period");
  const fact = (title: string, of: string, unit: Fact["unit"], note: string): Fact => ({
    title,
    value: latest(of) ?? "",
    unit,
    note,
    term: null,
  });
  return {
    values: rows.map((row) => row[titles.indexOf("CLV")]).filter((value) => typeof value === "number"),
    until: typeof day === "object" ? day.date : "",
    changes: [latest("Change %"), latest("Year-ago change %")] as const,
    facts: last
      ? [
          fact("Per customer", "Revenue per customer", "money", `a ${period}`),
          fact("Churn", "Churn rate", "share", `a ${period}`),
          fact("Lifetime", "Lifetime", "periods", "1 ÷ churn"),
        ]
      : [],
  };
}

function Value({ answer, data, notation, course }: Shown & { readonly course: ReturnType<typeof courseOf> }) {
  const { headline, value, period } = answer;
  const { atLeast, low, high } = headline;
  const { values, until, changes } = course;
  const [byNow, byYear] = changes;
  const shown = atLeast ?? value.figure.cells[0]?.[0];
  return (
    <section class="card">
      <h2>
        {headline.title}
        {atLeast !== undefined && ", at least"}
      </h2>
      <p class="value">{inUnit(shown, "money", notation)}</p>
      {atLeast === undefined && low !== undefined && high !== undefined && (
        <p class="limits">
          {moneyAs(low, high, notation)} to {money(high, notation)} <span class="quiet">(90% sure)</span>
        </p>
      )}
      <p class="quiet">{inWords(headline.why, notation)}</p>
      <p class="quiet">{basisOf(answer, until, notation)}</p>
      {values.length > 1 && (
        <Sparkline
          values={values}
          label={`Value over time: ${money(values[0]!, notation)} at first, ${money(values[values.length - 1]!, notation)} now`}
        />
      )}
      {typeof byNow === "number" && (
        <p>
          {change(byNow, notation)} from the {period} before
          {typeof byYear === "number" && `, ${change(byYear, notation)} from a year ago`}
        </p>
      )}
      <KeepChange data={data} answer={answer} />
      <InsertButtons computed={value} answer={answer} data={data} until={until} isPrimary />
    </section>
  );
}

/** A margin is given, or computed from the data; what has been paid is still revenue. */
const isProfit = ({ assumed, relevant }: Answer) =>
  relevant.includes("gross_margin") && (assumed["gross_margin"] ?? 0) !== "";

/** What the value counts, and up to when. */
function basisOf(answer: Answer, until: string, notation: Notation): string {
  const basis = isProfit(answer) ? "Gross profit" : "Revenue, not profit";
  const { asOf, lostAfter, headline } = answer;
  const day = until ? `to ${periodOf(until, notation)}` : asOf ? `data as of ${asOf}` : "";
  const pause =
    headline.question === "contracts" && lostAfter
      ? `lost after ${plural(lostAfter, answer.period)} without a payment`
      : "";
  return [basis, day, pause].filter(Boolean).join("; ") + ".";
}

const mostDoubts = 3;

/** What makes the value doubtful: what matters most at once, the rest when asked for. */
function Doubts({ doubts, notation }: { readonly doubts: readonly Sentence[]; readonly notation: Notation }) {
  const [isOpen, setOpen] = useState(false);
  const texts = doubts.map((said) => inWords(said, notation));
  if (texts.length === 0) return null;
  return (
    <section aria-label="Before you rely on it">
      <ul class="notes doubts">
        {texts.slice(0, isOpen ? undefined : mostDoubts).map((text) => (
          <li key={text} class="caution">
            {text}
          </li>
        ))}
      </ul>
      {texts.length > mostDoubts && !isOpen && (
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {plural(texts.length - mostDoubts, "more note")}
        </button>
      )}
    </section>
  );
}

/** Asks how customers pay, where the rows alone do not tell. */
function KindQuestion({ answer, data }: Omit<Shown, "notation">) {
  if (!answer.isKindOpen) return null;
  return (
    <section class="caution">
      <p>Are these regular subscription payments? Some come at a steady interval.</p>
      <p class="actions">
        <button type="button" onClick={() => data.assume("kind", "billed")}>
          Yes
        </button>
        <button type="button" onClick={() => data.assume("kind", "shop")}>
          No, customers buy when they like
        </button>
      </p>
    </section>
  );
}

/** The other day that a list may be from, where it would change the value. */
function OtherDay({ answer, data, notation }: Shown) {
  const { other, asOf } = answer;
  if (!other) return null;
  return (
    <section class="caution">
      <p>
        The list counts as of {asOf}. Some contracts end after the last one starts: if the list is from{" "}
        {other.day}, and later ends are only ends of terms, the value is {money(other.value, notation)}.
      </p>
      <button type="button" onClick={() => data.assume("as_of", other.day)}>
        Use {other.day}
      </button>
    </section>
  );
}

interface ReachedProps extends Omit<Shown, "data"> {
  readonly figure: string;
  readonly before?: string;
}

/** What a figure is to its target, in words; nothing where that cannot be told. */
function Reached({ figure, before = "", answer, notation }: ReachedProps) {
  const target = targetOf(figure);
  const held = answer.held.find(({ key }) => key === target?.key);
  const aim = target && answer.assumed[target.key];
  if (!target || !held || held.verdict === "" || typeof aim !== "number") return null;
  const words = `${before}${standing(target, held.value, held.verdict, aim)} your target of ${aimWritten(target, aim, notation.locale)}.`;
  return <span class={held.verdict}>{words[0]!.toUpperCase() + words.slice(1)}</span>;
}

/** NRR, where the data tell it over a year. */
function Nrr({ answer, notation }: Omit<Shown, "data">) {
  const nrr = answer.held.find(({ key }) => key === "target_nrr")?.value;
  if (typeof nrr !== "number") return null;
  return (
    <p class="wide">
      <span>
        NRR <strong>{inUnit(nrr, "share", notation)}</strong>{" "}
        <span class="quiet">last 12 months, multiplied</span>
      </span>
      <Reached figure="NRR" answer={answer} notation={notation} />
    </p>
  );
}

function Facts({ facts, answer, notation }: Omit<Shown, "data"> & { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section class="card facts">
      {facts.map(({ title, value, unit, note }) => (
        <p key={title}>
          <span>{title}</span>
          <strong>{inUnit(value, unit, notation)}</strong>
          <span class="quiet">{note}</span>
        </p>
      ))}
      <Reached figure="Churn" before="Churn is " answer={answer} notation={notation} />
      <Nrr answer={answer} notation={notation} />
    </section>
  );
}

function Beside({ said, notation }: { readonly said: readonly Sentence[]; readonly notation: Notation }) {
  return (
    <>
      {said.map((one) => (
        <p key={inWords(one, notation)}>{inWords(one, notation)}</p>
      ))}
    </>
  );
}

/** What the customers of today will still bring, worked out once the value is shown, since it takes longer. */
function TodaysCustomers({ answer, data, notation }: Shown) {
  const { value: said } = useAsked(() => ask("todaysCustomers", requestOf(data)), [answer]);
  return said ? <p>{inWords(said, notation)}</p> : null;
}

/** What a figure with the acquisition cost shows, and what it is missing before it is judged. */
function Cost({ one, answer, data, notation }: Shown & { readonly one: ComputedFigure }) {
  const basis = isProfit(answer) ? "gross profit" : "revenue, not profit";
  const [value] = one.figure.cells[0] ?? [];
  return (
    <section class="card">
      <h2>
        {one.title} <span class="quiet">on {basis}</span>
      </h2>
      {one.figure.error ? (
        <p class="quiet">{withoutName(one.figure.error)}</p>
      ) : (
        <>
          <p class="value small">
            {value === "" ? "Not within that time" : inUnit(value, one.unit, notation)}
          </p>
          <Reached figure={one.title} answer={answer} notation={notation} />
          <p class="quiet">
            {one.title === "Payback"
              ? `Until the acquisition cost is paid back${value === 0 ? ": the first order does it" : ""}.`
              : `${answer.headline.title === "Customer lifetime value" ? "CLV" : "What a new customer brings in"} for each 1 spent on winning them.`}
          </p>
          {!isProfit(answer) && one === answer.costs[0] && (
            <p class="caution">
              Revenue pays nothing back: enter the gross margin under Assumptions before you judge this.
            </p>
          )}
          <InsertButtons computed={one} answer={answer} data={data} until="" />
        </>
      )}
    </section>
  );
}

/** A message without the name of the function that it is from. */
const withoutName = (message: string) => message.replace(/^CLV\w*: /, "");

function InsertButtons(props: {
  readonly computed: ComputedFigure;
  readonly answer: Answer;
  readonly data: Data;
  readonly until: string;
  readonly isPrimary?: boolean;
}) {
  const { computed, answer, data, until } = props;
  const place = usePlace();
  const { title, recipe, unit } = computed;
  const notation = notationOf(data, answer);
  const { headline } = answer;
  const isHeadline = computed === answer.value;
  const request = {
    setup: answer.setup,
    recipe,
    label: title,
    format: cellFormat(unit, notation),
    moneyFormat: cellFormat("money", notation),
    ...(isHeadline && {
      about: {
        table: headline.table ? { steps: [], result: headline.table } : null,
        lines: [
          ["Why", inWords(headline.why, notation)],
          ["Basis", basisOf(answer, until, notation)],
          ...(headline.low === undefined || headline.atLeast !== undefined
            ? []
            : [["Limits", "Low and High give the 90% range."] as const]),
          ["From", `the tab ${answer.source.tab}`],
          ...answer.doubts.map((said) => ["Note", inWords(said, notation)] as const),
        ] as const,
      },
    }),
  };
  const here = place?.isEmpty ? place.cell : undefined;
  const action = here ? `Insert in ${here}` : "Insert on a new tab";
  const put = (newTab: string | null) => void insertFormula(request, newTab, data);
  const name = isHeadline ? "CLV" : title;
  return (
    <p class="actions">
      <button
        type="button"
        class={props.isPrimary ? "primary" : ""}
        onClick={() => put(here ? null : name)}
        aria-label={`${action}: ${title}`}
      >
        {action}
      </button>
      {here && (
        <button type="button" class="link" onClick={() => put(name)}>
          On a new tab
        </button>
      )}
    </p>
  );
}
