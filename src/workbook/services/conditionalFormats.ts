import { ICommandService, type IRange, Rectangle as Rectangles } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  ClearWorksheetCfCommand,
  ConditionalFormattingRuleModel,
  type IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import { type Rectangle, rangeOf, rectangleOf, toA1 } from "./a1";
import { type ConditionalFormatRule, createRule } from "./conditionalFormatRule";
import type { Range } from "./range";
import type { Sheet, SheetInternal } from "./sheet";

/** The methods of a Sheet for its conditional formats; of two rules for a cell the first has its way. */
export type SheetRules = ReturnType<typeof sheetRules>;

/** Reads and replaces the conditional formats of a sheet. */
export function sheetRules(internal: SheetInternal, self: () => Sheet) {
  return {
    getConditionalFormatRules: (): ConditionalFormatRule[] =>
      storedRules(internal).map(({ rule, ranges }) =>
        createRule({ rule, ranges: ranges.map((range) => self().getRange(toA1(rectangleOf(range)))) }),
      ),
    setConditionalFormatRules: (rules: readonly ConditionalFormatRule[]): void =>
      replaceRules(
        internal,
        rules.map(({ internal: { rule, ranges } }) => ({ rule, ranges: ranges.map(toRange) })),
      ),
  };
}

/** Takes an area out of the ranges of all rules of its sheet. */
export function clearRules(internal: SheetInternal, area: Rectangle): void {
  const rules = storedRules(internal);
  if (rules.length === 0) return;
  const cleared = rangeOf(area);
  const left = rules.map(({ rule, ranges }) => ({
    rule,
    ranges: ranges.flatMap((range) => Rectangles.subtract(range, cleared)),
  }));
  replaceRules(
    internal,
    left.filter(({ ranges }) => ranges.length > 0),
  );
}

interface StoredRule {
  readonly rule: IConditionalFormattingRuleConfig;
  readonly ranges: readonly IRange[];
}

function storedRules({ worksheet }: SheetInternal): readonly StoredRule[] {
  const model = worksheet.getInject().get(ConditionalFormattingRuleModel);
  return model.getSubunitRules(worksheet.getWorkbook().getUnitId(), worksheet.getSheetId()) ?? [];
}

function replaceRules({ worksheet }: SheetInternal, rules: readonly StoredRule[]): void {
  const commands = worksheet.getInject().get(ICommandService);
  const place = { unitId: worksheet.getWorkbook().getUnitId(), subUnitId: worksheet.getSheetId() };
  commands.syncExecuteCommand(ClearWorksheetCfCommand.id, place);
  // Univer puts each new rule before the others.
  for (const { rule, ranges } of [...rules].reverse()) {
    const added = { cfId: crypto.randomUUID(), ranges, stopIfTrue: false, rule };
    commands.syncExecuteCommand(AddConditionalRuleMutation.id, { ...place, rule: added });
  }
}

function toRange(range: Range): IRange {
  const [row, column] = [range.getRow() - 1, range.getColumn() - 1];
  return rangeOf({ row, column, rows: range.getNumRows(), columns: range.getNumColumns() });
}
