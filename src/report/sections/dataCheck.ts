import { count } from "../formats";
import { type Section, known, missing, rowsOf } from "../report";

/** What is not in order in the rows. */
export const dataCheck: Section = (report) => {
  const table = report.tables.get("check");
  const heading = { kind: "heading", text: "Data check" } as const;
  if (!table || table.error !== undefined)
    return [heading, missing(report, "check", "Only rows of purchases can be checked.")];
  const found = known(report, "check");
  if (!found) return [heading, { kind: "text", text: "All checks of the rows are in order." }];
  return [
    heading,
    {
      kind: "table",
      columns: [
        { title: "Check", span: 5 },
        { title: "Rows", span: 2, format: count, align: "right" },
        { title: "Status", span: 2, align: "center" },
        { title: "Where, and what it means", span: 7 },
      ],
      rows: rowsOf(found, ["Check", "Rows", "Status", "Advice"]),
    },
  ];
};
