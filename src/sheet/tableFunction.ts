import type { Argument, ValuesOf } from "./argument";
import type { CustomFunction } from "./customFunction";
import { named } from "./named";
import { type ResultCell, type ResultTable, finishedCell, finishedTable, unitsOf } from "./result";
import { readArguments } from "./table";
import type { Zone } from "./zone";

type Result = ResultCell | ResultTable;

type Spec<A extends readonly unknown[], R extends Result> = Omit<
  CustomFunction,
  "args" | "run" | "units" | "explain"
> & {
  readonly args: A;
  /** The result from columns of equal length and single values, all of them read and within bounds. */
  readonly run: (...values: [...ValuesOf<A>]) => R;
  /** The same in words; undefined where the function offers none. */
  readonly explain?: (result: R, ...values: [...ValuesOf<A>]) => string;
};

const isTable = (result: Result): result is ResultTable => typeof result === "object" && "rows" in result;

const finished = (result: Result, zone: Zone) =>
  isTable(result) ? finishedTable(result, zone) : finishedCell(result, zone);

/** A custom function of columns that belong together; its result is one value or a table with a header row. */
export function tableFunction<const A extends readonly Argument[], R extends Result>(
  spec: Spec<A, R>,
): CustomFunction {
  const { name, args, run, explain } = spec;
  const read = (given: readonly unknown[], zone: Zone) =>
    readArguments(args, given, zone) as [...ValuesOf<A>];
  return {
    ...spec,
    run: (given, zone) => named(name, () => finished(run(...read(given, zone)), zone)),
    units: (given, zone) =>
      named(name, () => {
        const result = run(...read(given, zone));
        return isTable(result) ? unitsOf(result) : [[spec.unit ?? "number"]];
      }),
    explain:
      explain &&
      ((given, zone) =>
        named(name, () => {
          const values = read(given, zone);
          const result = run(...values);
          finished(result, zone);
          return `${name}: ${explain(result, ...values)}`;
        })),
  };
}
