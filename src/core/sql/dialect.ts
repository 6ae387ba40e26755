/** What differs between the languages of warehouses; expressions are text, and names are quoted already. */
export interface Dialect {
  /** A name in quotes, of a table or of a column; undefined where that cannot be done safely. */
  readonly table: (name: string) => string | undefined;
  readonly column: (name: string) => string | undefined;
  /** A value as text without blanks at its ends, as a number, and as the day it is on. */
  readonly words: (value: string) => string;
  readonly amount: (value: string) => string;
  readonly day: (value: string) => string;
  /** Days from one day to another, the day after one, months from January 1970 to that of a day, and the first day of the month so counted. */
  readonly daysBetween: (from: string, to: string) => string;
  readonly dayAfter: (day: string) => string;
  readonly monthOf: (day: string) => string;
  readonly firstDayOf: (month: string) => string;
  /** A number as a floating-point one, and the type of whole ones. */
  readonly float: (value: number) => string;
  readonly whole: string;
  /** One row for each item of a list, or for each whole number from one to another. */
  readonly eachOf: (items: readonly number[], column: string) => string;
  readonly eachFrom: (first: string, last: string, column: string) => string;
}

/** Letters that no name has and that hide or break a line: control characters, marks of direction, halves of letters. */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const mostLetters = 300;
const isSafe = (name: string) => name !== "" && name.length <= mostLetters && !unsafe.test(name);

/** Between backticks a backslash begins an escape, so that neither may stand in a name. */
const inBackticks = (name: string) => (isSafe(name) && !/[\x60\\]/.test(name) ? `\`${name}\`` : undefined);

const joined = (parts: readonly (string | undefined)[]) =>
  parts.every((part) => part !== undefined) ? parts.join(".") : undefined;

/**
 * Project, data set and table, of which the first or the first two may be missing. The project of an older organisation
 * has a dot of its own before a colon, as in example.com:shop.
 */
function bigqueryPath(name: string): string | undefined {
  const [, project, rest] = /^([^:]*:[^.]*)\.(.*)$/s.exec(name) ?? [undefined, undefined, name];
  const parts = [...(project === undefined ? [] : [project]), ...rest.split(".")];
  return parts.length <= 3 ? joined(parts.map(inBackticks)) : undefined;
}

const bigquery: Dialect = {
  table: bigqueryPath,
  // A column's name has no dot: one leads to a field within it.
  column: (name) => joined(name.split(".").map(inBackticks)),
  words: (value) => `TRIM(CAST(${value} AS STRING))`,
  amount: (value) => `CAST(${value} AS FLOAT64)`,
  // The text of a date, of a date with a time, of a timestamp and text itself all begin with the day.
  day: (value) => `CAST(SUBSTR(CAST(${value} AS STRING), 1, 10) AS DATE)`,
  daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  dayAfter: (day) => `DATE_ADD(${day}, INTERVAL 1 DAY)`,
  monthOf: (day) => `DATE_DIFF(${day}, DATE '1970-01-01', MONTH)`,
  firstDayOf: (month) => `DATE_ADD(DATE '1970-01-01', INTERVAL (${month}) MONTH)`,
  float: String,
  whole: "INT64",
  eachOf: (items, column) => `UNNEST([${items.join(", ")}]) AS ${column}`,
  eachFrom: (first, last, column) => `UNNEST(GENERATE_ARRAY(${first}, ${last})) AS ${column}`,
};

/** The only escape between double quotes is the quote itself, written twice. */
const inDoubleQuotes = (name: string) => (isSafe(name) ? `"${name.replace(/"/g, '""')}"` : undefined);

const duckdb: Dialect = {
  // As a whole, so that it may be a file too.
  table: inDoubleQuotes,
  column: inDoubleQuotes,
  words: (value) => `REGEXP_REPLACE(CAST(${value} AS VARCHAR), '^[\\s\\p{Z}]+|[\\s\\p{Z}]+$', '', 'g')`,
  amount: (value) => `CAST(${value} AS DOUBLE)`,
  day: (value) => `CAST(${value} AS DATE)`,
  daysBetween: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
  dayAfter: (day) => `${day} + 1`,
  monthOf: (day) => `DATE_DIFF('month', DATE '1970-01-01', ${day})`,
  firstDayOf: (month) => `CAST(DATE '1970-01-01' + INTERVAL (${month}) MONTH AS DATE)`,
  // Without an exponent it would be a decimal number of few digits.
  float: (value) => (String(value).includes("e") ? String(value) : `${value}e0`),
  whole: "BIGINT",
  eachOf: (items, column) => `UNNEST([${items.join(", ")}]) AS each_${column}(${column})`,
  eachFrom: (first, last, column) =>
    `UNNEST(GENERATE_SERIES(${first}, ${last})) AS each_${column}(${column})`,
};

export const dialects = { bigquery, duckdb } as const;

export type DialectName = keyof typeof dialects;

export const dialectNames = Object.keys(dialects) as readonly DialectName[];
