import { expect } from "@jest/globals";

/** A cell to be compared with, a number to so many digits. */
export const close = (cell: unknown, digits: number): unknown =>
  typeof cell === "number" ? expect.closeTo(cell, digits) : cell;

/** The same for each cell of a table. */
export const closeTable = (table: readonly (readonly unknown[])[], digits: number): unknown[][] =>
  table.map((row) => row.map((cell) => close(cell, digits)));
