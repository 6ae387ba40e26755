import { refusal } from "../core/refusal";
import { functions } from "../functions";
import { isDataTab } from "../recipe/kept";
import { operations } from "../recipe/operations";
import type { Recipe, Term } from "../recipe/term";
import { partsOf, sheetNamed } from "./spreadsheet/sheets";

const isOwn = (name: unknown) =>
  functions.some((record) => record.name === name) ||
  Object.prototype.hasOwnProperty.call(operations, String(name));

/**
 * Makes sure that a term is one that the sidebar builds, since its text becomes a formula. `found` gathers tabs that are
 * known to exist, for terms that share them.
 */
export function checkTerm(term: Term, settings: readonly string[], found = new Set<string>()): void {
  if (typeof term !== "object" || term === null) return;
  const isStep = "step" in term && /^[a-z]+$/.test(term.step);
  const isSetting = "setting" in term && settings.includes(term.setting);
  if ("range" in term) {
    const { tab } = partsOf(term.range);
    // A tab of clean data is made when something that needs it is inserted.
    if (!found.has(tab) && !isDataTab(tab)) sheetNamed(tab);
    found.add(tab);
  } else if ("apply" in term && isOwn(term.apply)) term.to.forEach((one) => checkTerm(one, settings, found));
  else if (!isStep && !isSetting)
    throw refusal(`a recipe must be one of the sidebar's, got ${JSON.stringify(term)}`);
}

/** The same of a recipe. */
export function checkRecipe(
  { steps, result }: Recipe,
  settings: readonly string[],
  found = new Set<string>(),
): void {
  for (const [name, term] of steps) {
    checkTerm({ step: name }, settings);
    checkTerm(term, settings, found);
  }
  checkTerm(result, settings, found);
}
