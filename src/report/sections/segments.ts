import { heading, tableBlock, text } from "../blocks";
import { count, decimal, moneyFormat, share } from "../formats";
import { type Section, known, missing, valuesOf, wordsFrom } from "../report";

/** Value by segment. */
export const segments: Section = (report) => {
  const table = known(report, "segments");
  const title = heading("Value by segment");
  if (!table && report.shape !== "orders") return [];
  if (!table) return [title, missing(report, "segments", "No column is marked as the segment.")];
  const all = known(report, "allSegments");
  const money = moneyFormat(report.sign, valuesOf(table, ["CLV"]));
  const columns = [
    { title: "Segment", span: 3 },
    { title: "Customers", span: 2, format: count },
    { title: "Revenue share", span: 2, format: share },
    { title: "Churn a month", from: "Monthly churn", span: 2, format: share },
    { title: "Lifetime, months", from: "Lifetime (months)", span: 2, format: decimal },
    { title: "CLV", span: 2, format: money },
    { title: "Note", span: 3, align: "right" as const },
  ];
  const block = tableBlock(table, columns);
  const notes = valuesOf(table, ["Note"]).map(String);
  return [
    title,
    all ? { ...block, rows: [...block.rows, ...tableBlock(all, columns).rows] } : block,
    ...(known(report, "segmentsNote") ? [text(wordsFrom(known(report, "segmentsNote")!))] : []),
    ...(notes.some((note) => note.includes("pause under"))
      ? [
          text(
            "Pause under 4 gaps: some active customers count as lost, so these CLVs are too low. Set a longer Lost after on CLV Setup.",
          ),
        ]
      : []),
  ];
};
