import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { dayFromCalendar } from "../../src/core/day";
import { collapse, distinctOf } from "../../src/core/models/history";
import { modelNames } from "../../src/core/models/models";
import { observeAll, spendOf } from "../../src/core/prediction/observe";
import { type Asked, asked } from "../../src/core/sql/query";
import { histories } from "../../src/core/purchases/history";
import { asDuckdb } from "../support/bigquery";
import { call, messageOf, readable } from "../support/call";
import { createOrders, openDuckdb, rowsOf } from "../support/duckdb";
import { columnsOf, messyOrders } from "../support/warehouse";

// The database and the parser of BigQuery take their time to start on a busy machine.
jest.setTimeout(60_000);

const orders = messyOrders(450);
const sheet = columnsOf(orders);
const as_of = "2026-02-14";
const dialects = ["duckdb", "bigquery"] as const;

let database: DuckDBConnection;
beforeAll(async () => {
  database = await openDuckdb();
  await createOrders(database, "orders", orders);
});

const names = ["orders", "customer", "ordered_at", "total"];

/** What a formula's statement gives in the database. */
async function answer(what: Asked, dialect: (typeof dialects)[number], day = "", fit: unknown = "") {
  const text = call("CLV_SQL", what, ...names, dialect, day, fit) as string;
  expect(text.length).toBeLessThanOrEqual(50_000);
  return rowsOf(database, dialect === "bigquery" ? await asDuckdb(text) : text);
}

/** A table of a function: the titles in snake_case, and its rows. */
function tableOf(name: string, ...more: unknown[]) {
  const [titles, ...rows] = readable(call(name, ...sheet, ...more)) as [unknown[], ...unknown[][]];
  return {
    columns: titles.map((title) => String(title).toLowerCase().replace(/ /g, "_")),
    rows: rows.map((row) => row.map(known)),
  };
}

const known = (cell: unknown) => (cell === "" ? undefined : cell);
const close = (cell: unknown) =>
  typeof cell === "number" && !Number.isInteger(cell) ? (expect.closeTo(cell, 9) as unknown) : cell;
const closeRows = (rows: readonly unknown[][]) => rows.map((row) => row.map(close));

describe.each(dialects)("in %s a statement gives the table of the function on the same rows", (dialect) => {
  const days = ["", as_of, "2026-12-31"];

  test.each(days)("customers, as of %j", async (day) => {
    const want = tableOf("CLV_CUSTOMERS", day);
    const got = await answer("customers", dialect, day);
    expect(got.columns).toEqual(want.columns);
    expect(got.rows).toEqual(closeRows(want.rows));
  });

  test.each(days)("kpis, as of %j", async (day) => {
    const want = tableOf("CLV_KPIS", "month", "", day);
    const got = await answer("kpis", dialect, day);
    expect(got.columns).toEqual(want.columns);
    expect(got.rows).toEqual(closeRows(want.rows));
  });

  test.each(days)("rfm, as of %j", async (day) => {
    const want = tableOf("CLV_RFM", day);
    const got = await answer("rfm", dialect, day);
    expect(got.columns).toEqual(want.columns);
    expect(got.rows).toEqual(closeRows(want.rows));
  });

  test("cohorts", async () => {
    const active = tableOf("CLV_COHORTS", "customers").rows;
    const revenue = tableOf("CLV_COHORTS", "revenue").rows;
    const want = active.flatMap(([cohort, customers, ...ages], row) =>
      ages.flatMap((number, age) =>
        number === undefined && age > 0 ? [] : [[cohort, customers, age, number, revenue[row]![age + 2]]],
      ),
    );
    const got = await answer("cohorts", dialect);
    expect(got.columns).toEqual(["cohort", "customers", "age", "active", "revenue"]);
    expect(got.rows).toEqual(closeRows(want));
  });
});

const dayOf = (iso: string) => dayFromCalendar(...(iso.split("-").map(Number) as [number, number, number]))!;

/** The histories that CLV_FIT sees, up to a day. */
function observed(until: string) {
  const whole = orders.filter(
    ({ customer, date, amount }) => customer?.trim() && date && amount !== undefined,
  );
  const counted = whole.filter(({ date }) => date!.slice(0, 10) <= until);
  return histories(
    counted.map(({ customer }) => customer!.trim()),
    counted.map(({ date }) => dayOf(date!.slice(0, 10))),
    counted.map(({ amount }) => amount!),
  );
}

describe.each(dialects)("in %s", (dialect) => {
  test("histories by day are those that CLV_FIT sees", async () => {
    const distinct = distinctOf(collapse(observeAll(observed(as_of), dayOf(as_of), "week")));
    const { columns, rows } = await answer("histories by day", dialect, as_of);
    expect(columns).toEqual(["frequency", "recency", "age", "customers"]);
    expect(rows).toEqual(distinct.map(({ x, t_x, T, weight }) => [x, t_x, T, weight]));
  });

  test("histories are the same, to the nearest week", async () => {
    const rounded = observeAll(observed(as_of), dayOf(as_of), "week").map(({ x, t_x, T }) => ({
      x,
      t_x: Math.round(t_x),
      T: Math.round(T),
    }));
    const { rows } = await answer("histories", dialect, as_of);
    expect(rows).toEqual(distinctOf(collapse(rounded)).map(({ x, t_x, T, weight }) => [x, t_x, T, weight]));
  });

  test("spend is the mean repeat order to the cent, of all customers who came back", async () => {
    const counts = new Map<string, number>();
    for (const { x, z } of observed(as_of).map(spendOf)) {
      if (x === 0) continue;
      const key = `${x} ${Math.round(100 * z) / 100}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const { columns, rows } = await answer("spend", dialect, as_of);
    expect(columns).toEqual(["frequency", "repeat_value", "customers"]);
    expect(new Map(rows.map(([x, z, customers]) => [`${x as number} ${z as number}`, customers]))).toEqual(
      counts,
    );
  });

  test.each(modelNames)(
    "scores by %s are those of CLV_PREDICT, and P(alive) is that of CLV_ALIVE",
    async (model) => {
      const fit = call("CLV_FIT", ...sheet, model, "week", as_of);
      const { columns, rows } = await answer("score", dialect, as_of, fit);
      expect(columns).toEqual([
        "customer",
        "p_alive",
        "expected_orders",
        "expected_order_value",
        "predicted_clv",
      ]);
      const predictions = tableOf("CLV_PREDICT", "", "", "", fit, as_of).rows;
      const scores = new Map(rows.map((row) => [row[0], row]));
      expect(rows).toHaveLength(predictions.length);
      for (const [customer, , , alive, expected, orderValue, value] of predictions)
        expect(scores.get(customer)).toEqual([customer, ...[alive, expected, orderValue, value].map(close)]);
      expect(rows.map(([, , , , value]) => value ?? -1)).toEqual(
        rows.map(([, , , , value]) => (value ?? -1) as number).sort((one, other) => other - one),
      );
      const summaries = tableOf("CLV_CUSTOMERS", as_of).rows.filter(([, first]) => first !== undefined);
      const [frequency, recency, age] = [6, 7, 8].map((at) => summaries.map((row) => [row[at]]));
      const chances = call("CLV_ALIVE", fit, frequency, recency, age) as number[][];
      summaries.forEach(([customer], row) =>
        expect(scores.get(customer)![1]).toBeCloseTo(chances[row]![0]!, 10),
      );
    },
  );
});

describe("CLV_SQL", () => {
  test("a fit without spend values every order at its Repeat order value", async () => {
    const fit = (call("CLV_FIT", ...sheet, "mbg/nbd") as unknown[][]).map(([item, value]) =>
      ["p", "q", "v"].includes(item as string)
        ? [item, ""]
        : [item, item === "Repeat order value" ? 10 : value],
    );
    const { rows } = await answer("score", "duckdb", "", fit);
    expect(new Set(rows.map(([, , , orderValue]) => orderValue))).toEqual(new Set([10, undefined]));
  });

  test("a fit in months counts times in months", async () => {
    const fit = call("CLV_FIT", ...sheet, "pareto/nbd", "month");
    const { rows } = await answer("score", "duckdb", "", fit);
    const scores = new Map(rows.map((row) => [row[0], row]));
    for (const [customer, , , alive, expected, orderValue, value] of tableOf("CLV_PREDICT", "", "", "", fit)
      .rows)
      expect(scores.get(customer)).toEqual([customer, ...[alive, expected, orderValue, value].map(close)]);
  });

  test("a table without rows, and one with a single order, give what they can", async () => {
    const fit = call("CLV_FIT", ...sheet, "pareto/nbd");
    const rowsIn = async () => {
      const counts: Record<string, number> = {};
      for (const what of asked) counts[what] = (await answer(what, "duckdb", "", fit)).rows.length;
      return counts;
    };
    await createOrders(database, "orders", []);
    expect(new Set(Object.values(await rowsIn()))).toEqual(new Set([0]));
    await createOrders(database, "orders", [{ customer: "Ann", date: "2026-01-05", amount: 10 }]);
    expect(await rowsIn()).toEqual({
      histories: 1,
      "histories by day": 1,
      spend: 0,
      kpis: 1,
      customers: 1,
      rfm: 1,
      cohorts: 1,
      score: 1,
    });
    await createOrders(database, "orders", orders);
  });

  test("every statement is one SELECT that changes nothing", () => {
    const fit = call("CLV_FIT", ...sheet, "mbg/nbd");
    for (const what of asked)
      for (const dialect of dialects) {
        const text = call("CLV_SQL", what, ...names, dialect, "", fit) as string;
        expect(text).toMatch(/^WITH\n/);
        expect(text).not.toMatch(/;|--|\b(CREATE|INSERT|UPDATE|DELETE|DROP|DECLARE)\b/);
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }
  });

  test("says what is missing or cannot be quoted", () => {
    expect(messageOf("CLV_SQL", "score", ...names)).toBe(
      'CLV_SQL: fit must be given for "score", got nothing: give a CLV_FIT or CLV_FIT_HISTORIES table',
    );
    expect(messageOf("CLV_SQL", "kpis", "a`b", "customer", "day", "total")).toBe(
      'CLV_SQL: table must be a name of at most 300 letters without a backtick, a backslash, a control character or an empty part, and a table of project, data set and table at most, got "a`b": make a view with plain names and use that',
    );
    expect(messageOf("CLV_SQL", "all", ...names)).toContain("CLV_SQL: what must be");
    expect(messageOf("CLV_SQL", "kpis", ...names, "postgres")).toContain("CLV_SQL: dialect must be");
  });
});
