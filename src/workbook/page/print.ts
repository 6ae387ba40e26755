import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { chartSize } from "../charts/chartSpec";
import { chartTable } from "../charts/chartTable";
import type { Workbook } from "../engine/workbook";
import { pageBreaks } from "../files/pageBreaks";
import { type Printed, type PrintedText, pageRows, reach } from "../files/pageRows";
import { MARGINS, pageFormat } from "../files/paper";
import { storedCell, usedSize } from "../services/book";
import { displayValue } from "../services/cells";
import { element } from "./element";

/** Pixels of a point. */
const POINT = 4 / 3;

/** Size of text that has none, in points. */
const USUAL_SIZE = 10;

/** Prints the sheet in view and nothing else: its cells and charts on pages of paper, as the .xlsx file has them. */
export async function printSheet(workbook: Workbook): Promise<void> {
  workbook.book.flush();
  const view = await printView(workbook, workbook.book.workbook.getActiveSheet());
  document.body.append(view);
  await drawCharts(workbook, view);
  addEventListener("afterprint", () => view.remove(), { once: true });
  print();
}

/** The sheet as elements that a browser breaks into pages. */
async function printView(workbook: Workbook, sheet: FWorksheet): Promise<HTMLElement> {
  const { book } = workbook;
  const univer = sheet.getSheet();
  const charts = book.charts.all().filter((spec) => spec.sheetId === sheet.getSheetId());
  const printed: Printed = {
    ...usedSize(book, sheet),
    charts,
    heightOf: (row) => (univer.getRowVisible(row) ? sheet.getRowHeight(row) : 0),
    widthOf: (column) => (univer.getColVisible(column) ? sheet.getColumnWidth(column) : 0),
  };
  const [rows, columns] = reach(printed);
  const lefts = [0];
  for (let column = 0; column < columns; column++) lefts.push(lefts[column]! + printed.widthOf(column));
  const width = lefts[columns]!;
  const format = pageFormat(width);
  const texts = (row: number): PrintedText[] =>
    Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
      if (displayValue(storedCell(book, sheet, row, column)) === "") return [];
      const style = univer.getComposedCellStyle(row, column);
      return [{ isBold: style?.bl === BooleanNumber.TRUE, size: style?.fs ?? USUAL_SIZE }];
    });
  const breaks = new Set(pageBreaks(pageRows(printed, rows, texts), format.capacity));
  const shades = await shadesOf(workbook, sheet, rows, columns);
  const lines = Array.from({ length: rows }, (_, row) => {
    const line = element("div", { className: breaks.has(row) ? "print-row print-break" : "print-row" });
    line.style.height = `${printed.heightOf(row)}px`;
    for (let column = 0; column < columns; column++) {
      const merge = univer.getMergedCell(row, column);
      if (merge && (merge.startRow !== row || merge.startColumn !== column)) continue;
      const right = lefts[(merge?.endColumn ?? column) + 1] ?? width;
      const own = univer.getComposedCellStyle(row, column);
      // The right border of merged cells is that of the last one.
      const last = merge && univer.getComposedCellStyle(row, merge.endColumn)?.bd?.r;
      const style = { ...own, ...(last && { bd: { ...own.bd, r: last } }), ...shades(row, column) };
      const stored = storedCell(book, sheet, row, column);
      const text = displayValue(stored);
      if (text === "" && !style.bg?.rgb && !style.bd) continue;
      const cell = element("div", { className: "print-cell", textContent: text });
      dress(cell, style, typeof stored.data?.v === "number");
      Object.assign(cell.style, { left: `${lefts[column]!}px`, width: `${right - lefts[column]!}px` });
      line.append(cell);
    }
    for (const spec of charts.filter(({ anchor }) => anchor.row === row)) {
      const box = element("div", { className: "print-chart" }, element("canvas"));
      box.dataset["chart"] = String(spec.id);
      const size = chartSize(spec);
      Object.assign(box.style, {
        left: `${lefts[spec.anchor.column]! + spec.anchor.x}px`,
        top: `${spec.anchor.y}px`,
        width: `${size.width}px`,
        height: `${size.height}px`,
      });
      line.append(box);
    }
    return line;
  });
  const { left, right, top, bottom } = MARGINS;
  const paper = element("style", {
    textContent: `@page { size: A4 ${format.isAcross ? "landscape" : "portrait"}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`,
  });
  const body = element("div", { className: "print-body" }, ...lines);
  const room = ((format.isAcross ? 297 : 210) - left - right) * (96 / 25.4) * format.wide;
  Object.assign(body.style, { width: `${width}px`, zoom: String(Math.min(1, room / width)) });
  return element("div", { id: "print" }, paper, body);
}

/** The colors that conditional formats give cells; Univer works them out in the background. */
async function shadesOf({ injector, book }: Workbook, sheet: FWorksheet, rows: number, columns: number) {
  const formats = injector.get(ConditionalFormattingService);
  const styleOf = (row: number, column: number): Nullable<IStyleData> =>
    formats.composeStyle(book.workbook.getId(), sheet.getSheetId(), row, column)?.style;
  const all = () => {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) styleOf(row, column);
  };
  all();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return styleOf;
}

const horizontal = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
};
const vertical = {
  [VerticalAlign.TOP]: "start",
  [VerticalAlign.MIDDLE]: "center",
  [VerticalAlign.BOTTOM]: "end",
};

/** Gives a cell its look; without an alignment numbers stand on the right. */
function dress(cell: HTMLElement, style: IStyleData, isNumber: boolean): void {
  const { bd, pd } = style;
  const side = (of: "t" | "r" | "b" | "l") => {
    const color = bd?.[of]?.cl?.rgb;
    const width = bd?.[of]?.s === BorderStyleTypes.THICK ? 3 : 1;
    return color ? `${width}px solid ${color}` : "";
  };
  Object.assign(cell.style, {
    fontFamily: `${style.ff ?? "Arial"}, Arial, sans-serif`,
    fontSize: `${(style.fs ?? USUAL_SIZE) * POINT}px`,
    fontWeight: style.bl === BooleanNumber.TRUE ? "bold" : "",
    fontStyle: style.it === BooleanNumber.TRUE ? "italic" : "",
    color: style.cl?.rgb ?? "",
    background: style.bg?.rgb ?? "",
    textAlign: (horizontal as Record<number, string>)[style.ht ?? 0] ?? (isNumber ? "right" : "left"),
    alignContent: (vertical as Record<number, string>)[style.vt ?? 0] ?? "end",
    whiteSpace: style.tb === WrapStrategy.WRAP ? "pre-wrap" : "pre",
    borderTop: side("t"),
    borderRight: side("r"),
    borderBottom: side("b"),
    borderLeft: side("l"),
    paddingLeft: `${pd?.l ?? 2}px`,
    paddingRight: `${pd?.r ?? 2}px`,
  });
}

async function drawCharts({ book }: Workbook, view: HTMLElement): Promise<void> {
  const boxes = Array.from(view.querySelectorAll<HTMLElement>(".print-chart"));
  if (boxes.length === 0) return;
  const { drawChart } = await import("./charts/drawChart");
  for (const box of boxes) {
    const spec = book.charts.all().find(({ id }) => String(id) === box.dataset["chart"])!;
    drawChart(box.querySelector("canvas")!, spec, chartTable(book, spec));
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
