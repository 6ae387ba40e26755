// Ranges give a function of single values one result a cell.
import { deepEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { functions } from "../../src/functions";
import { column } from "../support/call";
import type { Law } from "./law";
import { outcomeOf, recordOf } from "./outcome";
import { type Argument, argumentsOf, isScalar } from "./sense";

const names = functions.filter(isScalar).map((record) => record.name);

/** A figure for an argument, blank at times where it is optional. */
function figureFor(argument: Argument): fc.Arbitrary<unknown> {
  const { choices, optional, reader } = argument;
  const figure = choices
    ? fc.constantFrom<unknown>(...choices)
    : reader!.expected.startsWith("a rate")
      ? fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100)
      : fc.integer({ min: 1, max: 1000 });
  return optional ? fc.oneof(figure, fc.constant("")) : figure;
}

/** Figures of a function's arguments, one row a call. */
const figureRows = (name: string): fc.Arbitrary<unknown[][]> =>
  fc.array(fc.tuple(...argumentsOf(recordOf(name)).map(figureFor)), { minLength: 2, maxLength: 6 });

const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  rows[0]!.map((_, index) => rows.map((row) => row[index]!));

export const broadcastingLaws: readonly Law[] = [
  {
    title: "a column of calls gives what the calls give one by one",
    names,
    property: (name) =>
      fc.property(figureRows(name), (rows) => {
        const single = rows.map((row) => outcomeOf(name, row));
        const columns = transposed(rows);
        const asColumns = columns.map((cells) => column(...cells));
        const asRows = columns.map((cells) => [cells]);
        const results = single.flatMap((outcome) => ("result" in outcome ? [outcome.result] : []));
        const refused = single.flatMap((outcome, row) => ("message" in outcome ? [{ ...outcome, row }] : []));
        const more = refused.length > 1 ? `, and ${refused.length - 1} more` : "";
        const expected = (unit: string, grid: unknown): unknown =>
          refused.length === 0
            ? { result: grid }
            : { message: `${refused[0]!.message} in ${unit} ${refused[0]!.row + 1}${more}` };
        deepEqual(
          outcomeOf(name, asColumns),
          expected(
            "row",
            results.map((result) => [result]),
          ),
        );
        deepEqual(outcomeOf(name, asRows), expected("column", [results]));
      }),
    cases: () => 30,
  },
  {
    title: "a column against a row gives a grid of the single calls",
    names: names.filter((name) => recordOf(name).args.length > 1),
    property: (name) =>
      fc.property(figureRows(name), (rows) => {
        const [down, across, ...others] = transposed(rows);
        const fixed = others.map((cells) => cells[0]);
        const isCut = [down!, across!].some((cells) => cells[cells.length - 1] === "" || cells[0] === "");
        fc.pre(!isCut);
        const singles = down!.map((first) =>
          across!.map((second) => outcomeOf(name, [first, second, ...fixed])),
        );
        const refused = singles.flatMap((outcomes, row) =>
          outcomes.flatMap((outcome, at) =>
            "message" in outcome ? [`${outcome.message} in row ${row + 1}, column ${at + 1}`] : [],
          ),
        );
        const isBlankAt = (row: number, at: number) => down![row] === "" && across![at] === "";
        const result = singles.map((outcomes, row) =>
          outcomes.map((outcome, at) => (isBlankAt(row, at) ? "" : (outcome as { result: unknown }).result)),
        );
        const more = refused.length > 1 ? `, and ${refused.length - 1} more` : "";
        deepEqual(
          outcomeOf(name, [column(...down!), [across!], ...fixed]),
          refused.length === 0 ? { result } : { message: refused[0]! + more },
        );
      }),
    cases: () => 30,
  },
];
