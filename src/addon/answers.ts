// What the sidebar asks about the data, answered from the cells.
import type { Answer, AnswerRequest, Place } from "../answers/answer";
import { answerFor, setupOf } from "../answers/answerFor";
import { type Beside, besideOf } from "../answers/beside";
import { readingOf } from "../answers/readingOf";
import { check, usable } from "../answers/figures";
import { todaysCustomers as todaysIn } from "../answers/headline/shop";
import { recipeOf } from "../answers/results";
import type { Work } from "../answers/headline/headline";
import type { NextStep } from "../answers/nextStep";
import { nextSteps as nextStepsOf } from "../answers/nextSteps";
import type { Sentence } from "../answers/sentence";
import { type FillRequest, filledCall, shapesBesides } from "../answers/fill";
import { restored } from "../answers/restore";
import { type Said, findTables, ranked, remap } from "../recognition";
import type { FoundTable } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import { headerOf } from "../answers/columns";
import { calledFunctions } from "../formula/calls";
import { computeAll, nothingKnown } from "./compute";
import { keptFormulas } from "./freeze/kept";
import { areaIn, cellName } from "./spreadsheet/a1";
import { rangeOf } from "./spreadsheet/sheets";
import type { FilledCall, KnownTable, NextStepsRequest, Reading, Remapping } from "./protocol";
import type { SavedSetting } from "../answers/setup";
import { isErrorValue } from "../sheet/cell";
import { bySpend, customersTold, withCustomerLists } from "./relations";
import { savedSetup } from "./setup";
import { type Tell, eachWithProgress } from "./progress";
import { surveyTab } from "./survey";
import { today } from "./spreadsheet/today";

const known = (table: FoundTable): KnownTable => ({ ...table, isUsable: usable(readingOf(table, 1)) });

/** What one question rests on: the cells are read once for it. */
function place(): Place {
  const read = nothingKnown();
  return {
    saved: savedSetup(),
    compute: (setup, recipes) => computeAll({ setup, recipes }, read),
    today: today(),
  };
}

export const readTab = (name: string): FoundTable[] => findTables(surveyTab(name));

/** The tables of tabs; one that cannot be read costs only itself. */
export function readTabs(names: readonly string[], tell: Tell) {
  const unread: string[] = [];
  const tables = eachWithProgress(
    names,
    tell,
    (name) => `Reading “${name}”`,
    (name) => {
      try {
        return readTab(name);
      } catch (error) {
        unread.push(`“${name}” could not be read: ${(error as Error).message}`);
        return [];
      }
    },
  ).flat();
  return { tables, unread };
}

/** Tells of a table whether it is what a formula of the add-on's shows, or showed before it was turned into values. */
function resultsNow(): (table: FoundTable) => boolean {
  const turned = new Set(
    keptFormulas().flatMap(({ tab, cell }) => (cell ? cellName(tab, areaIn(cell)) : [])),
  );
  return (table) => {
    const corner = headerOf(table, table.columns[0]!.column);
    const calls = calledFunctions(rangeOf(corner).getFormula());
    return turned.has(corner) || calls.some((name) => name.startsWith("CLV"));
  };
}

const remapped = (table: FoundTable, said: Said) => remap(surveyTab(table.tab), table, said);

/** The user's own tables: what the add-on has made of them is nothing to answer from. */
export function settle({ tables, active }: Reading): KnownTable[] {
  const isResult = resultsNow();
  const own = tables.filter((table) => !isResult(table));
  const saved = savedSetup();
  const found = restored(bySpend(ranked(own, active), remapped), saved, remapped);
  const settled = withCustomerLists(found, saved, remapped).map(known);
  const told = customersTold(settled, active);
  return told ? [told, ...settled.filter((table) => table !== told)] : settled;
}

export const remapColumn = ({ table, column, meaning }: Remapping): KnownTable =>
  known(remapped(table, new Map([[column, meaning ?? undefined]])));

export const answerFrom = (request: AnswerRequest): Answer | null => answerFor(request, place());

/**
 * The answer where tabs of clean data hold only a part of their rows: what the setup takes from them shows an error, and is
 * worked out anew.
 */
export function answerAnew(request: AnswerRequest): Answer | null {
  const here = place();
  const isSpoilt = ({ value, formula }: SavedSetting) => isErrorValue(value) && formula.includes("CLV Data");
  return answerFor(request, { ...here, saved: here.saved.filter((one) => !isSpoilt(one)) });
}

/** The tables that answers to a request rest on, and what computes over them. */
function groundOf(request: AnswerRequest) {
  const here = place();
  const { setup, readings } = setupOf(request, here);
  const work: Work = (...terms) => here.compute(setup, terms.map(recipeOf));
  return { reading: readings[0]!, readings, work };
}

export function todaysCustomers(request: AnswerRequest): Sentence | null {
  const { reading, work } = groundOf(request);
  return todaysIn(reading, work);
}

/** What to do next, by the value that was answered. */
export const nextSteps = ({ question, whatIf, ...request }: NextStepsRequest): NextStep[] =>
  nextStepsOf({ ...groundOf(request), question, whatIf });

/** What further tables tell of the customers. */
export const besideFrom = (request: AnswerRequest): Beside => besideOf(groundOf(request));

/** Why a table's rows cannot be read, in the words of what reads them; null where they can. */
export function unreadable(request: AnswerRequest): string | null {
  const { reading, work } = groundOf(request);
  const needed = reading.kept.filter(({ isOptional }) => !isOptional);
  const figure = work(...needed.map(({ call }) => call)).find(({ error }) => error !== undefined);
  return figure?.error?.replace(/^CLV\w*: /, "") ?? null;
}

/** The check of a table's rows; null where it has no rows of revenue. */
export function checkRows(request: AnswerRequest): Figure | null {
  const here = place();
  const { setup, readings } = setupOf(request, here);
  const recipe = check(readings[0]!);
  return recipe ? here.compute(setup, [recipe])[0]! : null;
}

/** A function called with the data; null where an argument that it needs is not among them. */
export function fillCall(request: FillRequest): FilledCall | null {
  const here = place();
  const { setup, readings } = setupOf(request, here, shapesBesides(request.args));
  const recipe = filledCall(request, readings);
  return recipe ? { recipe, setup, figure: here.compute(setup, [recipe])[0]! } : null;
}
