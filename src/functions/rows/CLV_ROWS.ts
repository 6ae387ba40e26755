import { refusal } from "../../core/refusal";
import { tableFunction } from "../../sheet/tableFunction";
import { readRows, rowsArguments } from "./arguments";
import { columnsOf, unitOfTitle } from "./columns";

export const CLV_ROWS = tableFunction({
  name: "CLV_ROWS",
  summary:
    "A table as people keep it, as clean rows for every other function: dates and amounts read as they are written, refunds taken off, what did not come to money left out.",
  details: [
    "A row of the result is a row of the table; its number stands last, in Row (the first row of the range is 1). The columns that you name say what the table holds. Columns without a header go by number: customer: #1, date: #3; where all do, the table need not have a header.",
    "Orders have a date: customer, date, amount (or quantity and price), order, refund, fee, tax, status, currency, segment, channel give Customer, Date, Amount, Segment, Row.",
    "Subscriptions have a start: customer, start, end, mrr (or term_value), interval, trial_end, term_months, status, currency, segment, channel give Customer, Start, End, MRR, Segment, Row.",
    "Figures have a period: revenue (or revenue_per_customer), customers (at the start; or customers_at_end), lost (or churn), new, gross_margin, segment give Period, Revenue, Customers at start, Lost, New, Gross margin, Row, the oldest first; rows of one period that differ in segment are added up; where the table has a churn rate and nobody lost, Lost holds the rate.",
    "Spend with period, channel, new gives Period, Channel, Spend, New, Row.",
    "One row a customer comes in three kinds. With a tenure: customer (or none), tenure, charge, left, revenue_to_date, segment, channel give Customer, Tenure (in months), Charge (a month), Left (1 or 0), Revenue to date, Segment, Row. With orders, how many there have been: customer, orders, revenue, first, last, currency, segment, channel give Customer, Orders, Revenue, First, Last, Segment, Row. With a frequency, how many orders came after the first: customer (or none), frequency, recency, age, repeat_value, currency, segment, channel give Customer, Frequency, Recency, Age, Repeat value, Segment, Row.",
    "Dates are read in the notation that all cells of a column tell. Where two fit, an error asks, and you say it behind the header: date: Created (d.m.y), or in a third column of columns. Say the same of amounts that all look like 1,234: (1,234.56) or (1.234,56); months without a year: (2026-01); cents; %; recurring revenue (year); a tax (included) or (added).",
    "Left out are blank rows, totals, headings, rows without a customer, a date or an amount, customers without an order, and what did not come to money: failed, cancelled, open, trials, in seven languages. Where no row is paid, as with cash on delivery, open ones count; where some say paid, a state that means neither does not. NULL, None, NaN and n/a are blank. A document marked refunded nets to 0 and is left out, unless a row of its own takes the money back; a refund or credit note is negative. CLV_ROWS_LEFT_OUT says what was left out.",
    "Refunds are taken off whatever their sign, unless most exceed their amounts, which then are net of them already. A fee stays in; tax is taken off where the amount includes it. A customer who stands once for several rows is filled down; an order number of its own makes a row a guest's. ARR and amounts for a quarter, a year or a whole term become monthly; a term of n months without an end ends on its last day; a trial that became paid starts when it was to end.",
  ].join("\n\n"),
  notFor:
    "A table that is clean already does not need this: give its columns to the functions. For a grid of customers × months take CLV_UNPIVOT.",
  args: rowsArguments,
  columns: [],
  otherColumns: (_, title) => unitOfTitle(title),
  result: "Table: columns by what the table holds, the last one Row",
  example: {
    formula:
      '=CLV_ROWS({"Who","Day","Paid";"Ann","31.12.2026","€ 12.50";"Bo","30.12.2026","€ -7.50"}, "customer: Who, date: Day, amount: Paid")',
    result: [
      ["Customer", "Date", "Amount", "Segment", "Row"],
      ["Ann", "2026-12-31", 12.5, "", 2],
      ["Bo", "2026-12-30", -7.5, "", 3],
    ],
  },
  source: "The same rows, read",
  run: (table, columns, as_of) => {
    const { header, rows } = readRows(table, columns, as_of);
    if (rows.length === 0)
      throw refusal("table must hold a row that counts, got none: CLV_ROWS_LEFT_OUT says why");
    return { columns: columnsOf(header), rows };
  },
});
