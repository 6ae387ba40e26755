import { InterceptorEffectEnum, type IStyleData, type Nullable } from "@univerjs/core";
import {
  ConditionalFormattingService,
  ConditionalFormattingViewModel,
} from "@univerjs/sheets-conditional-formatting";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Workbook } from "../engine/workbook";

/** After spilled values are in the cells. */
const PRIORITY = 10;

/** Shows conditional formats: color scales and styles of cells; Univer's own user interface for them is left out. */
export function showConditionalFormats({ injector, book }: Workbook): void {
  const formats = injector.get(ConditionalFormattingService);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col, workbook }, next) => {
      const style = formats.composeStyle(unitId, subUnitId, row, col)?.style;
      if (!style) return next(cell);
      const own: Nullable<IStyleData> = workbook.getStyles().get(cell?.s);
      return next({ ...cell, s: { ...own, ...style } });
    },
  });
  injector.get(ConditionalFormattingViewModel).markDirty$.subscribe(() => {
    book.workbook.getActiveSheet().refreshCanvas();
  });
}
