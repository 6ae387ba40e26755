// What a call gives, what is wrong with it, and how often each function was called.
import { isDeepStrictEqual } from "node:util";
import { functions } from "../../src/functions";
import { type Cell, isDate } from "../../src/sheet/cell";
import type { CustomFunction } from "../../src/sheet/customFunction";
import { utc, zoneIn } from "../support/zones";

export type Outcome = { readonly result: Cell | Cell[][] } | { readonly message: string };

export interface Tally {
  calls: number;
  results: number;
  /** Milliseconds of the slowest call, and its arguments. */
  slowest: number;
  slowestGiven: readonly unknown[];
}

export const tallies = new Map<string, Tally>();

const byName = new Map(functions.map((record) => [record.name, record]));

export const recordOf = (name: string): CustomFunction => byName.get(name)!;

export function tallyOf(name: string): Tally {
  const found = tallies.get(name) ?? { calls: 0, results: 0, slowest: 0, slowestGiven: [] };
  tallies.set(name, found);
  return found;
}

export function outcomeOf(name: string, given: readonly unknown[], zone = utc): Outcome {
  const tally = tallyOf(name);
  tally.calls++;
  const start = performance.now();
  try {
    const result = recordOf(name).run(given, zone);
    tally.results++;
    return { result };
  } catch (error) {
    return { message: error instanceof Error ? error.message : `thrown: ${String(error)}` };
  } finally {
    const ms = performance.now() - start;
    if (ms > tally.slowest) Object.assign(tally, { slowest: ms, slowestGiven: given });
  }
}

const mostCharacters = 50_000;

function isSafe(cell: unknown): boolean {
  if (typeof cell === "number") return Number.isFinite(cell) && !Object.is(cell, -0);
  if (isDate(cell)) return !Number.isNaN(cell.getTime());
  return typeof cell === "string" ? cell.length <= mostCharacters : typeof cell === "boolean";
}

/** What no text of ours says, and only a figure that went wrong on the way leaves behind. */
const slip = /\b(?:NaN|-?Infinity|undefined|null)\b|\[object /;

/** What is wrong with an outcome; undefined where nothing is. */
function complaint(outcome: Outcome, given: readonly unknown[] = []): string | undefined {
  if ("message" in outcome) {
    const { message } = outcome;
    const inGrammar = /^CLV[A-Z_]*: (the result|[a-z_0-9]+) must [^]*[^.]$/.test(message);
    return inGrammar && message.includes(", got ") ? undefined : `message outside the grammar: ${message}`;
  }
  const { result } = outcome;
  if (Array.isArray(result)) {
    if (result.length === 0 || result[0]!.length === 0) return "an empty grid";
    if (!result.every((row) => Array.isArray(row) && row.length === result[0]!.length))
      return "a ragged grid";
  }
  const cells = [result].flat(2);
  const unsafe = cells.findIndex((cell) => !isSafe(cell));
  if (unsafe >= 0) return `cell ${String(cells[unsafe])}`;
  const slipped = cells.find((cell) => typeof cell === "string" && slip.test(cell) && !isIn(given, cell));
  return slipped === undefined ? undefined : `text ${String(slipped)}`;
}

/** Whether a text comes from a cell that was given, which may be as odd. */
function isIn(given: unknown, text: string): boolean {
  if (Array.isArray(given)) return given.some((each) => isIn(each, text));
  if (typeof given === "number") return !Number.isFinite(given);
  return typeof given === "string" && slip.test(given) && text.includes(given.trim().slice(0, 40));
}

function frozen<T>(value: T): T {
  if (Array.isArray(value)) value.forEach(frozen);
  return Object.freeze(value);
}

const zones = ["UTC", "America/Santiago", "Pacific/Apia"].map(zoneIn);

/** A zone says nothing of cells among which none is a date, nor a text that may be one. */
const mayHoldDays = (given: unknown): boolean =>
  Array.isArray(given)
    ? given.some(mayHoldDays)
    : isDate(given) || /\d/.test(typeof given === "string" ? given : "");

/** What is wrong with the outcomes of a call, in several zones and once more; a change of its arguments would throw. */
export function complaints(name: string, given: unknown[]): string[] {
  frozen(given);
  const outcomes = (mayHoldDays(given) ? zones : zones.slice(0, 1)).map((zone) =>
    outcomeOf(name, given, zone),
  );
  const found = outcomes.flatMap((outcome) => complaint(outcome, given) ?? []);
  const isSame = isDeepStrictEqual(outcomeOf(name, given), outcomes[0]);
  return isSame ? found : [...found, "another result the second time"];
}
