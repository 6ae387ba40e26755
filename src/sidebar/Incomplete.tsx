import type { Data } from "./data";
import { lacking, shapeLabel } from "./words";

/** What a table lacks since a person corrected it, and where to go from here. */
export function Incomplete({ data, showData }: { readonly data: Data; readonly showData: () => void }) {
  const { table, tables, choose } = data;
  const others = tables.filter(({ isUsable }) => isUsable);
  return (
    <section>
      <h2>No value from “{table!.tab}” yet</h2>
      {[...lacking(table!), ...table!.notes].map((sentence) => (
        <p key={sentence}>{sentence}.</p>
      ))}
      <p class="actions">
        <button type="button" class="primary" onClick={showData}>
          Correct it under Data
        </button>
        {others.map((one) => (
          <button key={tables.indexOf(one)} type="button" onClick={() => choose(one)}>
            Use {one.tab} ({shapeLabel(one.shape)})
          </button>
        ))}
      </p>
    </section>
  );
}
