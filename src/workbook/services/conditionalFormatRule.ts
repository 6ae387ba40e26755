import type { IStyleBase } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  type IColorScale,
  type IConditionalFormattingRuleConfig,
  type IHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import type { Range } from "./range";

/** A condition as Univer keeps it, and where it holds. */
interface Rule {
  readonly rule: IConditionalFormattingRuleConfig;
  readonly ranges: readonly Range[];
}

/** The part of Apps Script's ConditionalFormatRule which the add-on uses. */
export type ConditionalFormatRule = ReturnType<typeof createRule>;

/** A rule that was built or read from a sheet. */
export function createRule(internal: Rule) {
  const { rule, ranges } = internal;
  return {
    /** Ours, not Apps Script's. */
    internal,
    getRanges: () => [...ranges],
    /** The colors of a color scale; null for a rule of another kind. */
    getGradientCondition: () => (rule.type === CFRuleType.colorScale ? gradientCondition(rule) : null),
    /** Null for a color scale. */
    getBooleanCondition: () => (rule.type === CFRuleType.highlightCell ? booleanCondition(rule) : null),
  };
}

interface ConditionalFormatRuleBuilder {
  readonly setRanges: (ranges: readonly Range[]) => ConditionalFormatRuleBuilder;
  readonly setBackground: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setFontColor: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setGradientMinpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly setGradientMaxpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly whenFormulaSatisfied: (formula: string) => ConditionalFormatRuleBuilder;
  readonly build: () => ConditionalFormatRule;
}

/** What a builder was told so far. */
interface Draft {
  readonly ranges: readonly Range[];
  readonly formula: string;
  readonly style: IStyleBase;
  /** The colors of a color scale. */
  readonly scale: { readonly min?: string; readonly max?: string };
}

/** Apps Script's SpreadsheetApp.newConditionalFormatRule(). */
export function newConditionalFormatRule(): ConditionalFormatRuleBuilder {
  let draft: Draft = { ranges: [], formula: "", style: {}, scale: {} };
  const change = (part: Partial<Draft>) => {
    draft = { ...draft, ...part };
    return builder;
  };
  const style = (part: IStyleBase) => change({ style: { ...draft.style, ...part } });

  const builder: ConditionalFormatRuleBuilder = {
    setRanges: (ranges) => change({ ranges }),
    setBackground: (color) => style({ bg: color ? { rgb: color } : null }),
    setFontColor: (color) => style({ cl: color ? { rgb: color } : null }),
    setGradientMinpoint: (min) => change({ scale: { ...draft.scale, min } }),
    setGradientMaxpoint: (max) => change({ scale: { ...draft.scale, max } }),
    whenFormulaSatisfied: (formula) => change({ formula }),
    build: () => createRule({ rule: ruleOf(draft), ranges: draft.ranges }),
  };
  return builder;
}

function ruleOf({ formula, style, scale: { min, max } }: Draft): IConditionalFormattingRuleConfig {
  if (min === undefined || max === undefined)
    return { type: CFRuleType.highlightCell, style, subType: CFSubRuleType.formula, value: formula };
  const config = [
    { index: 0, color: min, value: { type: CFValueType.min } },
    { index: 1, color: max, value: { type: CFValueType.max } },
  ];
  return { type: CFRuleType.colorScale, config };
}

function gradientCondition({ config }: IColorScale) {
  return {
    getMinColor: () => config[0]?.color ?? null,
    getMaxColor: () => config.at(-1)?.color ?? null,
  };
}

function booleanCondition(rule: IHighlightCell) {
  const { value } = rule as { value?: unknown };
  return {
    getBackground: () => rule.style.bg?.rgb ?? null,
    getFontColor: () => rule.style.cl?.rgb ?? null,
    getCriteriaValues: () => (value === undefined ? [] : [value].flat()),
  };
}
