import type { Answer } from "../answers/answer";
import type { AskedSignal, NextStep } from "../answers/nextStep";
import { written } from "../answers/sentence";
import { Calls } from "./Calls";
import { type Data, type Shown, requestOf } from "./data";
import { figureInWords } from "./format";
import { insertTable } from "./Inserting";
import { keepSetup } from "./keeping";
import { ask } from "./server";
import { useAsked } from "./useAsked";

/** What to do next, worked out once the value is shown, since it takes longer. */
export function NextSteps(shown: Shown) {
  const { answer, data } = shown;
  const { headline, whatIf } = answer;
  const { value: steps, failure } = useAsked(
    () => ask("nextSteps", { ...requestOf(data), question: headline.question, whatIf }),
    [answer],
  );
  if (failure) return <p class="caution">The next steps could not be calculated: {failure}.</p>;
  if (!steps || steps.length === 0) return null;
  return (
    <section aria-label="What to do next">
      <h2>What to do next</h2>
      <ol class="steps">
        {steps.map((step) => (
          <Step key={step.title} step={step} {...shown} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, ...shown }: { readonly step: NextStep } & Shown) {
  const { title, said, tables, asked = [], candidates } = step;
  const { answer, data, notation } = shown;
  return (
    <li>
      <strong>{title}</strong>
      <span>{written(said, (one) => figureInWords(one, notation))}</span>
      {asked.map((signal) => (
        <Asked key={signal.key} signal={signal} answer={answer} data={data} />
      ))}
      {candidates && <Calls candidates={candidates} {...shown} />}
      {tables.map((table) => (
        <button
          key={table.title}
          type="button"
          class="link"
          onClick={() => void insertTable(table, answer, data)}
        >
          Insert the table {table.title.replace("CLV ", "")}
        </button>
      ))}
    </li>
  );
}

/** Asks what more of a signal means, and keeps it on the setup tab. */
function Asked({
  signal,
  answer,
  data,
}: {
  readonly signal: AskedSignal;
  readonly answer: Answer;
  readonly data: Data;
}) {
  const { key, name, weight } = signal;
  const id = `signal-${key}`;
  const keep = (value: number) => {
    const lines = answer.setup.lines.map((line) => (line.key === key ? { ...line, value } : line));
    void keepSetup({ ...answer, setup: { ...answer.setup, lines } }, data);
  };
  return (
    <div class="field inline">
      <label for={id}>More {name} is</label>
      <select id={id} value={String(weight)} onChange={(event) => keep(Number(event.currentTarget.value))}>
        <option value="0">no answer: left out</option>
        <option value="1">better</option>
        <option value="-1">worse</option>
      </select>
    </div>
  );
}
