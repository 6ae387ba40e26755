import { useMemo, useState } from "preact/hooks";
import type { CatalogueEntry } from "../addon/documentation";
import type { FilledCall } from "../addon/protocol";
import { insertFormula, inserted } from "./Inserting";
import { type Data, notationOf, requestOf } from "./data";
import { search } from "./catalogue";
import { cellFormat } from "./format";
import { ask } from "./server";
import { usePlace } from "./place";
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
        <p class="empty">No function matches “{query}”. Try churn, revenue or customers.</p>
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
      {data.table ? <Filled entry={entry} data={data} /> : <Example entry={entry} data={data} />}
      {entry.details.length > 0 && (
        <details class="more">
          <summary>More about {entry.name}</summary>
          {entry.details.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </details>
      )}
    </>
  );
}

function Example({ entry, data }: { readonly entry: CatalogueEntry; readonly data: Data }) {
  const place = usePlace();
  return (
    <>
      <p class="quiet">Your data lacks some of what it needs. For example:</p>
      <code class="formula">{entry.formula}</code>
      {place?.isEmpty && (
        <p class="actions">
          <button type="button" onClick={() => void inserted(data, () => ask("insertExample", entry.name))}>
            Insert in {place.cell}
          </button>
        </p>
      )}
    </>
  );
}

function Filled({ entry, data }: { readonly entry: CatalogueEntry; readonly data: Data }) {
  const place = usePlace();
  const { name, args } = entry;
  const { value, failure } = useAsked(() => ask("fillCall", { ...requestOf(data), name, args }), []);
  if (failure) return <p class="caution">{failure}</p>;
  if (value === null) return <Example entry={entry} data={data} />;
  const here = place?.isEmpty ? place.cell : undefined;
  const insert = ({ recipe, setup }: FilledCall) => {
    const moneyFormat = cellFormat("money", notationOf(data, undefined));
    const request = { setup, recipe, label: name, format: "", moneyFormat };
    void insertFormula(request, here ? null : name, data);
  };
  return (
    <>
      <p class="quiet">With your data:</p>
      <code class="formula">{value?.figure.text ?? "…"}</code>
      {value?.figure.error && <p class="caution">{value.figure.error}</p>}
      {value && !value.figure.error && (
        <p class="actions">
          <button type="button" class="primary" onClick={() => insert(value)}>
            {here ? `Insert in ${here}` : "Insert on a new tab"}
          </button>
        </p>
      )}
    </>
  );
}
