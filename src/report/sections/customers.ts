import { heading, subheading, tableBlock, text } from "../blocks";
import type { ComputedTable } from "../dataTable";
import { count, moneyFormat, share } from "../formats";
import type { Block } from "../page";
import { type Report, type Section, known, missing, valuesOf, wordsFrom } from "../report";
import { captions } from "../tables/method";
import { shown } from "../tables/terms";
import { modelNotes } from "./model";

/** Customers who carry the value, and those whose value is at risk. */
export const customers: Section = (report) =>
  report.shape === "subscriptions" ? subscribers(report) : buyers(report);

function buyers(report: Report): readonly Block[] {
  const title = heading("Most valuable customers, and those worth a call");
  return [title, ...byPrediction(report), ...overdueBuyers(report)];
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
    text(wordsFrom(known(report, "captions")!, captions.predictions)),
    ...notes,
    subheading("Highest predicted value"),
    listOf(report, top, "Standing"),
    subheading("Can still be saved"),
    text(wordsFrom(known(report, "savableNote")!)),
    ...listIfAny(report, "savable", "Value at risk"),
    ...lostBuyers(report),
  ];
}

function lostBuyers(report: Report): readonly Block[] {
  const list = listIfAny(report, "lost");
  return list.length === 0
    ? []
    : [
        subheading("Probably lost"),
        text("Less than a 20% chance of being active. Highest value to date first."),
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
  const format = moneyFormat(report.sign, valuesOf(table, amounts));
  const isLost = last === undefined;
  const columns = [
    { title: "Customer", span: isLost ? 5 : 4 },
    { title: "Orders", span: 2, format: count },
    { title: "Value to date", from: "CLV to date", span: isLost ? 5 : 2, format },
    { title: "Still active", from: "P(alive)", span: isLost ? 4 : 2, format: share },
    ...(isLost
      ? []
      : [
          { title: "Expected value", from: "Predicted CLV", span: 3, format },
          last === "Standing"
            ? ({ title: last, span: 3, align: "right" } as const)
            : { title: "More if active", from: last, span: 3, format },
        ]),
  ];
  return tableBlock(table, columns, Math.min(table.rows.length, shown.customers));
}

/** Early warning by each customer's own rhythm, which tells also where the model sees nobody drop out. */
function overdueBuyers(report: Report): readonly Block[] {
  const title = subheading("Early warning: overdue by their own rhythm");
  const table = report.tables.get("overdue");
  if (!table || table.error !== undefined) return [];
  const overdue = known(report, "overdue");
  const gone: Block[] = known(report, "gone") ? [text(wordsFrom(known(report, "goneNote")!))] : [];
  if (!overdue) return [title, text("Nobody is overdue by their own rhythm."), ...gone];
  const money = moneyFormat(report.sign, valuesOf(overdue, ["Revenue"]));
  return [
    title,
    text(
      "Customers with four orders or more whose next one is late: 1.25 to 2.5 times their usual gap has passed. For regular buyers that is rare; of those who buy at random, one in four looks like this at any time. Highest revenue to date first.",
    ),
    tableBlock(overdue, [
      { title: "Customer", span: 4 },
      { title: "Orders", span: 2, format: count },
      { title: "Revenue to date", from: "Revenue", span: 3, format: money },
      { title: "Last order", span: 3, format: "d mmm yyyy" },
      { title: "Usual gap, days", from: "Usual gap (days)", span: 2, format: count },
      { title: "Overdue by, days", from: "Days overdue", span: 2, format: count },
    ]),
    ...gone,
  ];
}

function subscribers(report: Report): readonly Block[] {
  const title = heading("Largest subscriptions, and revenue at risk");
  const [largest, risk] = [known(report, "largest"), known(report, "accounts")];
  if (!largest || !risk) return [title, missing(report, "accounts", "No subscription is active.")];
  const table = (one: ComputedTable): Block => {
    const money = moneyFormat(report.sign, valuesOf(one, ["MRR", "Revenue a year at risk"]));
    return tableBlock(one, [
      { title: "Customer", span: 5 },
      { title: "Since", span: 2, format: "mmm yyyy" },
      { title: "Months", span: 2, format: count },
      { title: "MRR", span: 2, format: money },
      { title: "Leaves within 12 months", span: 2, format: share },
      { title: "Revenue a year at risk", span: 3, format: money },
    ]);
  };
  return [
    title,
    text(
      "The chance of leaving within 12 months is that of everyone with the same tenure, from the curve above. At risk: 12 × MRR × that chance.",
    ),
    subheading("Largest subscriptions"),
    table(largest),
    subheading("Most revenue at risk"),
    table(risk),
  ];
}
