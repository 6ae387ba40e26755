import type { FoundColumn, FoundTable } from "../recognition/types";
import type { Data } from "./Sidebar";

const notations = { dayFirst: "Day/month/year", monthFirst: "Month/day/year" } as const;

/** Asks how text dates are written where the cells leave it open: 03/04 is in March to some and in April to others. */
export function Dates(props: {
  readonly data: Data;
  readonly table: FoundTable;
  readonly column: FoundColumn;
}) {
  const { data, table, column } = props;
  const written = (dates: keyof typeof notations) => ({
    ...table,
    columns: table.columns.map((one) => (one === column ? { ...one, dates } : one)),
  });
  return (
    <fieldset>
      <legend>
        How are the dates of “{column.header || column.column}” written, such as {column.samples[0] as string}
        ?
      </legend>
      {(Object.keys(notations) as (keyof typeof notations)[]).map((dates) => (
        <button key={dates} type="button" onClick={() => data.change(table, written(dates))}>
          {notations[dates]}
        </button>
      ))}
    </fieldset>
  );
}
