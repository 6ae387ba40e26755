import { dark, light, plain } from "../../pictures/style";
import { moneyFormat, periodFormat, unitOf } from "../formats";
import { type Section, known, rowsOf, valuesOf, wordsFrom } from "../report";

/** What the months to come will bring. */
export const forecast: Section = (report) => {
  const table = known(report, "forecast");
  if (!table) return [];
  const format = moneyFormat(report.sign, valuesOf(table, ["Total", "High"]));
  const amount = { format, align: "right", span: 3 } as const;
  const note = known(report, "forecastNote");
  return [
    { kind: "heading", text: "What the next months will bring" },
    ...(note ? [{ kind: "text", text: wordsFrom(note) } as const] : []),
    { kind: "text", text: "For a month that has begun, only the rest counts." },
    {
      kind: "chart",
      chart: {
        type: "COLUMN",
        table: table.key,
        rows: table.rows.length,
        columns: 3,
        height: 220,
        options: {
          ...plain(`Expected by month${unitOf(report)}`),
          isStacked: true,
          hAxis: { ...(plain("")["hAxis"] as object), format: "MMM yyyy" },
          series: { 0: { color: dark }, 1: { color: light } },
        },
      },
    },
    {
      kind: "table",
      columns: [
        { title: "Month", span: 4, format: periodFormat("month") },
        { title: "Expected", ...amount },
        { title: "Low (90%)", ...amount },
        { title: "High (90%)", ...amount },
      ],
      rows: rowsOf(table, ["Period", "Total", "Low", "High"]),
    },
  ];
};
