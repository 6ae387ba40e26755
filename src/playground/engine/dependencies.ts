import { FormulaDependencyGenerator } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

// Each function below is its namesake of Univer's FormulaDependencyGenerator without the awaits: same steps, same order.

const used = [
  "_addDependencyTreeByAddressFunction",
  "_buildTreeNodeById",
  "_calculateRunList",
  "_checkIsCycleDependency",
  "_getAddressFunctionNodeList",
  "_getTreeNode",
  "_getUpdateTreeListAndMakeDependency",
  "_includeTree",
  "_nodeTraversalRef",
  "_registerFeatureFormulas",
  "_registerFormulas",
  "_registerOtherFormulas",
  "_searchDependencyByAddressFunction",
  "_updateRangeFlatten",
];

/** Asserts that the dependency generator is the one the functions of this file were written for. */
export function assertDependencyGenerator(): void {
  requireMethods("FormulaDependencyGenerator", FormulaDependencyGenerator.prototype, used);
}

/** The formulas to calculate, in order (last first), for the changes the current configuration holds. */
export function formulasToRun(generator: Internals): Internals[] {
  const { _currentConfigService: config, _dependencyManagerService: dependencies } = generator;
  generator["_updateRangeFlatten"]();
  clearDependencies(dependencies, config.getClearDependencyTreeCache() ?? {});
  collectTrees(generator);
  dependencies.openKdTree();
  const run = generator["_calculateRunList"](generator["_getUpdateTreeListAndMakeDependency"]());
  if (generator["_checkIsCycleDependency"](run)) generator["_runtimeService"].enableCycleDependency();
  generator["_dependencyTreeCache"].clear();
  generator["_dependencyRTreeCacheForAddressFunction"].clear();
  dependencies.closeKdTree();
  generator["_runtimeService"].clearArrayObjectCache();
  return run;
}

function clearDependencies(dependencies: Internals, units: Record<string, Record<string, unknown>>): void {
  for (const [unit, sheets] of Object.entries(units)) {
    for (const sheet of Object.keys(sheets ?? {})) {
      dependencies["clearOtherFormulaDependency"](unit, sheet);
      dependencies["clearFeatureFormulaDependency"](unit, sheet);
      dependencies["clearFormulaDependency"](unit, sheet);
    }
  }
}

function collectTrees(generator: Internals): void {
  const { _currentConfigService: config, _dependencyManagerService: dependencies } = generator;
  const formulas = config.getFormulaData();
  const others = generator["_otherFormulaManagerService"].getOtherFormulaData();
  const trees: Internals[] = [];
  if (config.isForceCalculate()) dependencies.reset();
  generator["_registerFormulas"](Object.keys(formulas), formulas, config.getUnitData(), trees);
  generator["_registerOtherFormulas"](others, Object.keys(others), trees);
  generator["_registerFeatureFormulas"](trees);
  for (const tree of trees) if (tree["formula"]) findReferences(generator, tree);
  for (const tree of trees) if (!tree["isCache"]) dependencies.addDependencyRTreeCache(tree);
  resolveAddressFunctions(generator, trees);
}

function findReferences(generator: Internals, tree: Internals): void {
  const node = generator["_getTreeNode"](tree);
  tree["isDirty"] = generator["_includeTree"](tree, node);
  const addressNodes = generator["_getAddressFunctionNodeList"](node);
  if (addressNodes.length > 0) tree["addressFunctionNodes"] = addressNodes;
  if (tree["isVirtual"]) return;
  setCurrent(generator, tree);
  tree["pushRangeList"](rangesOf(generator, node, tree));
}

/** INDIRECT, OFFSET and their like: their arguments are calculated first, to learn where they point. */
function resolveAddressFunctions(generator: Internals, trees: readonly Internals[]): void {
  // Univer does not export its RTree.
  const positions: Internals = new generator["_dependencyRTreeCacheForAddressFunction"].constructor();
  for (const { unitId, subUnitId, row, column, treeId } of trees) {
    const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    positions["insert"]({ unitId, sheetId: subUnitId, range, id: treeId });
  }
  generator["_executedAddressFunctionNodeIds"].clear();
  for (const tree of trees) resolveAddresses(generator, positions, tree);
}

function resolveAddresses(generator: Internals, positions: Internals, tree: Internals): void {
  const nodes: Internals[] = tree["addressFunctionNodes"];
  if (nodes.length === 0) return;
  setCurrent(generator, tree);
  const ranges = nodes.flatMap((node) => rangesOf(generator, node, tree));
  const precedents = new Set<string>();
  generator["_searchDependencyByAddressFunction"](positions, ranges, precedents);
  calculatePrecedents(generator, positions, generator["_buildTreeNodeById"](precedents));
  // A precedent that refers back to this formula may have resolved it meanwhile.
  const unresolved: Internals[] = tree["addressFunctionNodes"];
  if (unresolved.length === 0) return;
  const targets = unresolved.map((node) => rangeOf(generator, node, tree));
  tree["addressFunctionNodes"] = [];
  generator["_addDependencyTreeByAddressFunction"](tree, targets);
  calculatePrecedents(
    generator,
    positions,
    generator["_buildTreeNodeById"](positions["bulkSearch"](targets)),
  );
}

function calculatePrecedents(generator: Internals, positions: Internals, trees: Internals[]): void {
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const node = generator["_getTreeNode"](tree);
    resolveAddresses(generator, positions, tree);
    setCurrent(generator, tree);
    storeValue(generator["_runtimeService"], tree, execute(generator, node, tree));
  }
}

/** Hands a formula's value to the runtime, which writes it and its spill into the sheet's results. */
export function storeValue(runtime: Internals, tree: Internals, value: unknown): void {
  if (tree["formulaId"] == null) runtime["setRuntimeData"](value);
  else runtime["setRuntimeOtherData"](tree["formulaId"], tree["refOffsetX"], tree["refOffsetY"], value);
}

function rangesOf(generator: Internals, node: Internals | null, tree: Internals): unknown[] {
  if (node == null) return [];
  const references: Internals[] = [];
  generator["_nodeTraversalRef"](node, references);
  return references.map((reference) => {
    const range = rangeOf(generator, reference, tree);
    reference["setValue"](null);
    return range;
  });
}

function rangeOf(generator: Internals, node: Internals, tree: Internals): unknown {
  return execute(generator, node, tree)["toUnitRange"]();
}

function execute(generator: Internals, node: unknown, tree: Internals): Internals {
  const { refOffsetX, refOffsetY } = tree;
  return generator["_interpreter"].execute({ node, refOffsetX, refOffsetY });
}

function setCurrent(generator: Internals, tree: Internals): void {
  const { row, column, rowCount, columnCount, subUnitId, unitId } = tree;
  generator["_runtimeService"].setCurrent(row, column, rowCount, columnCount, subUnitId, unitId);
}
