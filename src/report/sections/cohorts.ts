import { count } from "../formats";
import { type Section, known, missing, rowsOf } from "../report";

/** Who comes back, by month of first purchase. */
export const cohorts: Section = (report) => {
  const heat = known(report, "heat");
  const heading = { kind: "heading", text: "Who comes back, by month of first purchase" } as const;
  // Subscriptions and figures by period have no purchases.
  if (!report.tables.has("cohorts")) return [];
  if (!heat) return [heading, missing(report, "cohorts", "No cohort has finished its first month yet.")];
  const ages = heat.header.slice(2);
  return [
    heading,
    {
      kind: "text",
      text: "Share of each month's new customers who bought again that many months later; darker is more. An unfinished month is blank.",
    },
    {
      kind: "table",
      isSmall: true,
      columns: [
        { title: "First month", span: 2, format: "mmm yyyy" },
        { title: "New", span: 1, format: count, align: "right" },
        ...ages.map((age) => ({ title: Number(age), span: 1, format: "0%", align: "center" as const })),
      ],
      rows: rowsOf(heat, heat.header),
      shaded: [3, heat.header.length - 1],
    },
  ];
};
