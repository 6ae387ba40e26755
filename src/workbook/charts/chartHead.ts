import { INK } from "./chartLook";
import { numberOption, optionOf, textOption } from "./chartOptions";
import type { ChartOptions, ChartSpec } from "./chartSpec";

/** The title's text and look. */
export function chartTitle({ options }: ChartSpec) {
  return {
    text: textOption(options, "title") ?? "",
    color: textOption(options, "titleTextStyle.color") ?? INK,
    size: numberOption(options, "titleTextStyle.fontSize") ?? 16,
    isBold: optionOf(options, "titleTextStyle.bold") === true,
  };
}

type LegendPlace = "left" | "top" | "bottom" | "right" | "none";

/** Where the legend stands. */
export function legendPlace(options: ChartOptions): LegendPlace {
  const place = textOption(options, "legend.position") ?? textOption(options, "legend") ?? "right";
  if (place === "in") return "top";
  return place === "left" || place === "top" || place === "bottom" || place === "none" ? place : "right";
}
