// A table says the same however its ranges lie in the sheet.
import { deepEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { column } from "../support/call";
import type { Law } from "./law";
import { type Outcome, outcomeOf, recordOf } from "./outcome";
import { argumentsOf, fitsRows, sensibleArguments } from "./sense";

/** Functions of columns; CLV_CHECK, some of whose arguments have no kind, names places in its result. */
const names = functions
  .filter((record) => argumentsOf(record).some(({ kind }) => kind === "column"))
  .filter((record) => argumentsOf(record).every(({ kind }) => kind !== undefined))
  .map(({ name }) => name);

const cellsOf = (given: unknown[][]) => (given.length === 1 ? given[0]! : given.map((row) => row[0]));

/** The arguments with each of its columns changed. */
export const onColumns = (
  name: string,
  given: readonly unknown[],
  change: (cells: unknown[], index: number) => unknown,
): unknown[] => {
  const args = argumentsOf(recordOf(name));
  return given.map((argument, index) =>
    args[index]!.kind === "column" && Array.isArray(argument)
      ? change(cellsOf(argument as unknown[][]), index)
      : argument,
  );
};

/** An outcome with its places moved by some rows, columns of a row called rows, and the size of a range left out. */
const moved = (outcome: Outcome, by: number): Outcome =>
  "result" in outcome
    ? outcome
    : {
        message: outcome.message
          .replace(/\b(?:row|column) (\d+)\b/g, (_, place: string) => `row ${Number(place) + by}`)
          .replace(/\d+ rows × \d+ columns/, "a range"),
      };

const changes: readonly [string, (cells: unknown[]) => unknown, number][] = [
  ["with blanks at the end", (cells) => column(...cells, "", undefined, " "), 0],
  ["under a header", (cells) => column("Title", ...cells), 1],
  ["behind a header, lying", (cells) => [["Title", ...cells]], 1],
  ["lying", (cells) => [cells], 0],
];

export const rangeLaws: readonly Law[] = changes.map(([how, change, by]) => ({
  title: `the same from columns ${how}`,
  names,
  property: (name) =>
    fc.property(sensibleArguments(name), (given) => {
      const plain = onColumns(name, given, (cells) => column(...cells));
      deepEqual(moved(outcomeOf(name, onColumns(name, given, change)), 0), moved(outcomeOf(name, plain), by));
    }),
  cases: (name) => (fitsRows.includes(name) ? 4 : 12),
}));
