import { dark, ofFigures, plain } from "../../pictures/style";
import { chart, heading, tableBlock, text } from "../blocks";
import { count, moneyFormat } from "../formats";
import { type Section, known, valuesOf } from "../report";

/** Which channel pays back, when, and which is to thank. */
export const channels: Section = (report) => [...paybacks(report), ...credits(report)];

/** Which channel is to thank for customers who met several before they bought. */
const credits: Section = (report) => {
  const table = known(report, "credit");
  if (!table) return [];
  const customers = { span: 3, format: "#,##0.0" };
  return [
    heading("Which channel won the customers"),
    text(
      "Customers credited to the channels they met before the first order: all to the first contact, all to the last, or by how many would be lost without the channel (Markov).",
    ),
    tableBlock(table, [
      { title: "Channel", span: 4 },
      { title: "Contacts", from: "Touches", span: 3, format: count },
      { title: "First contact", from: "First touch", ...customers },
      { title: "Last contact", from: "Last touch", ...customers },
      { title: "Markov", ...customers },
    ]),
  ];
};

const paybacks: Section = (report) => {
  const table = known(report, "channels");
  if (!table) return [];
  const amount = { format: moneyFormat(report.sign, valuesOf(table, ["CAC", "CLV"])), span: 2 };
  const bars = known(report, "channelRatios");
  return [
    heading("Which channel pays back"),
    text(
      "A customer belongs to the channel of the first order. CLV is that of the table by segment. Payback: the first month of age at which the channel's customers have brought in what winning them cost; 0 is the month of the first order.",
    ),
    tableBlock(table, [
      { title: "Channel", span: 3 },
      { title: "New customers", span: 2, format: count },
      { title: "Share", span: 1, format: "0%" },
      { title: "CAC", ...amount },
      { title: "CLV", ...amount },
      { title: "CLV:CAC", span: 2, format: "0.0" },
      { title: "Payback, months", from: "Payback (months)", span: 2, format: count },
      { title: "Note", span: 2, align: "right" },
    ]),
    ...(bars
      ? [
          chart({
            type: "BAR",
            table: bars.key,
            rows: bars.rows.length,
            columns: 2,
            height: 60 + 26 * bars.rows.length,
            options: {
              ...plain("CLV:CAC by channel", { hAxis: { ...ofFigures, minValue: 0 } }),
              legend: { position: "none" },
              series: { 0: { color: dark } },
            },
          }),
        ]
      : []),
  ];
};
