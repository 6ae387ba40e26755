import { acquisitionOperations } from "./acquisition";
import { arithmeticOperations } from "./arithmetic";
import { candidatesOperations } from "./candidates";
import { lookupOperations } from "./lookups";
import { daysOperations } from "./days";
import { rowsOperations } from "./rows";
import { targetOperations } from "./targets";
import { wordsOperations } from "./words";
import type { Operation } from "./values";

/** What recipes use besides the custom functions; every one exists in Sheets and in the local workbook. */
export const operations: Readonly<Record<string, Operation>> = {
  ...acquisitionOperations,
  ...arithmeticOperations,
  ...daysOperations,
  ...rowsOperations,
  ...lookupOperations,
  ...wordsOperations,
  ...candidatesOperations,
  ...targetOperations,
};
