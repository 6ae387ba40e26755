import { dialectNames } from "../../core/sql/dialect";
import { asked, sql } from "../../core/sql/query";
import { choice, date as day, words } from "../../sheet/argument";
import { tableFunction } from "../../sheet/tableFunction";
import { fitIfAny, orderValuesIn } from "../predictions/fitBlock";

const columnOf = (name: string, text: string) => words({ name, text });

export const CLV_SQL = tableFunction({
  name: "CLV_SQL",
  summary:
    "Writes a query that computes in BigQuery or DuckDB what other functions compute from rows, for orders too many for a sheet.",
  details: [
    "When to use it: above about 200,000 orders, formulas run into the 30 seconds that Sheets allows, and a spreadsheet holds 10 million cells. If you have more, or want orders to stay where they are, the warehouse sums them up and the sheet gets the sums.",
    "From a warehouse table to a fitted model, step by step:",
    '1. Enter =CLV_SQL("histories", "my-project.sales.orders", "customer_id", "ordered_at", "order_value") in a cell and copy the text it gives.',
    "2. Choose Data › Data connectors › Connect to BigQuery, your project, then Custom query; paste the text and connect.",
    "3. Extract the whole result to columns A to D of a new tab.",
    '4. Do the same with "spend", into F to H of that tab.',
    "5. =CLV_FIT_HISTORIES(VSTACK(A2:A, F2:F), VSTACK(B2:B, E2:E), VSTACK(C2:C, E2:E), VSTACK(E2:E, G2:G), VSTACK(D2:D, H2:H)) fits the model; the empty column E fills in what a row does not have.",
    '6. With that table in J1:L22, =CLV_SQL("score", "my-project.sales.orders", "customer_id", "ordered_at", "order_value", , , J1:L22) is a query that values every customer where the orders are. Connect it to Sheets, or save it as a view.',
    '"histories" gives frequency, recency, age and customers: each distinct history once, with the number of customers who have it. Times are in weeks, rounded to the nearest: five million orders made 69,000 rows, with parameters within 0.7% of those of the 518,000 rows of "histories by day", which does not round. "spend" gives frequency, repeat_value (the mean order after the first, to the cent) and customers. "kpis" is CLV_KPIS by month with the usual pause, "customers" CLV_CUSTOMERS, "rfm" CLV_RFM in fifths; their columns have the same names, in small letters. "cohorts" is CLV_COHORTS by month with a row for each cohort and age: cohort, customers, age, active, revenue. "score" needs a fit and gives customer, p_alive, expected_orders, expected_order_value and predicted_clv for the next 12 months, discounted by 10% a year, as CLV_PREDICT does.',
    "A row of the table is an order, part of one, or a refund with a negative amount. All rows of a customer's day are one purchase; a refund on a later day is subtracted from the latest purchase before it. A customer is lost after the usual pause of the data. Rows without a customer, a date or an amount do not count, and nothing says how many there are. The date may be a date, a timestamp (its UTC day counts) or ISO text. Make a view first if days follow another time zone, orders were cancelled, or there are several currencies. An amount that is not a number stops the query.",
    "Names are quoted for you: give them without backticks or quotes. In BigQuery, dots in a table separate project, data set and table, and dots in a column lead to a field inside it; in DuckDB, a table may be a file. The text is one plain SELECT that changes nothing. Customers come with the highest value first; for tens of millions of them, delete the last line, which sorts.",
  ].join("\n\n"),
  notFor:
    "If the orders fit in a sheet, use the functions themselves: they say which cell cannot be read, and what to do.",
  args: [
    choice({
      name: "what",
      text: '"histories", "histories by day", "spend", "kpis", "customers", "rfm", "cohorts" or "score".',
      choices: asked,
    }),
    columnOf("table", "Table in the warehouse, such as project.dataset.orders."),
    columnOf("customer", "Its column with the customer."),
    columnOf("date", "Its column with the date."),
    columnOf("amount", "Its column with the revenue; refunds are negative."),
    choice({
      name: "dialect",
      text: '"bigquery" or "duckdb".',
      choices: dialectNames,
      otherwise: "bigquery",
    }),
    day({
      name: "as_of",
      text: "Last day that counts.",
      optional: true,
      whenLeftOut: "the latest in the table",
    }),
    fitIfAny,
  ],
  unit: "text",
  result: "A query, as text",
  example: {
    formula: '=CLV_SQL("histories", "my-project.sales.orders", "customer_id", "ordered_at", "order_value")',
    result: [
      "WITH",
      "orders AS (",
      "  SELECT customer, day, amount",
      "  FROM (",
      "    SELECT",
      "      TRIM(CAST(`customer_id` AS STRING)) AS customer,",
      "      CAST(SUBSTR(CAST(`ordered_at` AS STRING), 1, 10) AS DATE) AS day,",
      "      CAST(`order_value` AS FLOAT64) AS amount",
      "    FROM `my-project`.`sales`.`orders`",
    ].join("\n"),
  },
  source:
    "Histories as in P. Fader, B. Hardie, K. Lee (2005), Marketing Science 24(2); sums over points as in L. Trefethen, J. Weideman (2014), SIAM Review 56",
  run: (what, table, customer, date, amount, dialect, as_of, fit) =>
    sql({
      what,
      names: { table, customer, date, amount },
      dialect,
      as_of,
      scoring: what === "score" && fit ? { fit, repeatValue: orderValuesIn(fit).repeat } : undefined,
    }),
});
