import { chartSize, type ChartSpec } from "../../charts/chartSpec";
import { chartTitle } from "../../charts/chartHead";
import { emu } from "./look";
import { element, part, type Xml } from "./xml";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

const NAMESPACES = {
  "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/** Pixels of a row or a column. */
type SizeOf = (index: number) => number;

/** How large the rows and columns of a sheet are. */
export interface Grid {
  readonly heightOf: SizeOf;
  readonly widthOf: SizeOf;
}

/** Where the charts of a sheet lie; the first one's relationship is rId1. */
export function drawingPart(charts: readonly ChartSpec[], grid: Grid): string {
  return part(element("xdr:wsDr", NAMESPACES, ...charts.map((spec, index) => anchored(spec, index, grid))));
}

/** The row or column in which something ends that begins so many pixels into one, and how far into it that is. */
export function ending(first: number, pixels: number, sizeOf: SizeOf): [index: number, pixels: number] {
  let [index, left] = [first, pixels];
  // Past so many hidden ones the sheet has an end too.
  while (left > sizeOf(index) && index - first < pixels) left -= sizeOf(index++);
  return [index, left];
}

/** From cell to cell, since programs differ in how wide a column is: a chart stays as wide as a table above it. */
function anchored(spec: ChartSpec, index: number, { heightOf, widthOf }: Grid): Xml {
  const { row, column, x, y } = spec.anchor;
  const { width, height } = chartSize(spec);
  const nowhere = { x: 0, y: 0 };
  const { text } = chartTitle(spec);
  return element(
    "xdr:twoCellAnchor",
    { editAs: "oneCell" },
    corner("from", [column, x], [row, y]),
    corner("to", ending(column, x + width, widthOf), ending(row, y + height, heightOf)),
    element(
      "xdr:graphicFrame",
      { macro: "" },
      element(
        "xdr:nvGraphicFramePr",
        {},
        // What a screen reader says of the chart.
        element("xdr:cNvPr", { id: index + 2, name: `Chart ${index + 1}`, descr: text || undefined }),
        element("xdr:cNvGraphicFramePr"),
      ),
      element("xdr:xfrm", {}, element("a:off", nowhere), element("a:ext", { cx: 0, cy: 0 })),
      element(
        "a:graphic",
        {},
        element(
          "a:graphicData",
          { uri: CHART },
          element("c:chart", { "xmlns:c": CHART, "r:id": `rId${index + 1}` }),
        ),
      ),
    ),
    element("xdr:clientData"),
  );
}

function corner(name: string, [column, x]: [number, number], [row, y]: [number, number]): Xml {
  const place = { col: column, colOff: emu(x), row, rowOff: emu(y) };
  const parts = Object.entries(place).map(([key, value]) => element(`xdr:${key}`, {}, String(value)));
  return element(`xdr:${name}`, {}, ...parts);
}
