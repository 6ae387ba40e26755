import { dark, fall, light, plain } from "../../pictures/style";
import { chart, heading, text } from "../blocks";
import { unitOf } from "../formats";
import { type Report, type Section, known, missing } from "../report";
import type { Block } from "../page";
import { modelNotes } from "./model";

const percentAxis = { minValue: 0, format: "0%" };

/** How long customers stay. */
export const retention: Section = (report) =>
  report.shape === "subscriptions" ? stayingSubscribers(report) : returningBuyers(report);

function stayingSubscribers(report: Report): readonly Block[] {
  const title = heading("How long customers stay");
  const curve = known(report, "curve");
  if (!curve) return [title, missing(report, "curve", "Survival needs starts and ends of subscriptions.")];
  const rows = curve.rows.filter((row) => row.slice(1).some((share) => share !== "")).length;
  return [
    title,
    text("Kaplan–Meier estimate: active subscriptions count for as long as they have been observed."),
    chart({
      type: "LINE",
      table: curve.key,
      rows,
      columns: 3,
      height: 200,
      options: {
        ...plain("Share of subscribers still active, by months since the start", { vAxis: percentAxis }),
        series: {
          0: { color: dark, lineWidth: 3 },
          1: { color: light, lineWidth: 3, lineDashStyle: [6, 4] },
        },
      },
    }),
  ];
}

function returningBuyers(report: Report): readonly Block[] {
  const title = heading("How many stay active, and what a customer brings in");
  const ages = known(report, "ages");
  if (!ages) return [title, missing(report, "ages", "Needs rows of purchases or subscriptions.")];
  return [
    title,
    chart({
      type: "COLUMN",
      table: "ages",
      rows: ages.rows.filter(([, value]) => value !== "").length,
      columns: 2,
      height: 170,
      options: {
        ...plain("Share of all customers who bought, by months since their first purchase", {
          vAxis: percentAxis,
        }),
        legend: { position: "none" },
        series: { 0: { color: dark } },
      },
    }),
    ...bringing(report),
  ];
}

/** Revenue of a customer from the first purchase on, so far and as the model goes on. */
function bringing(report: Report): readonly Block[] {
  const growth = known(report, "growth");
  const notes = modelNotes(report);
  if (!growth && known(report, "fit") && notes.length > 0) return notes;
  if (!growth) return [missing(report, "growth", "This chart needs a model of the purchases.")];
  return [
    text(
      "So far: what customers observed for that long have brought in, with a 95% interval. Expected: a new customer today, as at the top. Where that line crosses the acquisition cost, it is paid back.",
    ),
    ...notes,
    chart({
      type: "LINE",
      table: "growth",
      rows: growth.rows.length,
      columns: growth.header.length,
      height: 230,
      options: {
        ...plain(`What a customer brings in${unitOf(report)}, added up by months since the first purchase`, {
          vAxis: { minValue: 0 },
        }),
        series: {
          0: { color: dark, lineWidth: 3 },
          1: { color: light, lineWidth: 1 },
          2: { color: light, lineWidth: 1 },
          3: { color: fall, lineWidth: 3, lineDashStyle: [6, 4] },
          4: { color: "#5f6368", lineWidth: 1 },
        },
      },
    }),
  ];
}
