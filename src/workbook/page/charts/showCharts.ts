import { CommandType } from "@univerjs/core";
import { type ChartSpec, chartSize } from "../../charts/chartSpec";
import { textOption } from "../../charts/chartOptions";
import { chartTable } from "../../charts/chartTable";
import type { Workbook } from "../../engine/workbook";
import { byId, element } from "../element";
import { letMove } from "./chartMoving";
import { type GridView, gridView } from "./chartPlace";

/** How long after a change of cells the charts follow. */
const QUIET_MS = 100;

/** A chart on the page. */
interface Shown {
  readonly box: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** What is drawn, to draw again only what differs. */
  drawn: string;
}

/** Shows the charts of the sheet in view over its cells and keeps them up to date. */
export function showCharts(workbook: Workbook): void {
  const { api, book } = workbook;
  const layer = byId("charts");
  const shown = new Map<number, Shown>();
  const inView = () => {
    const sheetId = book.workbook.getActiveSheet().getSheetId();
    return book.charts.all().filter((spec) => spec.sheetId === sheetId);
  };

  const place = () => {
    const view = gridView(workbook);
    if (!view) return;
    placeLayer(layer, view);
    for (const spec of inView()) {
      const box = shown.get(spec.id)?.box;
      if (box) placeBox(box, spec, view);
    }
  };
  const draw = async () => {
    const specs = inView();
    for (const [id, { box }] of shown) {
      if (specs.some((spec) => spec.id === id)) continue;
      box.remove();
      shown.delete(id);
    }
    if (specs.length === 0) return;
    const { drawChart } = await import("./drawChart");
    for (const spec of specs) {
      const chart = shown.get(spec.id) ?? addBox(workbook, layer, spec);
      shown.set(spec.id, chart);
      const table = chartTable(book, spec);
      const { anchor: _, ...drawing } = spec;
      const drawn = JSON.stringify([drawing, table]);
      if (drawn === chart.drawn) continue;
      chart.drawn = drawn;
      Object.assign(chart.box.style, pixels(chartSize(spec)));
      chart.box.ariaLabel = `Chart ${textOption(spec.options, "title") ?? spec.id}`;
      drawChart(chart.canvas, spec, table);
    }
    place();
  };

  const placeSoon = atNextFrame(place);
  const drawSoon = afterQuiet(() => void draw());
  api.addEvent(api.Event.Scroll, placeSoon);
  api.addEvent(api.Event.ActiveSheetChanged, drawSoon);
  api.addEvent(api.Event.CommandExecuted, ({ type }) => {
    if (type === CommandType.MUTATION) drawSoon();
    placeSoon();
  });
  new ResizeObserver(placeSoon).observe(byId("workbook"));
  drawSoon();
}

function addBox(workbook: Workbook, layer: HTMLElement, { id }: ChartSpec): Shown {
  const canvas = element("canvas");
  const box = element("div", { className: "chart", tabIndex: 0, role: "img" }, canvas);
  letMove(workbook, box, id);
  layer.append(box);
  return { box, canvas, drawn: "" };
}

/** Covers the cells of the grid, so that charts are cut off at its headers and scroll bars. */
function placeLayer(layer: HTMLElement, { canvas, cells }: GridView): void {
  const [grid, page] = [canvas.getBoundingClientRect(), byId("page").getBoundingClientRect()];
  Object.assign(layer.style, {
    left: `${grid.left - page.left + cells.left}px`,
    top: `${grid.top - page.top + cells.top}px`,
    ...pixels({ width: cells.right - cells.left, height: cells.bottom - cells.top }),
  });
}

function placeBox(box: HTMLElement, spec: ChartSpec, { cells, zoom, placeOf }: GridView): void {
  const { left, top, behindLeft, behindTop } = placeOf(spec.anchor);
  box.style.transform = `translate(${left - cells.left}px, ${top - cells.top}px) scale(${zoom})`;
  // A little more than the box, for its outline.
  box.style.clipPath = `inset(${behindTop || -4}px -4px -4px ${behindLeft || -4}px)`;
}

function pixels(size: { width: number; height: number }): { width: string; height: string } {
  return { width: `${size.width}px`, height: `${size.height}px` };
}

function atNextFrame(work: () => void): () => void {
  let pending = 0;
  return () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(work);
  };
}

function afterQuiet(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, QUIET_MS);
  };
}
