import { minus, moneyFormat } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf, withoutValue } from "../report";

/** The most that there can be, when margin and CAC are given later. */
const drivers = 4;

/** Which driver moves the value most. */
export const sensitivity: Section = (report) => {
  // Drivers of revenue ÷ churn do not make up another value.
  if (report.question !== "contracts") return [];
  const table = known(report, "value") && known(report, "sensitivity");
  const heading = { kind: "heading", text: "What moves the value most" } as const;
  if (!table)
    return [
      heading,
      withoutValue(report) ?? missing(report, "sensitivity", "Needs figures period by period."),
    ];
  const format = moneyFormat(report.sign, valuesOf(table, ["CLV low", "CLV base", "CLV high"]));
  const amount = { format, align: "right", span: 3 } as const;
  return [
    heading,
    {
      kind: "text",
      text: "CLV, less the acquisition cost if known, with one driver 10% lower and 10% higher and the others unchanged. Last column: the % change in CLV when the driver changes by 1%.",
    },
    {
      kind: "table",
      columns: [
        { title: "Driver", span: 4 },
        { title: "CLV, low", ...amount, span: 2 },
        { title: "CLV now", ...amount },
        { title: "CLV, high", ...amount },
        { title: "Swing", ...amount, span: 2 },
        { title: "% for 1%", span: 2, format: `0.00;${minus}0.00`, align: "right" },
      ],
      rows: rowsOf(table, ["Driver", "CLV low", "CLV base", "CLV high", "Swing", "Elasticity"], drivers),
    },
  ];
};
