import {
  type CFNumberOperator as Is,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  type IColorScale,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
  type IHighlightCell,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { ConditionalFormattingOptions, ConditionalFormattingRule, Cvfo, Worksheet } from "exceljs";
import { parseA1, rangeOf } from "../services/a1";
import { fromExcel, toExcel } from "./excelFormula";
import { areaName } from "./excelLayout";
import { fromArgb, toArgb } from "./excelColor";
import { fromExcelStyle, toExcelStyle } from "./excelStyle";

/** Writes the conditional formats of a sheet. */
export function writeRules(rules: readonly IConditionFormattingRule[], target: Worksheet): void {
  rules.forEach(({ rule, ranges }, index) => {
    const written = ranges.length > 0 && toExcelRule(rule, index + 1);
    if (written) target.addConditionalFormatting({ ref: ranges.map(areaName).join(" "), rules: [written] });
  });
}

/** Reads them, as far as the local workbook shows such rules. */
export function readRules(source: Worksheet): IConditionFormattingRule[] {
  const { conditionalFormattings = [] } = source as unknown as {
    conditionalFormattings?: ConditionalFormattingOptions[];
  };
  const found = conditionalFormattings.flatMap(({ ref, rules }) =>
    rules.flatMap((excels) => {
      const rule = fromExcelRule(excels);
      const ranges = ref
        .split(" ")
        .map((area) => rangeOf(parseA1(area.includes(":") ? area : `${area}:${area}`, 0, 0)));
      return rule ? [{ rule, ranges, priority: excels.priority ?? 0 }] : [];
    }),
  );
  return found
    .sort((one, other) => one.priority - other.priority)
    .map(({ rule, ranges }, index) => ({ cfId: `x${index}`, ranges, rule, stopIfTrue: false }));
}

function toExcelRule(
  rule: IConditionalFormattingRuleConfig,
  priority: number,
): ConditionalFormattingRule | undefined {
  if (rule.type === CFRuleType.colorScale) return toExcelScale(rule, priority);
  if (rule.type !== CFRuleType.highlightCell) return undefined;
  const { subType, operator, value, style } = rule as IHighlightCell & {
    operator?: string;
    value?: string | number | readonly number[];
  };
  const { fill, font } = toExcelStyle(style);
  const shown = {
    ...(font && { font }),
    // What fills a cell is called its background here, unlike in the styles of cells.
    ...(fill?.type === "pattern" && { fill: { ...fill, bgColor: fill.fgColor } }),
  };
  const shared = { priority, style: shown };
  if (subType === CFSubRuleType.number)
    return { ...shared, type: "cellIs", operator: operator as "equal", formulae: [value].flat() };
  return subType === CFSubRuleType.formula
    ? { ...shared, type: "expression", formulae: [toExcel(String(value))] }
    : undefined;
}

function toExcelScale({ config }: IColorScale, priority: number): ConditionalFormattingRule {
  return {
    priority,
    type: "colorScale",
    cfvo: config.map(({ value: { type, value } }) => ({ type, value }) as Cvfo),
    color: config.map(({ color }) => ({ argb: toArgb(color) })),
  };
}

function fromExcelRule(rule: ConditionalFormattingRule): IConditionalFormattingRuleConfig | undefined {
  if (rule.type === "colorScale") return fromExcelScale(rule.cfvo ?? [], rule.color ?? []);
  if (rule.type !== "cellIs" && rule.type !== "expression") return undefined;
  const { fill, font } = rule.style ?? {};
  const filled = fill?.type === "pattern" && {
    fill: { ...fill, pattern: "solid", fgColor: fill.bgColor } as const,
  };
  const style = fromExcelStyle({ ...(font && { font }), ...filled }) ?? {};
  const shared = { type: CFRuleType.highlightCell, style };
  const [formula, second] = (rule.formulae ?? []).map(String);
  if (formula === undefined) return undefined;
  const operator = rule.type === "cellIs" ? (rule.operator as Is | undefined) : undefined;
  if (operator === undefined)
    return {
      ...shared,
      subType: CFSubRuleType.formula,
      value: fromExcel(formula),
    } as IConditionalFormattingRuleConfig;
  const value = second === undefined ? Number(formula) : [Number(formula), Number(second)];
  return { ...shared, subType: CFSubRuleType.number, operator, value } as IConditionalFormattingRuleConfig;
}

function fromExcelScale(points: readonly Cvfo[], colors: readonly { argb?: string }[]): IColorScale {
  return {
    type: CFRuleType.colorScale,
    config: points.map(({ type, value }, index) => ({
      index,
      color: fromArgb(colors[index]?.argb ?? "FFFFFFFF"),
      value: { type: CFValueType[type as keyof typeof CFValueType], value } as IValueConfig,
    })),
  };
}
