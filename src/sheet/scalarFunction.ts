import type { ScalarArgument, ValuesOf, WholeArgument } from "./argument";
import { broadcast } from "./broadcast";
import type { CustomFunction } from "./customFunction";
import { named } from "./named";
import { type ResultCell, finite } from "./result";

type Spec<A extends readonly unknown[]> = Omit<CustomFunction, "args" | "run" | "explain"> & {
  readonly args: A;
  /** One value from one set of arguments, all of them read and within bounds. */
  readonly run: (...values: [...ValuesOf<A>]) => number;
  /** The same in words, with the value that `run` gave; undefined where the function offers none. */
  readonly explain?: (value: number, ...values: [...ValuesOf<A>]) => string;
};

/** A custom function of single values, which ranges turn into one result a cell. */
export function scalarFunction<const A extends readonly (ScalarArgument<unknown> | WholeArgument<unknown>)[]>(
  spec: Spec<A>,
): CustomFunction {
  const { name, args, run, explain } = spec;
  const perCell =
    (compute: (values: [...ValuesOf<A>]) => ResultCell): CustomFunction["run"] =>
    (given, zone) =>
      named(name, () => broadcast(args, given, zone, (values) => compute(values as [...ValuesOf<A>])));
  return {
    ...spec,
    run: perCell((values) => run(...values)),
    explain: explain && perCell((values) => `${name}: ${explain(finite(run(...values)), ...values)}`),
  };
}
