import type { ComputedTable } from "../dataTable";
import { count, moneyFormat, share } from "../formats";
import type { Block, Column } from "../page";
import { type Report, type Section, known, missing, rowsOf, valuesOf, wordsFrom } from "../report";
import { captions } from "../tables/method";
import { shown } from "../tables/terms";
import { modelNotes } from "./model";

/** Customers who carry the value, and those whose value is at risk. */
export const customers: Section = (report) =>
  report.shape === "subscriptions" ? subscribers(report) : buyers(report);

function buyers(report: Report): readonly Block[] {
  const heading = { kind: "heading", text: "Most valuable customers, and those worth a call" } as const;
  return [heading, ...byPrediction(report), ...overdueBuyers(report)];
}

function byPrediction(report: Report): readonly Block[] {
  const top = known(report, "predictions");
  const notes = modelNotes(report);
  if (!top) {
    // Where there is a model and no prediction, what is to be known of it is why.
    const why = missing(
      report,
      "predictions",
      "Predictions need rows of purchases: customer, date and amount.",
    );
    return known(report, "fit") && notes.length > 0 ? notes : [why];
  }
  return [
    { kind: "text", text: wordsFrom(known(report, "captions")!, captions.predictions) },
    ...notes,
    { kind: "subheading", text: "Highest predicted value" },
    listOf(report, top, "Standing"),
    { kind: "subheading", text: "Can still be saved" },
    { kind: "text", text: wordsFrom(known(report, "savableNote")!) },
    ...listIfAny(report, "savable", "Value at risk"),
    ...lostBuyers(report),
  ];
}

function lostBuyers(report: Report): readonly Block[] {
  const list = listIfAny(report, "lost");
  return list.length === 0
    ? []
    : [
        { kind: "subheading", text: "Probably lost" },
        {
          kind: "text",
          text: "Less than a 20% chance of being active. Highest value to date first.",
        },
        ...list,
      ];
}

const listIfAny = (report: Report, key: string, last?: "Standing" | "Value at risk"): Block[] => {
  const table = known(report, key);
  return table ? [listOf(report, table, last)] : [];
};

/** Customers with their chance, and with what it comes to. */
function listOf(report: Report, table: ComputedTable, last?: "Standing" | "Value at risk"): Block {
  const amounts = last === undefined ? ["CLV to date"] : ["CLV to date", "Predicted CLV", "Value at risk"];
  const money = moneyFormat(report.sign, valuesOf(table, amounts));
  const amount = { format: money, align: "right" } as const;
  const isLost = last === undefined;
  const columns: Column[] = [
    { title: "Customer", span: isLost ? 5 : 4 },
    { title: "Orders", span: 2, format: count, align: "right" },
    { title: "Value to date", span: isLost ? 5 : 2, ...amount },
    { title: "Still active", span: isLost ? 4 : 2, format: share, align: "right" },
    ...(last === undefined
      ? []
      : [
          { title: "Expected value", span: 3, ...amount },
          last === "Standing"
            ? ({ title: "Standing", span: 3, align: "right" } as const)
            : { title: "More if active", span: 3, ...amount },
        ]),
  ];
  const titles = [
    "Customer",
    "Orders",
    "CLV to date",
    "P(alive)",
    ...(last === undefined ? [] : ["Predicted CLV", last]),
  ];
  return {
    kind: "table",
    columns,
    rows: rowsOf(table, titles, Math.min(table.rows.length, shown.customers)),
  };
}

const ofOverdue = ["Customer", "Orders", "Revenue", "Last order", "Usual gap (days)", "Days overdue"];

/** Early warning by each customer's own rhythm, which tells also where the model sees nobody drop out. */
function overdueBuyers(report: Report): readonly Block[] {
  const subheading = { kind: "subheading", text: "Early warning: overdue by their own rhythm" } as const;
  const table = report.tables.get("overdue");
  if (!table || table.error !== undefined) return [];
  const overdue = known(report, "overdue");
  const gone: Block[] = known(report, "gone")
    ? [{ kind: "text", text: wordsFrom(known(report, "goneNote")!) }]
    : [];
  if (!overdue)
    return [subheading, { kind: "text", text: "Nobody is overdue by their own rhythm." }, ...gone];
  const money = moneyFormat(report.sign, valuesOf(overdue, ["Revenue"]));
  return [
    subheading,
    {
      kind: "text",
      text: "Customers with four orders or more whose next one is late: 1.25 to 2.5 times their usual gap has passed. For regular buyers that is rare; of those who buy at random, one in four looks like this at any time. Highest revenue to date first.",
    },
    {
      kind: "table",
      columns: [
        { title: "Customer", span: 4 },
        { title: "Orders", span: 2, format: count, align: "right" },
        { title: "Revenue to date", span: 3, format: money, align: "right" },
        { title: "Last order", span: 3, format: "d mmm yyyy", align: "right" },
        { title: "Usual gap, days", span: 2, format: count, align: "right" },
        { title: "Overdue by, days", span: 2, format: count, align: "right" },
      ],
      rows: rowsOf(overdue, ofOverdue),
    },
    ...gone,
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
    text: "Largest subscriptions, and revenue at risk",
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
      text: "The chance of leaving within 12 months is that of everyone with the same tenure, from the curve above. At risk: 12 × MRR × that chance.",
    },
    { kind: "subheading", text: "Largest subscriptions" },
    table(largest),
    { kind: "subheading", text: "Most revenue at risk" },
    table(risk),
  ];
}
