import { describe, expect, test } from "@jest/globals";
import { argumentsOf } from "../../build/docs/exampleCall";
import { functions } from "../../src/functions";
import type { Cell } from "../../src/sheet/cell";
import { call, readable } from "../support/call";

const close = (cell: unknown) => (typeof cell === "number" ? (expect.closeTo(cell, 9) as unknown) : cell);

/** Of a text of many lines the record states how it begins. */
const begun = (given: unknown, result: unknown) =>
  typeof given === "string" && typeof result === "string" && result.includes("\n")
    ? given.slice(0, result.length)
    : given;

describe("the example of every function gives the result that its record states", () => {
  test.each(functions.map(({ name, example }) => ({ name, ...example })))(
    "$formula",
    ({ name, formula, result }) => {
      const expected = Array.isArray(result)
        ? (result as Cell[][]).map((row) => row.map(close))
        : close(result);
      const given = readable(call(name, ...argumentsOf(formula)));
      // Of a long table made from ranges the record states the first rows.
      const isLong = Array.isArray(given) && /\b[A-Z]2:[A-Z]\b/.test(formula);
      expect(isLong ? given.slice(0, (result as Cell[][]).length) : begun(given, result)).toEqual(expected);
    },
  );

  test("every example calls its own function", () => {
    for (const { name, example } of functions) expect(example.formula.startsWith(`=${name}(`)).toBe(true);
  });
});
