import type { ChartConfiguration, ChartDataset, LegendItem } from "chart.js";
import { categoryScale, valueScale } from "./chartAxes";
import { chartTitle, legendPlace } from "./chartHead";
import { FONT, INK } from "./chartLook";
import { textOption } from "./chartOptions";
import { type DrawnSeries, drawnSeries, isStacked } from "./chartSeries";
import type { ChartSpec } from "./chartSpec";
import { type ChartTable, formatNumber, unevenNumbers } from "./chartTable";

type Config = ChartConfiguration<"bar" | "line", (number | null)[], string>;

/** A chart as Chart.js draws it. */
export function chartConfig(spec: ChartSpec, table: ChartTable): Config {
  const series = drawnSeries(spec, table);
  const isBar = spec.type === "BAR";
  const numbers = spec.type === "LINE" ? unevenNumbers(table) : undefined;
  const valueAxes = series.some(({ axis }) => axis === 1) ? ([0, 1] as const) : ([0] as const);
  const axisId = (axis: 0 | 1) => (axis === 0 ? "value" : "value2");
  const scales = Object.fromEntries(
    valueAxes.map((axis) => [axisId(axis), valueScale(spec, series, axis, isBar)]),
  );
  return {
    type: "bar",
    data: {
      labels: [...table.labels],
      datasets: series.map((each, index) => {
        const drawn = dataset(spec, each, index, isBar, axisId(each.axis));
        return numbers ? { ...drawn, data: each.values.map((y, at) => ({ x: numbers[at]!, y })) } : drawn;
      }),
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
  { options }: ChartSpec,
  series: DrawnSeries,
  index: number,
  isBar: boolean,
  axis: string,
): ChartDataset<"bar" | "line", (number | null)[]> {
  const { kind, color, values, name, lineWidth, pointSize, dash } = series;
  const axes = isBar ? { xAxisID: axis, yAxisID: "category" } : { yAxisID: axis, xAxisID: "category" };
  // Chart.js puts what has the same stack into one place, stacked or not.
  const stack = isStacked(options) ? { stack: kind === "line" ? `line${index}` : kind } : {};
  const shared = { label: name, data: [...values], ...axes, ...stack };
  if (kind === "column") {
    const shape = { categoryPercentage: 0.72, barPercentage: 0.94, maxBarThickness: 56 };
    return { ...shared, ...shape, type: "bar", backgroundColor: color, order: 2 };
  }
  return {
    ...shared,
    type: "line",
    order: 1,
    borderColor: color,
    backgroundColor: color,
    borderWidth: lineWidth,
    borderDash: [...dash],
    borderJoinStyle: "round",
    pointRadius: pointSize / 2 || (isLonely(values) ? 3 : 0),
    pointHoverRadius: 4,
    pointBackgroundColor: color,
  };
}

/** A line through a single value would not be seen. */
function isLonely(values: readonly (number | null)[]): boolean {
  return values.filter((value) => value !== null).length === 1;
}

function title(spec: ChartSpec) {
  const { text, color, size } = chartTitle(spec);
  return {
    display: text !== "",
    text,
    align: "start",
    color,
    font: { ...FONT, size, weight: "normal" },
    padding: { top: 2, bottom: legendPlace(spec.options) === "top" ? 0 : 14 },
  };
}

function legend({ options }: ChartSpec, series: readonly DrawnSeries[]) {
  const place = legendPlace(options);
  return {
    display: place !== "none" && series.some(({ name }) => name !== ""),
    position: place === "none" ? "right" : place,
    align: place === "top" ? "center" : "start",
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
    filter: ({ datasetIndex }: { datasetIndex: number }) => series[datasetIndex]!.isInLegend,
    callbacks: {
      label: ({ datasetIndex, raw: point }: { datasetIndex: number; raw: unknown }) => {
        const { name, format } = series[datasetIndex]!;
        const raw = typeof point === "object" && point !== null && "y" in point ? point.y : point;
        if (typeof raw !== "number") return name;
        const text = formatNumber(raw, format || (textOption(options, "vAxis.format") ?? ""));
        return name === "" ? text : `${name}: ${text}`;
      },
    },
  };
}
