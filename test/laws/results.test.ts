import { expect, test } from "@jest/globals";
import { functions } from "../../src/functions";
import results from "./results.json";

// Formulas in people's workbooks hold the numbers of columns, and charts their places. A change here breaks them: append
// to a function's list, or add a function, and nothing else.
const known = results as unknown as Readonly<Record<string, string | readonly string[] | undefined>>;

test.each(functions.map((record) => [record.name, record] as const))(
  "%s keeps the columns and units of its result; new columns come last",
  (name, { columns, unit }) => {
    const now = columns ? columns.map((column) => `${column.name}: ${column.unit}`) : unit;
    const before = known[name];
    expect(Array.isArray(now) ? now.slice(0, before?.length) : now).toEqual(before);
    expect(now).toHaveLength(before?.length ?? 0);
  },
);

test("no function is gone", () => {
  expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(known)));
});
