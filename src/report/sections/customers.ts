import { count, moneyFormat, share } from "../formats";
import { type Block, type Column, wordsOf } from "../page";
import { type Report, type Section, from, known, missing, rowsOf, valuesOf } from "../report";
import { captions } from "../tables/method";

/** Customers who carry the value, and those whose value is at risk. */
export const customers: Section = (report) =>
  report.answer.source.shape === "subscriptions" ? subscribers(report) : buyers(report);

function buyers(report: Report): readonly Block[] {
  const heading = { kind: "heading", text: "Customers who carry the value, and value at risk" } as const;
  const [top, risk] = [known(report, "predictions"), known(report, "risk")];
  if (!top)
    return [
      heading,
      missing(report, "predictions", "Predictions need rows of purchases: customer, date and amount."),
    ];
  return [
    heading,
    { kind: "text", text: from("captions", captions.predictions, 0) },
    ...(wordsOf(known(report, "warnings")?.rows[0]?.[0]) === "none"
      ? []
      : [{ kind: "text", text: from("warnings", 0, 0) } as const]),
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
    ...quietBuyers(report),
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

/** Early warning by each customer's own rhythm, which tells also where the model sees nobody drop out. */
function quietBuyers(report: Report): readonly Block[] {
  const quiet = known(report, "quiet");
  const subheading = { kind: "subheading", text: "Early warning: quiet for longer than usual" } as const;
  if (!quiet) {
    if (!known(report, "buyers")) return [];
    return [subheading, { kind: "text", text: "Nobody has been quiet for three times the usual gap." }];
  }
  const money = moneyFormat(report.sign, valuesOf(quiet, ["Revenue", "Value if active"]));
  return [
    subheading,
    {
      kind: "text",
      text: "Customers with four orders or more who have not bought for three times their usual gap: one in twenty would by chance. The most valuable first, by what they would bring if still active.",
    },
    {
      kind: "table",
      columns: [
        { title: "Customer", span: 4 },
        { title: "Orders", span: 2, format: count, align: "right" },
        { title: "Revenue to date", span: 2, format: money, align: "right" },
        { title: "Usual gap, days", span: 3, format: count, align: "right" },
        { title: "Quiet for, days", span: 3, format: count, align: "right" },
        { title: "Value if active", span: 2, format: money, align: "right" },
      ],
      rows: rowsOf(quiet, [
        "Customer",
        "Orders",
        "Revenue",
        "Usual gap, days",
        "Quiet for, days",
        "Value if active",
      ]),
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
  const [largest, risk] = [known(report, "largest"), known(report, "accountsAtRisk")];
  if (!largest || !risk) return [heading, missing(report, "accounts", "No subscription is active.")];
  const money = (key: string) =>
    moneyFormat(report.sign, valuesOf(known(report, key)!, ["MRR", "Revenue a year at risk"]));
  const columns = (key: string): Column[] => [
    { title: "Customer", span: 5 },
    { title: "Since", span: 2, format: "mmm yyyy", align: "right" },
    { title: "Months", span: 2, format: count, align: "right" },
    { title: "MRR", span: 2, format: money(key), align: "right" },
    { title: "Leaves within 12 months", span: 2, format: share, align: "right" },
    { title: "Revenue a year at risk", span: 3, format: money(key), align: "right" },
  ];
  return [
    heading,
    {
      kind: "text",
      text: "The chance to leave within 12 months is that of all subscriptions which have run as long, by the curve above. At risk: twelve times the MRR × that chance.",
    },
    { kind: "subheading", text: "Largest subscriptions" },
    { kind: "table", columns: columns("largest"), rows: rowsOf(largest, ofSubscription) },
    { kind: "subheading", text: "Most revenue at risk" },
    { kind: "table", columns: columns("accountsAtRisk"), rows: rowsOf(risk, ofSubscription) },
  ];
}
