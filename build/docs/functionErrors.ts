// What a function says where its example is spoilt: found by trying, so that the page shows what a person will read.
import type { ArgumentDoc, CustomFunction } from "../../src/sheet/customFunction";
import type { Reader } from "../../src/sheet/reader";
import { argumentsOf, zone } from "./exampleCall";

export interface FunctionError {
  readonly argument: string;
  /** What the cell of the argument holds. */
  readonly given: string;
  readonly message: string;
}

/** Cells that people have where something else is due. */
const spoilt = ["n/a", 5, "03/04/2026", "1,234", -1, 1.5, "#REF!", ""] as const;

/** An argument of the example with another cell in its second row, below what may be a header. */
function withCell(given: unknown, cell: unknown): unknown {
  if (!Array.isArray(given)) return cell;
  const rows = given as unknown[][];
  const at = Math.min(1, rows.length - 1);
  return rows.map((row, index) => (index === at ? [...row.slice(0, -1), cell] : row));
}

/** Rows beyond which a cell that can be read is not tried: its table would be computed, which takes long. */
const fewRows = 20;

const isLong = (given: unknown) => Array.isArray(given) && given.length > fewRows;

/** Whether a cell may well be right; of columns that are read as a whole, anything but an error. */
const mayBeRight = (cell: (typeof spoilt)[number], reader: Reader<unknown> | undefined, given: unknown) =>
  cell === "" || (reader ? reader.read(cell, zone) !== undefined : isLong(given) && cell !== "#REF!");

/** What must be, without what was got and what to do. */
const expectationIn = (message: string) => message.replace(/(?: \([^)]*\))?, got [^]*/, "");

/** Whether a message says, behind what was got, what to do about it. */
const hasCure = (message: string) => /, got [^]*(?:: |\()/.test(message);

/** The messages of one function: one for each argument and what it must be. */
export function errorsOf({ args, example, run }: CustomFunction): FunctionError[] {
  const given = argumentsOf(example.formula);
  const isLongCall = given.some(isLong);
  const found = new Map<string, FunctionError>();
  args.forEach(({ name, reader }: ArgumentDoc & { readonly reader?: Reader<unknown> }, index) => {
    const before = Array.from({ length: index }, (_, other) => given[other]);
    for (const cell of spoilt) {
      if (cell === "" && index >= given.length) continue;
      if (isLongCall && mayBeRight(cell, reader, given[index])) continue;
      const message = messageOf(run, [...before, withCell(given[index], cell), ...given.slice(index + 1)]);
      if (!message?.includes(`: ${name} `)) continue;
      const kind = expectationIn(message);
      const known = found.get(kind);
      if (known && (hasCure(known.message) || !hasCure(message))) continue;
      found.set(kind, { argument: name, given: cell === "" ? "(empty)" : String(cell), message });
    }
  });
  return [...found.values()];
}

function messageOf(run: CustomFunction["run"], given: readonly unknown[]): string | undefined {
  try {
    run(given, zone);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
