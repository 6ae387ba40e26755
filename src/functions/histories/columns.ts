// Columns of customers who are summed up already: one row per customer, or a row for all who share a history.
import type { ColumnArgument, Series } from "../../sheet/argument";
import { type Bounds, numberReader, wholeNumberReader } from "../../sheet/reader";

interface Spec extends Bounds {
  readonly name: string;
  readonly text: string;
}

interface SpecIfAny extends Spec {
  readonly whenLeftOut: string;
}

export const numbers = (spec: Spec): ColumnArgument<Series> => ({
  kind: "column",
  optional: false,
  blanks: "keep",
  reader: numberReader(spec),
  ...spec,
});

export const wholeNumbers = (spec: Spec): ColumnArgument<Series> => ({
  ...numbers(spec),
  reader: wholeNumberReader(spec),
});

export const numbersIfAny = (spec: SpecIfAny): ColumnArgument<Series | undefined> => ({
  ...numbers(spec),
  optional: true,
});

/** How many customers share the history of a row. */
export const customersOfRow: ColumnArgument<Series | undefined> = {
  ...numbersIfAny({
    name: "customers",
    text: "How many customers share each row's history.",
    atLeast: 0,
    atMost: 1e9,
    whenLeftOut: "1",
  }),
  reader: wholeNumberReader({ atLeast: 0, atMost: 1e9 }),
};
