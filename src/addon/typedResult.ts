import { recordOf, unitOfColumn } from "../recipe/columns";
import type { Call, Recipe, Term } from "../recipe/term";
import { type Source, recipeValue, stepValues, termValue } from "../recipe/value";
import type { Cell } from "../sheet/cell";
import type { Unit } from "../sheet/unit";

/** The cells that a formula will show, and what their numbers count. */
export interface TypedResult {
  readonly cells: readonly (readonly Cell[])[];
  /** Whether the first row is the header of a table. */
  readonly hasHeader: boolean;
  /** Of the cells below the header; none where nobody knows. */
  readonly units: readonly (readonly Unit[])[];
}

/** The call that gives a table of which a term shows some rows; the term itself where it does not. */
function wholeOf(term: Term, steps: Recipe["steps"]): Term {
  const isObject = typeof term === "object" && term !== null;
  if (isObject && "step" in term) return steps.find(([name]) => name === term.step)![1];
  return isObject && "apply" in term && term.apply === "CLV_TAKE" ? wholeOf(term.to[0]!, steps) : term;
}

/** What a recipe's formula shows, with its units where the recipe is a call of a function. */
export function typedResult(recipe: Recipe, source: Source): TypedResult {
  const value = recipeValue(recipe, source);
  const cells = Array.isArray(value) ? (value as readonly (readonly Cell[])[]) : [[value as Cell]];
  const { steps, result } = recipe;
  const call = wholeOf(result, steps);
  const isCall = typeof call === "object" && call !== null && "apply" in call;
  const record = isCall ? recordOf(call.apply) : undefined;
  if (!record) return { cells, hasHeader: false, units: [] };
  if (!record.columns)
    return { cells, hasHeader: false, units: cells.map((row) => row.map(() => record.unit!)) };
  const ofColumns = cells[0]!.map((title) => unitOfColumn(call as Call, title as string | number) ?? "text");
  const units = ofColumns.includes("by row")
    ? unitsByRow(call as Call, steps, source)
    : cells.slice(1).map(() => ofColumns as Unit[]);
  return { cells, hasHeader: true, units };
}

function unitsByRow({ apply, to }: Call, steps: Recipe["steps"], source: Source) {
  const values = stepValues(steps, source);
  const given = to.map((term) => termValue(term, source, values));
  return recordOf(apply)!.units!(given, source.zone);
}
