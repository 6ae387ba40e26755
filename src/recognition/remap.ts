import { completed } from "./say/complete";
import { headerWords } from "./words/header";
import { allShapes, lowest, needsOf } from "./shapes/shapes";
import type { FoundColumn, FoundTable, Meaning, Shape } from "./types";

const isMoney = /^(amount|mrr|revenue)$/;

/** What the table is when a person says that a column means something else. */
export function remap(table: FoundTable, column: number, meaning: Meaning | undefined): FoundTable {
  const columns = table.columns.map((one): FoundColumn => {
    if (one.column === column) return { ...one, meaning, confidence: "high" };
    return meaning !== undefined && one.meaning === meaning ? { ...one, meaning: undefined } : one;
  });
  const meanings = columns.map((one) => one.meaning);
  const has = (shape: Shape) =>
    (shape !== "cube" || table.months !== undefined) &&
    needsOf(shape).every((group) => group.some((one) => meanings.includes(one)));
  const shape = table.shape && has(table.shape) ? table.shape : allShapes.find(has);
  const needed = shape ? needsOf(shape).flat() : [];
  const isSame = (one: Meaning) =>
    columns.find(({ meaning }) => meaning === one)?.column ===
    table.columns.find(({ meaning }) => meaning === one)?.column;
  const changedMoney = columns.find(({ meaning }) => isMoney.test(meaning ?? "") && !isSame(meaning!));
  return completed({
    ...table,
    columns,
    shape,
    confidence: shape
      ? lowest(
          columns.filter((one) => one.meaning && needed.includes(one.meaning)).map((one) => one.confidence),
        )
      : "low",
    inCents: changedMoney ? headerWords(changedMoney.header).inCents : table.inCents,
    monthsOfAmount: changedMoney ? headerWords(changedMoney.header).months : table.monthsOfAmount,
    currencies: isSame("currency") && !changedMoney ? table.currencies : undefined,
    paidStatuses: isSame("status") ? table.paidStatuses : undefined,
  });
}
