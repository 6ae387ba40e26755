import { usualWays } from "../../src/workbook/services/ways/ways";
import type { Range } from "../../src/workbook/services/range";
import type { Workbook } from "./workbook";

/** Counts the calls of methods of SpreadsheetApp, and of what it gives, from now on; returns what ends this and tells how many. */
export function countFromNow({ book }: Workbook): () => number {
  let count = 0;
  book.ways.fails = () => void count++;
  return () => {
    book.ways.fails = usualWays().fails;
    return count;
  };
}

/** How many cells are read: values, texts, formulas or formats, each time that they are. */
export function countCells({ book }: Workbook, run: () => void): number {
  let count = 0;
  book.ways.fails = (_, name, service) => {
    if (/^(getValues|getDisplayValues|getFormulas|getNumberFormats)$/.test(name)) {
      const { getNumRows, getNumColumns } = service as Range;
      count += getNumRows() * getNumColumns();
    }
    return undefined;
  };
  try {
    run();
  } finally {
    book.ways.fails = usualWays().fails;
  }
  return count;
}

/** How many of them something makes. */
export function countCalls(workbook: Workbook, run: () => void): number {
  const end = countFromNow(workbook);
  try {
    run();
  } finally {
    end();
  }
  return end();
}
