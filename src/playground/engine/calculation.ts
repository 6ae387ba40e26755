import {
  CalculateController,
  CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  ErrorValueObject,
  ErrorType,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaExecuteStageType,
  generateAstNode,
} from "@univerjs/engine-formula";
import { assertDependencyGenerator, formulasToRun, storeValue } from "./dependencies";
import { requireMethods, type Internals } from "./internals";

let applied = false;

/**
 * Makes Univer calculate within the call that asks for it, as Apps Script code expects: setFormula() then getValue().
 * The original yields to the event loop between formulas; the steps and their order are kept.
 */
export function calculateSynchronously(): void {
  if (applied) return;
  applied = true;
  assertDependencyGenerator();
  const service = requireMethods("CalculateFormulaService", CalculateFormulaService.prototype, [
    "execute",
    "_getArrayFormulaDirtyRangeAndExcludedRange",
  ]);
  service["execute"] = function (this: Internals, config: Internals): Promise<void> {
    calculate(this, config);
    return Promise.resolve();
  };
  applyResultsSynchronously();
  compareWithoutIndex();
}

function calculate(service: Internals, config: Internals): void {
  const { _runtimeService: runtime, _currentConfigService: current } = service;
  announce(service, FormulaExecuteStageType.START);
  current.load(config);
  runtime.reset();
  const cycles = config["maxIteration"] || 1;
  for (let cycle = 0; cycle < cycles; cycle++) {
    runtime.setFormulaCycleIndex(cycle);
    calculateOnce(service);
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    if (!runtime.isCycleDependency()) break;
  }
  announce(service, FormulaExecuteStageType.CALCULATION_COMPLETED);
  service["_executionCompleteListener$"].next(runtime.getAllRuntimeData());
  runtime.reset();
}

/** One pass over the changed formulas and, where results spilled, one over the formulas that read the spilled cells. */
function calculateOnce(service: Internals): void {
  const { arrayFormulaRange, runtimeFeatureRange } = runFormulas(service, false);
  const spilled = service["_getArrayFormulaDirtyRangeAndExcludedRange"](
    arrayFormulaRange,
    runtimeFeatureRange,
  );
  if (!spilled.dirtyRanges?.length) return;
  FORMULA_REF_TO_ARRAY_CACHE.clear();
  service["_currentConfigService"].loadDirtyRangesAndExcludedCell(spilled.dirtyRanges, spilled.excludedCell);
  runFormulas(service, true);
}

function runFormulas(service: Internals, afterSpill: boolean): Internals {
  const { _runtimeService: runtime, _currentConfigService: config } = service;
  const stage = FormulaExecuteStageType;
  announce(service, afterSpill ? stage.START_DEPENDENCY_ARRAY_FORMULA : stage.START_DEPENDENCY);
  const trees = formulasToRun(service["_formulaDependencyGenerator"]);
  const any = trees.length > 0;
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const node = generateAstNode(
      tree["unitId"],
      tree["formula"],
      service["_lexer"],
      service["_astTreeBuilder"],
      config,
    );
    const { row, column, rowCount, columnCount, subUnitId, unitId } = tree;
    runtime.setCurrent(row, column, rowCount, columnCount, subUnitId, unitId);
    if (tree["getDirtyData"] != null && tree["featureId"] != null) runFeature(service, tree);
    else storeValue(runtime, tree, evaluate(service, node, tree));
    node?.resetCalculationState();
  }
  if (any) runtime.markedAsSuccessfullyExecuted();
  else if (!afterSpill) runtime.markedAsNoFunctionsExecuted();
  return runtime.getAllRuntimeData();
}

function runFeature(
  { _runtimeService: runtime, _currentConfigService: config }: Internals,
  tree: Internals,
): void {
  const { runtimeCellData, dirtyRanges } = tree["getDirtyData"](
    config.getDirtyData(),
    runtime.getAllRuntimeData(),
  );
  runtime.setRuntimeFeatureCellData(tree["featureId"], runtimeCellData);
  runtime.setRuntimeFeatureRange(tree["featureId"], dirtyRanges);
}

function evaluate(service: Internals, node: unknown, tree: Internals): unknown {
  const { refOffsetX, refOffsetY } = tree;
  try {
    return service["_interpreter"].execute({ node, refOffsetX, refOffsetY });
  } catch (error) {
    // A fault of one formula must not end the calculation of the others.
    console.error(`formula ${tree["formula"]}`, error);
    return ErrorValueObject.create(ErrorType.ERROR);
  }
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

/**
 * Univer indexes cells by value for comparisons, but takes results that only stem from a range for the range itself
 * (FILTER(A:A, …)>3), so it finds rows that are not there; and each result it writes costs a search of the index,
 * quadratic in rows. Without it every comparison looks at the cells.
 */
function compareWithoutIndex(): void {
  const cache = requireMethods("CELL_INVERTED_INDEX_CACHE", CELL_INVERTED_INDEX_CACHE, [
    "set",
    "setContinueBuildingCache",
    "canUseCache",
    "shouldContinueBuildingCache",
  ]);
  cache["set"] = cache["setContinueBuildingCache"] = () => {};
  cache["shouldContinueBuildingCache"] = () => false;
  cache["canUseCache"] = () => ({ rowsInCache: [], rowsNotInCache: [] });
}
