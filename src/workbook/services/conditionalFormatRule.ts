import type { IStyleBase } from "@univerjs/core";
import {
  CFNumberOperator as Is,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator as Text,
  CFValueType,
  type IColorScale,
  type IConditionalFormattingRuleConfig,
  type IHighlightCell,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { Range } from "./range";

/** A condition as Univer keeps it, and where it holds. */
interface Rule {
  readonly rule: IConditionalFormattingRuleConfig;
  readonly ranges: readonly Range[];
}

/** The part of Apps Script's ConditionalFormatRule which the add-on uses. */
export interface ConditionalFormatRule {
  readonly getRanges: () => Range[];
  /** The colors of a color scale, null where it has none there; null for a rule of another kind. */
  readonly getGradientCondition: () => GradientCondition | null;
  /** Null for a color scale. */
  readonly getBooleanCondition: () => BooleanCondition | null;
  /** Ours, not Apps Script's. */
  readonly internal: Rule;
}

interface GradientCondition {
  readonly getMinColor: () => string | null;
  readonly getMidColor: () => string | null;
  readonly getMaxColor: () => string | null;
}

interface BooleanCondition {
  readonly getBackground: () => string | null;
  readonly getFontColor: () => string | null;
  readonly getCriteriaValues: () => unknown[];
}

export interface ConditionalFormatRuleBuilder {
  readonly setRanges: (ranges: readonly Range[]) => ConditionalFormatRuleBuilder;
  readonly setBackground: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setFontColor: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setGradientMinpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly setGradientMaxpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly setGradientMidpointWithValue: (
    color: string,
    type: "NUMBER" | "PERCENT" | "PERCENTILE",
    value: string,
  ) => ConditionalFormatRuleBuilder;
  readonly whenNumberGreaterThan: (value: number) => ConditionalFormatRuleBuilder;
  readonly whenNumberBetween: (start: number, end: number) => ConditionalFormatRuleBuilder;
  readonly whenTextContains: (text: string) => ConditionalFormatRuleBuilder;
  readonly whenFormulaSatisfied: (formula: string) => ConditionalFormatRuleBuilder;
  readonly build: () => ConditionalFormatRule;
}

/** Apps Script's SpreadsheetApp.newConditionalFormatRule(). */
export function newConditionalFormatRule(): ConditionalFormatRuleBuilder {
  return createBuilder();
}

/** A rule that was built or read from a sheet. */
export function createRule(internal: Rule): ConditionalFormatRule {
  const { rule, ranges } = internal;
  return {
    internal,
    getRanges: () => [...ranges],
    getGradientCondition: () => (isColorScale(rule) ? gradientCondition(rule) : null),
    getBooleanCondition: () => (isHighlight(rule) ? booleanCondition(rule) : null),
  };
}

/** What the value of a color scale's point is. */
const POINT_TYPES = {
  NUMBER: CFValueType.num,
  PERCENT: CFValueType.percent,
  PERCENTILE: CFValueType.percentile,
} as const;

/** What a builder was told so far. */
interface Draft {
  readonly ranges: readonly Range[];
  readonly condition: Readonly<Record<string, unknown>>;
  readonly style: IStyleBase;
  readonly gradient: { readonly min?: Point; readonly mid?: Point; readonly max?: Point };
}

interface Point {
  readonly color: string;
  readonly value: IValueConfig;
}

function createBuilder(): ConditionalFormatRuleBuilder {
  let draft: Draft = { ranges: [], condition: {}, style: {}, gradient: {} };
  const change = (part: Partial<Draft>) => {
    draft = { ...draft, ...part };
    return builder;
  };
  const style = (part: IStyleBase) => change({ style: { ...draft.style, ...part } });
  const point = (name: keyof Draft["gradient"], color: string, value: IValueConfig) =>
    change({ gradient: { ...draft.gradient, [name]: { color, value } } });
  const when = (subType: CFSubRuleType, operator: Is | Text, value: unknown) =>
    change({ condition: { subType, operator, value } });

  const builder: ConditionalFormatRuleBuilder = {
    setRanges: (ranges) => change({ ranges }),
    setBackground: (color) => style({ bg: color ? { rgb: color } : null }),
    setFontColor: (color) => style({ cl: color ? { rgb: color } : null }),
    setGradientMinpoint: (color) => point("min", color, { type: CFValueType.min }),
    setGradientMaxpoint: (color) => point("max", color, { type: CFValueType.max }),
    setGradientMidpointWithValue: (color, type, value) =>
      point("mid", color, { type: POINT_TYPES[type], value: Number(value) }),
    whenNumberGreaterThan: (value) => when(CFSubRuleType.number, Is.greaterThan, value),
    whenNumberBetween: (start, end) =>
      when(CFSubRuleType.number, Is.between, [Math.min(start, end), Math.max(start, end)]),
    whenTextContains: (text) => when(CFSubRuleType.text, Text.containsText, text),
    whenFormulaSatisfied: (formula) =>
      change({ condition: { subType: CFSubRuleType.formula, value: formula } }),
    build: () => createRule({ rule: ruleOf(draft), ranges: draft.ranges }),
  };
  return builder;
}

function ruleOf({ condition, style, gradient }: Draft): IConditionalFormattingRuleConfig {
  const { min, mid, max } = gradient;
  const points = [min, mid, max].flatMap((point) => point ?? []);
  if (points.length > 0)
    return { type: CFRuleType.colorScale, config: points.map((point, index) => ({ index, ...point })) };
  return { type: CFRuleType.highlightCell, style, ...condition } as IConditionalFormattingRuleConfig;
}

function gradientCondition({ config }: IColorScale): GradientCondition {
  const color = (index: number) => () => config[index]?.color ?? null;
  const last = config.length - 1;
  return {
    getMinColor: color(0),
    getMidColor: () => (last === 2 ? config[1]!.color : null),
    getMaxColor: color(last),
  };
}

function booleanCondition(rule: IHighlightCell): BooleanCondition {
  const { value } = rule as { value?: unknown };
  return {
    getBackground: () => rule.style.bg?.rgb ?? null,
    getFontColor: () => rule.style.cl?.rgb ?? null,
    getCriteriaValues: () => (value === undefined ? [] : [value].flat()),
  };
}

function isColorScale(rule: IConditionalFormattingRuleConfig): rule is IColorScale {
  return rule.type === CFRuleType.colorScale;
}

function isHighlight(
  rule: IConditionalFormattingRuleConfig,
): rule is Extract<IConditionalFormattingRuleConfig, IHighlightCell> {
  return rule.type === CFRuleType.highlightCell;
}
