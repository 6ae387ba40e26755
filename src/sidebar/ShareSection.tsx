import { useState } from "preact/hooks";
import type { SharingStep } from "../addon/protocol";
import type { Answer } from "../answers/answer";
import type { Data } from "./data";
import { tellOutcome } from "./tellOutcome";
import { ask } from "./server";

/** What is offered, and what is said while it is done. */
const steps: readonly (readonly [step: SharingStep, label: string, doing: string])[] = [
  ["freezeFormulas", "Turn into values", "Turning formulas into values"],
  ["thawFormulas", "Restore formulas", "Restoring formulas"],
  ["useNativeFormulas", "Replace with built-in formulas", "Replacing the formulas of this tab"],
  ["addToHistory", "Add to CLV History", "Adding today’s figures"],
];

/** What makes the results right for those who don't have the add-on. */
export function ShareSection({ data, answer }: { readonly data: Data; readonly answer: Answer }) {
  const [isAtWork, setAtWork] = useState(false);
  const [withoutCustomers, setWithoutCustomers] = useState(true);
  const run = async (doing: string, work: () => Promise<string>) => {
    setAtWork(true);
    data.notify({ message: `${doing}…` });
    await tellOutcome(data.notify, async () => ({ message: await work() }));
    setAtWork(false);
  };
  const take = async (step: SharingStep) => {
    // The history notes what the setup tab holds.
    if (step === "addToHistory") await ask("saveSetup", answer.setup);
    return ask("sharingStep", step);
  };
  return (
    <section>
      <h2>Share</h2>
      <p class="quiet">
        Without the add-on, CLV formulas show no result. Turn them into values before you share and restore
        them later, or make a copy with values only.
      </p>
      <p class="actions">
        {steps.map(([step, label, doing]) => (
          <button
            key={step}
            type="button"
            disabled={isAtWork}
            onClick={() => void run(doing, () => take(step))}
          >
            {label}
          </button>
        ))}
      </p>
      <p class="actions">
        <button
          type="button"
          disabled={isAtWork}
          onClick={() => void run("Making the copy", () => ask("prepareCopy", { withoutCustomers }))}
        >
          Make a copy to share
        </button>
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={withoutCustomers}
          onChange={(event) => setWithoutCustomers(event.currentTarget.checked)}
        />
        Leave out individual customers, groups under 5, and anything CLV does not recognise
      </label>
    </section>
  );
}
