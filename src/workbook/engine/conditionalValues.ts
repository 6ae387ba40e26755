import { ICommandService, type Injector } from "@univerjs/core";
import { type FormulaDataModel, SetArrayFormulaDataMutation } from "@univerjs/engine-formula";
import {
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
} from "@univerjs/sheets-conditional-formatting";
import { requireMethods, type Internals } from "./internals";

/** The formulas whose results each model of conditional formats is about. */
const spilledValues = new WeakMap<object, FormulaDataModel>();

/** Lets conditional formats see spilled results: Univer's look only at what is stored in the cells. */
export function formatSpilledValues(): void {
  const name = "_createRuleCalculateUnitInstance";
  const prototype = ConditionalFormattingViewModel.prototype;
  const model = requireMethods("ConditionalFormattingViewModel", prototype, [name]);
  const create = model[name];
  model[name] = function (this: object, unitId: string, sheetId: string, rule: unknown): Internals {
    const unit: Internals = create.call(this, unitId, sheetId, rule);
    const context: Internals | undefined = unit?.["_context"];
    const stored = context?.["getCellValue"];
    if (context)
      context["getCellValue"] = (row: number, column: number) =>
        spilledValues.get(this)?.getArrayFormulaCellData()?.[unitId]?.[sheetId]?.[row]?.[column] ??
        stored(row, column);
    return unit;
  };
}

/** Says whose results the conditional formats of a workbook are about, and has them follow. */
export function followSpilledValues(injector: Injector, formulas: FormulaDataModel): void {
  const model = injector.get(ConditionalFormattingViewModel);
  const rules = injector.get(ConditionalFormattingRuleModel);
  spilledValues.set(model, formulas);
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id !== SetArrayFormulaDataMutation.id) return;
    for (const [unitId, sheets] of rules.getAll())
      for (const [sheetId, list] of sheets)
        for (const { cfId } of list) model.markRuleDirty(unitId, sheetId, cfId);
  });
}
