import { expect, jest, test } from "@jest/globals";
import { modelNames } from "../../../src/core/models/models";
import { asked } from "../../../src/core/sql/query";
import { asDuckdb, complaintsOfBigquery } from "../../support/bigquery";
import { ask, ordersTable } from "../../support/warehouse";

// The parser of BigQuery takes its time to start on a busy machine.
jest.setTimeout(60_000);

/** All statements, those that need a fit for each model. */
const statements = asked.flatMap((what) =>
  (what === "score" ? modelNames : modelNames.slice(0, 1)).flatMap((model) =>
    [undefined, 20_500].map((as_of) => {
      const fit = { model, period: "week", params: [0.55, 10.6, 0.6, 11.7], spend: [6, 4, 15] } as const;
      const table = { ...ordersTable, table: "my-shop.sales.orders" };
      const more = { dialect: "bigquery", names: table, as_of, scoring: { fit, repeatValue: 1 } } as const;
      return { what, text: ask(what, more) };
    }),
  ),
);

test.each(statements)("a parser that knows BigQuery reads $what as one statement", async ({ text }) => {
  expect(await complaintsOfBigquery(text)).toEqual([]);
  expect(await asDuckdb(text)).toMatch(/^WITH orders AS/);
});

test("the parser says what is wrong with a statement", async () => {
  expect(await complaintsOfBigquery("SELECT a FROM b WHERE (")).not.toEqual([]);
});

// https://cloud.google.com/bigquery/docs/reference/standard-sql/functions-all
const functions =
  "ABS ATANH AVG CAST CEIL COALESCE COUNT DATE_ADD DATE_DIFF EXP FLOOR GENERATE_ARRAY GREATEST LAG LEAD LEAST LN MAX MIN RANK ROUND ROW_NUMBER SQRT SUBSTR SUM TANH TRIM UNNEST".split(
    " ",
  );
const operators =
  "AND AS BETWEEN BY CASE ELSE FROM INTERVAL IN JOIN OR OVER SELECT THEN USING WHEN WHERE".split(" ");

test("statements call nothing that is not in BigQuery's reference", () => {
  const called = statements.flatMap(({ text }) => text.match(/\b[A-Za-z_]+(?= ?\()/g) ?? []);
  expect([...new Set(called)].filter((name) => ![...functions, ...operators].includes(name))).toEqual([]);
});

// https://cloud.google.com/bigquery/docs/reference/standard-sql/lexical#reserved_keywords
const reserved =
  "ALL AND ANY ARRAY AS ASC ASSERT_ROWS_MODIFIED AT BETWEEN BY CASE CAST COLLATE CONTAINS CREATE CROSS CUBE CURRENT DEFAULT DEFINE DESC DISTINCT ELSE END ENUM ESCAPE EXCEPT EXCLUDE EXISTS EXTRACT FALSE FETCH FOLLOWING FOR FROM FULL GROUP GROUPING GROUPS HASH HAVING IF IGNORE IN INNER INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT LOOKUP MERGE NATURAL NEW NO NOT NULL NULLS OF ON OR ORDER OUTER OVER PARTITION PRECEDING PROTO QUALIFY RANGE RECURSIVE RESPECT RIGHT ROLLUP ROWS SELECT SET SOME STRUCT TABLESAMPLE THEN TO TREAT TRUE UNBOUNDED UNION UNNEST USING WHEN WHERE WINDOW WITH WITHIN".split(
    " ",
  );

test("no name of a statement is a word that BigQuery keeps for itself", () => {
  const names = statements.flatMap(({ text }) => [
    ...(text.match(/\b[a-z][a-z_0-9]*(?= AS \()/g) ?? []),
    ...Array.from(text.matchAll(/ AS ([a-z_]+)/g), ([, name]) => name!),
  ]);
  expect(names).toContain("customers");
  expect([...new Set(names)].filter((name) => reserved.includes(name.toUpperCase()))).toEqual([]);
});
