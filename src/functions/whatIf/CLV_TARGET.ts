import type { Drivers } from "../../core/whatIf/drivers";
import { type Need, isReached, needsFor } from "../../core/whatIf/target";
import { number } from "../../sheet/argument";
import type { ResultTable } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { money } from "../../sheet/words";
import { averageRevenue, cacIfKnown } from "../arguments";
import { singleGrossMargin } from "../rolling/figures";
import { someChurnRate } from "./arguments";

const columns = [
  { name: "Driver", unit: "text" },
  { name: "Now", unit: "by row" },
  { name: "Needed", unit: "by row" },
  { name: "Change %", unit: "share" },
  { name: "Note", unit: "text" },
] as const;

const titles: Readonly<Record<Need["driver"], string>> = {
  revenue: "Average revenue",
  churn: "Churn rate",
  margin: "Gross margin",
  cac: "CAC",
  together: "Revenue, churn and CAC together",
};

/** What a driver reaches at its limit, which is not the target. */
const atLimit: Readonly<Record<Need["driver"], (value: string) => string>> = {
  revenue: (value) => `no revenue gives ${value}`,
  churn: (value) => `a churn of 100% still gives ${value}`,
  margin: (value) => `a margin of 100% gives no more than ${value}`,
  cac: (value) => `without any CAC it is ${value}`,
  together: (value) => `at a churn of 100% they still give ${value}`,
};

const nothing: Readonly<Record<Need["driver"], string>> = {
  revenue: "without a margin no revenue reaches it",
  churn: "without gross profit no churn reaches it",
  margin: "without revenue no margin reaches it",
  cac: "",
  together: "without gross profit they do not reach it",
};

function noteOf({ driver, obstacle, change }: Need, drivers: Drivers, target: number): string {
  if (obstacle?.kind === "nothing to multiply") return nothing[driver];
  if (obstacle) return atLimit[driver](money(obstacle.value));
  const isWithoutCac = driver === "together" && drivers.cac === undefined;
  return [
    isReached(drivers, target) && change !== 0 && "reached today: it may get worse up to this",
    isWithoutCac && "no CAC is given, so revenue and churn alone",
  ]
    .filter(Boolean)
    .join("; ");
}

function tableOfNeeds(target: number, drivers: Drivers): ResultTable {
  const unitOf = (driver: Need["driver"]) => (driver === "churn" || driver === "margin" ? "share" : "money");
  return {
    columns,
    rows: needsFor(target, drivers).map((need) => {
      const { driver, now, needed, change } = need;
      const unit = unitOf(driver);
      return [
        titles[driver],
        { value: now, unit },
        { value: needed, unit },
        change,
        noteOf(need, drivers, target),
      ];
    }),
  };
}

/** Of the example: the share by which revenue, churn and CAC together have to be better. */
const together = 1 - (4 * 80) / (170 + Math.sqrt(170 ** 2 + 8 * 500 * 0.02 * 80));

export const CLV_TARGET = tableFunction({
  name: "CLV_TARGET",
  summary:
    "What it would take to reach a customer value: average revenue, churn, margin or CAC, each alone, and the common change of revenue, churn and CAC together.",
  details: [
    "The value is average revenue × gross margin ÷ churn, net of CAC if you give one; so is the target. Needed is what the driver would have to be if the others stay the same. Together, revenue rises and churn and CAC fall by the same share, shown in Change %.",
    "Needed is blank if a driver cannot do it alone, because margin would exceed 100% or CAC fall below 0; Note says how far it gets. If the target is already reached, Needed is how much worse the driver may get.",
    "It shows what would be enough, not how likely it is or what it costs.",
  ].join("\n\n"),
  notFor: "To compare plans, use CLV_SCENARIOS.",
  args: [
    number({
      name: "target",
      text: "The value to reach, net of CAC if you give one.",
      atLeast: 0,
    }),
    averageRevenue,
    someChurnRate,
    singleGrossMargin,
    cacIfKnown,
  ],
  columns,
  result: `Table: ${columns.map(({ name }) => name).join(", ")}`,
  example: {
    formula: "=CLV_TARGET(4500, 100, 2%, 80%, 500)",
    result: [
      columns.map(({ name }) => name),
      ["Average revenue", 100, 125, 0.25, ""],
      ["Churn rate", 0.02, 0.016, -0.2, ""],
      ["Gross margin", 0.8, 1, 0.25, ""],
      ["CAC", 500, "", "", "without any CAC it is 4,000.00"],
      ["Revenue, churn and CAC together", "", "", together, ""],
    ],
  },
  source: "CLV = ARPC × margin ÷ churn − CAC, solved for each",
  run: (target, averageRevenue, churnRate, margin, cac) =>
    tableOfNeeds(target, { averageRevenue, churnRate, margin, cac }),
});
