import { dark, light, plain } from "../../pictures/style";
import { chart, heading, text } from "../blocks";
import { unitOf } from "../formats";
import type { Block } from "../page";
import { type Report, type Section, known, missing, wordsFrom } from "../report";
import { captions } from "../tables/method";

const fromZero = { viewWindow: { min: 0 } };

/** With fewer points a line shows no course. */
const fewest = 3;

/** The rolled value period by period; where the window leaves too little of it, the periods themselves. */
export const trend: Section = (report) => {
  const [course, single] = [known(report, "course"), known(report, "singly")];
  const isTheValue = report.question === "contracts";
  const title = heading(isTheValue ? "How the value has moved" : "Revenue per customer ÷ churn");
  const why: Block[] = isTheValue
    ? []
    : [
        text(
          "This counts each pause as a loss, so it is the value of one spell of buying, not of a customer: it shows where the business is heading.",
        ),
      ];
  if (course && course.rows.length >= fewest) return [title, ...why, ...rolled(report, course.rows.length)];
  if (single) return [title, ...why, ...periods(report, single.rows.length)];
  return [title, missing(report, "trend", "A trend needs figures period by period.")];
};

function rolled(report: Report, rows: number): Block[] {
  const { period } = report;
  return [
    text(wordsFrom(known(report, "captions")!, captions.trend)),
    chart({
      type: "LINE",
      table: "course",
      rows,
      columns: 2,
      height: 230,
      options: {
        ...plain(`CLV${unitOf(report)}, ${period} by ${period}`),
        legend: { position: "none" },
        series: { 0: { color: dark, lineWidth: 3, pointSize: 5 } },
      },
    }),
  ];
}

function periods(report: Report, rows: number): Block[] {
  const { window, period } = report;
  return [
    text(
      `The data cover little more than one window of ${window} ${period}s, so CLV has no trend yet. Each ${period} alone: revenue per customer on the left axis, churn on the right.`,
    ),
    chart({
      type: "COMBO",
      table: "singly",
      rows,
      columns: 3,
      height: 210,
      options: {
        ...plain(`Revenue per customer${unitOf(report)} and churn, each ${period}`),
        seriesType: "bars",
        vAxes: { 0: fromZero, 1: { ...fromZero, format: "0%" } },
        series: {
          0: { type: "bars", color: light, targetAxisIndex: 0 },
          1: { type: "line", color: dark, targetAxisIndex: 1, lineWidth: 3 },
        },
      },
    }),
  ];
}
