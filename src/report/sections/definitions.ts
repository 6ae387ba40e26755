import { moneyFormat } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf } from "../report";

/** The value under each definition in use. */
export const definitions: Section = (report) => {
  const table = known(report, "definitions");
  const heading = { kind: "heading", text: "The same data under other definitions" } as const;
  if (!table) return [heading, missing(report, "definitions", "Needs figures period by period.")];
  return [
    heading,
    {
      kind: "text",
      text: "Ask anyone who quotes a CLV which of these it is. CLV_DEFINITIONS shows the formula of each.",
    },
    {
      kind: "table",
      columns: [
        { title: "Definition", span: 6 },
        { title: "Basis", span: 4 },
        { title: "Window", span: 3 },
        {
          title: "CLV",
          span: 3,
          format: moneyFormat(report.sign, valuesOf(table, ["Value"])),
          align: "right",
        },
      ],
      rows: rowsOf(table, ["Definition", "Basis", "Window", "Value"]),
    },
  ];
};
