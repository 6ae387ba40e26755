import { count, decimal, moneyFormat, share } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf, wordsFrom } from "../report";

/** Value by segment. */
export const segments: Section = (report) => {
  const table = known(report, "segments");
  const heading = { kind: "heading", text: "Value by segment" } as const;
  if (!table && report.shape !== "orders") return [];
  if (!table) return [heading, missing(report, "segments", "No column is marked as the segment.")];
  const all = known(report, "allSegments");
  const money = moneyFormat(report.sign, valuesOf(table, ["CLV"]));
  const titles = [
    "Segment",
    "Customers",
    "Revenue share",
    "Monthly churn",
    "Lifetime (months)",
    "CLV",
    "Note",
  ];
  const notes = valuesOf(table, ["Note"]).map(String);
  return [
    heading,
    {
      kind: "table",
      columns: [
        { title: "Segment", span: 3 },
        { title: "Customers", span: 2, format: count, align: "right" },
        { title: "Revenue share", span: 2, format: share, align: "right" },
        { title: "Churn a month", span: 2, format: share, align: "right" },
        { title: "Lifetime, months", span: 2, format: decimal, align: "right" },
        { title: "CLV", span: 2, format: money, align: "right" },
        { title: "Note", span: 3, align: "right" },
      ],
      rows: [...rowsOf(table, titles), ...(all ? rowsOf(all, titles) : [])],
    },
    ...(known(report, "segmentsNote")
      ? [{ kind: "text", text: wordsFrom(known(report, "segmentsNote")!) } as const]
      : []),
    ...(notes.some((note) => note.includes("pause under"))
      ? [
          {
            kind: "text",
            text: "Pause under 4 gaps: some active customers count as lost, so these CLVs are too low. Set a longer Lost after on CLV Setup.",
          } as const,
        ]
      : []),
  ];
};
