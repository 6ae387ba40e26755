import { type Sensitivity, sensitivities } from "../../core/rolling/sensitivity";
import { rate } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { money, percent } from "../../sheet/words";
import { averageRevenue, cacIfKnown } from "../arguments";
import { singleGrossMargin } from "./figures";

const columns: Columns<Sensitivity> = {
  Driver: column.words((row) => row.driver),
  "CLV low": column.money((row) => row.low),
  "CLV base": column.money((row) => row.base),
  "CLV high": column.money((row) => row.high),
  Swing: column.money((row) => row.swing),
  Elasticity: column.number((row) => row.elasticity),
};

export const CLV_SENSITIVITY = recordsFunction({
  name: "CLV_SENSITIVITY",
  summary:
    "Which driver moves CLV most: average revenue, churn, gross margin and CAC, each moved down and up while the others stay the same. Largest swing first.",
  details:
    "CLV is average revenue × gross margin ÷ churn − CAC, all for the same period. Elasticity is the % change in CLV for a 1% change in the driver. Drivers you do not give are not moved.",
  notFor:
    "Not for a plan of several changes at once: use CLV_SCENARIOS. For what it takes to reach a goal, use CLV_TARGET.",
  maths: [
    String.raw`\text{CLV} = \frac{\text{average revenue} \times \text{gross margin}}{\text{churn}} - \text{CAC}`,
  ],
  args: [
    averageRevenue,
    rate({ name: "churn_rate", text: "Share of customers lost in one period, such as 2%.", above: 0 }),
    singleGrossMargin,
    cacIfKnown,
    rate({
      name: "change",
      text: "How far to move each driver, as a share.",
      above: 0,
      atMost: 0.99,
      otherwise: 0.1,
    }),
  ],
  columns,
  picture: { kind: "bars", caption: "How far each driver moves CLV", label: "Driver", series: ["Swing"] },
  example: {
    formula: "=CLV_SENSITIVITY(100, 2%, 80%, 500)",
    rows: [
      ["Churn rate", 80 / 0.022 - 500, 3500, 80 / 0.018 - 500, 80 / 0.018 - 80 / 0.022, -4000 / 3500],
      ["Average revenue", 3100, 3500, 3900, 800, 4000 / 3500],
      ["Gross margin", 3100, 3500, 3900, 800, 4000 / 3500],
      ["CAC", 3450, 3500, 3550, 100, -500 / 3500],
    ],
  },
  source: "One driver at a time; elasticity is the derivative of ln CLV by ln driver",
  run: sensitivities,
  explain: ([largest], ...values) => {
    const { driver, low, base, high } = largest!;
    return `${money(base)}; ${driver.toLowerCase()} matters most: moved by ${percent(values[4])} it gives ${money(low)} to ${money(high)}`;
  },
});
