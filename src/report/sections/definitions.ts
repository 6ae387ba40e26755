import { moneyFormat } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf } from "../report";

/** The value under each definition in use. */
export const definitions: Section = (report) => {
  const table = known(report, "definitions");
  const heading = { kind: "heading", text: "The same data under other definitions" } as const;
  if (!table) return [heading, missing(report, "definitions", "It needs figures period by period.")];
  return [
    heading,
    {
      kind: "table",
      columns: [
        { title: "Definition", span: 4 },
        { title: "Formula", span: 6 },
        { title: "Basis", span: 2 },
        { title: "Window", span: 2 },
        {
          title: "CLV",
          span: 2,
          format: moneyFormat(report.sign, valuesOf(table, ["Value"])),
          align: "right",
        },
      ],
      rows: rowsOf(table, ["Definition", "Formula", "Basis", "Window", "Value"]),
    },
  ];
};
