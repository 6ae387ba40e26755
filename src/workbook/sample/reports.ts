import { functions } from "../../functions";
import type { Unit } from "../../sheet/unit";
import type { StyleId } from "./styles";

/** A table that spills from one formula, below its heading, its purpose and the formula as text. */
export interface ReportTable {
  readonly title: string;
  /** When to use it. */
  readonly text: string;
  readonly formula: string;
  /** Where its first column stands, from 0. */
  readonly column: number;
  /** Columns that the data decide: how many, and their style. */
  readonly ages?: number;
  readonly age?: StyleId;
  /** Columns formatted beyond those of the result, for it to grow. */
  readonly spareColumns?: number;
  /** Rows that the result fills, heading included. */
  readonly rows: number;
  /** Styles of a row below the heading, counted from 1, where they differ from those of the columns. */
  readonly rowStyles?: Readonly<Record<number, readonly StyleId[]>>;
}

/** A sheet of tables: those of a band stand side by side, bands below each other. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly bands: readonly (readonly ReportTable[])[];
  /** Pixels by column; others have the width that fits their style. */
  readonly widths?: Readonly<Record<number, number>>;
}

export const MONTHLY = "Monthly!B:B, Monthly!C:C, Monthly!E:E";
export const ORDERS = "Orders!B:B, Orders!C:C, Orders!D:D";
const SUBSCRIBERS = "Subscribers!B:B, Subscribers!C:C";

/** The last day of the sample, which some rows of subscriptions reach beyond no longer. */
const AS_OF = '"2026-06-30"';

/** The style of a column by what it counts. */
const styleOf: Readonly<Record<Unit, StyleId>> = {
  money: "money",
  share: "percent",
  count: "whole",
  periods: "number",
  ratio: "money",
  number: "money",
  parameter: "parameter",
  date: "date",
  period: "month",
  text: "text",
};

/** The styles of a table's columns, from the function that its formula calls. */
export function columnStyles({ formula, ages = 0, age = "money" }: ReportTable): readonly StyleId[] {
  const called = /^=(\w+)\(/.exec(formula)![1];
  const { columns } = functions.find(({ name }) => name === called)!;
  return [
    ...columns!.map(({ unit }) => (unit === "by row" ? "parameter" : styleOf[unit])),
    ...Array<StyleId>(ages).fill(age),
  ];
}

/** The sheets of tables, in the order of their tabs. */
export const reports: readonly Report[] = [
  {
    name: "Trend",
    title: "How value develops",
    bands: [
      [
        {
          title: "Orders become monthly figures",
          text: "CLV_KPIS is the way from rows of orders to a value. A customer counts as lost here after three months without an order.",
          formula: `=CLV_KPIS(${ORDERS}, "month", 3)`,
          column: 0,
          rows: 31,
        },
        {
          title: "Monthly figures become a trend",
          text: "CLV_TREND shows what a customer was worth in each month, by the 12 months before, out of the columns on the left.",
          formula: "=CLV_TREND(A6:A, B6:B, G6:G, H6:H)",
          column: 10,
          rows: 31,
        },
      ],
    ],
  },
  {
    name: "Cohorts",
    title: "Do customers stay, and do newer ones stay longer?",
    widths: Object.fromEntries(Array.from({ length: 40 }, (_, c) => [c, c < 2 ? 88 : 64])),
    bands: [
      [
        {
          title: "Share of each quarter's new customers who buy, by quarters since",
          text: "CLV_COHORTS follows those who came together. Read down a column: does it rise, newer customers stay better.",
          formula: `=CLV_COHORTS(${ORDERS}, "retention", "quarter")`,
          column: 0,
          rows: 11,
          ages: 10,
          age: "share",
          spareColumns: 4,
        },
      ],
      [
        {
          title: "Revenue to date per customer of the cohort",
          text: "What a customer has brought by that age: compare it with the cost of winning one.",
          formula: `=CLV_COHORTS(${ORDERS}, "cumulative", "quarter")`,
          column: 0,
          rows: 11,
          ages: 10,
          age: "money",
          spareColumns: 4,
        },
      ],
      [
        {
          title: "The same share by month",
          text: "The form that most reports use. Months are noisy where cohorts are small.",
          formula: `=CLV_COHORTS(${ORDERS})`,
          column: 0,
          rows: 31,
          ages: 30,
          age: "share",
          spareColumns: 6,
        },
      ],
    ],
  },
  {
    name: "Segments",
    title: "Which customers are worth most?",
    widths: { 0: 120, 10: 150 },
    bands: [
      [
        {
          title: "By channel",
          text: "CLV_SEGMENTS compares channels, countries or plans: any column of the orders. A margin of 60% makes CLV gross profit.",
          formula: `=CLV_SEGMENTS(${ORDERS}, Orders!E:E, 60%)`,
          column: 0,
          rows: 6,
        },
      ],
      [
        {
          title: "By channel, as it stood a year before",
          text: "Given a day, the later rows are left out: the past state computed again.",
          formula: `=CLV_SEGMENTS(${ORDERS}, Orders!E:E, 60%, 3, "2025-06-30")`,
          column: 0,
          rows: 6,
        },
      ],
    ],
  },
  {
    name: "Customers",
    title: "Customer by customer",
    widths: { 0: 140, 7: 140, 9: 140 },
    bands: [
      [
        {
          title: "Whom to write to",
          text: "CLV_RFM scores how recently, how often and how much each customer bought, from 1 to 5, and names the segment.",
          formula: `=CLV_RFM(${ORDERS})`,
          column: 0,
          rows: 351,
        },
        {
          title: "Each history in one row",
          text: "CLV_CUSTOMERS gives dates, orders and revenue of each customer, for sorting, charts and models.",
          formula: `=CLV_CUSTOMERS(${ORDERS})`,
          column: 9,
          rows: 351,
        },
      ],
    ],
  },
  {
    name: "Predictions",
    title: "What customers will do in the next twelve months",
    widths: { 0: 200, 1: 120, 2: 120, 12: 110 },
    bands: [
      [
        {
          title: "The model, fitted",
          text: "CLV_FIT finds the model's parameters once, in cells, for the functions that predict. Read Warnings first.",
          formula: `=CLV_FIT(${ORDERS})`,
          column: 0,
          rows: 22,
          rowStyles: {
            3: ["text", "whole", "text"],
            4: ["text", "whole", "text"],
            5: ["text", "date", "text"],
            6: ["text", "date", "text"],
          },
        },
        {
          title: "Would it have been right?",
          text: "CLV_VALIDATE fits to the first two thirds of the time and compares with the last: a model should beat the naive forecast.",
          formula: `=CLV_VALIDATE(${ORDERS})`,
          column: 4,
          rows: 5,
        },
      ],
      [
        {
          title: "Customer by customer, the most valuable first",
          text: "CLV_PREDICT takes the fit above; a margin of 60% makes it gross profit. Value at risk tells who is worth a retention budget.",
          formula: `=CLV_PREDICT(${ORDERS}, 12, 10%, 60%, A5:C26)`,
          column: 0,
          rows: 351,
        },
        {
          title: "Orders as they were and as expected",
          text: "CLV_TRACKING is the chart to draw: the cumulative columns should run together.",
          formula: `=CLV_TRACKING(${ORDERS}, A5:C26, "month")`,
          column: 12,
          rows: 31,
        },
      ],
    ],
  },
  {
    name: "Movements",
    title: "Subscriptions: who came, grew, shrank and left",
    bands: [
      [
        {
          title: "Customers and monthly recurring revenue (MRR)",
          text: "CLV_SUBSCRIPTIONS takes subscriptions as billed: upgrades, pauses and returns included.",
          formula: `=CLV_SUBSCRIPTIONS(Subscriptions!A:A, Subscriptions!C:C, Subscriptions!D:D, Subscriptions!E:E, ${AS_OF})`,
          column: 0,
          rows: 31,
        },
      ],
    ],
  },
  {
    name: "Lifetimes",
    title: "How long subscribers stay",
    widths: { 0: 230, 1: 150 },
    bands: [
      [
        {
          title: "In figures",
          text: "CLV_TENURE: the mean so far is too short while many still run; the median and the mean within a horizon are not.",
          formula: `=CLV_TENURE(${SUBSCRIBERS}, ${AS_OF}, "month", 24)`,
          column: 0,
          rows: 8,
          rowStyles: { 1: ["text", "whole"], 2: ["text", "whole"], 6: ["text", "percent"] },
        },
        {
          title: "As a curve",
          text: "CLV_SURVIVAL: which share stays longer than a time in months, by Kaplan and Meier, with 95% limits.",
          formula: `=CLV_SURVIVAL(${SUBSCRIBERS}, ${AS_OF})`,
          column: 3,
          rows: 180,
        },
      ],
    ],
  },
  {
    name: "Data check",
    title: "Can the data be used as they are?",
    widths: { 0: 300, 1: 80, 2: 90, 3: 620 },
    bands: [
      [
        {
          title: "The orders",
          text: "CLV_CHECK comes first with data of your own: it counts what is blank, unreadable, doubled or odd, says where, and never fails.",
          formula: `=CLV_CHECK(${ORDERS})`,
          column: 0,
          rows: 24,
        },
      ],
    ],
  },
  {
    name: "Unpivot",
    title: "A grid of customers × months as rows",
    widths: { 0: 150 },
    bands: [
      [
        {
          title: "Rows out of the grid",
          text: "CLV_UNPIVOT makes rows, which the other functions take, out of Customers by month.",
          formula: "=CLV_UNPIVOT('Customers by month'!A:AE)",
          column: 0,
          rows: 2300,
        },
        {
          title: "And figures out of the rows",
          text: "Any function of rows can follow: here one line for each quarter.",
          formula: '=CLV_KPIS(A6:A, B6:B, C6:C, "quarter")',
          column: 4,
          rows: 11,
        },
      ],
    ],
  },
];
