import { Dialect, init, transpile, validate } from "@polyglot-sql/sdk";

/** What a parser of BigQuery's language says against a statement. */
export async function complaintsOfBigquery(statement: string): Promise<string[]> {
  await init();
  return validate(statement, "bigquery").errors.map(({ message }) => message);
}

/** A statement for BigQuery, understood by a parser of its language, as one that DuckDB runs. */
export async function asDuckdb(statement: string): Promise<string> {
  await init();
  const { success, sql, error } = transpile(statement, Dialect.BigQuery, Dialect.DuckDB);
  if (!success || sql?.length !== 1) throw new Error(error ?? `${sql?.length} statements`);
  return sql[0]!;
}
