import { heading, tableBlock, text } from "../blocks";
import { moneyFormat } from "../formats";
import { type Section, known, missing, valuesOf } from "../report";

/** The value under each definition in use. */
export const definitions: Section = (report) => {
  const table = known(report, "definitions");
  const title = heading("The same data under other definitions");
  if (!table) return [title, missing(report, "definitions", "Needs figures period by period.")];
  return [
    title,
    text("Ask anyone who quotes a CLV which of these it is. CLV_DEFINITIONS shows the formula of each."),
    tableBlock(table, [
      { title: "Definition", span: 6 },
      { title: "Basis", span: 4 },
      { title: "Window", span: 3 },
      { title: "CLV", from: "Value", span: 3, format: moneyFormat(report.sign, valuesOf(table, ["Value"])) },
    ]),
  ];
};
