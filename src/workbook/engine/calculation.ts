import {
  CalculateController,
  CalculateFormulaService,
  FormulaExecuteStageType,
} from "@univerjs/engine-formula";
import { findFormulas, forgetWhatWasRead } from "./formulas";
import { requireMethods, type Internals } from "./internals";
import { assertDependencyGenerator } from "./references";
import { assertRuntime } from "./results";
import { calculateInOrder } from "./runOrder";
import { rememberSpills } from "./spills";

/**
 * Makes Univer calculate within the call that asks for it, as Apps Script code expects: setFormula() then getValue().
 * The original yields to the event loop between formulas, and orders formulas by their own cells only: those that read
 * spilled cells get one more pass, too few where these spill again.
 */
export function calculateSynchronously(): void {
  assertDependencyGenerator();
  assertRuntime();
  const service = requireMethods("CalculateFormulaService", CalculateFormulaService.prototype, ["execute"]);
  service["execute"] = function (this: Internals, config: Internals): Promise<void> {
    calculate(this, config);
    return Promise.resolve();
  };
  applyResultsSynchronously();
}

function calculate(service: Internals, config: Internals): void {
  const { _runtimeService: runtime, _currentConfigService: current } = service;
  announce(service, FormulaExecuteStageType.START);
  current.load(config);
  runtime.reset();
  announce(service, FormulaExecuteStageType.START_DEPENDENCY);
  const { graph, changed, ...steps } = findFormulas(service);
  calculateInOrder(graph, changed, steps);
  if (changed.length > 0) runtime.markedAsSuccessfullyExecuted();
  else runtime.markedAsNoFunctionsExecuted();
  announce(service, FormulaExecuteStageType.CALCULATION_COMPLETED);
  service["_executionCompleteListener$"].next(runtime.getAllRuntimeData());
  rememberSpills(service);
  forgetWhatWasRead();
  runtime.reset();
}

function announce(
  { _runtimeService: runtime, _executionInProgressListener$: progress }: Internals,
  stage: number,
): void {
  runtime.setFormulaExecuteStage(stage);
  progress.next(runtime.getRuntimeState());
}

/** Results are written by commands; the synchronous form of each makes them readable in the same turn. */
function applyResultsSynchronously(): void {
  const controller = requireMethods("CalculateController", CalculateController.prototype, ["_applyResult"]);
  const apply = controller["_applyResult"];
  controller["_applyResult"] = function (this: Internals, data: unknown): Promise<void> {
    const commands = this["_commandService"];
    const executeCommand = (id: string, params: object, options: object) =>
      commands.syncExecuteCommand(id, params, options);
    const synchronous = Object.create(commands, { executeCommand: { value: executeCommand } });
    return apply.call(Object.create(this, { ["_commandService"]: { value: synchronous } }), data);
  };
}
