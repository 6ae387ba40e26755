import { type DayNumber, isoFromDay } from "../day";
import { refusal } from "../refusal";
import { type Dialect, type DialectName, dialects } from "./dialect";

/** Where the orders are: the names of a table and of its columns. */
export interface Names {
  readonly table: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
}

/** A statement: its steps, each `name AS (…)`, which those after it may name, and what is selected in the end. */
export const statement = (steps: readonly string[], last: string): string =>
  `WITH\n${steps.map(trimmed).join(",\n")}\n${trimmed(last)}`;

/** Text of a template without the indentation of the code around it. */
function trimmed(query: string): string {
  const lines = query.replace(/^\s*\n|\s+$/g, "").split("\n");
  const depth = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join("\n");
}

/** What the steps of every statement are made from. */
export interface Orders {
  readonly dialect: Dialect;
  readonly names: Names;
  /** Last day that counts; undefined for the latest of the table. */
  readonly as_of: DayNumber | undefined;
}

export const dayLiteral = (day: DayNumber): string => `DATE '${isoFromDay(day)}'`;

/** What cannot be quoted, in words. */
const needs: Readonly<Record<DialectName, string>> = {
  bigquery:
    "without a backtick, a backslash, a control character or an empty part, and a table of project, data set and table at most",
  duckdb: "without a control character",
};

/** The orders of a table as they are named in a warehouse. */
export function ordersIn(name: DialectName, names: Names, as_of: DayNumber | undefined): Orders {
  const dialect = dialects[name];
  const quoted = (argument: keyof Names, quote: Dialect["table"]) => {
    const found = quote(names[argument]);
    if (found !== undefined) return found;
    throw refusal(
      `${argument} must be a name of at most 300 letters ${needs[name]}, got ${JSON.stringify(names[argument].slice(0, 60))}: make a view with plain names and use that`,
    );
  };
  return {
    dialect,
    as_of,
    names: {
      table: quoted("table", dialect.table),
      customer: quoted("customer", dialect.column),
      date: quoted("date", dialect.column),
      amount: quoted("amount", dialect.column),
    },
  };
}
