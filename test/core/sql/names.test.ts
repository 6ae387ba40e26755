import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { dialects } from "../../../src/core/sql/dialect";
import { isRefusal } from "../../../src/core/refusal";
import { asDuckdb, complaintsOfBigquery } from "../../support/bigquery";
import { openDuckdb, rowsOf } from "../../support/duckdb";
import { ask, ordersTable } from "../../support/warehouse";

// The database and the parser of BigQuery take their time to start on a busy machine.
jest.setTimeout(60_000);

/** Names with all that ends a name, begins a comment or a statement, or hides a letter. */
const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        "`",
        '"',
        "'",
        "\\",
        "--",
        "/*",
        "*/",
        ";",
        ")",
        "(",
        ".",
        ":",
        "#",
        "\n",
        "\0",
        "\u2028",
        "\u202e",
        "\ud800",
        " ",
        "a",
        "é",
        "日",
        "DROP TABLE orders",
        " OR 1=1",
        "`; DROP TABLE x; --",
        "\\`",
        '""',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join("")),
);

/**
 * A quoted name read by the rules of its language alone: what stands between the quotes, and what is left. BigQuery: a
 * name ends at the next backtick, a backslash would escape. DuckDB: two quotes are one within a name.
 */
function read(quote: "`" | '"', text: string): { readonly name: string; readonly rest: string } | undefined {
  if (text[0] !== quote) return undefined;
  let name = "";
  for (let at = 1; at < text.length; at++) {
    if (quote === "`" && /[\\\n\r]/.test(text[at]!)) return undefined;
    if (text[at] !== quote) name += text[at]!;
    else if (quote === '"' && text[at + 1] === quote) name += text[++at]!;
    else return { name, rest: text.slice(at + 1) };
  }
  return undefined;
}

/** The names of a path in backticks. */
function partsIn(path: string): string[] {
  const { name, rest } = read("`", path)!;
  if (rest === "") return [name];
  expect(rest[0]).toBe(".");
  return [name, ...partsIn(rest.slice(1))];
}

describe("a name is quoted whole or refused", () => {
  test("in DuckDB nothing of it is read as anything else", () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const quoted = dialects.duckdb.column(name);
        fc.pre(quoted !== undefined);
        expect(read('"', quoted)).toEqual({ name, rest: "" });
      }),
      { numRuns: 1000 },
    );
  });

  test("in BigQuery nothing of it is read as anything else, but dots as what parts names", () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom("table", "column"), (name, kind) => {
        const quoted = dialects.bigquery[kind](name);
        fc.pre(quoted !== undefined);
        const parts = partsIn(quoted);
        expect(parts.join(".")).toBe(name);
        expect(parts).not.toContain("");
      }),
      { numRuns: 1000 },
    );
  });

  test("control characters, halves of letters and marks that turn the direction are refused", () => {
    for (const bad of ["", "a\nb", "a\0", "a\u2028b", "a\u202eb", "a\ud800", "x".repeat(301)])
      for (const dialect of Object.values(dialects))
        expect([dialect.table(bad), dialect.column(bad)]).toEqual([undefined, undefined]);
    for (const bad of ["a`b", "a\\b", "a..b", ".a", "a.", "a.b.c.d"])
      expect(dialects.bigquery.table(bad)).toBeUndefined();
  });

  test("in BigQuery dots part project, data set and table, and lead to a field of a column", () => {
    const { table, column } = dialects.bigquery;
    expect(table("orders")).toBe("`orders`");
    expect(table("my-shop.sales.orders 2026")).toBe("`my-shop`.`sales`.`orders 2026`");
    expect(table("example.com:shop.sales.orders")).toBe("`example.com:shop`.`sales`.`orders`");
    expect(column("buyer.id")).toBe("`buyer`.`id`");
  });
});

const refusedOr = <T>(make: () => T): T | undefined => {
  try {
    return make();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
};

test("DuckDB reads a table and columns of any names that are not refused, and no other table is harmed", async () => {
  const database = await openDuckdb();
  await database.run("CREATE TABLE bystander AS SELECT 1 AS here");
  let read = 0;
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (table, customer) => {
      const statement = refusedOr(() => ask("histories", { names: { ...ordersTable, table, customer } }));
      if (statement === undefined || ["ordered_at", "total"].includes(customer.toLowerCase())) return;
      const quoted = [table, customer].map((name) => `"${name.replace(/"/g, '""')}"`);
      await database.run(
        `CREATE OR REPLACE TEMP TABLE ${quoted[0]!} AS SELECT 'Ann' AS ${quoted[1]!}, DATE '2026-01-05' AS ordered_at, 5 AS total`,
      );
      expect((await rowsOf(database, statement)).rows).toEqual([[0, 0, 0, 1]]);
      await database.run(`DROP TABLE ${quoted[0]!}`);
      read++;
    }),
    { numRuns: 150 },
  );
  expect(read).toBeGreaterThan(20);
  expect((await rowsOf(database, "SELECT here FROM bystander")).rows).toEqual([[1]]);
});

test("a parser of BigQuery reads a table and columns of any names that are not refused as one SELECT", async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (table, customer) => {
      const statement = refusedOr(() =>
        ask("spend", { dialect: "bigquery", names: { ...ordersTable, table, customer } }),
      );
      if (statement === undefined) return;
      expect(await complaintsOfBigquery(statement)).toEqual([]);
      expect(await asDuckdb(statement)).toMatch(/^WITH /);
    }),
    { numRuns: 100 },
  );
});
