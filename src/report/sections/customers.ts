import { count, moneyFormat, share } from "../formats";
import type { Column } from "../page";
import { type Report, type Section, from, known, missing, rowsOf, valuesOf } from "../report";
import { captions } from "../tables";

/** Customers who carry the value, and those whose value is at risk. */
export const customers: Section = (report) => {
  const heading = { kind: "heading", text: "Customers who carry the value, and value at risk" } as const;
  const [top, risk] = [known(report, "predictions"), known(report, "risk")];
  if (!top)
    return [
      heading,
      missing(report, "predictions", "Predictions need rows of purchases: customer, date and amount."),
    ];
  return [
    heading,
    {
      kind: "text",
      text: from("captions", captions.predictions, 0),
    },
    { kind: "subheading", text: "Highest predicted value" },
    {
      kind: "table",
      columns: columnsFor(report, [6, 10], top.key),
      rows: rowsOf(top, [0, 1, 2, 3, 6, 10]),
    },
    ...(risk
      ? ([
          { kind: "subheading", text: "Most value at risk" },
          {
            kind: "table",
            columns: columnsFor(report, [4, 5], "risk"),
            rows: rowsOf(risk, [0, 1, 2, 3, 4, 5]),
          },
        ] as const)
      : []),
  ];
};

function columnsFor(report: Report, [predicted, risk]: readonly [number, number], key: string): Column[] {
  const money = moneyFormat(report.sign, valuesOf(known(report, key)!, [2, predicted, risk]));
  return [
    { title: "Customer", span: 4 },
    { title: "Orders", span: 2, format: count, align: "right" },
    { title: "CLV to date", span: 2, format: money, align: "right" },
    { title: "Still active", span: 2, format: share, align: "right" },
    { title: "Predicted CLV", span: 3, format: money, align: "right" },
    { title: "Value at risk", span: 3, format: money, align: "right" },
  ];
}
