import { valueAxis } from "../../charts/chartAxes";
import { LINE, QUIET } from "../../charts/chartLook";
import { type ChartSpec, chartSize } from "../../charts/chartSpec";
import type { ChartCell } from "../../charts/chartTable";
import { line, shape, textLook } from "./look";
import { areNumbers, type PlacedSeries } from "./series";
import { element, val, type Xml } from "./xml";

/** The numbers by which series and axes find each other: of labels and of values, on the first side and the second. */
export const axisIds = [
  { labels: 1001, values: 1002 },
  { labels: 2001, values: 2002 },
] as const;

const BORDER = "#bdc1c6";

/** Pixels of a letter and of the space next to a label, and the part of a chart's width that its labels have. */
const [LETTER, SPACE, LABELS_WIDTH] = [6.2, 4, 0.85];

/** Axis of labels and axis of values on one side of a chart; on the second side the labels are not repeated. */
export function axesPart(
  spec: ChartSpec,
  series: readonly PlacedSeries[],
  labels: readonly ChartCell[],
  side: 0 | 1,
): Xml {
  return labelAxis(spec, labels, side) + valuesAxis(spec, series, side);
}

function labelAxis(spec: ChartSpec, labels: readonly ChartCell[], side: 0 | 1): Xml {
  const isBar = spec.type === "BAR";
  const format = areNumbers(labels) ? labels[0]!.format : "";
  return element(
    "c:catAx",
    {},
    val("c:axId", axisIds[side].labels),
    // Bars are listed from the top.
    element("c:scaling", {}, val("c:orientation", isBar ? "maxMin" : "minMax")),
    val("c:delete", side),
    val("c:axPos", isBar ? "l" : "b"),
    numberFormat(format, true),
    val("c:majorTickMark", "none"),
    val("c:minorTickMark", "none"),
    val("c:tickLblPos", "low"),
    shape(undefined, line(BORDER)),
    // Where labels do not fit, some are left out rather than all turned.
    textLook({ color: QUIET }, isBar ? undefined : 0),
    val("c:crossAx", axisIds[side].values),
    val("c:crosses", "autoZero"),
    // Dates as labels stand side by side, without gaps for the days between.
    val("c:auto", 0),
    isBar ? undefined : labelStep(spec, labels),
    val("c:noMultiLvlLbl", 1),
  );
}

function valuesAxis(spec: ChartSpec, series: readonly PlacedSeries[], side: 0 | 1): Xml {
  const isBar = spec.type === "BAR";
  const axis = valueAxis(spec, series, side);
  const values = series.filter((each) => each.axis === side).flatMap((each) => each.values);
  const [atLeast0, atMost0] = [
    values.every((one) => (one ?? 0) >= 0),
    values.every((one) => (one ?? 0) <= 0),
  ];
  const min = axis.min ?? (axis.beginsAtZero && atLeast0 ? 0 : undefined);
  const max = axis.beginsAtZero && atMost0 && !atLeast0 ? 0 : mostOf(values, axis.format);
  const isOfLines = series.every(({ kind }) => kind !== "column");
  return element(
    "c:valAx",
    {},
    val("c:axId", axisIds[side].values),
    element(
      "c:scaling",
      {},
      val("c:orientation", "minMax"),
      max === undefined ? undefined : val("c:max", max),
      min === undefined ? undefined : val("c:min", min),
    ),
    val("c:delete", 0),
    val("c:axPos", isBar ? (side === 0 ? "b" : "t") : side === 0 ? "l" : "r"),
    side === 0 ? element("c:majorGridlines", {}, element("c:spPr", {}, line(LINE))) : undefined,
    numberFormat(axis.format, false),
    val("c:majorTickMark", "none"),
    val("c:minorTickMark", "none"),
    val("c:tickLblPos", "nextTo"),
    shape(),
    textLook({ color: QUIET }),
    val("c:crossAx", axisIds[side].labels),
    // The lower end of bars that are listed from the top is the far one.
    val("c:crosses", (side === 1) === isBar ? "autoZero" : "max"),
    val("c:crossBetween", isOfLines ? "midCat" : "between"),
  );
}

/** Shares that reach 100% end there: Excel would go on to 120%. */
function mostOf(values: readonly (number | null)[], format: string): number | undefined {
  const reachesAll = values.includes(1) && values.every((one) => (one ?? 0) <= 1);
  return format.includes("%") && reachesAll ? 1 : undefined;
}

/** Every how manieth label is shown: all, unless they would run into each other even in lines of one word. */
function labelStep(spec: ChartSpec, labels: readonly ChartCell[]): Xml | undefined {
  const words = labels.flatMap(({ text }) => text.split(" "));
  const widest = words.reduce((most, word) => Math.max(most, word.length), 0) * LETTER + SPACE;
  const step = Math.ceil((widest * labels.length) / (chartSize(spec).width * LABELS_WIDTH));
  return step > 1 ? val("c:tickLblSkip", step) : undefined;
}

const numberFormat = (formatCode: string, isOfCells: boolean): Xml =>
  element("c:numFmt", { formatCode: formatCode || "General", sourceLinked: Number(isOfCells) });
