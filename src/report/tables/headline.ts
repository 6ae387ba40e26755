import type { Answer } from "../../answers/answer";
import type { Call, Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { cellAt, wholeOf } from "../live";
import type { Make } from "./making";

/** The value, its limits, and the figures next to it. */
export interface Headline {
  readonly value: DataTable;
  /** The value with its limits, where there are any. */
  readonly limits: DataTable | undefined;
  readonly facts: readonly DataTable[];
  /** All of them, in the order in which they are worked out. */
  readonly tables: readonly DataTable[];
}

/** What the tables that a value comes from are called, where they are not it and its limits. */
const names: Readonly<Record<string, readonly [key: string, title: string]>> = {
  CLV_PROFILE: ["CLV_PROFILE", "How customers buy"],
  CLV_FIT_HISTORIES: ["fit", "Model of the predictions"],
};

export function headlineOf(make: Make, { headline, costs: costFigures }: Answer): Headline {
  // What rests on the latest period stands with the periods.
  const single = costFigures.filter(({ recipe }) => recipe.steps.length === 0);
  const calls = callsIn([
    headline.table ?? null,
    headline.recipe.result,
    ...headline.facts.map(({ term }) => term),
    ...single.map(({ recipe }) => recipe.result),
  ]);
  const results = calls.map((call) => {
    const [key, title] = names[call.apply] ?? [call.apply, "Value and its limits"];
    return { call, table: make.result(key, title, call) };
  });
  const value = make.single("value", headline.title, onTab(headline.recipe.result, results), "money");
  const facts = headline.facts.map(({ title, unit, term }) =>
    make.single(`fact ${title}`, title, onTab(term, results), unit),
  );
  const costs = single.map(({ title, unit, recipe }) =>
    make.single(title, title, onTab(withCell(recipe.result, headline.recipe.result, value), results), unit),
  );
  const limits = results.find(({ table }) => table.columns.some(({ name }) => name === "Low"))?.table;
  return { value, limits, facts, tables: [...results.map(({ table }) => table), value, ...facts, ...costs] };
}

type Results = readonly { readonly call: Call; readonly table: DataTable }[];

const isSame = (one: Term, other: Term) => JSON.stringify(one) === JSON.stringify(other);

/** The calls of which single cells are taken, and those that stand by themselves as a table, each once. */
function callsIn(terms: readonly Term[]): Call[] {
  const found: Call[] = [];
  const look = (term: Term, isTable: boolean): void => {
    if (typeof term !== "object" || term === null || !("apply" in term)) return;
    if (term.apply === "CELL") return look(term.to[0]!, true);
    if (isTable && !found.some((one) => isSame(one, term))) found.push(term);
    else if (!isTable) term.to.forEach((part) => look(part, false));
  };
  look(terms[0]!, true);
  terms.slice(1).forEach((term) => look(term, false));
  return found;
}

/** A term with references in place of cells of the tables that stand on the data tab. */
function onTab(term: Term, results: Results): Term {
  if (typeof term !== "object" || term === null || !("apply" in term)) return term;
  const whole = results.find(({ call }) => isSame(call, term));
  if (whole) return wholeOf(whole.table);
  if (term.apply !== "CELL") return { ...term, to: term.to.map((part) => onTab(part, results)) };
  const [call, row, column] = term.to;
  const { table } = results.find((one) => isSame(one.call, call!))!;
  return { range: cellAt(table, (row as number) - 2, (column as number) - 1) };
}

/** A term that takes the value from its cell. */
function withCell(term: Term, of: Term, value: DataTable): Term {
  if (isSame(term, of)) return { range: cellAt(value, 0, 0) };
  if (typeof term !== "object" || term === null || !("apply" in term)) return term;
  return { ...term, to: term.to.map((part) => withCell(part, of, value)) };
}
