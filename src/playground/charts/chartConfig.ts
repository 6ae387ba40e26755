import type { ChartConfiguration, ChartDataset, LegendItem, ScaleOptionsByType } from "chart.js";
import { optionOf } from "./chartOptions";
import { type DrawnSeries, drawnSeries, isStacked } from "./chartSeries";
import type { ChartSpec } from "./chartSpec";
import { type ChartTable, formatNumber } from "./chartTable";

const [INK, QUIET, LINE] = ["#3c4043", "#5f6368", "#e8eaed"];
const FONT = { family: 'Roboto, "Helvetica Neue", Arial, sans-serif', size: 12 };

type Config = ChartConfiguration<"bar" | "line", (number | null)[], string>;
type Axis = "vAxis" | "hAxis";

/** A chart as Chart.js draws it. */
export function chartConfig(spec: ChartSpec, table: ChartTable): Config {
  const series = drawnSeries(spec, table);
  const isBar = spec.type === "BAR";
  const valueAxes = series.some(({ axis }) => axis === 1) ? ([0, 1] as const) : ([0] as const);
  const axisId = (axis: 0 | 1) => (axis === 0 ? "value" : "value2");
  const scales = Object.fromEntries(
    valueAxes.map((axis) => [axisId(axis), valueScale(spec, series, axis, isBar)]),
  );
  return {
    type: "bar",
    data: {
      labels: [...table.labels],
      datasets: series.map((each, index) => dataset(spec, each, index, isBar, axisId(each.axis))),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isBar ? "y" : "x",
      interaction: { mode: "index", axis: isBar ? "y" : "x", intersect: false },
      layout: { padding: { top: 12, right: 16, bottom: 10, left: 12 } },
      font: FONT,
      scales: { category: categoryScale(spec, table, isBar), ...scales },
      plugins: { title: title(spec), legend: legend(spec, series), tooltip: tooltip(spec, series) },
    },
  } as Config;
}

function dataset(
  { options, type }: ChartSpec,
  series: DrawnSeries,
  index: number,
  isBar: boolean,
  axis: string,
): ChartDataset<"bar" | "line", (number | null)[]> {
  const { kind, color, values, name, lineWidth, pointSize, dash } = series;
  const axes = isBar ? { xAxisID: axis, yAxisID: "category" } : { yAxisID: axis, xAxisID: "category" };
  const shared = { label: name, data: [...values], ...axes, stack: kind === "line" ? `line${index}` : kind };
  if (kind === "column") {
    const shape = { categoryPercentage: 0.72, barPercentage: 0.94, maxBarThickness: 56 };
    return { ...shared, ...shape, type: "bar", backgroundColor: color, order: 2 };
  }
  return {
    ...shared,
    type: "line",
    order: kind === "line" ? 1 : 3,
    borderColor: color,
    backgroundColor: kind === "area" ? `${color}4d` : color,
    borderWidth: lineWidth,
    borderDash: [...dash],
    pointRadius: pointSize / 2 || (isLonely(values) ? 3 : 0),
    pointHoverRadius: 4,
    pointBackgroundColor: color,
    fill: kind === "area" ? (type === "AREA" && isStacked(options) && index > 0 ? "-1" : "origin") : false,
    tension: optionOf(options, "curveType") === "function" ? 0.35 : 0,
    spanGaps: optionOf(options, "interpolateNulls") === true,
  };
}

/** A line through a single value would not be seen. */
function isLonely(values: readonly (number | null)[]): boolean {
  return values.filter((value) => value !== null).length === 1;
}

/** From so many labels on, some are left out rather than all turned. */
const MANY_LABELS = 9;

function categoryScale(spec: ChartSpec, { labels }: ChartTable, isBar: boolean) {
  const ticks = { autoSkipPadding: isBar ? 2 : 14, maxRotation: labels.length > MANY_LABELS ? 0 : 45 };
  return {
    axis: isBar ? "y" : "x",
    type: "category",
    position: isBar ? "left" : "bottom",
    offset: spec.type !== "LINE" && spec.type !== "AREA",
    stacked: Boolean(isStacked(spec.options)),
    grid: { display: false },
    border: { color: "#bdc1c6" },
    ticks: { color: QUIET, font: FONT, ...ticks },
    title: axisTitle(spec, isBar ? "vAxis" : "hAxis"),
  };
}

function valueScale(spec: ChartSpec, series: readonly DrawnSeries[], axis: 0 | 1, isBar: boolean) {
  const name = isBar ? "hAxis" : "vAxis";
  const own = (option: string) =>
    optionOf(spec.options, `${name.replace("Axis", "Axes")}.${axis}.${option}`) ??
    (axis === 0 ? optionOf(spec.options, `${name}.${option}`) : null);
  const first = series.find((each) => each.axis === axis);
  const format = axisFormat(own("format"), first?.format ?? "");
  const limit = (option: string) => own(`viewWindow.${option}`) ?? own(`${option}Value`) ?? undefined;
  const sides = isBar ? (["bottom", "top"] as const) : (["left", "right"] as const);
  const hasColumns = series.some((each) => each.axis === axis && each.kind !== "line");
  return {
    axis: isBar ? "x" : "y",
    type: "linear",
    position: sides[axis],
    stacked: Boolean(isStacked(spec.options)),
    beginAtZero: hasColumns,
    min: limit("min"),
    max: limit("max") ?? (isStacked(spec.options) === "percent" ? 1 : undefined),
    grid: { color: LINE, drawTicks: false, drawOnChartArea: axis === 0 },
    border: { display: false },
    ticks: {
      color: QUIET,
      font: FONT,
      padding: 8,
      maxTicksLimit: 7,
      callback: (value: string | number) => formatNumber(Number(value), format),
    },
    title: axisTitle(spec, name, axis),
  } satisfies DeepPartialScale;
}

type DeepPartialScale = { readonly [Key in keyof ScaleOptionsByType<"linear">]?: unknown } & object;

/** Google's names of formats, or a pattern; without either that of the cells. */
function axisFormat(format: unknown, ofCells: string): string {
  const named: Readonly<Record<string, string>> = {
    decimal: "#,##0.###",
    percent: "0%",
    none: "",
    short: '[>=1000000]0.#,,"M";[>=1000]0.#,"K";0.##',
  };
  return format === null ? ofCells : (named[String(format)] ?? String(format));
}

function axisTitle({ options }: ChartSpec, name: Axis, index = 0) {
  const text =
    optionOf(options, `${name.replace("Axis", "Axes")}.${index}.title`) ??
    (index === 0 ? optionOf(options, `${name}.title`) : null);
  return { display: Boolean(text), text: String(text ?? ""), color: QUIET, font: FONT };
}

function title({ options }: ChartSpec) {
  const text = optionOf(options, "title");
  const style = (name: string) => optionOf(options, `titleTextStyle.${name}`);
  return {
    display: Boolean(text),
    text: String(text ?? ""),
    align: "start",
    color: String(style("color") ?? INK),
    font: { ...FONT, size: Number(style("fontSize") ?? 16), weight: style("bold") ? "bold" : "normal" },
    padding: { top: 2, bottom: 10 },
  };
}

function legend({ options }: ChartSpec, series: readonly DrawnSeries[]) {
  const position = String(optionOf(options, "legend.position") ?? optionOf(options, "legend") ?? "right");
  const places: Readonly<Record<string, string>> = { left: "left", top: "top", bottom: "bottom", in: "top" };
  return {
    display: position !== "none" && series.some(({ name }) => name !== ""),
    position: places[position] ?? "right",
    align: position === "right" || position === "left" ? "start" : "center",
    labels: {
      color: INK,
      font: FONT,
      usePointStyle: true,
      boxWidth: 8,
      boxHeight: 8,
      padding: 14,
      generateLabels: () => series.flatMap(legendItem),
    },
  };
}

/** Of one size for all kinds of series, which Chart.js's own are not. */
function legendItem({ name, color, isInLegend }: DrawnSeries, datasetIndex: number): LegendItem[] {
  const item = { text: name, datasetIndex, fillStyle: color, lineWidth: 0, fontColor: INK };
  return isInLegend ? [{ ...item, pointStyle: "circle" }] : [];
}

function tooltip({ options }: ChartSpec, series: readonly DrawnSeries[]) {
  return {
    backgroundColor: "#ffffff",
    titleColor: INK,
    bodyColor: INK,
    borderColor: "#dadce0",
    borderWidth: 1,
    cornerRadius: 4,
    padding: 10,
    boxPadding: 4,
    usePointStyle: true,
    callbacks: {
      label: ({ datasetIndex, raw }: { datasetIndex: number; raw: unknown }) => {
        const { name, format } = series[datasetIndex]!;
        if (typeof raw !== "number") return name;
        const text = formatNumber(raw, format || String(optionOf(options, "vAxis.format") ?? ""));
        return name === "" ? text : `${name}: ${text}`;
      },
    },
  };
}
