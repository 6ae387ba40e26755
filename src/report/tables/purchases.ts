import { inactiveMonths } from "../../answers/figures";
import type { RevenueRows } from "../../answers/reading";
import type { Term } from "../../recipe/term";
import type { DataTable } from "../dataTable";
import { quietInShort } from "./summary";
import {
  apply,
  cellOf,
  column,
  discount,
  horizon,
  inPredictions,
  lastOf,
  margin,
  shown,
  single,
  step,
  whole,
} from "./terms";

/** Who comes back, and what a customer brings, by month of the first purchase. */
export function cohorts({ customer, date, amount }: RevenueRows): DataTable[] {
  const of = (measure: string) => apply("CLV_COHORTS", customer, date, amount, measure);
  const columns = 2 + shown.months;
  const ages = Array.from({ length: shown.ages - 1 }, (_, age): Term[] => [
    age + 1,
    apply("WEIGHTED_MEAN", column("cohorts", age + 4), column("cohorts", 2)),
  ]);
  return [
    { key: "cohorts", title: "Cohorts", cells: [[of("retention")]], columns },
    {
      key: "heat",
      title: "Latest cohorts",
      cells: [
        [
          apply(
            "FIRST_ROWS",
            apply("LAST_ROWS", step("cohorts"), shown.cohorts),
            shown.cohorts,
            2 + shown.ages,
          ),
        ],
      ],
      columns: 2 + shown.ages,
    },
    {
      key: "ages",
      title: "Active by age",
      header: ["Months since the first purchase", "Share active"],
      units: ["count", "share"],
      skipsBlanks: true,
      cells: ages,
    },
    { key: "revenues", title: "Revenue of cohorts", cells: [[of("revenue")]], columns },
    {
      key: "brought",
      title: "Revenue per customer by age",
      header: ["Revenue per customer"],
      units: ["money"],
      cells: Array.from({ length: shown.ahead + 1 }, (_, age): Term[] => [
        apply("MEAN_PER", column("revenues", age + 3), column("revenues", 2)),
      ]),
    },
  ];
}

export const segments = ({ customer, date, amount, segment }: RevenueRows): DataTable[] =>
  segment
    ? [
        whole(
          "segments",
          "Segments",
          apply(
            "FIRST_ROWS",
            // Without the row of all segments, which is none.
            apply(
              "WITHOUT_FINDING",
              apply("CLV_SEGMENTS", customer, date, amount, segment, margin, inactiveMonths),
              "All",
            ),
            shown.segments,
            11,
          ),
        ),
      ]
    : [];

/** What is expected of single customers and of new ones, and who has been quiet for long. */
export function predictions({ customer, date, amount }: RevenueRows, sign: string): DataTable[] {
  const rows = [customer, date, amount];
  const warnings = lastOf("fit", 2);
  const predicted = apply("CLV_PREDICT", ...rows, horizon, discount, margin, step("fit"));
  const mostOf = (table: string, by: number, ...columns: number[]) =>
    apply("LARGEST", step(table), by, shown.customers, ...columns);
  const riskHeader = ["Customer", "Orders", "CLV to date", "P(alive)", "Predicted CLV", "Value at risk"];
  const quietHeader = [
    "Customer",
    "Orders",
    "Revenue",
    "Usual gap, days",
    "Quiet for, days",
    "Value if active",
  ];
  const quietUnits = ["text", "count", "money", "number", "number", "money"] as const;
  return [
    whole("fit", "Model", apply("CLV_FIT", ...rows)),
    single("warnings", "Warnings", apply("IF_BLANK", warnings, "none", warnings)),
    { ...whole("predictions", "Predictions", predicted), most: shown.customers },
    {
      key: "risk",
      title: "At risk",
      header: riskHeader,
      units: ["text", "count", "money", "share", "money", "money"],
      cells: [[mostOf("predictions", inPredictions("Value at risk"), ...riskHeader.map(inPredictions))]],
    },
    { ...whole("buyers", "Customers", apply("CLV_CUSTOMERS", ...rows)), most: shown.customers },
    {
      key: "quietAll",
      title: "Quiet for long",
      header: quietHeader,
      units: quietUnits,
      cells: [[apply("QUIET", step("buyers"), step("predictions"))]],
      columns: quietHeader.length,
      most: shown.customers,
    },
    {
      key: "quiet",
      title: "Quiet for long, the most valuable",
      header: quietHeader,
      units: quietUnits,
      cells: [[mostOf("quietAll", 6, 1, 2, 3, 4, 5, 6)]],
    },
    quietInShort(sign),
    ...growth(),
  ];
}

/** What a customer brings from the first purchase on: so far, and as the model expects of a new one. */
function growth(): DataTable[] {
  // The fit is in weeks; a month has 1461 ÷ 336 of them.
  const months = apply("NUMBERS_FROM", shown.ahead + 1, 0, apply("QUOTIENT", 1461, 336));
  const orders = apply("CLV_EXPECTED_ORDERS", step("fit"), months);
  const spend = apply("CLV_EXPECTED_SPEND", step("fit"));
  return [
    {
      key: "expected",
      title: "Expected of a new customer",
      header: ["Revenue"],
      units: ["money"],
      cells: [[apply("FIRST_AND_LATER", spend, orders)]],
    },
    {
      key: "growth",
      title: "What a customer brings",
      header: ["Months since the first purchase", "So far", "Expected of a new customer"],
      units: ["count", "money", "money"],
      skipsBlanks: true,
      cells: Array.from({ length: shown.ahead + 1 }, (_, month): Term[] => [
        month,
        apply("SUM_OF_FIRST", column("brought", 1), month + 1),
        cellOf("expected", month + 1, 1),
      ]),
    },
  ];
}
