import { useMemo, useState } from "preact/hooks";
import type { CatalogueEntry } from "../addon/documentation";
import { filledCall } from "../answers/fill";
import { setupLines } from "../answers/setup";
import type { Recipe } from "../recipe/term";
import { notationOf } from "./AnswerView";
import { insertFormula, usePlace } from "./Inserting";
import type { Data } from "./Sidebar";
import { search } from "./catalogue";
import { cellFormat } from "./format";
import { ask } from "./server";
import { useAsked } from "./useAsked";

export function FormulasView({ data }: { readonly data: Data }) {
  const { value: sections, failure } = useAsked(() => ask("catalogue", null), []);
  const [query, setQuery] = useState("");
  const found = useMemo(() => search(sections ?? [], query), [sections, query]);
  return (
    <>
      <div class="field">
        <label for="query">Find a function</label>
        <input
          id="query"
          type="search"
          placeholder="churn, payback, orders…"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {failure && <p class="caution">{failure}</p>}
      {!sections && !failure && <p class="quiet">Loading the functions…</p>}
      {sections && found.length === 0 && (
        <p class="empty">No function speaks of “{query}”. Try churn, revenue or customers.</p>
      )}
      {found.map(({ title, entries }) => (
        <section key={title}>
          <h2>{title}</h2>
          {entries.map((entry) => (
            <Entry key={entry.name} entry={entry} data={data} />
          ))}
        </section>
      ))}
    </>
  );
}

function Entry({ entry, data }: { readonly entry: CatalogueEntry; readonly data: Data }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{entry.name}</summary>
      {isOpen && <Documentation entry={entry} data={data} />}
    </details>
  );
}

function Documentation({ entry, data }: { readonly entry: CatalogueEntry; readonly data: Data }) {
  const recipe = data.table && filledCall(entry, data.table, data.tables);
  return (
    <>
      <p>{entry.summary}</p>
      <code class="signature">{entry.signature}</code>
      <dl>
        {entry.args.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Result</dt>
          <dd>{entry.result}</dd>
        </div>
      </dl>
      {recipe ? (
        <Filled recipe={recipe} entry={entry} data={data} />
      ) : (
        <>
          <p class="quiet">Example; its arguments are not among your data:</p>
          <code class="formula">{entry.formula}</code>
        </>
      )}
    </>
  );
}

function Filled(props: { readonly recipe: Recipe; readonly entry: CatalogueEntry; readonly data: Data }) {
  const { recipe, entry, data } = props;
  const place = usePlace();
  const setup = setupLines(data.assumed, [data.table!]);
  const { value } = useAsked(() => ask("compute", { setup, recipes: [recipe] }), []);
  const figure = value?.[0];
  const money = cellFormat("money", notationOf(data, "month"));
  const request = { setup, recipe, label: entry.name, format: "", moneyFormat: money };
  const here = place?.isEmpty ? place.cell : undefined;
  return (
    <>
      <p class="quiet">With your data:</p>
      <code class="formula">{figure?.text ?? "…"}</code>
      {figure?.error && <p class="caution">{figure.error}</p>}
      {figure && !figure.error && (
        <p class="actions">
          <button
            type="button"
            class="primary"
            onClick={() => void insertFormula(request, here ? null : entry.name, data)}
          >
            {here ? `Insert in ${here}` : "Insert on a new tab"}
          </button>
        </p>
      )}
    </>
  );
}
