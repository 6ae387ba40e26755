import { arithmeticOperations } from "./arithmetic";
import { customersOperations } from "./customers";
import { daysOperations } from "./days";
import { rowsOperations } from "./rows";
import { wordsOperations } from "./words";
import type { Operation } from "./values";

/** What recipes use besides the custom functions; every one exists in Sheets and in the local workbook. */
export const operations: Readonly<Record<string, Operation>> = {
  ...arithmeticOperations,
  ...daysOperations,
  ...rowsOperations,
  ...customersOperations,
  ...wordsOperations,
};
