import { dark, light, plain } from "../../pictures/style";
import { chart, heading, tableBlock, text } from "../blocks";
import { moneyFormat, periodFormat, unitOf } from "../formats";
import { type Section, known, valuesOf, wordsFrom } from "../report";

/** What the months to come will bring. */
export const forecast: Section = (report) => {
  const table = known(report, "forecast");
  if (!table) return [];
  const format = moneyFormat(report.sign, valuesOf(table, ["Total", "High"]));
  const amount = { format, span: 3 };
  const note = known(report, "forecastNote");
  return [
    heading("What the next months will bring"),
    ...(note ? [text(wordsFrom(note))] : []),
    text("For a month that has begun, only the rest counts."),
    chart({
      type: "COLUMN",
      table: table.key,
      rows: table.rows.length,
      columns: 3,
      height: 220,
      options: {
        ...plain(`Expected by month${unitOf(report)}`, { hAxis: { format: "MMM yyyy" } }),
        isStacked: true,
        series: { 0: { color: dark }, 1: { color: light } },
      },
    }),
    tableBlock(table, [
      { title: "Month", from: "Period", span: 4, format: periodFormat("month"), align: "left" },
      { title: "Expected", from: "Total", ...amount },
      { title: "Low (90%)", from: "Low", ...amount },
      { title: "High (90%)", from: "High", ...amount },
    ]),
  ];
};
