import { ILayoutService } from "@univerjs/preset-sheets-core";
import { type Anchor, type ChartSpec, chartSize } from "../../charts/chartSpec";
import { withOption } from "../../charts/chartOptions";
import type { Workbook } from "../../engine/workbook";
import { element } from "../element";
import { gridView } from "./chartPlace";

/** The least width and height of a chart in pixels. */
const SMALLEST = 120;

/** Lets a chart be moved by its face, resized by its corner, and taken away by the Delete key. */
export function letMove(workbook: Workbook, box: HTMLElement, id: number): void {
  const { book } = workbook;
  const spec = () => book.charts.all().find((each) => each.id === id);
  const corner = element("div", { className: "corner" });
  box.append(corner);
  onDrag(workbook, box, spec, (chart, x, y) => ({ ...chart, anchor: movedAnchor(workbook, chart, x, y) }));
  onDrag(workbook, corner, spec, resized);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.stopPropagation();
    book.charts.remove(id);
    workbook.injector.get(ILayoutService).focus();
  });
  box.addEventListener("wheel", (event) => {
    event.preventDefault();
    gridView(workbook)?.canvas.dispatchEvent(new WheelEvent(event.type, event));
  });
}

/** Shows a chart as it is after a drag by so many pixels of the sheet, and keeps it so at the end. */
function onDrag(
  workbook: Workbook,
  handle: HTMLElement,
  spec: () => ChartSpec | undefined,
  dragged: (start: ChartSpec, x: number, y: number) => ChartSpec,
): void {
  const { charts } = workbook.book;
  let start: { readonly spec: ChartSpec; readonly x: number; readonly y: number } | undefined;
  const now = ({ x, y }: PointerEvent) => {
    const zoom = gridView(workbook)?.zoom ?? 1;
    return start && dragged(start.spec, (x - start.x) / zoom, (y - start.y) / zoom);
  };
  handle.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    const chart = spec();
    start = chart && { spec: chart, x: event.x, y: event.y };
  });
  handle.addEventListener("pointermove", (event) => {
    const shown = now(event);
    if (shown) charts.show(shown);
  });
  handle.addEventListener("lostpointercapture", (event) => {
    const moved = now(event);
    if (start && moved && (event.x !== start.x || event.y !== start.y)) charts.put(moved, start.spec);
    start = undefined;
  });
}

function resized(spec: ChartSpec, x: number, y: number): ChartSpec {
  const { width, height } = chartSize(spec);
  const wide = withOption(spec.options, "width", Math.max(SMALLEST, width + x));
  return { ...spec, options: withOption(wide, "height", Math.max(SMALLEST, height + y)) };
}

function movedAnchor({ book }: Workbook, { anchor }: ChartSpec, x: number, y: number): Anchor {
  const sheet = book.workbook.getActiveSheet();
  const [column, left] = settle(anchor.column, anchor.x + x, (index) => sheet.getColumnWidth(index));
  const [row, top] = settle(anchor.row, anchor.y + y, (index) => sheet.getRowHeight(index));
  return { row, column, x: left, y: top };
}

/** The cell on which an offset from another cell falls, and the offset from there. */
function settle(index: number, offset: number, sizeOf: (index: number) => number): [number, number] {
  if (offset < 0) return index === 0 ? [0, 0] : settle(index - 1, offset + sizeOf(index - 1), sizeOf);
  const size = sizeOf(index);
  return offset < size || size === 0 ? [index, offset] : settle(index + 1, offset - size, sizeOf);
}
