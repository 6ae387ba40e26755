import { refusal } from "../../core/refusal";
import { tableFunction } from "../../sheet/tableFunction";
import { readRows, rowsArguments } from "./arguments";
import { columnsOf, unitOfTitle } from "./columns";

export const CLV_ROWS = tableFunction({
  name: "CLV_ROWS",
  summary:
    "Turns a table as people keep it into clean rows for every other function: reads dates and amounts as they are written, subtracts refunds, and leaves out what brought no money.",
  details: [
    "Each row of the result is a row of the table; its number comes last, in Row (the first row of the range is 1). The columns you name show what the table holds. Name columns without a header by number: customer: #1, date: #3; if you do so for all, the table needs no header.",
    "Orders have a date: customer, date, amount (or quantity and price), order, refund, fee, tax, status, currency, segment, channel give Customer, Date, Amount, Segment, Row.",
    "Subscriptions have a start: customer, start, end, mrr (or term_value), interval, trial_end, term_months, status, currency, segment, channel give Customer, Start, End, MRR, Segment, Row.",
    "Figures have a period: revenue (or revenue_per_customer), customers (at the start; or customers_at_end), lost (or churn), new, gross_margin, segment give Period, Revenue, Customers at start, Lost, New, Gross margin, Row, oldest first. Rows of one period with different segments are added up. If the table has a churn rate but no customers lost, Lost holds the rate.",
    "Spend with period, channel, new gives Period, Channel, Spend, New, Row.",
    "One row per customer comes in three kinds. With a tenure: customer (or none), tenure, charge, left, revenue_to_date, segment, channel give Customer, Tenure (in months), Charge (a month), Left (1 or 0), Revenue to date, Segment, Row. With orders, the number placed so far: customer, orders, revenue, first, last, currency, segment, channel give Customer, Orders, Revenue, First, Last, Segment, Row. With a frequency, the number of orders after the first: customer (or none), frequency, recency, age, repeat_value, customers (how many share a row), currency, segment, channel give Customer, Frequency, Recency, Age, Repeat value, Segment, Row, Customers (1 where no column counts them).",
    "Dates are read in the notation that all cells of a column share. If two fit, an error asks you to choose: add it after the header, date: Created (d.m.y), or in a third column of columns. Do the same for amounts that all look like 1,234: (1,234.56) or (1.234,56); months without a year: (2026-01); cents; %; recurring revenue, of orders too (year); a tax (included) or (added).",
    "Left out are blank rows, totals, headings, rows without a customer, a date or an amount, customers without an order, and orders that brought no money: failed, cancelled, open, trials, in seven languages. If no row is paid, as with cash on delivery, open ones count; if some are, a status that means neither does not. Amounts of what was paid (Amount paid) say more than the status once some states hold none of it: late payments count then, missed ones do not. A status may be yes or no below Active or Churned; a subscription that is over but has no end is left out. A month without MRR is one in which nothing was paid. NULL, None, NaN and n/a are blank. A document marked refunded nets to 0 and is left out, unless a separate row takes the money back; a refund or credit note is negative. CLV_ROWS_LEFT_OUT lists what was left out.",
    "Refunds are subtracted whatever their sign, unless most exceed their amounts, which are then net of them already. A fee stays in; tax is subtracted if the amount includes it. A customer named once for several rows is filled down; a row with its own order number but no customer is a guest's. ARR and amounts for a quarter, a year or a whole term become monthly; a term of n months without an end ends on its last day; a trial that became paid starts when it was due to end.",
  ].join("\n\n"),
  notFor:
    "A clean table does not need this: pass its columns straight to the functions. For a grid of customers × months, use CLV_UNPIVOT.",
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
      throw refusal("table must have a row that counts, got none: CLV_ROWS_LEFT_OUT says why");
    return { columns: columnsOf(header), rows };
  },
});
