import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, expect, jest, test } from "@jest/globals";
import { call, readable } from "../support/call";
import { openDuckdb, rowsOf } from "../support/duckdb";
import { createManyOrders } from "../support/manyOrders";

jest.setTimeout(240_000);

const wanted = 1_000_000;
const columns = ["customer", "ordered_at", "total"];
/** Rows of the part that is fitted. */
const fitted = 250_000;
const millisecondsPerDay = 86_400_000;

const sheet = {
  customer: [] as unknown[][],
  date: [] as unknown[][],
  amount: [] as unknown[][],
};
let database: DuckDBConnection;

beforeAll(async () => {
  database = await openDuckdb();
  await createManyOrders(database, wanted, (customer, day, amount) => {
    sheet.customer.push([customer]);
    sheet.date.push([new Date(day * millisecondsPerDay)]);
    sheet.amount.push([amount]);
  });
});

const ofRows = (name: string, ...more: unknown[]) =>
  call(name, sheet.customer, sheet.date, sheet.amount, ...more) as unknown[][];
const inTable = async (table: string, what: string, ...more: unknown[]) =>
  (await rowsOf(database, call("CLV_SQL", what, table, ...columns, "duckdb", ...more) as string)).rows;
const known = (row: readonly unknown[]) => row.map((cell) => (cell === "" ? undefined : cell));
const below = (table: unknown[][]) => (readable(table as never) as unknown[][]).slice(1).map(known);

/** How many different histories the million orders are. */
const kinds = async (what: string) => {
  const statement = call("CLV_SQL", what, "orders", ...columns, "duckdb") as string;
  return Number((await rowsOf(database, `SELECT COUNT(*) FROM (${statement})`)).rows[0]![0]);
};

test("histories by week are fewer than half of those by day", async () => {
  expect(await kinds("histories")).toBeLessThan((await kinds("histories by day")) / 2);
});

const columnAt = (rows: readonly unknown[][], at: number) => rows.map((row) => [row[at]]);

/** The largest relative difference of two lists of numbers. */
const farthest = (own: readonly number[], others: readonly number[]) =>
  own.reduce((worst, value, k) => Math.max(worst, Math.abs(value / others[k]! - 1)), 0);

const parameters = ["r", "alpha", "a", "b"];
const paramsOf = (fit: unknown[][]) =>
  parameters.map((name) => fit.find(([item]) => item === name)![1] as number);
const fitOf = (histories: readonly unknown[][]) =>
  call(
    "CLV_FIT_HISTORIES",
    ...[0, 1, 2].map((at) => columnAt(histories, at)),
    "",
    columnAt(histories, 3),
    "mbg/nbd",
  ) as unknown[][];

test("kpis of a million orders in the database are the table of CLV_KPIS, to the last digit", async () => {
  expect(sheet.amount.length).toBeGreaterThanOrEqual(wanted);
  expect(await inTable("orders", "kpis")).toEqual(below(ofRows("CLV_KPIS")));
});

test("cohorts in the database hold the revenue of CLV_COHORTS by age, to the last digit", async () => {
  const revenue = below(ofRows("CLV_COHORTS", "revenue")).flatMap(([cohort, customers, ...ages]) =>
    ages.flatMap((own, age) => (own === undefined && age > 0 ? [] : [[cohort, customers, age, own]])),
  );
  const rows = await inTable("orders", "cohorts");
  expect(rows.map(([cohort, customers, age, , own]) => [cohort, customers, age, own])).toEqual(revenue);
});

test("a fit of the histories of a quarter of them is that of CLV_FIT, and within 0.7% from whole weeks; scores are those of CLV_ALIVE", async () => {
  await database.run(`CREATE TABLE part AS SELECT * FROM orders LIMIT ${fitted}`);
  const ofPart = (name: string, ...more: unknown[]) =>
    call(name, ...Object.values(sheet).map((cells) => cells.slice(0, fitted)), ...more) as unknown[][];
  const fit = ofPart("CLV_FIT", "mbg/nbd");
  const byDay = await inTable("part", "histories by day");
  expect(farthest(paramsOf(fitOf(byDay)), paramsOf(fit))).toBeLessThan(1e-9);
  const byWeek = await inTable("part", "histories");
  expect(farthest(paramsOf(fitOf(byWeek)), paramsOf(fit))).toBeLessThan(0.007);

  const customers = below(ofPart("CLV_CUSTOMERS")).filter(([, first]) => first !== undefined);
  const [frequency, recency, age] = [6, 7, 8].map((at) => columnAt(customers, at));
  const alive = call("CLV_ALIVE", fit, frequency, recency, age) as number[][];
  // Who has refunds only is there too, without a score.
  const scored = (await inTable("part", "score", "", fit)).filter(([, chance]) => chance !== undefined);
  const scores = new Map(scored.map(([customer, chance]) => [customer, chance as number]));
  expect(scores.size).toBe(customers.length);
  expect(customers.length).toBeGreaterThan(50_000);
  const theirs = customers.map(([customer]) => scores.get(customer)!);
  expect(
    farthest(
      theirs,
      alive.map(([chance]) => chance!),
    ),
  ).toBeLessThan(1e-12);
});
