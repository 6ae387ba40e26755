import { render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type CatalogueEntry, type CatalogueSection, catalogueId, search } from "./catalogue";
import { ask } from "./server";

type Report = (message: string) => void;

function Entry({ entry, report }: { readonly entry: CatalogueEntry; readonly report: Report }) {
  const insert = () => {
    report("Inserting…");
    ask("insertFormula", entry.formula).then(
      ({ message }) => report(message),
      (error: Error) => report(`Not inserted: ${error.message}`),
    );
  };
  return (
    <details>
      <summary>{entry.name}</summary>
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
      <code class="formula">{entry.formula}</code>
      <button
        type="button"
        onClick={insert}
        aria-label={`Insert the example of ${entry.name} in the selected cell`}
      >
        Insert example
      </button>
    </details>
  );
}

function Sidebar({ sections }: { readonly sections: readonly CatalogueSection[] }) {
  const [query, setQuery] = useState("");
  const [message, setMessage] = useState("Select an empty cell, then insert an example to start from.");
  const found = useMemo(() => search(sections, query), [sections, query]);
  return (
    <main>
      <label for="query">Find a function</label>
      <input
        id="query"
        type="search"
        placeholder="churn, payback, orders…"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class="status">
        {message}
      </p>
      {found.length === 0 && (
        <p class="empty">No function speaks of “{query}”. Try churn, revenue or customers.</p>
      )}
      {found.map(({ title, entries }) => (
        <section key={title}>
          <h2>{title}</h2>
          {entries.map((entry) => (
            <Entry key={entry.name} entry={entry} report={setMessage} />
          ))}
        </section>
      ))}
    </main>
  );
}

const sections = JSON.parse(document.getElementById(catalogueId)!.textContent) as CatalogueSection[];
render(<Sidebar sections={sections} />, document.getElementById("app")!);
