import { waterfallChart } from "../../pictures/waterfall";
import { chart, heading, tableBlock } from "../blocks";
import { decimal, minus, moneyFormat, periodFormat, unitOf } from "../formats";
import { type Section, columnAt, known, missing, valuesOf, withoutValue } from "../report";

/** What changed and why. */
export const change: Section = (report) => {
  // Drivers of revenue ÷ churn do not make up another value.
  if (report.question !== "contracts") return [];
  const bridge = known(report, "value") && known(report, "bridge");
  const title = heading("What changed, and why");
  if (!bridge)
    return [title, withoutValue(report) ?? missing(report, "bridge", "Needs figures period by period.")];
  const { sign, period } = report;
  const money = moneyFormat(sign, valuesOf(bridge, ["Effect"]));
  const last = bridge.rows.length - 1;
  const formatOf = (row: number) => {
    const cell = (title: string) => bridge.rows[row]![columnAt(bridge, title)];
    if (cell("Driver") === "Lifetime") return `${decimal}" ${period}s"`;
    return moneyFormat(sign, [cell("From"), cell("To")]);
  };
  return [
    title,
    {
      ...tableBlock(bridge, [
        { title: "", from: "Driver", span: 7 },
        { title: "From", span: 3, align: "right" },
        { title: "To", span: 3, align: "right" },
        { title: "Effect on CLV", from: "Effect", span: 3, align: "right" },
      ]),
      formats: bridge.rows.map((_, row) =>
        row === 0 || row === last
          ? ["", periodFormat(period), periodFormat(period), money]
          : ["", formatOf(row), formatOf(row), signed(money)],
      ),
    },
    chart({
      type: "COLUMN",
      table: "waterfall",
      rows: bridge.rows.length,
      columns: 5,
      height: 220,
      options: waterfallChart(`CLV then and now, and what each driver added or took away${unitOf(report)}`)
        .options,
    }),
  ];
};

/** With a plus before what is above 0. */
const signed = (format: string) => {
  const [positive] = format.split(";");
  return `+${positive};${minus}${positive}`;
};
