import { FONT, LINE, QUIET } from "./chartLook";
import { numberOption, optionOf, textOption } from "./chartOptions";
import { type DrawnSeries, isStacked } from "./chartSeries";
import { type ChartOptions, chartSize, type ChartSpec } from "./chartSpec";
import { type ChartTable, formatNumber, unevenNumbers } from "./chartTable";

/** From so many labels on, some are left out rather than all turned. */
const MANY_LABELS = 9;

/** Pixels of a letter, and the part of a chart's width that its labels have. */
const [LETTER, LABELS_WIDTH] = [7, 0.8];

/** The axis of the labels. */
export function categoryScale(spec: ChartSpec, table: ChartTable, isBar: boolean) {
  const numbers = spec.type === "LINE" ? unevenNumbers(table) : undefined;
  if (numbers) return numberScale(numbers);
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
    offset: spec.type !== "LINE",
    stacked: isStacked(spec.options),
    grid: { display: false },
    border: { color: "#bdc1c6" },
    ticks: { color: QUIET, font: FONT, ...ticks },
  };
}

/** The same for numbers that stand where they belong. */
function numberScale(numbers: readonly number[]) {
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
export function valueAxis({ type, options }: ChartSpec, series: readonly DrawnSeries[], axis: 0 | 1) {
  const own = (option: string) => axisOption(options, type === "BAR" ? "hAxis" : "vAxis", axis, option);
  const shown = series.filter((each) => each.axis === axis);
  return {
    min: numberOption(options, own("viewWindow.min")) ?? numberOption(options, own("minValue")),
    beginsAtZero: shown.some(({ kind }) => kind === "column"),
    format: textOption(options, own("format")) ?? shown[0]?.format ?? "",
    lines: textOption(options, own("gridlines.color")) ?? LINE,
  };
}

/** An axis of values as Chart.js draws it. */
export function valueScale(spec: ChartSpec, series: readonly DrawnSeries[], axis: 0 | 1, isBar: boolean) {
  const { min, beginsAtZero, format, lines } = valueAxis(spec, series, axis);
  return {
    axis: isBar ? "x" : "y",
    type: "linear",
    position: (isBar ? ["bottom", "top"] : ["left", "right"])[axis],
    stacked: isStacked(spec.options),
    beginAtZero: beginsAtZero,
    min,
    grid: { color: lines, drawTicks: false, drawOnChartArea: axis === 0 && lines !== "none" },
    border: { display: false },
    ticks: {
      color: QUIET,
      font: FONT,
      padding: 8,
      maxTicksLimit: 7,
      callback: (value: string | number) => formatNumber(Number(value), format),
    },
  };
}

/** Where an axis has an option: vAxes.1.format for the second axis, vAxis.format or vAxes.0.format for the first. */
function axisOption(options: ChartOptions, name: "vAxis" | "hAxis", axis: 0 | 1, option: string): string {
  const plural = `${name.replace("Axis", "Axes")}.${axis}.${option}`;
  return axis === 1 || optionOf(options, plural) !== null ? plural : `${name}.${option}`;
}
