import { IRenderManagerService, SheetSkeletonManagerService } from "@univerjs/preset-sheets-core";
import type { Anchor } from "../../charts/chartSpec";
import type { Workbook } from "../../engine/workbook";

/** Pixels of the grid's own scroll bars. */
const SCROLL_BAR = 10;

/** What of the sheet in view is where on the screen, in pixels from the corner of the grid's canvas. */
export interface GridView {
  readonly canvas: HTMLCanvasElement;
  readonly zoom: number;
  /** The part of the canvas that shows cells. */
  readonly cells: { left: number; top: number; right: number; bottom: number };
  readonly placeOf: (anchor: Anchor) => Place;
}

/** Where the corner of a chart is, and what of it is behind frozen rows and columns. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly behindLeft: number;
  readonly behindTop: number;
}

/** The view of the active sheet; undefined while it is not drawn. */
export function gridView({ book, injector }: Workbook): GridView | undefined {
  const unit = injector.get(IRenderManagerService).getRenderById(book.workbook.getId());
  const worksheet = book.workbook.getActiveSheet().getSheet();
  const skeleton = unit?.with(SheetSkeletonManagerService).getSkeletonParam(worksheet.getSheetId())?.skeleton;
  const viewport = unit?.scene.getViewport("viewMain");
  if (!unit || !skeleton || !viewport) return undefined;
  const canvas = unit.engine.getCanvasElement();
  const zoom = unit.scene.getAncestorScale().scaleX;
  const { rowHeaderWidth, columnHeaderHeight } = skeleton;
  const cornerOf = (row: number, column: number) => {
    const { startX, startY } = skeleton.getNoMergeCellWithCoordByIndex(row, column);
    return { x: startX, y: startY };
  };
  const { xSplit, ySplit, startRow, startColumn } = worksheet.getFreeze();
  const frozen = cornerOf(ySplit ? startRow : 0, xSplit ? startColumn : 0);
  return {
    canvas,
    zoom,
    cells: {
      left: rowHeaderWidth * zoom,
      top: columnHeaderHeight * zoom,
      right: canvas.clientWidth - SCROLL_BAR,
      bottom: canvas.clientHeight - SCROLL_BAR,
    },
    placeOf: (anchor) => {
      const cell = cornerOf(anchor.row, anchor.column);
      const scrolls = { x: cell.x >= frozen.x, y: cell.y >= frozen.y };
      const left = cell.x + anchor.x - (scrolls.x ? viewport.viewportScrollX : 0);
      const top = cell.y + anchor.y - (scrolls.y ? viewport.viewportScrollY : 0);
      return {
        left: left * zoom,
        top: top * zoom,
        behindLeft: scrolls.x ? Math.max(0, frozen.x - left) : 0,
        behindTop: scrolls.y ? Math.max(0, frozen.y - top) : 0,
      };
    },
  };
}
