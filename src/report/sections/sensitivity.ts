import { heading, tableBlock, text } from "../blocks";
import { minus, moneyFormat } from "../formats";
import { type Section, known, missing, valuesOf, withoutValue } from "../report";

/** The most that there can be, when margin and CAC are given later. */
const drivers = 4;

/** Which driver moves the value most. */
export const sensitivity: Section = (report) => {
  // Drivers of revenue ÷ churn do not make up another value.
  if (report.question !== "contracts") return [];
  const table = known(report, "value") && known(report, "sensitivity");
  const title = heading("What moves the value most");
  if (!table)
    return [title, withoutValue(report) ?? missing(report, "sensitivity", "Needs figures period by period.")];
  const format = moneyFormat(report.sign, valuesOf(table, ["CLV low", "CLV base", "CLV high"]));
  const amount = { format, span: 3 };
  return [
    title,
    text(
      "CLV, less the acquisition cost if known, with one driver 10% lower and 10% higher and the others unchanged. Last column: the % change in CLV when the driver changes by 1%.",
    ),
    tableBlock(
      table,
      [
        { title: "Driver", span: 4 },
        { title: "CLV, low", from: "CLV low", ...amount, span: 2 },
        { title: "CLV now", from: "CLV base", ...amount },
        { title: "CLV, high", from: "CLV high", ...amount },
        { title: "Swing", ...amount, span: 2 },
        { title: "% for 1%", from: "Elasticity", span: 2, format: `0.00;${minus}0.00` },
      ],
      drivers,
    ),
  ];
};
