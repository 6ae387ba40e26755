import type { KnownTable } from "../addon/protocol";
import type { FoundColumn } from "../recognition/types";
import type { Data } from "./data";
import { ask } from "./server";

/** What may be asked about a column: the field that is open, and its answers in words. */
const questions = {
  dates: {
    what: "dates",
    answers: { dayFirst: "Day/month/year", monthFirst: "Month/day/year", yearFirst: "Year/month/day" },
  },
  decimal: { what: "amounts", answers: { point: "1,234.56", comma: "1.234,56" } },
} as const;

type Field = keyof typeof questions;

const openField = (column: FoundColumn): Field | undefined =>
  (Object.keys(questions) as Field[]).find((field) => column[field] === "ambiguous");

/** A column in use of which the cells do not tell how they are written. */
export const openColumn = (table: KnownTable): FoundColumn | undefined =>
  table.columns.find((column) => column.meaning && openField(column));

/** Asks how text is written where the cells leave it open: 03/04 is in March to some and in April to others. */
export function NotationQuestion(props: {
  readonly data: Data;
  readonly table: KnownTable;
  readonly column: FoundColumn;
}) {
  const { data, table, column } = props;
  const field = openField(column);
  if (!field || !column.meaning) return null;
  const { what, answers } = questions[field];
  const [sample] = column.samples as string[];
  // A year of four digits is seen to stand at the end.
  const possible = Object.entries(answers).filter(
    ([notation]) => notation !== "yearFirst" || !/\d{4}/.test(sample!),
  );
  const write = async (notation: string) => {
    const columns = table.columns.map((one) => (one === column ? { ...one, [field]: notation } : one));
    const known = { table: { ...table, columns }, column: column.column, meaning: column.meaning! };
    data.replace(table, await ask("remapColumn", known));
  };
  return (
    <fieldset>
      <legend>
        {`How are the ${what} of “${column.header || column.column}” written, such as ${sample!}?`}
      </legend>
      {possible.map(([notation, words]) => (
        <button key={notation} type="button" onClick={() => void write(notation)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
