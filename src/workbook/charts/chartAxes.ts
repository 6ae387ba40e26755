import { FONT, LINE, QUIET } from "./chartLook";
import { numberOption, optionOf, textOption } from "./chartOptions";
import { type DrawnSeries, isStacked } from "./chartSeries";
import { type ChartOptions, chartSize, type ChartSpec } from "./chartSpec";
import { type ChartTable, formatNumber, unevenNumbers } from "./chartTable";

type Axis = "vAxis" | "hAxis";

/** From so many labels on, some are left out rather than all turned. */
const MANY_LABELS = 9;

/** Pixels of a letter, and the part of a chart's width that its labels have. */
const [LETTER, LABELS_WIDTH] = [7, 0.8];

/** The axis of the labels. */
export function categoryScale(spec: ChartSpec, table: ChartTable, isBar: boolean) {
  const numbers = spec.type === "LINE" ? unevenNumbers(table) : undefined;
  if (numbers) return numberScale(spec, numbers);
  const { labels } = table;
  const areMany = labels.length > MANY_LABELS;
  const letters = Math.floor((chartSize(spec).width * LABELS_WIDTH) / LETTER / Math.max(1, labels.length));
  const ticks = isBar
    ? { autoSkip: areMany, autoSkipPadding: 2 }
    : {
        autoSkip: areMany,
        autoSkipPadding: 14,
        maxRotation: areMany ? 0 : 45,
        callback: (index: number) => inLines(labels[index] ?? "", areMany ? Infinity : letters),
      };
  return {
    axis: isBar ? "y" : "x",
    type: "category",
    position: isBar ? "left" : "bottom",
    offset: spec.type !== "LINE" && spec.type !== "AREA",
    stacked: Boolean(isStacked(spec.options)),
    grid: { display: false },
    border: { color: "#bdc1c6" },
    ticks: { color: QUIET, font: FONT, ...ticks },
    title: axisTitle(categoryTitle(spec)),
  };
}

/** The same for numbers that stand where they belong. */
function numberScale(spec: ChartSpec, numbers: readonly number[]) {
  return {
    axis: "x",
    type: "linear",
    position: "bottom",
    offset: false,
    min: Math.min(...numbers),
    max: Math.max(...numbers),
    grid: { display: false },
    border: { color: "#bdc1c6" },
    ticks: { color: QUIET, font: FONT, maxTicksLimit: MANY_LABELS },
    title: axisTitle(categoryTitle(spec)),
  };
}

/** A text in lines of so many letters, broken at its spaces. */
function inLines(text: string, letters: number): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= letters) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** What the options and the series say of an axis of values: 0 is the left or lower one, 1 the other. */
export function valueAxis(spec: ChartSpec, series: readonly DrawnSeries[], axis: 0 | 1) {
  const { options } = spec;
  const name = valueAxisName(spec);
  const limit = (end: "min" | "max") =>
    numberOption(options, axisOption(options, name, axis, `viewWindow.${end}`)) ??
    numberOption(options, axisOption(options, name, axis, `${end}Value`));
  const shown = series.filter((each) => each.axis === axis);
  return {
    min: limit("min"),
    max: limit("max") ?? (isStacked(options) === "percent" ? 1 : undefined),
    beginsAtZero: shown.some(({ kind }) => kind !== "line"),
    format: textOption(options, axisOption(options, name, axis, "format")) ?? shown[0]?.format ?? "",
    title: axisTitleText(spec, name, axis),
  };
}

/** The title of the axis of labels; "" where it has none. */
export const categoryTitle = (spec: ChartSpec): string =>
  axisTitleText(spec, spec.type === "BAR" ? "vAxis" : "hAxis", 0);

const valueAxisName = ({ type }: ChartSpec): Axis => (type === "BAR" ? "hAxis" : "vAxis");

/** An axis of values as Chart.js draws it. */
export function valueScale(spec: ChartSpec, series: readonly DrawnSeries[], axis: 0 | 1, isBar: boolean) {
  const { min, max, beginsAtZero, format, title } = valueAxis(spec, series, axis);
  const lines = textOption(
    spec.options,
    axisOption(spec.options, valueAxisName(spec), axis, "gridlines.color"),
  );
  return {
    axis: isBar ? "x" : "y",
    type: "linear",
    position: (isBar ? ["bottom", "top"] : ["left", "right"])[axis],
    stacked: Boolean(isStacked(spec.options)),
    beginAtZero: beginsAtZero,
    min,
    max,
    grid: { color: lines ?? LINE, drawTicks: false, drawOnChartArea: axis === 0 && lines !== "none" },
    border: { display: false },
    ticks: {
      color: QUIET,
      font: FONT,
      padding: 8,
      maxTicksLimit: 7,
      callback: (value: string | number) => asFormatted(Number(value), format),
    },
    title: axisTitle(title),
  };
}

/** Where an axis has an option: vAxes.1.title for the second axis, vAxis.title or vAxes.0.title for the first. */
function axisOption(options: ChartOptions, name: Axis, axis: 0 | 1, option: string): string {
  const plural = `${name.replace("Axis", "Axes")}.${axis}.${option}`;
  return axis === 1 || optionOf(options, plural) !== null ? plural : `${name}.${option}`;
}

/** By a pattern, or by one of Google's names of formats. */
export function asFormatted(value: number, format: string): string {
  if (format === "short" || format === "long") return value.toLocaleString("en-US", { notation: "compact" });
  if (format === "percent") return formatNumber(value, "0%");
  return formatNumber(value, format === "decimal" || format === "none" ? "" : format);
}

function axisTitleText({ options }: ChartSpec, name: Axis, axis: 0 | 1): string {
  return textOption(options, axisOption(options, name, axis, "title")) ?? "";
}

function axisTitle(text: string) {
  return { display: text !== "", text, color: QUIET, font: FONT };
}
