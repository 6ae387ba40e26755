import { refusal } from "../core/refusal";
import { functions } from "../functions";
import { operations } from "../recipe/operations";
import type { Recipe, Term } from "../recipe/term";
import { rangeOf } from "./sheets";

const isOwn = (name: unknown) =>
  functions.some((record) => record.name === name) ||
  Object.prototype.hasOwnProperty.call(operations, String(name));

/** Makes sure that a term is one that the sidebar builds, since its text becomes a formula. */
export function checkTerm(term: Term, settings: readonly string[]): void {
  if (typeof term !== "object" || term === null) return;
  const isStep = "step" in term && /^[a-z]$/.test(term.step);
  const isSetting = "setting" in term && settings.includes(term.setting);
  if ("range" in term) rangeOf(term.range);
  else if ("apply" in term && isOwn(term.apply)) term.to.forEach((one) => checkTerm(one, settings));
  else if (!isStep && !isSetting)
    throw refusal(`a recipe must be one of the sidebar's, got ${JSON.stringify(term)}`);
}

/** The same of a recipe. */
export function checkRecipe({ steps, result }: Recipe, settings: readonly string[]): void {
  for (const [name, term] of steps) {
    checkTerm({ step: name }, settings);
    checkTerm(term, settings);
  }
  checkTerm(result, settings);
}
