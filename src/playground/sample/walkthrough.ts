import type { StyleId } from "./styles";

/** One line of the walk-through: a question, and the formula that answers it. */
export interface Step {
  readonly question: string;
  readonly formula: string;
  readonly style: StyleId;
}

/** A table that spills below its heading. */
export interface Table {
  readonly title: string;
  readonly text: string;
  readonly formula: string;
  /** Rows that the result fills, heading included. */
  readonly rows: number;
  readonly columns: readonly StyleId[];
  /** Styles of a row below the heading, counted from 1, where they differ from those of the columns. */
  readonly rowStyles?: Readonly<Record<number, readonly StyleId[]>>;
}

const MONTHLY = "Monthly!B:B, Monthly!C:C, Monthly!E:E";
const ORDERS = "Orders!B:B, Orders!C:C, Orders!D:D";

/** Results of the steps stand in column H; the row is known to the layout. */
export type Cells = (step: number) => string;

/** The steps by section; a later step may refer to an earlier one's result. */
export function sections(result: Cells): { title: string; steps: readonly Step[] }[] {
  return [
    {
      title: "From three numbers you know",
      steps: [
        {
          question:
            "What is a customer worth who pays 34 a month and stays 30 months, at a gross margin of 60%?",
          formula: "=CLV(34, 30, 60%)",
          style: "resultMoney",
        },
        {
          question: "And where 2.5% of the customers leave each month?",
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
      title: "Against what a customer costs",
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
          question: "What may a customer cost at most, to be worth three times that?",
          formula: `=CLV_MAX_CAC(${result(5)})`,
          style: "resultMoney",
        },
      ],
    },
  ];
}

/** The sentence that explains a result in words, below the steps. */
export const EXPLANATION = `=CLV_EXPLAIN("CLV_ROLLING", ${MONTHLY})`;

/** The tables below the steps; each may refer to the cells of the one before. */
export function tables(kpis: (column: string) => string): Table[] {
  const money: StyleId = "money";
  return [
    {
      title: "Orders become monthly figures",
      text: "One row a month out of some 2,500 rows of orders: a customer counts as lost after three months without an order.",
      formula: `=CLV_KPIS(${ORDERS}, "month", 3)`,
      rows: 31,
      columns: ["month", money, "whole", "whole", "whole", "whole", "percent", money],
    },
    {
      title: "Monthly figures become a trend",
      text: "What a customer was worth in each month, by the 12 months before. The ranges are columns of the table above.",
      formula: `=CLV_TREND(${kpis("B")}, ${kpis("C")}, ${kpis("D")}, ${kpis("H")})`,
      rows: 31,
      columns: ["month", money, "percent", "number", money, money, "percent", "percent"],
    },
    {
      title: "Why the value changed within a year",
      text: "The effects of the drivers add up to the change.",
      formula: `=CLV_BRIDGE(Monthly!A:A, ${MONTHLY}, 12, Monthly!F:F)`,
      rows: 6,
      columns: ["text", money, money, money],
      rowStyles: {
        1: ["text", "monthRight", "monthRight", money],
        3: ["text", "number", "number", money],
        4: ["text", "percent", "percent", money],
        5: ["text", "monthRight", "monthRight", money],
      },
    },
    {
      title: "Which driver matters most",
      text: "Each driver moved by 10% down and up, the largest swing first.",
      formula: "=CLV_SENSITIVITY(34, 2.5%, 60%, 57)",
      rows: 5,
      columns: ["text", money, money, money, money, "number"],
    },
    {
      title: "Every customer, the largest first",
      text: "Days, orders and revenue of each customer, ready for sorting, charts and models.",
      formula: `=CLV_CUSTOMERS(${ORDERS})`,
      rows: 351,
      columns: ["text", "date", "date", "whole", money, money, "whole", "number", "number", money],
    },
  ];
}
