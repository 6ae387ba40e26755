import { type ICellData, type IRange, isNullCell, ObjectMatrix } from "@univerjs/core";
import { ErrorType, ErrorValueObject, FormulaRuntimeService } from "@univerjs/engine-formula";
import { requireMethods, type Internals } from "./internals";
import { cellOf, difference, type Rows, rowsOf } from "./resultRows";

/** What became of a formula's value. */
export interface Stored {
  /** The cells that it fills. */
  readonly fills: IRange;
  /** The cells that it would fill, where something stands in the way. */
  readonly wants: IRange | undefined;
  /** The cells whose values are different now: all of them lie within. */
  readonly changed: IRange | undefined;
}

/** Asserts that the store of results is the one the functions of this file were written for. */
export function assertRuntime(): void {
  requireMethods("FormulaRuntimeService", FormulaRuntimeService.prototype, [
    "_getValueObjectOfRuntimeData",
    "getRuntimeArrayFormulaCellData",
    "getRuntimeImageFormulaData",
    "getUnitArrayFormula",
    "getUnitData",
  ]);
}

/**
 * Puts a formula's value into the results of this calculation, in place of what it had before, be it from this or from
 * an earlier calculation. Univer's own way leaves earlier spilled cells where the new result is smaller, and takes
 * them for obstacles.
 */
export function storeResult(service: Internals, tree: Internals, value: Internals): Stored {
  const { _runtimeService: runtime } = service;
  const sheet = sheetOf(service, tree);
  const { row, column } = tree;
  const before = takeEarlier(sheet, tree);
  const rows = rowsOf(runtime, value);
  const size = { startRow: row, startColumn: column };
  const area = { ...size, endRow: row + rows.length - 1, endColumn: column + rows[0]!.length - 1 };
  const spills = rows.length > 1 || rows[0]!.length > 1;
  const isBlocked = spills && !hasRoom(sheet, tree, area);
  const shown = isBlocked ? [[cellOf(runtime, ErrorValueObject.create(ErrorType.SPILL))]] : rows;
  sheet.values.setValue(row, column, { ...shown[0]![0] });
  if (spills) {
    ((sheet.areas[row] ??= {}) as Internals)[column] = area;
    shown.forEach((cells, r) =>
      cells.forEach((cell, c) => sheet.spilled.setValue(row + r, column + c, cell ?? { v: null })),
    );
  }
  if (value["isString"]?.() && value["isImage"]?.()) {
    const place = { unitId: tree["unitId"], sheetId: tree["subUnitId"], row, column };
    runtime.getRuntimeImageFormulaData().push({ ...value["getImageInfo"](), ...place });
  }
  return {
    fills: isBlocked ? { ...size, endRow: row, endColumn: column } : area,
    wants: isBlocked ? area : undefined,
    changed: difference(before, shown, row, column),
  };
}

/** A sheet's results: those of this calculation, and what is left of the earlier ones. */
interface Sheet {
  /** Values of formulas in their own cells. */
  readonly values: ObjectMatrix<ICellData>;
  /** Spilled values, and the areas that formulas fill or would fill by row and column. */
  readonly spilled: ObjectMatrix<ICellData>;
  readonly areas: Record<number, Record<number, IRange>>;
  readonly earlierSpilled: ObjectMatrix<ICellData> | undefined;
  readonly earlierAreas: Record<number, Record<number, IRange>>;
  /** What is stored in the cells. */
  readonly stored: ObjectMatrix<ICellData>;
}

function sheetOf(service: Internals, { unitId, subUnitId }: Internals): Sheet {
  const { _runtimeService: runtime, _currentConfigService: config } = service;
  const of = <T>(data: Internals, make: () => T): T => ((data[unitId] ??= {})[subUnitId] ??= make());
  return {
    values: of(runtime.getUnitData(), () => new ObjectMatrix<ICellData>()),
    spilled: of(runtime.getRuntimeArrayFormulaCellData(), () => new ObjectMatrix<ICellData>()),
    areas: of(runtime.getUnitArrayFormula(), () => ({})),
    earlierSpilled: config.getArrayFormulaCellData()[unitId]?.[subUnitId],
    earlierAreas: config.getArrayFormulaRange()[unitId]?.[subUnitId] ?? {},
    stored: config.getUnitData()[unitId][subUnitId].cellData,
  };
}

/** Takes a formula's result out of the sheet's results. */
function takeEarlier(sheet: Sheet, { row, column }: Internals): Rows {
  const own = sheet.values.getValue(row, column) ?? sheet.stored.getValue(row, column);
  const ranBefore = sheet.areas[row]?.[column] !== undefined;
  const areas = ranBefore ? sheet.areas : sheet.earlierAreas;
  const spilled = ranBefore ? sheet.spilled : sheet.earlierSpilled;
  const area = areas[row]?.[column];
  if (!area) return [[own]];
  delete areas[row]![column];
  const isBlocked = own?.v === ErrorType.SPILL;
  const { startRow, startColumn, endRow, endColumn } = area;
  const [height, width] = isBlocked ? [1, 1] : [endRow - startRow + 1, endColumn - startColumn + 1];
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (__, c) => {
      const cell = spilled?.getValue(row + r, column + c);
      if (cell) spilled?.realDeleteValue(row + r, column + c);
      return cell;
    }),
  );
  rows[0]![0] = own;
  return rows;
}

function hasRoom(sheet: Sheet, tree: Internals, area: IRange): boolean {
  if (area.endRow >= tree["rowCount"] || area.endColumn >= tree["columnCount"]) return false;
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      if (row === area.startRow && column === area.startColumn) continue;
      if (!isNullCell(sheet.stored.getValue(row, column))) return false;
      if (sheet.spilled.getValue(row, column) || sheet.earlierSpilled?.getValue(row, column)) return false;
    }
  return true;
}
