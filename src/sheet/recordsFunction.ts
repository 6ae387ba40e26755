import type { Argument, ValuesOf } from "./argument";
import type { Cell } from "./cell";
import { type Columns, columnDocs, tableOf } from "./column";
import type { CustomFunction } from "./customFunction";
import type { ResultTable } from "./result";
import { tableFunction } from "./tableFunction";

type RecordsSpec<A extends readonly unknown[], R> = Omit<
  CustomFunction,
  "args" | "columns" | "result" | "example" | "run" | "units" | "explain"
> & {
  readonly args: A;
  /** What each column shows of a record. */
  readonly columns: Columns<R>;
  /** What else is to be said of the table than its columns. */
  readonly about?: string;
  /** The rows below the header, as far as the example shows them. */
  readonly example: { readonly formula: string; readonly rows?: readonly (readonly Cell[])[] };
  readonly run: (...values: [...ValuesOf<A>]) => readonly R[];
  readonly explain?: (records: readonly R[], ...values: [...ValuesOf<A>]) => string;
};

/** A custom function whose result is a table of records, a row each. */
export function recordsFunction<const A extends readonly Argument[], R>(
  spec: RecordsSpec<A, R>,
): CustomFunction {
  const { columns, about, example, run, explain, ...record } = spec;
  return tableFunction<A, ResultTable & { readonly records: readonly R[] }>({
    ...record,
    columns: columnDocs(columns),
    result: `Table: ${Object.keys(columns).join(", ")}${about ? `; ${about}` : ""}`,
    example: { formula: example.formula, result: [Object.keys(columns), ...(example.rows ?? [])] },
    run: (...values) => {
      const records = run(...values);
      return { ...tableOf(columns, records), records };
    },
    explain: explain && (({ records }, ...values) => explain(records, ...values)),
  });
}
