import { useState } from "preact/hooks";
import type { Candidates } from "../answers/nextStep";
import { written } from "../answers/sentence";
import type { Shown } from "./data";
import { cellFormat, figureInWords } from "./format";
import { inserted } from "./Inserting";
import { NumberField } from "./NumberField";
import { ask } from "./server";
import { readMoney, readShare } from "./typed";
import { useAsked } from "./useAsked";

const fields = [
  { key: "successRate", label: "Success rate of an offer", read: readShare },
  { key: "cost", label: "Cost of an offer", read: readMoney },
  { key: "budget", label: "Budget", read: readMoney },
] as const;

type Key = (typeof fields)[number]["key"];

/** Whom to call within a budget, once a person has said what an offer does and costs; nothing of it is assumed. */
export function Calls({ candidates, answer, data, notation }: Shown & { readonly candidates: Candidates }) {
  const [typed, setTyped] = useState<Partial<Record<Key, number | null>>>({});
  const { setup } = answer;
  const { successRate, cost, budget } = typed;
  const offer =
    typeof successRate === "number" && typeof cost === "number" && typeof budget === "number"
      ? { successRate, cost, budget }
      : undefined;
  const { value: said, failure } = useAsked(
    () => (offer ? ask("planCalls", { setup, candidates, offer }) : undefined),
    [answer, candidates, successRate, cost, budget],
  );
  const insert = () =>
    void inserted(data, () =>
      ask("insertCalls", { setup, candidates, offer: offer!, moneyFormat: cellFormat("money", notation) }),
    );
  return (
    <>
      {fields.map(({ key, label, read }) => (
        <NumberField
          key={key}
          id={`calls-${key}`}
          label={label}
          read={read}
          take={(value) => setTyped({ ...typed, [key]: value })}
        />
      ))}
      <p aria-live="polite">
        {!offer
          ? "Fill in all three to see whom to call."
          : (failure ?? (said ? written(said, (one) => figureInWords(one, notation)) : "Calculating…"))}
      </p>
      <button type="button" class="link" disabled={!offer} onClick={insert}>
        Insert the tab Whom to call
      </button>
    </>
  );
}
