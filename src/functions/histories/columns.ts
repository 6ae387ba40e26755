// Columns of customers who are summed up already: one row per customer, or a row for all who share a history.
import { type Spec, seriesOf } from "../../sheet/argument";
import { type Bounds, wholeNumberReader } from "../../sheet/reader";

export const wholeNumbers = (spec: Spec & Bounds) => seriesOf(spec, wholeNumberReader(spec));

/** How many customers share the history of a row. */
export const customersOfRow = seriesOf(
  {
    name: "customers",
    text: "How many customers share each row's history.",
    optional: true,
    whenLeftOut: "1",
  },
  wholeNumberReader({ atLeast: 0, atMost: 1e9 }),
);
