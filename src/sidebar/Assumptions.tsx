import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../answers/answer";
import type { Data } from "./data";
import { sharePrecisely } from "./format";
import { keepSetup } from "./keeping";
import { TypedField } from "./NumberField";
import { type Typed, readCount, readGrowingShare, readMoney, readNumber, readShare } from "./typed";
import { currencies } from "./words";

type Key = keyof typeof fields;

type Field =
  | {
      readonly label: string;
      readonly read: (name: string, text: string) => Typed;
      /** Whether the data tell it where nobody does. */
      readonly isFromData?: boolean;
      readonly isTarget?: boolean;
    }
  | { readonly label: string; readonly choices: readonly (readonly [value: string, label: string])[] }
  | { readonly label: string; readonly isDay: true };

const alike = (values: readonly string[]) => values.map((value) => [value, value] as const);

/** Labels say PERIODS where the periods of the data are meant. Targets are a group of their own. */
const fields = {
  gross_margin: { label: "Gross margin", read: readShare },
  cac: { label: "Acquisition cost", read: readMoney },
  window: { label: "Average over, in PERIODS", read: readCount },
  inactive_after: { label: "Lost after, in PERIODS", read: readCount, isFromData: true },
  grace_days: { label: "Lost after, in days", read: readCount, isFromData: true },
  period: { label: "Period", choices: alike(["day", "week", "month", "quarter", "year"]) },
  as_of: { label: "Data as of", isDay: true },
  currency: { label: "Currency", choices: [["", "none"], ...alike(currencies)] },
  discount_rate: { label: "Discount a year", read: readShare },
  horizon: {
    label: "Horizon",
    choices: [
      ["", "from the data"],
      ...["12", "24", "36", "60"].map((months) => [months, `${months} months`] as const),
      ["forever", "forever"],
    ],
  },
  kind: {
    label: "Customers pay",
    choices: [
      ["", "from the data"],
      ["billed", "steadily, until they stop"],
      ["shop", "when they buy"],
    ],
  },
  target_ratio: { label: "LTV:CAC at least", read: readNumber, isTarget: true },
  target_payback: { label: "Payback within, in months", read: readNumber, isTarget: true },
  target_nrr: { label: "NRR a year at least", read: readGrowingShare, isTarget: true },
  target_churn: { label: "Churn at most", read: readShare, isTarget: true },
} as const satisfies Readonly<Record<string, Field>>;

/** Those that do something for these data, in the order of the fields. */
const relevantTo = (relevant: readonly string[]): Key[] =>
  (Object.keys(fields) as Key[]).filter((key) => relevant.includes(key));

const isTarget = (key: Key) => "isTarget" in fields[key];

/** What is read as a share is written in percent. */
const shares: readonly ((name: string, text: string) => Typed)[] = [readShare, readGrowingShare];

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
  const { period = "month", relevant = [], asOf = "" } = latest.current ?? {};
  // Where the data give the day, it is the one that counts now.
  const assumed = { ...latest.current?.assumed };
  if (!assumed["as_of"] && asOf !== "") assumed["as_of"] = { date: asOf };
  if (relevant.length === 0) return null;
  const known = relevantTo(relevant);
  const [targets, others] = [true, false].map((wanted) => known.filter((key) => isTarget(key) === wanted));
  const fieldsOf = (keys: readonly Key[]) =>
    keys.map((key) => (
      <Assumption key={key} name={key} label={labelOf(key, period)} data={data} assumed={assumed} />
    ));
  return (
    <section>
      <h2>Assumptions</h2>
      {fieldsOf(others!)}
      {targets!.length > 0 && <h3>Targets</h3>}
      {fieldsOf(targets!)}
      <p class="quiet">
        Kept on the tab CLV Setup once you insert something. Change a cell there and every result follows.
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
      <p>Changed only here: {names.join(", ")}. Cells still use CLV Setup.</p>
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
  const set = (given: string) =>
    data.assume(name, given === "" ? null : /^\d+$/.test(given) ? Number(given) : given);
  if ("read" in field)
    return (
      <Typing
        name={name}
        label={label}
        data={data}
        value={value}
        read={field.read}
        isFromData={field.isFromData === true || (value === null && !(name in data.changes))}
      />
    );
  const chosen = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return (
    <div class="field inline">
      <label for={name}>{label}</label>
      {"choices" in field ? (
        <select id={name} value={chosen} onChange={(event) => set(event.currentTarget.value)}>
          {withOwn(field.choices, chosen).map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
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

/** The choices, and what someone has typed on the setup tab where it is none of them. */
const withOwn = (choices: readonly (readonly [string, string])[], chosen: string) =>
  choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen] as const];

/** A field for a number: says next to its name what it takes the text for, and below why it takes it for none. */
function Typing(props: {
  readonly name: Key;
  readonly label: string;
  readonly data: Data;
  readonly value: unknown;
  readonly read: (name: string, text: string) => Typed;
  readonly isFromData: boolean;
}) {
  const { name, label, data, value, read, isFromData } = props;
  const written = (number: unknown) => {
    if (typeof number !== "number") return "";
    if (shares.includes(read)) return sharePrecisely(number, data.locale);
    // What a formula works out has digits that nobody pays.
    return String(read === readMoney && number >= 1 ? Number(number.toFixed(2)) : number);
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
    <TypedField
      id={name}
      label={
        <>
          {label}
          {shares.includes(read) && taken !== text && taken && <span class="taken"> = {taken}</span>}
        </>
      }
      placeholder={isFromData ? "from data" : "not set"}
      text={text}
      fault={fault}
      setText={setText}
      commit={commit}
    />
  );
}
