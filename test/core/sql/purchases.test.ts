import { expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { createOrders, openDuckdb, rowsOf } from "../../support/duckdb";
import { type Row, isoDates, purchasesOf, someRows } from "../../support/rows";
import { ask } from "../../support/warehouse";

// The database and the parser of BigQuery take their time to start on a busy machine.
jest.setTimeout(60_000);

/** Purchase days after the first, the span of purchases in days, and what came after the first, by the pile of coins. */
function byCoins(rows: readonly Row[]): unknown[][] {
  return [...purchasesOf(rows)].flatMap(([customer, kept]) => {
    if (kept.size === 0) return [];
    const days = [...kept.keys()].map((date) => Date.parse(date) / 86_400_000);
    const repeats = [...kept.values()].slice(1).reduce((sum, amount) => sum + amount, 0);
    const frequency = kept.size - 1;
    const recency = (days[days.length - 1]! - days[0]!) / 7;
    return [[customer, kept.size, frequency, recency, frequency > 0 ? repeats / frequency : undefined]];
  });
}

const sorted = (rows: readonly unknown[][]) => rows.map(String).sort();

/** The same of a statement. */
async function byStatement(rows: readonly Row[], as_of?: number) {
  const database = await openDuckdb();
  await createOrders(database, "orders", rows, "DATE");
  const found = await rowsOf(database, ask("customers", { as_of }));
  const at = ["customer", "orders", "frequency", "recency", "repeat_value"].map((name) =>
    found.columns.indexOf(name),
  );
  return found.rows.filter(([, first]) => first !== undefined).map((row) => at.map((index) => row[index]));
}

test("what is left of purchases after refunds is that of a pile of coins, whatever the rows", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, async (rows) => {
      expect(sorted(await byStatement(rows))).toEqual(sorted(byCoins(rows)));
    }),
    { numRuns: 60 },
  );
});

test("rows after as_of, refunds among them, do not count", async () => {
  await fc.assert(
    fc.asyncProperty(someRows, isoDates("2024-01-01", "2025-10-31"), async (rows, until) => {
      const counted = rows.filter(({ date }) => date <= until);
      expect(sorted(await byStatement(rows, Date.parse(until) / 86_400_000))).toEqual(
        sorted(byCoins(counted)),
      );
    }),
    { numRuns: 30 },
  );
});

// 0.1 + 0.2 is more than 0.3 by a rounding error, of which nothing may be left.
test("a purchase that refunds of cents take back whole is none", async () => {
  const rows = [
    { customer: "Ann", date: "2026-01-05", amount: 0.1 },
    { customer: "Ann", date: "2026-01-05", amount: 0.2 },
    { customer: "Ann", date: "2026-01-09", amount: -0.3 },
    { customer: "Bo", date: "2026-01-05", amount: 19.99 },
    { customer: "Bo", date: "2026-01-06", amount: 4.35 },
    { customer: "Bo", date: "2026-01-07", amount: -4.35 },
    { customer: "Bo", date: "2026-01-08", amount: 1e6 },
  ];
  expect(await byStatement(rows)).toEqual([["Bo", 2, 1, 3 / 7, 1e6]]);
});

test.each(["DATE", "TIMESTAMP", "VARCHAR"])("a date of the type %s counts by its day", async (type) => {
  const database = await openDuckdb();
  const rows = ["2026-01-05 23:59:59", "2026-01-12 00:00:00"].map((date) => ({
    customer: "Ann",
    date,
    amount: 5,
  }));
  await createOrders(database, "orders", rows, type);
  const found = await rowsOf(database, ask("histories"));
  expect(found.rows).toEqual([[1, 1, 1, 1]]);
});
