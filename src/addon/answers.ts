// What the sidebar asks about the data, answered from the cells.
import { type Answer, type AnswerRequest, type Place, answerFor, setupOf } from "../answers/answer";
import { check, usable } from "../answers/figures";
import { type FillRequest, filledCall } from "../answers/fill";
import type { Compute } from "../answers/setup";
import { restored } from "../answers/restore";
import { findTables, ranked, remap } from "../recognition";
import type { FoundTable } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import { headerOf } from "../answers/columns";
import { calledFunctions } from "../formula/calls";
import { compute } from "./compute";
import { rangeOf } from "./spreadsheet/sheets";
import type { FilledCall, KnownTable, Reading, Remapping } from "./protocol";
import { savedSetup } from "./setup";
import { surveyTab } from "./survey";
import { today } from "./spreadsheet/today";

const known = (table: FoundTable): KnownTable => ({ ...table, isUsable: usable(table) });
const place = (): Place => ({ saved: savedSetup(), compute: computed, today: today() });
const computed: Compute = (setup, recipes) => compute({ setup, recipes });

export const readTab = (name: string): FoundTable[] => findTables(surveyTab(name));

/** Whether a table is what a formula of the add-on's shows. */
const isResult = (table: FoundTable) =>
  calledFunctions(rangeOf(headerOf(table, table.columns[0]!.column)).getFormula()).some((name) =>
    name.startsWith("CLV"),
  );

export const settle = ({ tables, active }: Reading): KnownTable[] =>
  restored(ranked(tables, active, isResult), savedSetup()).map(known);

export const remapColumn = ({ table, column, meaning }: Remapping): KnownTable =>
  known(remap(table, column, meaning ?? undefined));

export const answerFrom = (request: AnswerRequest): Answer | null => answerFor(request, place());

/** The check of a table's rows; null where it has no rows of revenue. */
export function checkRows(request: AnswerRequest): Figure | null {
  const recipe = check(request.table);
  return recipe ? computed(setupOf(request, place()), [recipe])[0]! : null;
}

/** A function called with the data; null where an argument that it needs is not among them. */
export function fillCall(request: FillRequest): FilledCall | null {
  const recipe = filledCall(request);
  if (!recipe) return null;
  const setup = setupOf(request, place());
  return { recipe, setup, figure: computed(setup, [recipe])[0]! };
}
