import type { IUnitRange } from "@univerjs/core";
import { FormulaDependencyGenerator, generateAstNode } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";

const used = [
  "_getAddressFunctionNodeList",
  "_includeTree",
  "_nodeTraversalRef",
  "_registerFormulas",
  "_registerOtherFormulas",
  "_updateRangeFlatten",
];

/** Asserts that the dependency generator is the one the functions of this file were written for. */
export function assertDependencyGenerator(): void {
  requireMethods("FormulaDependencyGenerator", FormulaDependencyGenerator.prototype, used);
}

/**
 * Univer's records of all formulas, in cells and in conditional formats, each with the ranges it refers to and whether its
 * own cell was changed. They are made anew each time: Univer's own register keeps references of formulas that are gone.
 */
export function collectTrees(generator: Internals): Internals[] {
  const { _currentConfigService: config, _dependencyManagerService: register } = generator;
  const formulas = config.getFormulaData();
  const others = generator["_otherFormulaManagerService"].getOtherFormulaData();
  const trees: Internals[] = [];
  generator["_updateRangeFlatten"]();
  register.reset();
  generator["_registerFormulas"](Object.keys(formulas), formulas, config.getUnitData(), trees);
  generator["_registerOtherFormulas"](others, Object.keys(others), trees);
  generator["_dependencyTreeCache"].clear();
  for (const tree of trees) if (tree["formula"]) findReferences(generator, tree);
  return trees;
}

function findReferences(generator: Internals, tree: Internals): void {
  const node = parsed(generator, tree);
  tree["isDirty"] = generator["_includeTree"](tree, node);
  tree["addressFunctionNodes"] = generator["_getAddressFunctionNodeList"](node);
  // The ranges of a virtual tree are those of the formula that it is a copy of, moved.
  if (tree["isVirtual"]) return;
  const references: Internals[] = [];
  generator["_nodeTraversalRef"](node, references);
  tree["pushRangeList"](rangesOf(generator, tree, references));
}

/** Where INDIRECT, OFFSET and their like in a formula point, by the values that their arguments have now. */
export function targetsOf(generator: Internals, tree: Internals): IUnitRange[] {
  try {
    return rangesOf(generator, tree, tree["addressFunctionNodes"]);
  } catch {
    // The formula itself will show what is wrong.
    return [];
  }
}

/** Calculates a formula; a fault of one must not end the calculation of the others. */
export function valueOf(generator: Internals, tree: Internals): Internals {
  const node = parsed(generator, tree);
  setCurrent(generator, tree);
  try {
    return execute(generator, tree, node);
  } finally {
    node["resetCalculationState"]();
  }
}

/** The formula as a tree of operations, of which formulas with the same text share one. */
function parsed(generator: Internals, { unitId, formula }: Internals): Internals {
  const { _lexer: lexer, _astTreeBuilder: builder, _currentConfigService: config } = generator;
  return generateAstNode(unitId, formula, lexer, builder, config);
}

function rangesOf(generator: Internals, tree: Internals, nodes: readonly Internals[]): IUnitRange[] {
  setCurrent(generator, tree);
  return nodes.flatMap((node) => {
    const range: IUnitRange = execute(generator, tree, node)["toUnitRange"]();
    node["setValue"](null);
    // What is not a reference has no workbook either.
    return range.unitId ? [range] : [];
  });
}

function execute(generator: Internals, { refOffsetX, refOffsetY }: Internals, node: unknown): Internals {
  return generator["_interpreter"].execute({ node, refOffsetX, refOffsetY });
}

function setCurrent(generator: Internals, tree: Internals): void {
  const { row, column, rowCount, columnCount, subUnitId, unitId } = tree;
  generator["_runtimeService"].setCurrent(row, column, rowCount, columnCount, subUnitId, unitId);
}
