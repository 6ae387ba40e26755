import type { IRange, IUnitRange } from "@univerjs/core";
import {
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
} from "@univerjs/engine-formula";
import { createGraph, type Formula, type Graph } from "./graph";
import type { Internals } from "./internals";
import { collectTrees, targetsOf, valueOf } from "./references";
import { storeResult } from "./results";
import type { Steps } from "./runOrder";
import { extentOf, restOf, vanishedSpills } from "./spills";

/** The formulas of all workbooks in one calculation. */
export interface Formulas extends Steps {
  readonly graph: Graph;
  /** Those that have to be calculated for the changes which the current configuration holds. */
  readonly changed: readonly Formula[];
}

/** Finds all formulas, what each reads and fills, and those to calculate. */
export function findFormulas(service: Internals): Formulas {
  const { _formulaDependencyGenerator: generator, _currentConfigService: config } = service;
  const graph = createGraph(() => new generator["_dependencyRTreeCacheForAddressFunction"].constructor());
  const isForced = config.isForceCalculate();
  const formulas = collectTrees(generator);
  const vanished = vanishedSpills(service);
  for (const formula of formulas) {
    graph.addReads(formula, formula["rangeList"]);
    if (!isForced && pointsElsewhere(formula)) graph.addReads(formula, targetsOf(generator, formula));
    if (isInCell(formula))
      noteExtent(graph, formula, extentOf(service, formula, isForced || formula["isDirty"]));
  }
  forgetWhatWasRead();
  const readers = graph.readersOf([...config.getDirtyRanges().map(closed), ...vanished]);
  const isChanged = (formula: Formula) =>
    isForced ||
    formula["isDirty"] ||
    formula["dependencySheetName"](config.getDirtyNameMap()) ||
    readers.has(formula);
  return {
    graph,
    changed: formulas.filter(isChanged),
    locate: (formula) => pointsElsewhere(formula) && graph.addReads(formula, targetsOf(generator, formula)),
    calculate: (formula, isCircular) => runFormula(service, graph, formula, isCircular),
    forgetWhatWasRead,
  };
}

/** Drops what Univer keeps of the cells that formulas read: ranges as arrays, and columns sorted for lookups. */
export function forgetWhatWasRead(): void {
  FORMULA_REF_TO_ARRAY_CACHE.clear();
  CELL_INVERTED_INDEX_CACHE.clear();
}

function runFormula(
  service: Internals,
  graph: Graph,
  formula: Formula,
  isCircular: boolean,
): readonly IUnitRange[] {
  const value = isCircular
    ? ErrorValueObject.create(ErrorType.CYCLE)
    : valueOrError(service["_formulaDependencyGenerator"], formula);
  if (!isInCell(formula)) {
    const { formulaId, refOffsetX, refOffsetY } = formula;
    service["_runtimeService"].setRuntimeOtherData(formulaId, refOffsetX, refOffsetY, value);
    return [];
  }
  const result = storeResult(service, formula, value);
  noteExtent(graph, formula, result);
  return result.changed ? [inSheet(formula, result.changed)] : [];
}

function valueOrError(generator: Internals, formula: Formula): Internals {
  try {
    return valueOf(generator, formula);
  } catch (error) {
    // A fault of one formula must not end the calculation of the others.
    console.error(`formula ${formula["formula"]}`, error);
    return ErrorValueObject.create(ErrorType.ERROR);
  }
}

/** A result that something stands in the way of waits for what is in the cells that it would fill. */
function noteExtent(
  graph: Graph,
  formula: Formula,
  { fills, wants }: { fills: IRange; wants?: IRange },
): void {
  graph.setFills(formula, [inSheet(formula, fills)]);
  if (wants)
    graph.addReads(
      formula,
      restOf(wants).map((area) => inSheet(formula, area)),
    );
}

function inSheet({ unitId, subUnitId: sheetId }: Formula, range: IRange): IUnitRange {
  return { unitId, sheetId, range };
}

/** Whole rows and columns come without an end. */
function closed({ range, ...sheet }: IUnitRange): IUnitRange {
  const { startRow, startColumn, endRow, endColumn } = range;
  return {
    ...sheet,
    range: {
      startRow: startRow || 0,
      startColumn: startColumn || 0,
      endRow: Number.isNaN(endRow) ? Infinity : endRow,
      endColumn: Number.isNaN(endColumn) ? Infinity : endColumn,
    },
  };
}

/** Whether it is in a cell, and not one of a conditional format, say. */
function isInCell(formula: Formula): boolean {
  return formula["formulaId"] == null;
}

/** Whether it has INDIRECT, OFFSET or the like. */
function pointsElsewhere(formula: Formula): boolean {
  return formula["addressFunctionNodes"].length > 0;
}
