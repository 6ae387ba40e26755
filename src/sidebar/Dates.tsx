import type { KnownTable } from "../addon/protocol";
import type { FoundColumn } from "../recognition/types";
import type { Data } from "./data";
import { ask } from "./server";

const notations = { dayFirst: "Day/month/year", monthFirst: "Month/day/year" } as const;

/** Asks how text dates are written where the cells leave it open: 03/04 is in March to some and in April to others. */
export function Dates(props: {
  readonly data: Data;
  readonly table: KnownTable;
  readonly column: FoundColumn;
}) {
  const { data, table, column } = props;
  const write = async (dates: keyof typeof notations) => {
    const columns = table.columns.map((one) => (one === column ? { ...one, dates } : one));
    const meaning = column.meaning ?? null;
    data.replace(
      table,
      await ask("remapColumn", { table: { ...table, columns }, column: column.column, meaning }),
    );
  };
  return (
    <fieldset>
      <legend>
        How are the dates of “{column.header || column.column}” written, such as {column.samples[0] as string}
        ?
      </legend>
      {(Object.keys(notations) as (keyof typeof notations)[]).map((dates) => (
        <button key={dates} type="button" onClick={() => void write(dates)}>
          {notations[dates]}
        </button>
      ))}
    </fieldset>
  );
}
