import type { ComputedTable } from "../dataTable";
import { count, moneyFormat, share } from "../formats";
import { type Block, type Column, wordsOf } from "../page";
import { type Report, type Section, known, missing, rowsOf, valuesOf, wordsFrom } from "../report";
import { captions } from "../tables/method";

/** Customers who carry the value, and those whose value is at risk. */
export const customers: Section = (report) =>
  report.shape === "subscriptions" ? subscribers(report) : buyers(report);

function buyers(report: Report): readonly Block[] {
  const heading = { kind: "heading", text: "Customers who carry the value, and value at risk" } as const;
  const [top, risk, warnings] = ["predictions", "risk", "warnings"].map((key) => known(report, key));
  if (!top)
    return [
      heading,
      missing(report, "predictions", "Predictions need rows of purchases: customer, date and amount."),
    ];
  return [
    heading,
    { kind: "text", text: wordsFrom(known(report, "captions")!, captions.predictions) },
    ...(warnings && wordsOf(warnings.rows[0]![0]) !== "none"
      ? [{ kind: "text", text: wordsFrom(warnings) } as const]
      : []),
    { kind: "subheading", text: "Highest predicted value" },
    {
      kind: "table",
      columns: columnsFor(report, top.key),
      rows: rowsOf(top, ofPrediction),
    },
    ...(risk
      ? ([
          { kind: "subheading", text: "Most value at risk" },
          {
            kind: "table",
            columns: columnsFor(report, "risk"),
            rows: rowsOf(risk, ofPrediction),
          },
        ] as const)
      : []),
    ...overdueBuyers(report),
  ];
}

const ofPrediction = ["Customer", "Orders", "CLV to date", "P(alive)", "Predicted CLV", "Value at risk"];

function columnsFor(report: Report, key: string): Column[] {
  const amounts = ["CLV to date", "Predicted CLV", "Value at risk"];
  const money = moneyFormat(report.sign, valuesOf(known(report, key)!, amounts));
  return [
    { title: "Customer", span: 4 },
    { title: "Orders", span: 2, format: count, align: "right" },
    { title: "CLV to date", span: 2, format: money, align: "right" },
    { title: "Still active", span: 2, format: share, align: "right" },
    { title: "Predicted CLV", span: 3, format: money, align: "right" },
    { title: "Value at risk", span: 3, format: money, align: "right" },
  ];
}

const ofOverdue = ["Customer", "Orders", "Revenue", "Last order", "Usual gap (days)", "Days overdue"];

/** Early warning by each customer's own rhythm, which tells also where the model sees nobody drop out. */
function overdueBuyers(report: Report): readonly Block[] {
  const subheading = { kind: "subheading", text: "Early warning: overdue by their own rhythm" } as const;
  const table = report.tables.get("overdue");
  if (!table || table.error !== undefined) return [];
  const overdue = known(report, "overdue");
  if (!overdue) return [subheading, { kind: "text", text: "Nobody is overdue by a rhythm of their own." }];
  const money = moneyFormat(report.sign, valuesOf(overdue, ["Revenue"]));
  return [
    subheading,
    {
      kind: "text",
      text: "Customers with four orders or more, 1.25 to 2.5 of their usual gaps after the last one. Regular buyers are rarely that late by chance; one in four of those who buy at random is. Those who have brought most come first.",
    },
    {
      kind: "table",
      columns: [
        { title: "Customer", span: 4 },
        { title: "Orders", span: 2, format: count, align: "right" },
        { title: "Revenue to date", span: 2, format: money, align: "right" },
        { title: "Last order", span: 3, format: "d mmm yyyy", align: "right" },
        { title: "Usual gap, days", span: 3, format: count, align: "right" },
        { title: "Overdue by, days", span: 2, format: count, align: "right" },
      ],
      rows: rowsOf(overdue, ofOverdue),
    },
  ];
}

const ofSubscription = [
  "Customer",
  "Since",
  "Months",
  "MRR",
  "Leaves within 12 months",
  "Revenue a year at risk",
];

function subscribers(report: Report): readonly Block[] {
  const heading = {
    kind: "heading",
    text: "Subscriptions that carry the revenue, and revenue at risk",
  } as const;
  const [largest, risk] = [known(report, "largest"), known(report, "accounts")];
  if (!largest || !risk) return [heading, missing(report, "accounts", "No subscription is active.")];
  const table = (one: ComputedTable): Block => ({
    kind: "table",
    columns: columnsOf(moneyFormat(report.sign, valuesOf(one, ["MRR", "Revenue a year at risk"]))),
    rows: rowsOf(one, ofSubscription),
  });
  const columnsOf = (money: string): Column[] => [
    { title: "Customer", span: 5 },
    { title: "Since", span: 2, format: "mmm yyyy", align: "right" },
    { title: "Months", span: 2, format: count, align: "right" },
    { title: "MRR", span: 2, format: money, align: "right" },
    { title: "Leaves within 12 months", span: 2, format: share, align: "right" },
    { title: "Revenue a year at risk", span: 3, format: money, align: "right" },
  ];
  return [
    heading,
    {
      kind: "text",
      text: "The chance to leave within 12 months is that of everybody who has stayed as long, by the curve above. At risk: twelve times the MRR × that chance.",
    },
    { kind: "subheading", text: "Largest subscriptions" },
    table(largest),
    { kind: "subheading", text: "Most revenue at risk" },
    table(risk),
  ];
}
