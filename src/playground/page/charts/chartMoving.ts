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
  onDrag(box, (x, y) => {
    const chart = spec();
    if (chart) book.charts.put({ ...chart, anchor: movedAnchor(workbook, chart, x, y) });
  });
  onDrag(corner, (x, y) => {
    const chart = spec();
    if (chart) book.charts.put(resized(chart, x / zoomOf(workbook), y / zoomOf(workbook)));
  });
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Delete" || event.key === "Backspace") book.charts.remove(id);
  });
  box.addEventListener("wheel", (event) => {
    event.preventDefault();
    gridView(workbook)?.canvas.dispatchEvent(new WheelEvent(event.type, event));
  });
}

/** Calls with each step of a drag in pixels on the screen. */
function onDrag(handle: HTMLElement, step: (x: number, y: number) => void): void {
  handle.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId) && (event.movementX || event.movementY))
      step(event.movementX, event.movementY);
  });
}

function resized(spec: ChartSpec, x: number, y: number): ChartSpec {
  const { width, height } = chartSize(spec);
  const wide = withOption(spec.options, "width", Math.max(SMALLEST, width + x));
  return { ...spec, options: withOption(wide, "height", Math.max(SMALLEST, height + y)) };
}

function movedAnchor(workbook: Workbook, { anchor }: ChartSpec, x: number, y: number): Anchor {
  const sheet = workbook.book.workbook.getActiveSheet();
  const zoom = zoomOf(workbook);
  const [column, left] = settle(anchor.column, anchor.x + x / zoom, (index) => sheet.getColumnWidth(index));
  const [row, top] = settle(anchor.row, anchor.y + y / zoom, (index) => sheet.getRowHeight(index));
  return { row, column, x: left, y: top };
}

/** The cell on which an offset from another cell falls, and the offset from there. */
function settle(index: number, offset: number, sizeOf: (index: number) => number): [number, number] {
  if (offset < 0) return index === 0 ? [0, 0] : settle(index - 1, offset + sizeOf(index - 1), sizeOf);
  const size = sizeOf(index);
  return offset < size || size === 0 ? [index, offset] : settle(index + 1, offset - size, sizeOf);
}

function zoomOf(workbook: Workbook): number {
  return gridView(workbook)?.zoom ?? 1;
}
