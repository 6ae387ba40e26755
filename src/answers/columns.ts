import type { FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { quotedTab } from "../recipe/tabName";
import type { Term } from "../recipe/term";

const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });

/** The letters of a column counted from 1. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letters(Math.floor((column - 1) / 26)) + last;
}

/** The cells of a column of a table below its header, or beside it. */
export function cellsOf(table: FoundTable, column: number): string {
  if (table.isAcross) {
    const end = table.isOpen ? column : `${letters(table.lastRow)}${column}`;
    return `${quotedTab(table.tab)}!${letters(table.firstRow)}${column}:${end}`;
  }
  const letter = letters(column);
  const end = table.isOpen ? letter : `${letter}${table.lastRow}`;
  return `${quotedTab(table.tab)}!${letter}${table.firstRow}:${end}`;
}

/** The cells of a table's columns from one to another, from a row on, as far down as the table goes or to another row. */
export function blockOf(
  table: FoundTable,
  first: number,
  last: number,
  row: number,
  lastRow: number | "" = table.isOpen ? "" : table.lastRow,
): string {
  return `${quotedTab(table.tab)}!${letters(first)}${row}:${letters(last)}${lastRow}`;
}

/** A row of the tab as wide as the table. */
export function rowOf(table: FoundTable, row: number): string {
  const [first, last] = [table.columns[0]!, table.columns[table.columns.length - 1]!];
  return `${quotedTab(table.tab)}!${letters(first.column)}${row}:${letters(last.column)}${row}`;
}

/** The cell with the header of a column, or its first cell where there is none. */
export function headerOf(table: FoundTable, column: number): string {
  const row = table.headerRow ?? table.firstRow;
  return `${quotedTab(table.tab)}!${table.isAcross ? `${letters(row)}${column}` : `${letters(column)}${row}`}`;
}

export const columnOf = (table: FoundTable, meaning: Meaning): FoundColumn | undefined =>
  table.columns.find((column) => column.meaning === meaning);

/** The cells of the column with that meaning; a customer who stands once for several rows, in all of them. */
export function rangeOf(table: FoundTable, meaning: Meaning): Term | undefined {
  const column = columnOf(table, meaning);
  const cells = column && { range: cellsOf(table, column.column) };
  if (cells && table.isAcross) return apply("TRANSPOSE", cells);
  if (!cells || meaning !== "customer" || !column.heading) return cells;
  const date = columnOf(table, "date");
  if (!date) return cells;
  return apply(column.heading === "above" ? "HEADINGS_DOWN" : "FILLED_DOWN", cells, {
    range: cellsOf(table, date.column),
  });
}

/** Months that are written without a year, with the one that they were taken for. */
export const withYear = ({ since }: FoundTable, months: Term) =>
  since && apply("BARE_MONTHS", months, since.year, since.month);

/** Dates that our functions read: text in another notation than ISO is turned into it. */
export function datesOf(table: FoundTable, meaning: Meaning): Term | undefined {
  const cells = rangeOf(table, meaning);
  const notation = columnOf(table, meaning)?.dates;
  if (!cells || notation === "ambiguous") return undefined;
  if (notation === "dayFirst") return apply("ISO_DATES", cells, "$3-$2-$1");
  if (notation === "monthFirst") return apply("ISO_DATES", cells, "$3-$1-$2");
  if (notation === "named") return apply("NAMED_DATES", cells);
  if (notation === "yearFirst") return apply("YEAR_FIRST", cells);
  if (notation === "month") return withYear(table, cells) ?? apply("MONTHS", cells);
  if (notation === "quarter") return apply("QUARTERS", cells);
  return notation === "year" ? apply("YEARS", cells) : cells;
}

/** Dates that Sheets' own functions read too. */
export function realDatesOf(table: FoundTable, meaning: Meaning): Term | undefined {
  const dates = datesOf(table, meaning);
  return dates && columnOf(table, meaning)?.dates !== "real" ? apply("REAL_DATES", dates) : dates;
}

/** Numbers of a column; text among them is read by its decimal mark. Undefined where nobody knows that. */
export function numbersOf(table: FoundTable, meaning: Meaning): Term | undefined {
  const cells = rangeOf(table, meaning);
  const { amounts, decimal } = columnOf(table, meaning) ?? {};
  if (!cells || amounts !== "text") return cells;
  return decimal === "ambiguous" ? undefined : apply("AMOUNTS", cells, decimal === "comma" ? "," : ".");
}

/** Shares of a column, which may be written as percentages without their sign. */
export function sharesOf(table: FoundTable, meaning: Meaning): Term | undefined {
  const numbers = numbersOf(table, meaning);
  return numbers && columnOf(table, meaning)?.exceedsOne ? apply("QUOTIENT", numbers, 100) : numbers;
}

/** Amounts of the rows that count: net of refunds, in whole units, of rows that were paid. */
export function amountsOf(table: FoundTable, meaning: Meaning = "amount"): Term | undefined {
  const [quantity, price] = [numbersOf(table, "quantity"), numbersOf(table, "price")];
  const given = numbersOf(table, meaning);
  const gross = given ?? (quantity && price && apply("PRODUCT", quantity, price));
  if (!gross) return undefined;
  const refund = meaning === "amount" ? numbersOf(table, "refund") : undefined;
  const interval = meaning === "mrr" ? rangeOf(table, "interval") : undefined;
  const net = refund ? apply("DIFFERENCE", gross, refund) : gross;
  const months = meaning === "mrr" ? table.monthsOfAmount : undefined;
  const monthly =
    months && months > 1
      ? apply("QUOTIENT", net, months)
      : months || interval
        ? apply("PER_MONTH", net, interval ?? "week")
        : net;
  const signed =
    meaning === "amount" && table.credits
      ? apply(
          "NEGATIVE_WHERE",
          monthly,
          { range: cellsOf(table, table.credits.column) },
          ...table.credits.texts,
        )
      : monthly;
  const whole = table.inCents ? apply("QUOTIENT", signed, 100) : signed;
  const statuses = rangeOf(table, "status");
  const paid = table.paidStatuses ?? [];
  return statuses && paid.length > 0 ? apply("TAKE_WHERE", whole, statuses, ...paid) : whole;
}
