import type { Answer } from "../answers/answer";
import { written } from "../answers/sentence";
import { type Data, requestOf } from "./data";
import { type Notation, cellFormat, figureInWords } from "./format";
import { insertFormula } from "./Inserting";
import { ask } from "./server";
import { useAsked } from "./useAsked";

/** What to do next, worked out once the value is shown, since it takes longer. */
export function NextSteps({
  answer,
  data,
  notation,
}: {
  readonly answer: Answer;
  readonly data: Data;
  readonly notation: Notation;
}) {
  const { headline, whatIf, setup } = answer;
  const { value: steps, failure } = useAsked(
    () => ask("nextSteps", { ...requestOf(data), question: headline.question, whatIf }),
    [answer],
  );
  if (failure) return <p class="caution">What to do next could not be worked out: {failure}.</p>;
  if (!steps || steps.length === 0) return null;
  const moneyFormat = cellFormat("money", notation);
  return (
    <section aria-label="What to do next">
      <h2>What to do next</h2>
      <ol class="steps">
        {steps.map(({ title, said, table }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{written(said, (one) => figureInWords(one, notation))}</span>
            {table && (
              <button
                type="button"
                class="link"
                onClick={() =>
                  void insertFormula(
                    { setup, recipe: table.recipe, label: "", format: "", moneyFormat },
                    table.title,
                    data,
                  )
                }
              >
                Insert the table {table.title.replace("CLV ", "")}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
