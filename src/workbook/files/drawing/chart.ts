import { chartTitle, legendPlace } from "../../charts/chartHead";
import { INK } from "../../charts/chartLook";
import { drawnSeries, isStacked, type SeriesKind } from "../../charts/chartSeries";
import type { ChartSpec } from "../../charts/chartSpec";
import type { ChartTable } from "../../charts/chartTable";
import { axesPart, axisIds } from "./axes";
import { fill, richText, shape, textLook } from "./look";
import type { SheetName } from "./references";
import { type PlacedSeries, seriesPart } from "./series";
import { element, escaped, part, val, type Xml } from "./xml";

const NAMESPACES = {
  "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

const WHITE = "#ffffff";

/** A chart as a part of an .xlsx file, which draws it from the cells that it refers to. */
export function chartPart(spec: ChartSpec, table: ChartTable, nameOf: SheetName): string {
  const series = drawnSeries(spec, table).map((drawn, index): PlacedSeries => {
    const { cells, heads } = table.series[index]!;
    return { ...drawn, index, cells, heads };
  });
  const sides = series.some(({ axis }) => axis === 1) ? ([0, 1] as const) : ([0] as const);
  const isShown = (side: 0 | 1) => series.some(({ axis }) => axis === side);
  const groups = sides.flatMap((side) => KINDS.map((kind) => group(spec, series, table, nameOf, side, kind)));
  const axes = sides.filter(isShown).map((side) => axesPart(spec, series, table.labelCells, side));
  const title = titlePart(spec);
  const chart = element(
    "c:chart",
    {},
    title,
    val("c:autoTitleDeleted", title ? 0 : 1),
    element("c:plotArea", {}, element("c:layout"), ...groups, ...axes, shape()),
    legendPart(spec, series),
    val("c:plotVisOnly", 1),
    val("c:dispBlanksAs", "gap"),
  );
  const look = [shape(fill(WHITE)), textLook({ color: INK })];
  return part(element("c:chartSpace", NAMESPACES, val("c:roundedCorners", 0), chart, ...look));
}

/** In the order in which they lie upon each other. */
const KINDS: readonly SeriesKind[] = ["column", "line"];

const NAMES = { column: "c:barChart", line: "c:lineChart" } as const;

/** The series of one kind on one side. */
function group(
  spec: ChartSpec,
  all: readonly PlacedSeries[],
  { labelCells }: ChartTable,
  nameOf: SheetName,
  side: 0 | 1,
  kind: SeriesKind,
): Xml | undefined {
  const series = all.filter((each) => each.axis === side && each.kind === kind);
  if (series.length === 0) return undefined;
  const stacked = kind === "column" && isStacked(spec.options);
  const apart = kind === "column" ? "clustered" : "standard";
  const columns = stacked ? 1 : series.length;
  return element(
    NAMES[kind],
    {},
    kind === "column" ? val("c:barDir", spec.type === "BAR" ? "bar" : "col") : undefined,
    val("c:grouping", stacked ? "stacked" : apart),
    val("c:varyColors", 0),
    ...series.map((each) => seriesPart(each, labelCells, nameOf)),
    ...(kind === "column"
      ? [val("c:gapWidth", Math.min(WIDEST_GAP, GAP * columns)), val("c:overlap", stacked ? 100 : 0)]
      : []),
    kind === "line" ? val("c:marker", 1) : undefined,
    val("c:axId", axisIds[side].labels),
    val("c:axId", axisIds[side].values),
  );
}

/** Between the columns of two labels, in hundredths of a column's width, for each column next to another. */
const GAP = 40;

/** What Excel allows. */
const WIDEST_GAP = 500;

/** The title stands on the left, as in Sheets. */
const UPPER_LEFT = element(
  "c:layout",
  {},
  element(
    "c:manualLayout",
    {},
    val("c:xMode", "edge"),
    val("c:yMode", "edge"),
    val("c:x", 0.01),
    val("c:y", 0.02),
  ),
);

function titlePart(spec: ChartSpec): Xml | undefined {
  const { text, color, size } = chartTitle(spec);
  if (text === "") return undefined;
  return element(
    "c:title",
    {},
    richText(escaped(text), { color, pixels: size }),
    UPPER_LEFT,
    val("c:overlay", 0),
  );
}

const POSITIONS = { top: "t", right: "r" } as const;

function legendPart({ options }: ChartSpec, series: readonly PlacedSeries[]): Xml | undefined {
  const place = legendPlace(options);
  if (place === "none" || series.every(({ name }) => name === "")) return undefined;
  const left = series.filter(({ isInLegend }) => !isInLegend);
  return element(
    "c:legend",
    {},
    val("c:legendPos", POSITIONS[place]),
    ...left.map(({ index }) => element("c:legendEntry", {}, val("c:idx", index), val("c:delete", 1))),
    val("c:overlay", 0),
    textLook({ color: INK }),
  );
}
