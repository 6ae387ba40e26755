import { operations } from "./operations";
import type { Recipe, Term } from "./term";

/** The recipe as a formula in US notation; `settingCell` gives the cell of an assumption. */
export function formulaText({ steps, result }: Recipe, settingCell: (key: string) => string): string {
  const text = (term: Term) => termText(term, settingCell);
  if (steps.length === 0) return `=${text(result)}`;
  const parts = steps.map(([name, term]) => `${name}, ${text(term)}`);
  return `=LET(${[...parts, text(result)].join(", ")})`;
}

/** One term in the notation of formulas. */
export function termText(term: Term, settingCell: (key: string) => string): string {
  if (term === null) return "";
  if (typeof term === "string") return `"${term.replace(/"/g, '""')}"`;
  if (typeof term !== "object") return String(term).toUpperCase();
  if ("range" in term) return term.range;
  if ("setting" in term) return settingCell(term.setting);
  if ("step" in term) return term.step;
  const given = term.to.slice();
  while (given[given.length - 1] === null) given.pop();
  const args = given.map((arg) => termText(arg, settingCell));
  return operations[term.apply]?.text(...args) ?? `${term.apply}(${args.join(", ")})`;
}
