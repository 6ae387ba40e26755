import { moneyFormat } from "../formats";
import { type Section, known, missing, rowsOf, valuesOf, withoutValue } from "../report";

/** The most that there can be, when margin and CAC are given later. */
const drivers = 4;

/** Which driver moves the value most. */
export const sensitivity: Section = (report) => {
  const table = known(report, "value") && known(report, "sensitivity");
  const heading = { kind: "heading", text: "What moves the value most" } as const;
  if (!table)
    return [
      heading,
      withoutValue(report) ?? missing(report, "sensitivity", "It needs figures period by period."),
    ];
  const format = moneyFormat(report.sign, valuesOf(table, ["CLV low", "CLV base", "CLV high"]));
  const amount = { format, align: "right", span: 3 } as const;
  return [
    heading,
    {
      kind: "text",
      text: "CLV, net of an acquisition cost where one is given, with each driver a tenth lower and a tenth higher. Elasticity: the % change of CLV for 1% of the driver.",
    },
    {
      kind: "table",
      columns: [
        { title: "Driver", span: 4 },
        { title: "CLV, low", ...amount, span: 2 },
        { title: "CLV now", ...amount },
        { title: "CLV, high", ...amount },
        { title: "Swing", ...amount, span: 2 },
        { title: "Elasticity", span: 2, format: "0.00", align: "right" },
      ],
      rows: rowsOf(table, ["Driver", "CLV low", "CLV base", "CLV high", "Swing", "Elasticity"], drivers),
    },
  ];
};
