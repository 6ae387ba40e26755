import { ICommandService, type Injector } from "@univerjs/core";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { requireMethods, type Internals } from "./internals";

/** How often a calculation may cause another (a result that changes formats, say) before flush gives up. */
const MAX_ROUNDS = 5;

/** A function that calculates at once what Univer would calculate 100 ms after the last change. */
export function createFlush(injector: Injector): () => void {
  requireMethods("TriggerCalculationController", TriggerCalculationController.prototype, [
    "_mergeDirty",
    "_generateDirty",
    "_resetExecutingDirtyData",
  ]);
  const trigger = injector.get(TriggerCalculationController) as unknown as Internals;
  const commands = injector.get(ICommandService);
  return () => {
    for (let round = 0; trigger["_waitingCommandQueue"].length > 0 && round < MAX_ROUNDS; round++) {
      clearTimeout(trigger["_setTimeoutKey"]);
      const dirty = trigger["_generateDirty"](trigger["_waitingCommandQueue"]);
      trigger["_waitingCommandQueue"] = [];
      const params = { ...trigger["_mergeDirty"](trigger["_executingDirtyData"], dirty) };
      commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
      trigger["_resetExecutingDirtyData"]();
      trigger["_executionInProgressParams"] = null;
    }
  };
}

/** Calculates every formula now: results, spilled ones above all, are not part of a stored workbook. */
export function calculateAll(injector: Injector): void {
  const nothing = {
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtySuperTableMap: {},
    clearDependencyTreeCache: {},
  };
  const params = {
    ...nothing,
    dirtyRanges: [],
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
    forceCalculation: true,
  };
  injector
    .get(ICommandService)
    .syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
}
