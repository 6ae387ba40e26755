import type { IRange } from "@univerjs/core";
import { rangeOf, rectangleOf } from "./a1";
import { type ConditionalFormatRule, createRule } from "./conditionalFormatRule";
import { createRange, type Range, type SheetOfRange } from "./range";
import type { SheetInternal } from "./sheetInternal";
import { replaceRules, storedRules } from "./storedRules";

/** The methods of a Sheet for its conditional formats; of two rules for a cell the first has its way. */
export type SheetRules = ReturnType<typeof sheetRules>;

/** Reads and replaces the conditional formats of a sheet. */
export function sheetRules(internal: SheetInternal, self: () => SheetOfRange) {
  return {
    getConditionalFormatRules: (): ConditionalFormatRule[] =>
      storedRules(internal).map(({ rule, ranges }) =>
        createRule({ rule, ranges: ranges.map((range) => createRange(self(), rectangleOf(range))) }),
      ),
    setConditionalFormatRules: (rules: readonly ConditionalFormatRule[]): void =>
      replaceRules(
        internal,
        rules.map(({ internal: { rule, ranges } }) => ({ rule, ranges: ranges.map(toRange) })),
      ),
  };
}

function toRange(range: Range): IRange {
  const [row, column] = [range.getRow() - 1, range.getColumn() - 1];
  return rangeOf({ row, column, rows: range.getNumRows(), columns: range.getNumColumns() });
}
