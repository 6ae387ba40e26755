import { INK } from "./chartLook";
import { numberOption, textOption } from "./chartOptions";
import type { ChartOptions, ChartSpec } from "./chartSpec";

/** The title's text and look. */
export function chartTitle({ options }: ChartSpec) {
  return {
    text: textOption(options, "title") ?? "",
    color: textOption(options, "titleTextStyle.color") ?? INK,
    size: numberOption(options, "titleTextStyle.fontSize") ?? 16,
  };
}

/** Where the legend stands. */
export function legendPlace(options: ChartOptions): "top" | "right" | "none" {
  const place = textOption(options, "legend.position");
  return place === "top" || place === "none" ? place : "right";
}
