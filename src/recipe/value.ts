import { operations } from "./operations";
import type { Value, Workplace } from "./operations/values";
import type { Recipe, Term } from "./term";

/** Where a recipe takes its cells from, and what computes its functions. */
export interface Source extends Workplace {
  readonly range: (reference: string) => Value;
  readonly setting: (key: string) => Value;
  readonly run: (name: string, args: readonly unknown[]) => Value;
  /** Keeps what a call of a custom function gives, so that recipes that share one work it out once. */
  readonly once?: (call: Term, value: () => Value) => Value;
}

/**
 * What the recipe's formula would show.
 * `known` keeps what steps are worth, for recipes that begin alike.
 * @throws Error as the custom functions do.
 */
export function recipeValue(
  { steps, result }: Recipe,
  source: Source,
  known = new Map<string, Value>(),
): Value {
  return termValue(result, source, stepValues(steps, source, known));
}

/** What the steps are worth, by their names. */
export function stepValues(
  steps: Recipe["steps"],
  source: Source,
  known = new Map<string, Value>(),
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  steps.forEach(([name, term], index) => {
    const key = JSON.stringify(steps.slice(0, index + 1));
    const value = known.get(key) ?? termValue(term, source, values);
    known.set(key, value);
    values.set(name, value);
  });
  return values;
}

/** What one term is worth, given the steps before it. */
export function termValue(term: Term, source: Source, steps: ReadonlyMap<string, Value> = new Map()): Value {
  if (term === null) return "";
  if (typeof term !== "object") return term;
  if ("range" in term) return source.range(term.range);
  if ("setting" in term) return source.setting(term.setting);
  if ("step" in term) return steps.get(term.step)!;
  const args = () => term.to.map((arg) => termValue(arg, source, steps));
  const operation = operations[term.apply];
  if (operation) return operation.value(args(), source);
  const run = () => source.run(term.apply, args());
  return source.once && !restsOnSteps(term) ? source.once(term, run) : run();
}

/** What a step is differs between recipes. */
const restsOnSteps = (term: Term): boolean =>
  typeof term === "object" &&
  term !== null &&
  ("step" in term || ("apply" in term && term.to.some(restsOnSteps)));
