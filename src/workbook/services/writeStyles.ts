import { ICommandService, type IStyleData, IUndoRedoService, type Nullable } from "@univerjs/core";
import {
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Rectangle } from "./a1";

/** Adds to the styles of an area's cells in one step; row and column count from 0 within it. */
export function writeStyles(
  worksheet: FWorksheet,
  area: Rectangle,
  styleOf: (row: number, column: number) => Nullable<IStyleData>,
): void {
  const unitID = worksheet.getWorkbook().getUnitId();
  const params = {
    unitId: unitID,
    subUnitId: worksheet.getSheetId(),
    cellValue: byIndex(area.row, area.rows, (row) =>
      byIndex(area.column, area.columns, (column) => ({ s: styleOf(row, column) })),
    ),
  } satisfies ISetRangeValuesMutationParams;
  const { id } = SetRangeValuesMutation;
  const injector = worksheet.getInject();
  const undo = styling(SetRangeValuesUndoMutationFactory(injector, params));
  styling(params);
  injector.get(ICommandService).syncExecuteCommand(id, params);
  injector.get(IUndoRedoService).pushUndoRedo({
    unitID,
    redoMutations: [{ id, params }],
    undoMutations: [{ id, params: undo }],
  });
}

/**
 * Says that a change is one of styles: cells that are given no formula would lose theirs otherwise. Univer would write
 * over it by whatever command has not ended yet, such as scrolling.
 */
function styling<Params extends object>(params: Params): Params {
  const trigger = { enumerable: true, get: () => SetStyleCommand.id, set: () => {} };
  return Object.defineProperty(params, "trigger", trigger);
}

function byIndex<Value>(
  start: number,
  count: number,
  valueAt: (offset: number) => Value,
): Record<number, Value> {
  return Object.fromEntries(Array.from({ length: count }, (_, offset) => [start + offset, valueAt(offset)]));
}
