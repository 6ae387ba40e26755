import { least, most } from "../../core/math/extremes";
import { type AmountCell, checksOfSigns, currencyCheck, refundedCheck } from "./checksOfAmounts";
import type { Check, RevenueRow } from "./checks";
import { checksOfBuying, similarCustomersCheck } from "./checksOfCustomers";
import { checksOfOddDates, checksOfSpan } from "./checksOfDates";

/** Data as they were found: rows of revenue, or the cells of a grid. */
export interface FoundData {
  /** Rows that can all be read. */
  readonly rows: readonly RevenueRow[];
  /** The customers of all rows. */
  readonly customers: readonly string[];
  readonly amounts: readonly AmountCell[];
  /** True where each date stands for its whole month. */
  readonly areMonths: boolean;
}

/** Checks of the rows that can be read; the check of duplicates has its place among them. */
export function checksOfRows(
  { rows, customers, amounts, areMonths }: FoundData,
  duplicates: readonly Check[],
): Check[] {
  const days = rows.map(({ day }) => day);
  const [first, last] = [least(days), most(days)];
  return [
    ...checksOfSigns(rows),
    ...duplicates,
    ...checksOfOddDates(rows),
    similarCustomersCheck(customers),
    currencyCheck(amounts),
    refundedCheck(rows),
    ...(rows.length > 0
      ? [...checksOfSpan(rows, [first, last], areMonths), ...checksOfBuying(rows, last)]
      : [["Span of data", 0, "error", "no row has a customer, a date and an amount"] as const]),
  ];
}
