import { dark, light, plain } from "../chartStyle";
import { type Section, known, missing } from "../report";

const fromZero = { viewWindow: { min: 0 } };

/** The rolled value period by period. */
export const trend: Section = (report) => {
  const course = known(report, "course");
  const { window, period } = report.answer;
  const heading = { kind: "heading", text: "How the value has moved" } as const;
  if (!course) return [heading, missing(report, "course", "A trend needs figures period by period.")];
  const unit = report.sign.trim() && ` (${report.sign.trim()})`;
  return [
    heading,
    {
      kind: "text",
      text: `Each point is the mean of ${window} ${period}${window === 1 ? "" : "s"} up to then: revenue per customer a ${period} on the left axis, CLV on the right.`,
    },
    {
      kind: "chart",
      chart: {
        type: "COMBO",
        table: "course",
        rows: course.rows.length,
        columns: 3,
        height: 250,
        options: {
          ...plain(`Revenue per customer a ${period} and CLV${unit}`),
          seriesType: "bars",
          vAxes: { 0: fromZero, 1: fromZero },
          series: {
            0: { type: "bars", color: light, targetAxisIndex: 0 },
            1: { type: "line", color: dark, targetAxisIndex: 1, lineWidth: 3 },
          },
        },
      },
    },
  ];
};
