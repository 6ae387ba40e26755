import { MONTHLY } from "./reports";
import type { StyleId } from "./styles";

/** One line of the walk-through: a question, and the formula that answers it. */
export interface Step {
  readonly question: string;
  readonly formula: string;
  readonly style: StyleId;
  /** The sheet that shows the whole table. */
  readonly sheet?: string;
}

/** Results of the steps stand in column H; the row is known to the layout. */
export type Cells = (step: number) => string;

/** The steps by section; a later step may refer to an earlier one's result. */
export function sections(result: Cells): { title: string; steps: readonly Step[] }[] {
  return [
    {
      title: "From three numbers you know",
      steps: [
        {
          question: "What is a customer worth who pays 34 a month for 30 months, at a gross margin of 60%?",
          formula: "=CLV(34, 30, 60%)",
          style: "resultMoney",
        },
        {
          question: "And if 2.5% of customers leave each month?",
          formula: "=CLV_FROM_CHURN(34, 2.5%, 60%)",
          style: "resultMoney",
        },
        {
          question: "How many months does a customer stay then?",
          formula: "=CLV_LIFETIME(2.5%)",
          style: "resultNumber",
        },
      ],
    },
    {
      title: "From your monthly figures",
      steps: [
        {
          question: "What is a customer worth now, by the latest 12 months?",
          formula: `=CLV_ROLLING(${MONTHLY})`,
          style: "resultMoney",
        },
        {
          question: "The same in gross profit, with each month's own margin?",
          formula: `=CLV_ROLLING(${MONTHLY}, 12, Monthly!F:F)`,
          style: "resultMoney",
        },
        {
          question: "What share of the customers left in June 2026?",
          formula: "=CLV_CHURN_RATE(Monthly!E31, Monthly!C31)",
          style: "resultPercent",
        },
      ],
    },
    {
      title: "Compared with what a customer costs",
      steps: [
        {
          question: "What does it cost to win a customer?",
          formula: "=CLV_CAC('Acquisition spend'!C:C, 'Acquisition spend'!D:D)",
          style: "resultMoney",
        },
        {
          question: "How many times over does a customer pay that back?",
          formula: `=CLV_CAC_RATIO(${result(5)}, ${result(7)})`,
          style: "resultNumber",
        },
        {
          question: "After how many months is it earned back?",
          formula: `=CLV_PAYBACK(${result(7)}, 34, 60%, ${result(6)})`,
          style: "resultNumber",
        },
        {
          question: "What is the most a customer may cost, to be worth three times that?",
          formula: `=CLV_MAX_CAC(${result(5)})`,
          style: "resultMoney",
        },
      ],
    },
    {
      title: "From rows of orders: a table for each question, on a sheet of its own",
      steps: [
        {
          question: "Can you use the rows as they are? CLV_CHECK comes first.\nErrors it found:",
          formula: "=COUNTIF('Data check'!C:C, \"error\")",
          style: "resultWhole",
          sheet: "Data check",
        },
        {
          question:
            "What does a new customer bring in? CLV_HORIZON; CLV_PROFILE says whether it fits.\nGross profit in 24 months:",
          formula: "='New customers'!B7",
          style: "resultMoney",
          sheet: "New customers",
        },
        {
          question:
            "Where is the business heading? CLV_KPIS, then CLV_TREND.\nRevenue ÷ churn in June 2026, counting each pause as a loss:",
          formula: "=INDEX(Trend!O7:O36, 30)",
          style: "resultMoney",
          sheet: "Trend",
        },
        {
          question: "Why is it more or less than a year ago? CLV_BRIDGE.\nWhat longer lifetimes added:",
          formula: "='What changed'!D9",
          style: "resultMoney",
          sheet: "What changed",
        },
        {
          question: "Do customers stay? CLV_COHORTS.\nShare of early 2024 customers who bought a year later:",
          formula: "=Cohorts!G6",
          style: "resultPercent",
          sheet: "Cohorts",
        },
        {
          question: "What does a customer bring in, and when? CLV_CURVE.\nGross profit after a year:",
          formula: "=VLOOKUP(12, 'Value by age'!A7:C, 3)",
          style: "resultMoney",
          sheet: "Value by age",
        },
        {
          question: "Which channel, country or plan pays? CLV_SEGMENTS.\nThe most valuable:",
          formula: "=Segments!A7",
          style: "resultText",
          sheet: "Segments",
        },
        {
          question: "Whom to thank, whom to win back? CLV_RFM.\nCustomers who are Champions:",
          formula: '=COUNTIF(Customers!H:H, "Champions")',
          style: "resultWhole",
          sheet: "Customers",
        },
        {
          question:
            "What will each customer bring in? CLV_FIT, then CLV_PREDICT.\nTotal gross profit in the next year:",
          formula: "=SUM(Predictions!G39:G402)",
          style: "resultMoney",
          sheet: "Predictions",
        },
        {
          question: "A grid of customers × months instead of rows? CLV_UNPIVOT.\nRows it makes:",
          formula: "=COUNT(Unpivot!C:C)",
          style: "resultWhole",
          sheet: "Unpivot",
        },
      ],
    },
    {
      title: "What to do next",
      steps: [
        {
          question:
            "What to work on first? CLV_ADVICE, CLV_SCENARIOS, CLV_TARGET.\nThe driver that moves value most:",
          formula: "='What if'!B6",
          style: "resultText",
          sheet: "What if",
        },
        {
          question:
            "Which channel pays back, and when? CLV_CHANNELS; CLV_ATTRIBUTION shares the credit.\nFirst:",
          formula: "=Channels!A7",
          style: "resultText",
          sheet: "Channels",
        },
        {
          question: "Did the programme work? CLV_IMPACT.\nRevenue that the loyalty card added per customer:",
          formula: '=VLOOKUP("Effect per customer, like with like", Programme!A6:B, 2, FALSE)',
          style: "resultMoney",
          sheet: "Programme",
        },
        {
          question: "What will the next year bring? CLV_FORECAST.\nGross profit:",
          formula: "=SUM(Forecast!E7:E18)",
          style: "resultMoney",
          sheet: "Forecast",
        },
        {
          question:
            "Who is about to leave? CLV_HEALTH_FIT, then CLV_HEALTH.\nHow often usage picks the leaver out of two:",
          formula: '=VLOOKUP("AUC cross-validated", Health!A6:B, 2, FALSE)',
          style: "resultPercent",
          sheet: "Health",
        },
      ],
    },
    {
      title: "From subscriptions",
      steps: [
        {
          question: "Who joined, grew, shrank and left? CLV_SUBSCRIPTIONS.\nNRR of June 2026:",
          formula: "=INDEX(Movements!P7:P36, 30)",
          style: "resultPercent",
          sheet: "Movements",
        },
        {
          question: "How long do customers stay? CLV_TENURE.\nMonths until half have left:",
          formula: "=Lifetimes!B10",
          style: "resultNumber",
          sheet: "Lifetimes",
        },
        {
          question: "What share stay longer than a given time? CLV_SURVIVAL.\nLonger than a year:",
          formula: "=VLOOKUP(12, Lifetimes!D7:H, 5)",
          style: "resultPercent",
          sheet: "Lifetimes",
        },
      ],
    },
  ];
}

/** The sentence that explains a result in words, below the steps. */
export const EXPLANATION = `=CLV_EXPLAIN("CLV_ROLLING", ${MONTHLY})`;
