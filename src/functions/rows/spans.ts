import type { MappedTable } from "../../sheet/mapped/mappedTable";
import { monthsInHeader, monthsOfInterval } from "../../sheet/written/intervals";

/** Says a span, such as "year" or "3 months", and not how amounts are written. */
export const isInterval = (told: string) => monthsOfInterval(told) !== undefined && /[a-z]/i.test(told);

/** For how many months the amounts of a column are told to be, or how many one of its times is. */
export const toldMonths = (
  table: MappedTable,
  meaning: "mrr" | "charge" | "tenure" | "amount",
): number | undefined => {
  const told = table.told(meaning);
  return told !== undefined && isInterval(told) ? monthsOfInterval(told) : undefined;
};

/** For how many months the amounts of a column are, as it is told or its header says; undefined where neither does. */
export const monthsOfAmounts = (table: MappedTable, meaning: "mrr" | "charge"): number | undefined =>
  toldMonths(table, meaning) ?? monthsInHeader(table.headerWords(meaning));

/** How many months one of the times that customers have stayed is, likewise. */
export const monthsOfTenure = (table: MappedTable): number | undefined =>
  toldMonths(table, "tenure") ?? monthsOfInterval(table.headerWords("tenure").replace(/\d+/g, ""));
