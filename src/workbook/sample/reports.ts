import type { Report } from "./reportTable";
import type { StyleId } from "./styles";

export const MONTHLY = "Monthly!B:B, Monthly!C:C, Monthly!E:E";
const ORDERS = "Orders!B:B, Orders!C:C, Orders!D:D";
const SUBSCRIBERS = "Subscribers!B:B, Subscribers!C:C";

/** The last day of the sample, which some rows of subscriptions reach beyond no longer. */
const AS_OF = '"2026-06-30"';

/** What the measures of CLV_PROFILE count, in their order. */
const profileStyles: Readonly<Record<number, readonly StyleId[]>> = Object.fromEntries(
  (
    [
      "text,text,percent,text,whole,whole,whole,whole,money,money,number,date",
      "date,number,whole,whole,whole,text,percent,percent,whole,date,whole,date,text",
    ].flatMap((line) => line.split(",")) as StyleId[]
  ).map((style, index) => [index + 1, ["text", style]]),
);

/** What the measures of CLV_IMPACT count, in their order. */
const impactStyles = [
  ...(["whole", "whole", "money", "money", "money", "money", "money", "money"] as const),
  ...(["money", "percent", "money", "number", "number", "text"] as const),
];

/** The sheets of tables, in the order of their tabs. */
export const reports: readonly Report[] = [
  {
    name: "Trend",
    title: "How value develops",
    bands: [
      [
        {
          title: "Orders become monthly figures",
          text: "CLV_KPIS turns rows of orders into monthly figures. Here, a customer counts as lost after three months without an order.",
          formula: `=CLV_KPIS(${ORDERS}, "month", 3)`,
          column: 0,
          rows: 31,
          isDrawn: true,
        },
        {
          title: "Monthly figures become a trend",
          text: "CLV_TREND shows what a customer was worth in each month, over the 12 months before, from the columns on the left.",
          formula: "=CLV_TREND(A7:A, B7:B, G7:G, H7:H)",
          column: 10,
          rows: 31,
          isDrawn: true,
        },
      ],
    ],
  },
  {
    name: "New customers",
    title: "What does a new customer bring in?",
    widths: { 0: 200, 1: 130, 10: 300 },
    bands: [
      [
        {
          title: "In the first 12, 24 and 36 months",
          text: "CLV_HORIZON adds up what customers brought in at each age, and no pause counts as a loss: compare it with the cost of winning one. A margin of 60% makes it gross profit.",
          formula: `=CLV_HORIZON(${ORDERS}, {12;24;36}, 0%, 60%, "", 60)`,
          column: 0,
          rows: 4,
        },
      ],
      [
        {
          title: "How these customers buy",
          text: "CLV_PROFILE says which value fits: for a shop, CLV_HORIZON.",
          formula: `=CLV_PROFILE(${ORDERS})`,
          column: 0,
          rows: 26,
          rowStyles: profileStyles,
        },
      ],
    ],
  },
  {
    name: "What changed",
    title: "Why is a customer worth more or less than a year ago?",
    widths: { 0: 170, 5: 170 },
    bands: [
      [
        {
          title: "From the value then to the value now",
          text: "CLV_BRIDGE splits the change into the effects of revenue per customer and lifetime. They add up exactly.",
          formula: `=CLV_BRIDGE(Monthly!A:A, ${MONTHLY}, 12, 60%)`,
          column: 0,
          rows: 5,
          isDrawn: true,
          rowStyles: {
            1: ["text", "monthRight", "monthRight", "money"],
            2: ["text", "money", "money", "money"],
            3: ["text", "number", "number", "money"],
            4: ["text", "monthRight", "monthRight", "money"],
          },
        },
      ],
      [
        {
          title: "With each month's own margin, which is a driver then",
          text: "The effects of the drivers add up to the change.",
          formula: `=CLV_BRIDGE(Monthly!A:A, ${MONTHLY}, 12, Monthly!F:F)`,
          column: 0,
          rows: 6,
          rowStyles: {
            1: ["text", "monthRight", "monthRight", "money"],
            3: ["text", "number", "number", "money"],
            4: ["text", "percent", "percent", "money"],
            5: ["text", "monthRight", "monthRight", "money"],
          },
        },
      ],
    ],
  },
  {
    name: "Cohorts",
    title: "Do customers stay, and do newer ones stay longer?",
    widths: Object.fromEntries(Array.from({ length: 40 }, (_, c) => [c, [124, 88][c] ?? 64])),
    bands: [
      [
        {
          title: "Share of each quarter's new customers who buy, by quarters since",
          text: "CLV_COHORTS follows customers who started together. Read down a column: if it rises, newer customers stay better.",
          formula: `=CLV_COHORTS(${ORDERS}, "retention", "quarter")`,
          column: 0,
          rows: 11,
          isDrawn: true,
          byQuarter: true,
          ages: 10,
          age: "share",
          spareColumns: 4,
        },
      ],
      [
        {
          title: "Revenue to date per customer of the cohort",
          text: "What a customer has brought in by that age: compare it with the cost of winning one.",
          formula: `=CLV_COHORTS(${ORDERS}, "cumulative", "quarter")`,
          column: 0,
          rows: 11,
          isDrawn: true,
          byQuarter: true,
          ages: 10,
          age: "money",
          spareColumns: 4,
        },
      ],
      [
        {
          title: "The same share by month",
          text: "The form most reports use. Months are noisy when cohorts are small.",
          formula: `=CLV_COHORTS(${ORDERS})`,
          column: 0,
          rows: 31,
          isDrawn: true,
          ages: 30,
          age: "share",
          spareColumns: 6,
        },
      ],
    ],
  },
  {
    name: "Value by age",
    title: "What does a customer bring in, and when?",
    bands: [
      [
        {
          title: "Added up from the first purchase on, month by month",
          text: "CLV_CURVE: once the value passes the cost of winning a customer, Net of CAC is above 0. Low and High are a 95% interval of the mean.",
          formula: `=CLV_CURVE(${ORDERS}, 60%, 60, Orders!E:E)`,
          column: 0,
          rows: 31,
          ages: 4,
          isDrawn: true,
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
          isDrawn: true,
        },
      ],
      [
        {
          title: "By channel, as of a year before",
          text: "With as_of, later rows are left out: the table as it was on that day.",
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
    widths: { 0: 140, 7: 140, 10: 140 },
    bands: [
      [
        {
          title: "Whom to write to",
          text: "CLV_RFM scores how recently, how often and how much each customer bought, from 1 to 5, and names the segment. Status shows whether the next order is late.",
          formula: `=CLV_RFM(${ORDERS})`,
          column: 0,
          rows: 351,
        },
        {
          title: "Each history in one row",
          text: "CLV_CUSTOMERS gives dates, orders and revenue of each customer, for sorting, charts and models.",
          formula: `=CLV_CUSTOMERS(${ORDERS})`,
          column: 10,
          rows: 351,
        },
      ],
    ],
  },
  {
    name: "Predictions",
    title: "What customers will do in the next twelve months",
    widths: { 0: 200, 1: 120, 2: 120, 11: 130, 14: 110 },
    bands: [
      [
        {
          title: "The model, fitted",
          text: "CLV_FIT finds the model's parameters once, for the functions that predict. Read Warnings first.",
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
          text: "CLV_VALIDATE fits the first two thirds of the time and compares with the last: a model should beat the naive forecast.",
          formula: `=CLV_VALIDATE(${ORDERS})`,
          column: 4,
          rows: 5,
        },
      ],
      [
        {
          title: "Customer by customer, the most valuable first",
          text: "CLV_PREDICT uses the fit above; a margin of 60% makes it gross profit. Standing shows who is worth a call: those who can still be saved, most Value at risk first.",
          formula: `=CLV_PREDICT(${ORDERS}, 12, 10%, 60%, A5:C26)`,
          column: 0,
          rows: 351,
        },
        {
          title: "Actual and expected orders",
          text: "CLV_TRACKING is the chart to draw: the cumulative columns should stay together.",
          formula: `=CLV_TRACKING(${ORDERS}, A5:C26, "month")`,
          column: 14,
          rows: 31,
        },
      ],
    ],
  },
  {
    name: "Movements",
    title: "Subscriptions: who joined, grew, shrank and left",
    bands: [
      [
        {
          title: "Customers and monthly recurring revenue (MRR)",
          text: "CLV_SUBSCRIPTIONS reads subscriptions as billed, with upgrades, pauses and returns.",
          formula: `=CLV_SUBSCRIPTIONS(Subscriptions!A:A, Subscriptions!C:C, Subscriptions!D:D, Subscriptions!E:E, ${AS_OF})`,
          column: 0,
          rows: 31,
          isDrawn: true,
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
          text: "CLV_TENURE: the mean so far is too short while many are still active; the median and the mean within a horizon are not.",
          formula: `=CLV_TENURE(${SUBSCRIBERS}, ${AS_OF}, "month", 24)`,
          column: 0,
          rows: 8,
          rowStyles: { 1: ["text", "whole"], 2: ["text", "whole"], 6: ["text", "percent"] },
        },
        {
          title: "As a curve",
          text: "CLV_SURVIVAL: share who stay longer than a number of months (Kaplan–Meier), with 95% limits.",
          formula: `=CLV_SURVIVAL(${SUBSCRIBERS}, ${AS_OF})`,
          column: 3,
          rows: 180,
          isDrawn: true,
        },
      ],
    ],
  },
  {
    name: "What if",
    title: "What would change the value, and what should you work on?",
    widths: { 0: 200, 1: 160, 2: 420, 5: 640 },
    bands: [
      [
        {
          title: "What to work on first",
          text: "CLV_ADVICE compares each driver with a year ago and with what it should be, and says what 10% better would add.",
          formula: `=CLV_ADVICE(Monthly!A:A, ${MONTHLY}, Monthly!F:F, 'Start here'!H17)`,
          column: 0,
          rows: 5,
        },
      ],
      [
        {
          title: "Scenarios side by side",
          text: "CLV_SCENARIOS: each driver 10% better, then all of them; a range of names and changes makes your own scenarios.",
          formula: "=CLV_SCENARIOS(34, 2.5%, 60%, 'Start here'!H17)",
          column: 0,
          rows: 7,
          isDrawn: true,
        },
      ],
      [
        {
          title: "What it takes to reach 1,000 net of CAC",
          text: "CLV_TARGET: how far each driver would have to move alone, and how far all together.",
          formula: "=CLV_TARGET(1000, 34, 2.5%, 60%, 'Start here'!H17)",
          column: 0,
          rows: 6,
          rowStyles: {
            1: ["text", "money", "money", "percent", "text"],
            2: ["text", "percent", "percent", "percent", "text"],
            3: ["text", "percent", "percent", "percent", "text"],
            4: ["text", "money", "money", "percent", "text"],
            5: ["text", "money", "money", "percent", "text"],
          },
        },
      ],
      [
        {
          title: "Which driver matters most",
          text: "CLV_SENSITIVITY: each driver moved by 10% down and up, the largest swing first.",
          formula: "=CLV_SENSITIVITY(34, 2.5%, 60%, 57)",
          column: 0,
          rows: 5,
        },
      ],
    ],
  },
  {
    name: "Channels",
    title: "Which channel pays back, and when?",
    widths: { 0: 130, 5: 136, 9: 300 },
    bands: [
      [
        {
          title: "What each channel costs and brings in",
          text: "CLV_CHANNELS compares spend with the customers won by each channel. The spend says Search ads, the orders Search: the formula keeps only the first word.",
          formula: `=CLV_CHANNELS(${ORDERS}, Orders!E:E, ARRAYFORMULA(REGEXREPLACE('Acquisition spend'!B2:B, " .*", "")), 'Acquisition spend'!C2:C, 60%)`,
          column: 0,
          rows: 6,
          isDrawn: true,
        },
      ],
      [
        {
          title: "Which channel deserves the credit?",
          text: "CLV_ATTRIBUTION: most customers met several channels before their first order. Each rule splits the credit differently; Markov asks how many would be lost without a channel.",
          formula: "=CLV_ATTRIBUTION(Touches!A:A, Touches!B:B, Touches!C:C)",
          column: 0,
          rows: 5,
        },
      ],
    ],
  },
  {
    name: "Programme",
    title: "Did the loyalty card work?",
    widths: { 0: 320, 1: 110 },
    bands: [
      [
        {
          title: "Customers with a card against similar customers without",
          text: "CLV_IMPACT compares the six months before and after the first day of 2026. Cards were given at random, and the sample has 35% more orders for them: like with like finds that, within its limits.",
          formula: `=CLV_IMPACT(${ORDERS}, 'Loyalty card'!A:A, "2026-01-01", 6, 300, 60%)`,
          column: 0,
          rows: 15,
          rowStyles: Object.fromEntries(
            impactStyles.map((style, index) => [index + 1, ["text", style, style, style]]),
          ),
        },
      ],
    ],
  },
  {
    name: "Forecast",
    title: "What will the next twelve months bring?",
    widths: { 1: 130, 2: 130, 3: 130, 7: 420 },
    bands: [
      [
        {
          title: "Gross profit by month",
          text: "CLV_FORECAST: from today's customers, and from new ones if as many come as in the last year. Low and High are each month's 90% range.",
          formula: `=CLV_FORECAST(${ORDERS}, 12, , 60%)`,
          column: 0,
          rows: 13,
          isDrawn: true,
        },
      ],
    ],
  },
  {
    name: "Health",
    title: "Which subscribers are about to leave?",
    widths: { 0: 200, 1: 150, 4: 120, 7: 100 },
    bands: [
      [
        {
          title: "How well usage predicts who left",
          text: "CLV_HEALTH_FIT: above 0, more of the metric means leaving; below 0, staying. An AUC cross-validated of 50% is chance.",
          formula: "=CLV_HEALTH_FIT(Usage!B:E, Usage!F:F)",
          column: 0,
          rows: 16,
          rowStyles: { 2: ["text", "whole", "text"], 3: ["text", "whole", "text"] },
        },
        {
          title: "Current customers, worst first",
          text: "CLV_HEALTH with that fit; CLV_TAKE keeps only current subscribers, listed by CLV_ACCOUNTS.",
          formula:
            "=CLV_TAKE(CLV_HEALTH(Usage!A:A, Usage!B:E, A5:C20), , , , , CLV_ACCOUNTS(Subscriptions!A:A, Subscriptions!C:C, Subscriptions!D:D, Subscriptions!E:E))",
          column: 4,
          rows: 104,
        },
      ],
    ],
  },
  {
    name: "Data check",
    title: "Can you use the data as they are?",
    widths: { 0: 300, 1: 80, 2: 90, 3: 620 },
    bands: [
      [
        {
          title: "The orders",
          text: "With your own data, CLV_CHECK comes first: it counts what is blank, unreadable, duplicated or odd, and says where.",
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
          title: "Rows from the grid",
          text: "CLV_UNPIVOT turns Customers by month into rows for the other functions.",
          formula: "=CLV_UNPIVOT('Customers by month'!A:AE)",
          column: 0,
          rows: 2300,
        },
        {
          title: "And figures from the rows",
          text: "Any function that reads rows can follow: here, one line per quarter.",
          formula: '=CLV_KPIS(A6:A, B6:B, C6:C, "quarter")',
          column: 4,
          rows: 11,
          byQuarter: true,
        },
      ],
    ],
  },
];
