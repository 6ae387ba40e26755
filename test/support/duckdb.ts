import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
} from "@duckdb/node-api";

/** A database in memory, gone with the process. */
export const openDuckdb = async (): Promise<DuckDBConnection> =>
  (await DuckDBInstance.create(":memory:")).connect();

/** Rows of a statement as numbers, ISO dates, text and undefined, with the names of their columns. */
export async function rowsOf(
  database: DuckDBConnection,
  statement: string,
): Promise<{ readonly columns: string[]; readonly rows: unknown[][] }> {
  const reader = await database.runAndReadAll(statement);
  return { columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map(plain)) };
}

function plain(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value === "bigint") return Number(value);
  // A date with months added is a date with a time here.
  if (value instanceof DuckDBDateValue || value instanceof DuckDBTimestampValue)
    return value.toString().replace(/ 00:00:00$/, "");
  return value;
}

export interface OrderRow {
  readonly customer: string | undefined;
  /** An ISO date, or one with a time. */
  readonly date: string | undefined;
  readonly amount: number | undefined;
}

/** A table of orders, its dates of a type of the database. */
export async function createOrders(
  database: DuckDBConnection,
  table: string,
  rows: readonly OrderRow[],
  dateType = "TIMESTAMP",
): Promise<void> {
  await database.run(
    `CREATE OR REPLACE TABLE ${table} (customer VARCHAR, ordered_at ${dateType}, total DOUBLE)`,
  );
  const text = (value: string | undefined) =>
    value === undefined ? "NULL" : `'${value.replace(/'/g, "''")}'`;
  for (let from = 0; from < rows.length; from += 5000) {
    const values = rows
      .slice(from, from + 5000)
      .map(({ customer, date, amount }) => `(${text(customer)}, ${text(date)}, ${amount ?? "NULL"})`);
    await database.run(`INSERT INTO ${table} VALUES ${values.join(",")}`);
  }
}
