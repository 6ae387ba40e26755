import { ICommandService, type IRange, Rectangle as Rectangles } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  ClearWorksheetCfCommand,
  ConditionalFormattingRuleModel,
  type IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import { type Rectangle, rangeOf } from "./a1";
import type { SheetInternal } from "./sheetInternal";

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

export function storedRules({ worksheet }: SheetInternal): readonly StoredRule[] {
  const model = worksheet.getInject().get(ConditionalFormattingRuleModel);
  return model.getSubunitRules(worksheet.getWorkbook().getUnitId(), worksheet.getSheetId()) ?? [];
}

export function replaceRules({ worksheet }: SheetInternal, rules: readonly StoredRule[]): void {
  const commands = worksheet.getInject().get(ICommandService);
  const place = { unitId: worksheet.getWorkbook().getUnitId(), subUnitId: worksheet.getSheetId() };
  commands.syncExecuteCommand(ClearWorksheetCfCommand.id, place);
  // Univer puts each new rule before the others.
  for (const { rule, ranges } of [...rules].reverse()) {
    const added = { cfId: crypto.randomUUID(), ranges, stopIfTrue: false, rule };
    commands.syncExecuteCommand(AddConditionalRuleMutation.id, { ...place, rule: added });
  }
}
