import type { DuckDBConnection } from "@duckdb/node-api";
import { grouped } from "../../../src/core/grouped";
import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { History } from "../../../src/core/models/history";
import { type ModelName, modelNames, models } from "../../../src/core/models/models";
import type { Parameters } from "../../../src/core/models/nbd";
import { dialects } from "../../../src/core/sql/dialect";
import { betaSteps } from "../../../src/core/sql/scoreBeta";
import { paretoSteps } from "../../../src/core/sql/scorePareto";
import { statement } from "../../../src/core/sql/statement";
import closedForms from "../../fixtures/conditional.json";
import { asDuckdb } from "../../support/bigquery";
import { openDuckdb, rowsOf } from "../../support/duckdb";

// The database and the parser of BigQuery take their time to start on a busy machine.
jest.setTimeout(60_000);

/** What the statement says of one history. */
interface Score {
  readonly history: History;
  readonly alive: number;
  readonly expected: number;
}

let database: DuckDBConnection;
beforeAll(async () => {
  database = await openDuckdb();
});

/** P(alive) and expected purchases of histories, by the steps of a statement. */
async function scores(
  name: keyof typeof dialects,
  model: ModelName,
  params: Parameters,
  horizon: number,
  histories: readonly History[],
): Promise<Score[]> {
  const { float, eachFrom, whole } = dialects[name];
  const given = {
    fit: { model, period: "week", params, spend: undefined },
    number: float,
    eachFrom,
    whole,
    ahead: [{ time: horizon, weight: 0.5 }],
  } as const;
  const rows = histories.map(
    ({ x, t_x, T }, row) =>
      `SELECT ${x} AS frequency, ${row} AS recency_days, ${row} AS age_days, ${float(t_x)} AS recency, ${float(T)} AS age`,
  );
  const text = statement(
    [
      `histories AS (${rows.join(" UNION ALL ")})`,
      ...(model === "pareto/nbd" ? paretoSteps(given) : betaSteps(given)),
    ],
    `SELECT age_days, p_alive, p_alive * orders_if_alive, discounted_if_alive / orders_if_alive
    FROM alive JOIN ahead USING (frequency, age_days)
    ORDER BY age_days`,
  );
  const found = await rowsOf(database, name === "bigquery" ? await asDuckdb(text) : text);
  expect(found.rows).toHaveLength(histories.length);
  return found.rows.map(([row, alive, expected, discounted]) => {
    expect(discounted).toBeCloseTo(0.5, 12);
    return { history: histories[row as number]!, alive: alive as number, expected: expected as number };
  });
}

/** r, alpha, two parameters of dropping out, x, t_x, T, a horizon; log-likelihood, P(alive), expected purchases, of a new customer. */
type Row = readonly number[];

/** By more than nine digits; a chance below 1e−300 is none. */
const isOff = (got: number, want: number) => !(Math.abs(got - want) <= 1e-9 * want + 1e-300);

describe("statements give what the papers' closed forms say, computed with 50 digits and more", () => {
  test.each(
    (["duckdb", "bigquery"] as const).flatMap((name) => modelNames.map((model) => ({ name, model }))),
  )("$model in $name", async ({ name, model }) => {
    const rows = closedForms[model] as unknown as Row[];
    const groups = grouped(rows, (row) => [...row.slice(0, 4), row[7]].join());
    const off: unknown[] = [];
    let compared = 0;
    for (const group of groups.values()) {
      const [r, alpha, c, d, , , , horizon] = group[0] as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const histories = group.map((row) => ({ x: row[4]!, t_x: row[5]!, T: row[6]! }));
      const found = await scores(name, model, [r, alpha, c, d], horizon, histories);
      found.forEach(({ alive, expected }, index) => {
        const row = group[index]!;
        compared++;
        if (isOff(alive, row[9]!) || isOff(expected, row[10]!)) off.push([row, alive, expected]);
      });
    }
    expect(off).toEqual([]);
    expect(compared).toBe(rows.length);
  });
});

/** Histories from the first day on to 20 years, silent or not, of one purchase and of hundreds. */
const histories = [0, 1, 30, 365, 7000].flatMap((days) =>
  [0, 1, 2, 30, 700].flatMap((x) =>
    [0, 0.01, 0.5, 1].flatMap((share) => {
      const last = Math.max(x, Math.round(days * share));
      return last > days || (x === 0 && share > 0) ? [] : [{ x, t_x: last / 7, T: days / 7 }];
    }),
  ),
);

describe("statements agree with CLV_ALIVE and CLV_EXPECTED_ORDERS when parameters stand for limits", () => {
  const beta: readonly Parameters[] = [
    [0.01, 0.1, 0.01, 0.01],
    [1e3, 1e4, 0.8, 2.5],
    [0.5, 5, 20, 1e4],
    [0.5, 5, 300, 1e6],
    [0.3, 4, 1e7, 8e7],
    [1e7, 1e8, 0.8, 2.5],
    [0.3, 4, 1e-6, 1e-5],
    [0.3, 4, 3, 0.2],
    [0.5, 5, 0, 1],
  ];
  const pareto: readonly Parameters[] = [
    [0.5, 6, 0.1, 0.001],
    [0.5, 5, 0.3, Math.exp(-55)],
    [0.5, 5, 0.001, Math.exp(-600)],
    [0.5, 100, 0.5, 0.01],
    [0.5, 0.01, 0.5, 100],
    [1, 10, 1, 10],
    [1, 10, 1 + 1e-7, 10],
    [0.3, 4, 1e7, 1e8],
    [1e7, 1e8, 0.6, 12],
    [0.5, 5, 0, 1],
  ];
  const cases = modelNames.flatMap((model) =>
    (model === "pareto/nbd" ? pareto : beta).map((params) => ({ model, params })),
  );
  test.each(cases)("$model $params", async ({ model, params }) => {
    const { probabilityAlive, expectedPurchases } = models[model];
    const off = (await scores("duckdb", model, params, 52, histories)).filter(
      ({ history, alive, expected }) =>
        isOff(alive, probabilityAlive(params, history)) ||
        isOff(expected, expectedPurchases(params, history, 52)),
    );
    expect(off).toEqual([]);
  });
});
