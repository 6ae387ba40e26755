import { numberOption, optionOf, textOption } from "./chartOptions";
import type { ChartOptions, ChartSpec, ChartType } from "./chartSpec";
import type { ChartTable } from "./chartTable";

export type SeriesKind = "column" | "line" | "area";

/** A series with all that its options say of how it is drawn. */
export interface DrawnSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly format: string;
  readonly kind: SeriesKind;
  readonly color: string;
  /** 0 is the axis on the left, 1 that on the right. */
  readonly axis: 0 | 1;
  readonly lineWidth: number;
  readonly pointSize: number;
  readonly dash: readonly number[];
  readonly isInLegend: boolean;
}

/** The colors of Google's charts, in their order. */
const COLORS = ["#4285f4", "#ea4335", "#fbbc04", "#34a853", "#ff6d01", "#46bdc6", "#7baaf7", "#f07b72"];

/** The series of a chart as its options have them drawn. */
export function drawnSeries({ type, options }: ChartSpec, { series }: ChartTable): DrawnSeries[] {
  const colors = (optionOf(options, "colors") as string[] | null) ?? COLORS;
  const shown = isStacked(options) === "percent" ? asShares(series) : series;
  return shown.map(({ name, values, format }, index) => {
    const own = `series.${index}`;
    const text = (option: string) => textOption(options, `${own}.${option}`);
    const number = (option: string) =>
      numberOption(options, `${own}.${option}`) ?? numberOption(options, option);
    return {
      values,
      format,
      name: text("labelInLegend") ?? name,
      kind: kindOf(type, text("type") ?? textOption(options, "seriesType") ?? "", index),
      color: text("color") ?? colors[index % colors.length]!,
      axis: number("targetAxisIndex") === 1 ? 1 : 0,
      lineWidth: number("lineWidth") ?? 2,
      pointSize: number("pointSize") ?? 0,
      dash: (optionOf(options, `${own}.lineDashStyle`) as number[] | null) ?? [],
      isInLegend: optionOf(options, `${own}.visibleInLegend`) !== false,
    };
  });
}

/** Whether series lie upon each other, and whether as shares of their sum. */
export function isStacked(options: ChartOptions): boolean | "percent" {
  const value = optionOf(options, "isStacked");
  if (value === "percent" || value === "relative") return "percent";
  return value === true || value === "true" || value === "absolute";
}

function kindOf(chart: ChartType, wanted: string, index: number): SeriesKind {
  if (chart === "LINE") return "line";
  if (chart === "AREA") return "area";
  if (chart !== "COMBO") return "column";
  if (/area/i.test(wanted)) return "area";
  if (/line/i.test(wanted)) return "line";
  // As Sheets does: columns first, lines over them.
  return /bars|columns/i.test(wanted) || index === 0 ? "column" : "line";
}

function asShares(series: ChartTable["series"]): ChartTable["series"] {
  const total = (index: number) => series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0);
  return series.map((each) => ({
    ...each,
    format: "0%",
    values: each.values.map((value, index) => (value === null ? null : value / (total(index) || 1))),
  }));
}
