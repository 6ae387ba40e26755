import { ICommandService, type Injector } from "@univerjs/core";
import {
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import { rangeOf, rectangleOf } from "../services/a1";
import { shiftOf, shiftRectangle } from "./shift";

/** Moves the ranges of conditional formats with their cells, which Univer leaves to its own user interface. */
export function moveRulesWithCells(injector: Injector): void {
  const commands = injector.get(ICommandService);
  const model = injector.get(ConditionalFormattingRuleModel);
  commands.onCommandExecuted(({ id, params }) => {
    const shift = shiftOf(id, params);
    if (!shift) return;
    const { unitId } = params as { unitId: string };
    const place = { unitId, subUnitId: shift.sheetId };
    for (const rule of model.getSubunitRules(unitId, shift.sheetId)?.slice() ?? []) {
      const { cfId } = rule;
      const moved = rule.ranges.flatMap((range) => shiftRectangle(rectangleOf(range), shift) ?? []);
      if (moved.length === 0)
        commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...place, cfId });
      const ranges = moved.map(rangeOf);
      const changed = { ...place, cfId, rule: { ...rule, ranges } };
      if (moved.length > 0) commands.syncExecuteCommand(SetConditionalRuleMutation.id, changed);
    }
  });
}
