import { gap, heading, subheading, tableBlock, text } from "../blocks";
import { moneyFormat } from "../formats";
import { type Report, type Section, known, missing, rowsOf, textIn, valuesOf, wordsFrom } from "../report";
import { steps } from "../tables/steps";

/** What to do next, in sentences, and which driver moves the value most. */
export const next: Section = (report) => {
  const said = Object.entries(steps).filter(([key]) => isSaid(report, key));
  const worth = report.question === "contracts" ? advice(report) : tenths(report);
  if (said.length + worth.length === 0) return [];
  return [
    heading("What to do next"),
    ...(said.length > 0
      ? [
          {
            kind: "table",
            columns: [
              { title: "To do", span: 3 },
              { title: "Why", span: 13 },
            ],
            rows: said.map(([key, about]) => [about, wordsFrom(known(report, key)!)]),
          } as const,
          gap,
        ]
      : []),
    ...worth,
  ];
};

/** Whether there is a sentence that says something. */
function isSaid(report: Report, key: string): boolean {
  const table = known(report, key);
  return table !== undefined && textIn(report)(wordsFrom(table)) !== "";
}

const tenBetter = subheading("What 10% better would add");

const tenths: Section = (report) => {
  const tenth = known(report, "tenth");
  if (!tenth) return [];
  const money = moneyFormat(report.sign, valuesOf(tenth, ["Worth (a customer)"]));
  return [
    tenBetter,
    text("How much the value at the top would gain if each were 10% better, one at a time."),
    tableBlock(tenth, [
      { title: "10% better", span: 8 },
      { title: "Worth (a customer)", span: 4, format: money },
    ]),
  ];
};

const advice: Section = (report) => {
  const table = known(report, "value") && known(report, "advice");
  if (!table) return [missing(report, "advice", "It needs a CLV and figures period by period.")];
  const amount = (title: string) => moneyFormat(report.sign, valuesOf(table, [title]));
  return [
    tenBetter,
    text(
      "What improving each driver by 10% would add, one at a time, most first. In total: times today's customers; for the acquisition cost, times those won in a period.",
    ),
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
