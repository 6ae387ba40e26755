import { moneyFormat } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf } from "../report";

const heading = { kind: "heading", text: "What to work on first" } as const;

/** Which driver moves the value most, and what to do about it. */
export const next: Section = (report) => {
  const tenth = known(report, "tenth");
  if (report.question === "contracts") return [heading, ...advice(report)];
  if (!tenth) return [];
  const money = moneyFormat(report.sign, valuesOf(tenth, ["Worth (a customer)"]));
  return [
    heading,
    { kind: "text", text: "What the value at the top would gain from 10% better of each, one at a time." },
    {
      kind: "table",
      columns: [
        { title: "10% better", span: 8 },
        { title: "Worth (a customer)", span: 4, format: money, align: "right" },
      ],
      rows: rowsOf(tenth, ["10% better", "Worth (a customer)"]),
    },
  ];
};

const advice: Section = (report) => {
  const table = known(report, "value") && known(report, "advice");
  if (!table) return [missing(report, "advice", "It needs a CLV and figures period by period.")];
  const amount = (title: string) => moneyFormat(report.sign, valuesOf(table, [title]));
  return [
    {
      kind: "text",
      text: "What 10% better of each driver would bring, one at a time, most first. In total: times today's customers; of the acquisition cost, times those won in a period.",
    },
    {
      kind: "table",
      isSmall: true,
      columns: [
        { title: "Driver", span: 2 },
        { title: "Worth (a customer)", span: 2, format: amount("Worth (a customer)"), align: "right" },
        { title: "Worth in total", span: 2, format: amount("Worth in total"), align: "right" },
        // Figures stand on the right, and words on the left.
        { title: "", span: 1 },
        { title: "Finding", span: 4 },
        { title: "What to do", span: 5 },
      ],
      rows: rowsOf(table, ["Driver", "Worth (a customer)", "Worth in total", "Finding", "What to do"]).map(
        ([driver, worth, total, ...words]) => [driver!, worth!, total!, "", ...words],
      ),
    },
  ];
};
