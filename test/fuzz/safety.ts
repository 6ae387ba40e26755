// Whatever a function is given, it gives a safe result or an error in the grammar.
import { deepEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { anyArgument, usualCell } from "./cells";
import type { Law } from "./law";
import { complaints, recordOf } from "./outcome";
import { fitsCurves, fitsRows, sensibleArguments } from "./sense";

const names = functions.map((record) => record.name);

const safe = (given: fc.Arbitrary<unknown[]>, name: string) =>
  fc.property(given, (each) => deepEqual(complaints(name, each), []));

/** Arguments without any sense; CLV_EXPLAIN is told a function, or it would never get past its first argument. */
function anyArguments(name: string): fc.Arbitrary<unknown[]> {
  const given = fc.array(anyArgument, { maxLength: recordOf(name).args.length + 1 });
  if (name !== "CLV_EXPLAIN") return given;
  const told = fc.oneof(fc.constantFrom(...names), usualCell);
  return fc.tuple(told, given).map(([first, rest]) => [first, ...rest]);
}

const oneReplaced = (name: string) =>
  sensibleArguments(name).chain((given) =>
    fc
      .tuple(fc.integer({ min: name === "CLV_EXPLAIN" ? 1 : 0, max: given.length - 1 }), anyArgument)
      .map(([at, other]) => given.map((argument, index) => (index === at ? other : argument))),
  );

const cases = (usual: number) => (name: string) =>
  fitsCurves.includes(name) ? 10 : fitsRows.includes(name) ? usual / 2 : usual;

export const safetyLaws: readonly Law[] = [
  {
    title: "a safe result or an error in the grammar, whatever the arguments",
    names,
    property: (name) => safe(anyArguments(name), name),
    cases: () => 60,
  },
  {
    title: "a safe result or an error in the grammar, with arguments that make sense",
    names,
    property: (name) => safe(sensibleArguments(name), name),
    cases: cases(60),
    givesResults: true,
  },
  {
    title: "a safe result or an error in the grammar, with one argument replaced by anything",
    names: names.filter((name) => recordOf(name).args.length > 0),
    property: (name) => safe(oneReplaced(name), name),
    cases: cases(40),
  },
];
