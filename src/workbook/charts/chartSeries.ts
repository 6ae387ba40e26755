import { numberOption, optionOf, textOption } from "./chartOptions";
import type { ChartOptions, ChartSpec, ChartType } from "./chartSpec";
import type { ChartTable } from "./chartTable";

export type SeriesKind = "column" | "line";

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
  return series.map(({ name, values, format }, index) => {
    const own = `series.${index}`;
    const text = (option: string) => textOption(options, `${own}.${option}`);
    const number = (option: string) => numberOption(options, `${own}.${option}`);
    return {
      values,
      format,
      name,
      kind: kindOf(type, text("type") ?? textOption(options, "seriesType")),
      color: text("color") ?? COLORS[index % COLORS.length]!,
      axis: number("targetAxisIndex") === 1 ? 1 : 0,
      lineWidth: number("lineWidth") ?? 2,
      pointSize: number("pointSize") ?? 0,
      dash: (optionOf(options, `${own}.lineDashStyle`) as number[] | null) ?? [],
      isInLegend: optionOf(options, `${own}.visibleInLegend`) !== false,
    };
  });
}

/** Whether series lie upon each other. */
export const isStacked = (options: ChartOptions): boolean => optionOf(options, "isStacked") === true;

function kindOf(chart: ChartType, wanted: string | undefined): SeriesKind {
  return chart === "LINE" || (chart === "COMBO" && wanted === "line") ? "line" : "column";
}
