import {
  CellValueType,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { INTERCEPTOR_POINT, type ISheetLocation, SheetInterceptorService } from "@univerjs/sheets";
import { sheetsError } from "../engine/errors";
import type { Workbook } from "../engine/workbook";
import { fitNumber } from "./fitNumber";

type Shown = Nullable<ICellDataForSheetInterceptor>;

/** Just above and below the priority at which Univer puts spilled values into the cells. */
const [BEFORE_SPILLS, AFTER_SPILLS] = [101, 99];

/**
 * Shows cells as Sheets does: #REF! for a blocked spill, dates as dates also where they spilled, and results without
 * a number format by as many decimals as the column has room for.
 */
export function showAsSheets({ injector, book }: Workbook): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_SPILLS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      const { unitId, subUnitId, row, col } = location;
      const spilled = book.formulas.getArrayFormulaCellData()?.[unitId]?.[subUnitId]?.[row]?.[col];
      if (!spilled && !cell?.f && !cell?.si) return next(cell);
      const result: Shown = spilled ? { ...cell, v: spilled.v, t: spilled.t, s: cell?.s ?? spilled.s } : cell;
      return next(asShown(result, location));
    },
  });
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AFTER_SPILLS,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, _, next) => next(withSheetsError(cell)),
  });
}

function asShown(cell: Shown, { workbook, worksheet, col }: ISheetLocation): Shown {
  const value = cell?.v;
  if (typeof value !== "number" || cell?.t !== CellValueType.NUMBER) return cell;
  const style: Nullable<IStyleData> = workbook.getStyles().get(cell.s);
  return style?.n?.pattern ? cell : { ...cell, v: fitNumber(value, worksheet.getColumnWidth(col)) };
}

function withSheetsError(cell: Shown): Shown {
  const value = cell?.v;
  return typeof value === "string" && value.startsWith("#") ? { ...cell, v: sheetsError(value) } : cell;
}
