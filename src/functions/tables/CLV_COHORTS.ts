import { cohorts } from "../../core/purchases/cohorts";
import { choice, flag } from "../../sheet/argument";
import type { ResultTable } from "../../sheet/result";
import { tableFunction } from "../../sheet/tableFunction";
import { calendarPeriod } from "../arguments";
import { purchaseColumns, toPurchases } from "./purchases";

const columns = [
  { name: "Cohort", unit: "period" },
  { name: "Customers", unit: "count" },
] as const;

const unitOfMeasure = {
  retention: "share",
  customers: "count",
  revenue: "money",
  cumulative: "money",
} as const;

export const CLV_COHORTS = tableFunction({
  name: "CLV_COHORTS",
  summary:
    "What becomes of customers who first bought in the same calendar period: one row per cohort, one column for each period since.",
  details:
    "Age 0 is the period of the first purchase, age 1 the next. A cell is blank until its period is over: at the latest date in the data, an unfinished month says nothing yet. The same holds for the last month of a grid, which is dated to its first day. Periods without new customers have no row. Refunds count at the age when they were paid; an order refunded in full is no purchase, and money paid and refunded before the first purchase counts at age 0. The row All pools all cohorts observed at an age: the share that bought, or what they brought in; its cumulative revenue adds up what a customer brought in at each age, so young cohorts count as far as they go.",
  notFor:
    "Not for the value of a customer by age, with a range and net of cost: use CLV_CURVE. For subscriptions with a start and an end, use CLV_SURVIVAL.",
  args: [
    ...purchaseColumns,
    choice({
      name: "measure",
      text: '"retention" (share that bought), "customers" (number that bought), "revenue" or "cumulative" (revenue to date per customer).',
      choices: ["retention", "customers", "revenue", "cumulative"],
      otherwise: "retention",
    }),
    calendarPeriod,
    flag({ name: "total", text: "TRUE adds a last row, All." }),
  ],
  columns,
  otherColumns: ([, , , measure]) =>
    unitOfMeasure[(measure || "retention") as keyof typeof unitOfMeasure] ?? "number",
  result: "Table: Cohort, Customers, 0, 1, 2, … (ages in periods)",
  picture: { kind: "shades" },
  example: {
    formula:
      '=CLV_COHORTS({"Ann";"Bo";"Ann";"Cy"}, {"2026-01-05";"2026-01-20";"2026-02-10";"2026-02-28"}, {100;50;70;40})',
    result: [
      ["Cohort", "Customers", 0, 1],
      ["2026-01-01", 2, 1, 0.5],
      ["2026-02-01", 1, 1, ""],
    ],
  },
  source: "First-purchase cohorts",
  run: (customer, date, amount, measure, period, total): ResultTable => {
    const { histories, as_of } = toPurchases(customer, date, amount);
    const found = cohorts(histories, as_of, measure, period);
    const ages = Array.from(found.all.ages.keys(), (name) => ({ name, unit: unitOfMeasure[measure] }));
    return {
      columns: [...columns, ...ages],
      rows: [...found.cohorts, ...(total ? [found.all] : [])].map(({ firstDay, customers, ages: values }) => [
        firstDay === undefined ? "All" : { day: firstDay },
        customers,
        ...values,
      ]),
    };
  },
});
