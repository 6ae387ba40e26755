import { heading, tableBlock, text } from "../blocks";
import { count } from "../formats";
import { type Section, known, missing } from "../report";

/** Who comes back, by month of first purchase. */
export const cohorts: Section = (report) => {
  const heat = known(report, "heat");
  const title = heading("Who comes back, by month of first purchase");
  // Subscriptions and figures by period have no purchases.
  if (!report.tables.has("cohorts")) return [];
  if (!heat) return [title, missing(report, "cohorts", "No cohort has finished its first month yet.")];
  const [first, fresh, ...ages] = heat.header;
  return [
    title,
    text(
      "Share of each month's new customers who bought again that many months later; darker is more. An unfinished month is blank.",
    ),
    {
      ...tableBlock(heat, [
        { title: "First month", from: first!, span: 2, format: "mmm yyyy", align: "left" },
        { title: "New", from: fresh!, span: 1, format: count },
        ...ages.map((age) => ({
          title: Number(age),
          from: age,
          span: 1,
          format: "0%",
          align: "center" as const,
        })),
      ]),
      isSmall: true,
      shaded: [3, heat.header.length - 1],
    },
  ];
};
