import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../answers/answer";
import type { Data } from "./data";
import { sharePrecisely } from "./format";
import { keepSetup } from "./keeping";
import { type Typed, readCount, readMoney, readShare } from "./typed";
import { currencies } from "./words";

type Key = keyof typeof fields;

type Field =
  | { readonly label: string; readonly read: (name: string, text: string) => Typed }
  | { readonly label: string; readonly choices: readonly string[] }
  | { readonly label: string; readonly isDay: true };

/** Labels say PERIODS where the periods of the data are meant. */
const fields = {
  gross_margin: { label: "Gross margin", read: readShare },
  cac: { label: "Acquisition cost", read: readMoney },
  window: { label: "Average over, in PERIODS", read: readCount },
  inactive_after: { label: "Lost after, in PERIODS", read: readCount },
  period: { label: "Period", choices: ["week", "month", "quarter", "year"] },
  as_of: { label: "Data as of", isDay: true },
  currency: { label: "Currency", choices: ["", ...currencies] },
  discount_rate: { label: "Discount a year", read: readShare },
  horizon: { label: "Horizon, in months", read: readCount },
} as const satisfies Readonly<Record<string, Field>>;

/** Those that do something for these data: only lists with ends are from a day, all other rows carry their own. */
const relevantTo = ({ table }: Data): Key[] =>
  (Object.keys(fields) as Key[]).filter((key) => key !== "as_of" || table?.shape === "subscriptions");

const labelOf = (key: string, period: string) =>
  (fields[key as Key] ?? { label: key }).label.replace("PERIODS", `${period}s`);

interface Props {
  readonly data: Data;
  readonly answer: Answer | null | undefined;
}

/** What the figures rest on, to be changed. */
export function Assumptions({ data, answer }: Props) {
  // While the next answer is worked out, fields show what they held.
  const latest = useRef(answer);
  if (answer) latest.current = answer;
  const { assumed = {}, period = "month" } = latest.current ?? {};
  return (
    <section>
      <h2>Assumptions</h2>
      {relevantTo(data).map((key) => (
        <Assumption key={key} name={key} label={labelOf(key, period)} data={data} assumed={assumed} />
      ))}
      <KeepChange data={data} answer={answer} />
      <p class="quiet">
        Kept on the tab CLV Setup with the first thing you insert. Change a cell there, and every result
        follows.
      </p>
    </section>
  );
}

/** One button that keeps what was changed here, and one that takes it back; nothing where nothing was changed. */
export function KeepChange({ data, answer }: Props) {
  const changed = Object.keys(data.changes);
  if (changed.length === 0) return null;
  const names = changed.map((key) => labelOf(key, answer?.period ?? "month").replace(/, in .*/, ""));
  return (
    <div class="changed">
      <p>Changed here only: {names.join(", ")}. Cells still use CLV Setup.</p>
      <p class="actions">
        <button type="button" disabled={!answer} onClick={() => void keepSetup(answer!, data)}>
          Keep in CLV Setup
        </button>
        <button type="button" class="link" onClick={data.refresh}>
          Undo
        </button>
      </p>
    </div>
  );
}

interface AssumptionProps {
  readonly name: Key;
  readonly label: string;
  readonly data: Data;
  readonly assumed: Answer["assumed"];
}

function Assumption({ name, label, data, assumed }: AssumptionProps) {
  const field: Field = fields[name];
  const value = name in data.changes ? data.changes[name]! : assumed[name];
  const set = (given: string) => data.assume(name, given || null);
  if ("read" in field)
    return <Typing name={name} label={label} data={data} value={value} read={field.read} />;
  const isKnown = (choices: readonly string[]) => typeof value !== "string" || choices.includes(value);
  return (
    <div class="field inline">
      <label for={name}>{label}</label>
      {"choices" in field ? (
        <select
          id={name}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => set(event.currentTarget.value)}
        >
          {[...field.choices, ...(isKnown(field.choices) ? [] : [value as string])].map((choice) => (
            <option key={choice} value={choice}>
              {choice || "none"}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={name}
          type="date"
          value={typeof value === "object" && value !== null ? value.date : (value as string) || ""}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** A field for a number: says beside its name what it takes the text for, and below why it takes it for none. */
function Typing(props: {
  readonly name: Key;
  readonly label: string;
  readonly data: Data;
  readonly value: unknown;
  readonly read: (name: string, text: string) => Typed;
}) {
  const { name, label, data, value, read } = props;
  const written = (number: unknown) => {
    if (typeof number !== "number") return "";
    return read === readShare ? sharePrecisely(number, data.locale) : String(number);
  };
  const shown = written(value);
  const [text, setText] = useState(shown);
  const [fault, setFault] = useState("");
  useEffect(() => {
    setText(shown);
    setFault("");
  }, [shown]);
  const typed = read(label, text);
  const taken = "value" in typed ? written(typed.value) : "";
  const commit = () => {
    if ("fault" in typed) return setFault(typed.fault);
    setFault("");
    if (taken === shown) return setText(shown);
    data.assume(name, typed.value);
  };
  return (
    <div class="field inline">
      <label for={name}>
        {label}
        {read === readShare && taken !== text && taken && <span class="taken"> = {taken}</span>}
      </label>
      <input
        id={name}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        placeholder={value === null && !(name in data.changes) ? "from data" : "not set"}
        value={text}
        aria-invalid={fault !== ""}
        aria-describedby={fault ? `${name}-fault` : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={commit}
      />
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
