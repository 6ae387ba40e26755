import { dark, plain } from "../../pictures/style";
import { count, moneyFormat } from "../formats";
import { type Section, known, rowsOf, valuesOf } from "../report";

/** Which channel pays back, when, and which is to thank. */
export const channels: Section = (report) => [...paybacks(report), ...credits(report)];

/** Which channel is to thank for customers who met several before they bought. */
const credits: Section = (report) => {
  const table = known(report, "credit");
  if (!table) return [];
  const customers = { span: 3, format: "#,##0.0", align: "right" } as const;
  return [
    { kind: "heading", text: "Which channel won the customers" },
    {
      kind: "text",
      text: "Customers credited to the channels they met before the first order: all to the first contact, all to the last, or by how many would be lost without the channel (Markov).",
    },
    {
      kind: "table",
      columns: [
        { title: "Channel", span: 4 },
        { title: "Contacts", span: 3, format: count, align: "right" },
        { title: "First contact", ...customers },
        { title: "Last contact", ...customers },
        { title: "Markov", ...customers },
      ],
      rows: rowsOf(table, ["Channel", "Touches", "First touch", "Last touch", "Markov"]),
    },
  ];
};

const paybacks: Section = (report) => {
  const table = known(report, "channels");
  if (!table) return [];
  const money = moneyFormat(report.sign, valuesOf(table, ["CAC", "CLV"]));
  const amount = { format: money, align: "right", span: 2 } as const;
  const bars = known(report, "channelRatios");
  return [
    { kind: "heading", text: "Which channel pays back" },
    {
      kind: "text",
      text: "A customer belongs to the channel of the first order. CLV is that of the table by segment. Payback: the first month of age at which the channel's customers have brought in what winning them cost; 0 is the month of the first order.",
    },
    {
      kind: "table",
      columns: [
        { title: "Channel", span: 3 },
        { title: "New customers", span: 2, format: count, align: "right" },
        { title: "Share", span: 1, format: "0%", align: "right" },
        { title: "CAC", ...amount },
        { title: "CLV", ...amount },
        { title: "CLV:CAC", span: 2, format: "0.0", align: "right" },
        { title: "Payback, months", span: 2, format: count, align: "right" },
        { title: "Note", span: 2, align: "right" },
      ],
      rows: rowsOf(table, [
        "Channel",
        "New customers",
        "Share",
        "CAC",
        "CLV",
        "CLV:CAC",
        "Payback (months)",
        "Note",
      ]),
    },
    ...(bars
      ? [
          {
            kind: "chart",
            chart: {
              type: "BAR",
              table: bars.key,
              rows: bars.rows.length,
              columns: 2,
              height: 60 + 26 * bars.rows.length,
              options: {
                ...plain("CLV:CAC by channel"),
                legend: { position: "none" },
                series: { 0: { color: dark } },
                hAxis: { ...(plain("")["vAxis"] as object), minValue: 0 },
              },
            },
          } as const,
        ]
      : []),
  ];
};
