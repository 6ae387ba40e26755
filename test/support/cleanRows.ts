import { call, messageOf, readable } from "./call";

export type Cells = readonly (readonly unknown[])[];

/** What CLV_ROWS makes of a table, its header included. */
export const cleanTable = (table: Cells, columns: unknown, as_of?: string) =>
  readable(call("CLV_ROWS", table, columns, as_of)) as unknown[][];

/** The clean rows of a table without their header. */
export const rowsOf = (table: Cells, columns: unknown, as_of?: string) =>
  cleanTable(table, columns, as_of).slice(1);

/** What is left out of it and why, without the header. */
export const leftOutOf = (table: Cells, columns: unknown, as_of?: string) =>
  (readable(call("CLV_ROWS_LEFT_OUT", table, columns, as_of)) as unknown[][]).slice(1);

export const errorOf = (table: Cells, columns: unknown, as_of?: string) =>
  messageOf("CLV_ROWS", table, columns, as_of);

/** Some columns of rows. */
export const pick = (rows: unknown[][], ...at: number[]) =>
  rows.map((row) => at.map((column) => row[column]));

/** Orders under the header Who, Day, Paid. */
export const orders = (...rows: Cells) => [["Who", "Day", "Paid"], ...rows];
/** What their columns mean. */
export const ofOrders = "customer: Who, date: Day, amount: Paid";
