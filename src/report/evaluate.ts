import type { Term } from "../recipe/term";
import type { Value } from "../recipe/operations/values";
import { type Source, termValue } from "../recipe/value";
import type { Cell } from "../sheet/cell";
import type { DataTable } from "./dataTable";

/** The cells of a table, its header first. */
export interface TableValue {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What later tables see of it. */
export const asStep = ({ header, rows }: TableValue, { header: given }: DataTable): Value =>
  given ? rows : [header, ...rows];

/**
 * Computes a table from those before it.
 * @throws Error as the custom functions do
 */
export function tableValue(table: DataTable, source: Source, known: ReadonlyMap<string, Value>): TableValue {
  const steps = new Map(known);
  for (const [name, term] of table.steps ?? []) steps.set(name, termValue(term, source, steps));
  const value = (term: Term) => termValue(term, source, steps);
  const cells = rowsOf(table, value);
  if (table.header) return { header: table.header, rows: cells };
  const [header = [], ...rows] = cells;
  return { header, rows };
}

function rowsOf({ cells }: DataTable, value: (term: Term) => Value): readonly (readonly Cell[])[] {
  const [first] = cells;
  if (cells.length > 1 || (first && first.length > 1))
    return cells.map((row) => row.map((term) => value(term) as Cell));
  if (!first) return [];
  const only = value(first[0]!);
  return Array.isArray(only) ? (only as readonly (readonly Cell[])[]) : [[only as Cell]];
}

/** The names of the steps that a term refers to. */
export function stepsIn(term: Term): string[] {
  if (typeof term !== "object" || term === null) return [];
  if ("step" in term) return [term.step];
  return "apply" in term ? term.to.flatMap(stepsIn) : [];
}
