import { count, decimal, moneyFormat, share } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf } from "../report";

/** Value by segment. */
export const segments: Section = (report) => {
  const table = known(report, "segments");
  const heading = { kind: "heading", text: "Value by segment" } as const;
  if (!table)
    return [
      heading,
      missing(
        report,
        "segments",
        report.shape === "orders"
          ? "No column is marked as the segment."
          : "It needs rows of purchases with a segment.",
      ),
    ];
  const money = moneyFormat(report.sign, valuesOf(table, ["CLV"]));
  return [
    heading,
    {
      kind: "table",
      columns: [
        { title: "Segment", span: 4 },
        { title: "Customers", span: 2, format: count, align: "right" },
        { title: "Revenue share", span: 2, format: share, align: "right" },
        { title: "Churn a month", span: 2, format: share, align: "right" },
        { title: "Lifetime, months", span: 2, format: decimal, align: "right" },
        { title: "CLV", span: 2, format: money, align: "right" },
        { title: "Note", span: 2, align: "center" },
      ],
      rows: rowsOf(table, [
        "Segment",
        "Customers",
        "Revenue share",
        "Monthly churn",
        "Lifetime (months)",
        "CLV",
        "Note",
      ]),
    },
  ];
};
