import { useState } from "preact/hooks";
import type { Answer } from "../answers/answer";
import { type HorizonNeed, isReached } from "../recipe/whatIf";
import type { Shown } from "./data";
import { type Notation, cellFormat, change, inUnit, money, moneyAs } from "./format";
import { inserted } from "./Inserting";
import { Notes } from "./Notes";
import { NumberField } from "./NumberField";
import { ask } from "./server";
import {
  type Lever,
  type Tried,
  changesInOrder,
  headsOf,
  leversOf,
  nameOf,
  needsOf,
  outcomeOf,
} from "./tried";
import { readMoney } from "./typed";

interface Kept {
  readonly name: string;
  readonly tried: Tried;
}

/** The most that fit into the table that is inserted. */
const mostKept = 8;

/** Moves the drivers of the value and shows what it would be; nothing is written until a person inserts it. */
export function WhatIf({ answer, data, notation }: Shown) {
  const { whatIf } = answer;
  const [tried, setTried] = useState<Tried>({});
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [target, setTarget] = useState<number | null>(null);
  if (!whatIf) return null;
  const levers = leversOf(whatIf);
  const name = nameOf(levers, tried, (by) => change(by, notation));
  const isMoved = name !== "";
  const keep = () => {
    setKept([...kept.filter((one) => one.name !== name), { name, tried }].slice(-mostKept));
    setTried({});
  };
  const all = isMoved ? [...kept, { name, tried }].slice(-mostKept) : kept;
  const insert = () =>
    void inserted(data, () =>
      ask("insertWhatIf", {
        setup: answer.setup,
        kind: whatIf.kind,
        terms: whatIf.terms,
        hasMargin: whatIf.drivers.margin !== undefined,
        hasCac: whatIf.drivers.cac !== undefined,
        heads: headsOf(whatIf.kind),
        scenarios: all.map((one) => ({
          name: one.name,
          changes: changesInOrder(whatIf.kind, one.tried),
        })),
        target,
        moneyFormat: cellFormat("money", notation),
      }),
    );
  return (
    <details class="card whatif">
      <summary>What if …</summary>
      <Outcome answer={answer} tried={tried} notation={notation} />
      {levers.map((lever) => (
        <Slider
          key={lever.key}
          lever={lever}
          by={tried[lever.key] ?? 0}
          notation={notation}
          move={(by) => setTried({ ...tried, [lever.key]: by })}
        />
      ))}
      <p class="actions">
        <button type="button" disabled={!isMoved} onClick={keep}>
          Compare
        </button>
        <button type="button" class="link" disabled={!isMoved} onClick={() => setTried({})}>
          Back to today
        </button>
      </p>
      <Scenarios
        answer={answer}
        kept={kept}
        notation={notation}
        drop={(one) => setKept(kept.filter((other) => other !== one))}
      />
      <Target answer={answer} notation={notation} target={target} levers={levers} aim={setTarget} />
      <p class="actions">
        <button type="button" disabled={all.length === 0 && target === null} onClick={insert}>
          Insert on a new tab
        </button>
      </p>
      <p class="quiet">Nothing is written until you insert it.</p>
    </details>
  );
}

function Outcome({ answer, tried, notation }: { readonly tried: Tried } & Omit<Shown, "data">) {
  const { value, low, high, change: by, toCac } = outcomeOf(answer, tried);
  const isFew = answer.headline.atLeast !== undefined;
  return (
    <div aria-live="polite">
      <p class="value small">
        {money(value, notation)}
        {Math.abs(by) >= 0.0005 && <span class="quiet"> {change(by, notation)}</span>}
      </p>
      <p class="quiet">
        {low !== undefined && high !== undefined && !isFew
          ? `${moneyAs(low, high, notation)} to ${money(high, notation)}`
          : low !== undefined && `at least ${money(low, notation)}`}
        {toCac !== undefined && ` · LTV:CAC ${inUnit(toCac, "ratio", notation)}`}
      </p>
    </div>
  );
}

function Slider(props: {
  readonly lever: Lever;
  readonly by: number;
  readonly notation: Notation;
  readonly move: (by: number) => void;
}) {
  const { lever, by, notation, move } = props;
  const { key, title, unit, now, least, most } = lever;
  const then = inUnit(now * (1 + by), unit, notation);
  const said = by === 0 ? inUnit(now, unit, notation) : `${then} (${change(by, notation)})`;
  return (
    <div class="slider">
      <label for={`try-${key}`}>{title}</label>
      <output for={`try-${key}`}>{said}</output>
      <input
        id={`try-${key}`}
        type="range"
        min={Math.round(100 * least)}
        max={Math.floor(100 * most)}
        step={1}
        value={Math.round(100 * by)}
        aria-valuetext={said}
        onInput={(event) => move(Number(event.currentTarget.value) / 100)}
      />
    </div>
  );
}

/** What was kept to compare, beside today. */
function Scenarios(props: {
  readonly answer: Answer;
  readonly kept: readonly Kept[];
  readonly notation: Notation;
  readonly drop: (one: Kept) => void;
}) {
  const { answer, kept, notation, drop } = props;
  if (kept.length === 0) return null;
  const today = outcomeOf(answer, {});
  return (
    <table class="scenarios">
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col">Value</th>
          <th scope="col">Change</th>
          <th>
            <span class="unseen">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>Today</td>
          <td>{money(today.value, notation)}</td>
          <td />
          <td />
        </tr>
        {kept.map((one) => {
          const then = outcomeOf(answer, one.tried);
          return (
            <tr key={one.name}>
              <td>{one.name}</td>
              <td>{money(then.value, notation)}</td>
              <td>{change(then.change, notation)}</td>
              <td>
                <button
                  type="button"
                  class="link"
                  aria-label={`Remove ${one.name}`}
                  onClick={() => drop(one)}
                >
                  ×
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What it would take to reach a value. */
function Target(props: {
  readonly answer: Answer;
  readonly notation: Notation;
  readonly target: number | null;
  readonly levers: readonly Lever[];
  readonly aim: (target: number | null) => void;
}) {
  const { answer, notation, target, levers, aim } = props;
  const { whatIf } = answer;
  const isNet = whatIf!.drivers.cac !== undefined;
  return (
    <>
      <NumberField
        id="target"
        label={`To reach a value${isNet ? " net of CAC" : ""} of`}
        name="The value"
        read={readMoney}
        take={(value) => aim(value === 0 ? null : value)}
      />
      {target !== null && isReached(whatIf!.drivers, target) && (
        <p>Already reached. How much worse each alone may get:</p>
      )}
      {target !== null && (
        <Notes texts={needsOf(whatIf!, target).map((need) => needInWords(need, levers, notation))} />
      )}
    </>
  );
}

const leverOf: Readonly<Record<HorizonNeed["driver"], readonly string[]>> = {
  revenue: ["revenue", "order"],
  upsell: ["later"],
  churn: ["churn"],
  margin: ["margin"],
  cac: ["cac"],
  together: [],
};

/** What a driver reaches at its limit. */
const atLimit: Readonly<Record<HorizonNeed["driver"], (value: string) => string>> = {
  revenue: (value) => `gives at most ${value}`,
  upsell: (value) => `without any it is still ${value}`,
  churn: (value) => `at 100% it is still ${value}`,
  margin: (value) => `not enough alone: ${value} at 100%`,
  cac: (value) => `not enough alone: ${value} without any`,
  together: (value) => `give at most ${value}`,
};

/** "Churn: 3.1% (−16%)", or why it cannot do it alone. */
function needInWords(need: HorizonNeed, levers: readonly Lever[], notation: Notation): string {
  const { driver, needed, change: by, obstacle } = need;
  const lever = levers.find(({ key }) => leverOf[driver].includes(key));
  const title = lever?.title ?? "All of them together";
  if (obstacle?.kind === "limit") return `${title}: ${atLimit[driver](money(obstacle.value, notation))}`;
  if (obstacle) return `${title}: cannot reach it while the rest is 0`;
  if (!lever) {
    const isBetter = (by ?? 0) >= 0;
    return `${title}: each ${inUnit(Math.abs(by ?? 0), "share", notation)} ${isBetter ? "better" : "worse"}`;
  }
  return `${title}: ${inUnit(needed, lever.unit, notation)}${by === undefined ? "" : ` (${change(by, notation)})`}`;
}
