import type { DrawnSeries } from "../../charts/chartSeries";
import type { ChartCell, ChartSeries } from "../../charts/chartTable";
import { fill, line, shape } from "./look";
import { numbers, reference, type SheetName, texts } from "./references";
import { element, escaped, val, type Xml } from "./xml";

/** A series with the cells that it shows. */
export interface PlacedSeries extends DrawnSeries {
  readonly index: number;
  readonly cells: ChartSeries["cells"];
  readonly heads: ChartSeries["heads"];
}

/** A series of a chart as DrawingML has it; each kind has its elements in an order of its own. */
export function seriesPart(series: PlacedSeries, labels: readonly ChartCell[], nameOf: SheetName): Xml {
  const { index, kind, color, lineWidth, dash } = series;
  const looks = {
    column: [shape(fill(color)), val("c:invertIfNegative", 0)],
    line: [shape("", line(color, lineWidth, dash)), marker(series)],
  };
  return element(
    "c:ser",
    {},
    val("c:idx", index),
    val("c:order", index),
    name(series, nameOf),
    ...looks[kind],
    labels.length > 0 ? element("c:cat", {}, categories(labels, nameOf)) : undefined,
    element("c:val", {}, numbers(series.cells, series.format, nameOf)),
    kind === "line" ? val("c:smooth", 0) : undefined,
  );
}

function name({ heads, name: text }: PlacedSeries, nameOf: SheetName): Xml | undefined {
  if (text === "") return undefined;
  const [head, ...others] = heads;
  const isCell = others.length === 0 && head?.text === text && reference([head], nameOf) !== undefined;
  return element("c:tx", {}, isCell ? texts([head], nameOf) : element("c:v", {}, escaped(text)));
}

/** Labels that are all numbers stay such, so that their format shows dates. */
function categories(labels: readonly ChartCell[], nameOf: SheetName): Xml {
  return areNumbers(labels) ? numbers(labels, labels[0]!.format, nameOf) : texts(labels, nameOf);
}

export const areNumbers = (labels: readonly ChartCell[]): boolean =>
  labels.length > 0 && labels.every(({ number }) => number !== null);

/** Points where they are asked for, or where a line has one value only and would not be seen. */
function marker({ pointSize, color, values }: PlacedSeries): Xml {
  const isLonely = values.filter((value) => value !== null).length === 1;
  const size = pointSize || (isLonely ? 6 : 0);
  if (size === 0) return element("c:marker", {}, val("c:symbol", "none"));
  const points = Math.min(72, Math.max(2, Math.round(size)));
  return element("c:marker", {}, val("c:symbol", "circle"), val("c:size", points), shape(fill(color)));
}
