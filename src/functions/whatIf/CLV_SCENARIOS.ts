import { betterByEach, usualShare } from "../../core/whatIf/better";
import type { Drivers } from "../../core/whatIf/drivers";
import { type Scenario, scenarios as compared } from "../../core/whatIf/scenarios";
import { unread } from "../../sheet/argument";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { averageRevenue, cacIfKnown } from "../arguments";
import { singleGrossMargin } from "../rolling/figures";
import { someChurnRate, upsellRevenue } from "./arguments";
import { inWords, readScenarios } from "./changes";

const columns: Columns<Scenario> = {
  Scenario: column.words((row) => row.name),
  "Average revenue": column.money(({ drivers }) => drivers.averageRevenue),
  "Upsell revenue": column.money(({ drivers }) => drivers.upsell),
  "Churn rate": column.share(({ drivers }) => drivers.churnRate),
  Lifetime: column.periods(({ worth }) => worth.lifetime),
  "Gross margin": column.share(({ drivers }) => drivers.margin),
  CAC: column.money(({ drivers }) => drivers.cac),
  CLV: column.money(({ worth }) => worth.clv),
  "Net of CAC": column.money(({ worth }) => worth.net),
  Change: column.money((row) => row.change),
  "Change %": column.share((row) => row.changeShare),
  "CLV:CAC": column.ratio(({ worth }) => worth.toCac),
  Payback: column.periods(({ worth }) => worth.payback),
};

/** What changes are called that are nobody's own: each alone by what it is, the last all together. */
function usualScenarios(drivers: Drivers) {
  const all = betterByEach(drivers, usualShare);
  return all.map((changes, index) => ({
    name: index === all.length - 1 ? "All together" : inWords(changes, drivers),
    changes,
  }));
}

/** Of the example: periods until 50 are paid back by so much a period, with such a churn. */
const payback = (profit: number, churn: number) => Math.log(1 - (50 * churn) / profit) / Math.log(1 - churn);

export const CLV_SCENARIOS = recordsFunction({
  name: "CLV_SCENARIOS",
  summary:
    "What a customer would be worth if revenue, churn, margin or acquisition cost changed: scenarios side by side, today first. Without scenarios, each driver 10% better, then all together.",
  details: [
    "CLV is (average revenue + upsell revenue) × gross margin ÷ churn. scenarios is a range: a name in the first column and, under the headings Revenue, Upsell, Churn, Retention, Margin or CAC, changes relative to today: 40% means 1.4 times as much, −10% nine tenths, a blank no change. The headings may be in English, German, French, Spanish, Italian, Portuguese or Dutch.",
    "Retention is 1 − churn: 40% more than a retention of 60% is 84%. It cannot reach 100%, and margin cannot exceed it. 10% better means 10% more revenue and margin, and 10% less churn and CAC.",
    "Change refers to Net of CAC if you give a CAC, otherwise to CLV; Change % is blank unless today's value is above 0. Payback is CLV_PAYBACK with the churn, blank if the cost is never paid back. A scenario shows what follows from a change, not how likely it is or what it costs.",
  ].join("\n\n"),
  notFor:
    "To find the driver that needs the least change to reach a goal, use CLV_TARGET. Not for shop orders, which have no churn rate.",
  maths: [
    String.raw`\text{CLV} = \frac{(\text{average revenue} + \text{upsell revenue}) \times \text{gross margin}}{\text{churn}}`,
  ],
  args: [
    averageRevenue,
    someChurnRate,
    singleGrossMargin,
    cacIfKnown,
    unread({
      name: "scenarios",
      text: "Header row, then a name and changes such as 10% under Revenue, Churn, Retention, Margin, CAC, Upsell.",
      optional: true,
      whenLeftOut: "each driver 10% better, then all",
    }),
    upsellRevenue,
  ],
  columns,
  picture: {
    kind: "bars",
    caption: "How far each scenario moves customer value",
    label: "Scenario",
    series: ["Change"],
  },
  example: {
    formula: '=CLV_SCENARIOS(100, 40%, 80%, 50, {"","Retention","Revenue";"Loyalty",20%,"";"Price","",10%})',
    rows: [
      ["Today", 100, "", 0.4, 2.5, 0.8, 50, 200, 150, 0, 0, 4, payback(80, 0.4)],
      [
        "Loyalty",
        100,
        "",
        0.28,
        1 / 0.28,
        0.8,
        50,
        80 / 0.28,
        80 / 0.28 - 50,
        80 / 0.28 - 200,
        (80 / 0.28 - 200) / 150,
        1.6 / 0.28,
        payback(80, 0.28),
      ],
      ["Price", 110, "", 0.4, 2.5, 0.8, 50, 220, 170, 20, 20 / 150, 4.4, payback(88, 0.4)],
    ],
  },
  source: "CLV = ARPC × margin ÷ churn with each change put in",
  run: (averageRevenue, churnRate, margin, cac, { given, zone }, upsell) => {
    const drivers: Drivers = { averageRevenue, churnRate, margin, cac, upsell };
    return compared(drivers, readScenarios(given, drivers, zone) ?? usualScenarios(drivers));
  },
});
