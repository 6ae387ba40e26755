import { count, decimal, moneyFormat, share } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf } from "../report";

/** Value by segment. */
export const segments: Section = (report) => {
  const table = known(report, "segments");
  const heading = { kind: "heading", text: "Value by segment" } as const;
  if (!table) return [heading, missing(report, "segments", "No column of the data is marked as segment.")];
  const money = (column: number) => moneyFormat(report.sign, valuesOf(table, [column]));
  return [
    heading,
    {
      kind: "table",
      columns: [
        { title: "Segment", span: 4 },
        { title: "Customers", span: 2, format: count, align: "right" },
        { title: "Revenue share", span: 2, format: share, align: "right" },
        { title: "Average order", span: 2, format: money(5), align: "right" },
        { title: "Churn a month", span: 2, format: share, align: "right" },
        { title: "Lifetime, months", span: 2, format: decimal, align: "right" },
        { title: "CLV", span: 2, format: money(9), align: "right" },
      ],
      rows: rowsOf(table, [0, 1, 3, 5, 7, 8, 9]),
    },
    ...table.rows
      .filter((row) => row[10] !== "")
      .map((row) => ({ kind: "text", text: `${String(row[0])}: ${String(row[10])}` }) as const),
  ];
};
