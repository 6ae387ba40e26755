import { type ICellDataForSheetInterceptor, InterceptorEffectEnum, type Nullable } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { sheetsError } from "../engine/errors";
import type { Workbook } from "../engine/workbook";

/** Just above the priority at which Univer puts spilled values into the cells. */
const BEFORE_SPILLS = 101;

/** Shows cells as Sheets does: #REF! for a blocked spill, dates as dates also where they spilled. */
export function showAsSheets({ injector, book }: Workbook): void {
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_SPILLS,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col }, next) => {
      const spilled = book.formulas.getArrayFormulaCellData()?.[unitId]?.[subUnitId]?.[row]?.[col];
      return next(withError(spilled?.s && !cell?.s ? { ...cell, s: spilled.s } : cell));
    },
  });
}

type Shown = Nullable<ICellDataForSheetInterceptor>;

function withError(cell: Shown): Shown {
  if (typeof cell?.v !== "string" || !cell.v.startsWith("#")) return cell;
  const shown = sheetsError(cell.v);
  return shown === cell.v ? cell : { ...cell, v: shown };
}
