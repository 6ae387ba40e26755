import { heading, tableBlock, text } from "../blocks";
import { count } from "../formats";
import { type Section, known, missing } from "../report";

/** What is not in order in the rows. */
export const dataCheck: Section = (report) => {
  const table = report.tables.get("check");
  const title = heading("Data check");
  if (!table || table.error !== undefined)
    return [title, missing(report, "check", "Only rows of purchases can be checked.")];
  const found = known(report, "check");
  if (!found) return [title, text("All checks of the rows are in order.")];
  return [
    title,
    tableBlock(found, [
      { title: "Check", span: 5 },
      { title: "Rows", span: 2, format: count },
      { title: "Status", span: 2, align: "center" },
      { title: "Where, and what it means", from: "Advice", span: 7 },
    ]),
  ];
};
