import { arithmeticOperations } from "./arithmetic";
import { customersOperations } from "./customers";
import { daysOperations } from "./days";
import { notationOperations } from "./notation";
import { rowsOperations } from "./rows";
import { wordsOperations } from "./words";
import { writtenDatesOperations } from "./writtenDates";
import type { Operation } from "./values";

/** What recipes use besides the custom functions; every one exists in Sheets and in the local workbook. */
export const operations: Readonly<Record<string, Operation>> = {
  ...arithmeticOperations,
  ...notationOperations,
  ...writtenDatesOperations,
  ...daysOperations,
  ...rowsOperations,
  ...customersOperations,
  ...wordsOperations,
};
