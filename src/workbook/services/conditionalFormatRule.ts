import { BooleanNumber, type IStyleBase } from "@univerjs/core";
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

/** Apps Script's SpreadsheetApp.InterpolationType. */
export const InterpolationType = {
  NUMBER: "NUMBER",
  PERCENT: "PERCENT",
  PERCENTILE: "PERCENTILE",
  MIN: "MIN",
  MAX: "MAX",
} as const;

type Interpolation = keyof typeof InterpolationType;

const VALUE_TYPES: Readonly<Record<Interpolation, CFValueType>> = {
  NUMBER: CFValueType.num,
  PERCENT: CFValueType.percent,
  PERCENTILE: CFValueType.percentile,
  MIN: CFValueType.min,
  MAX: CFValueType.max,
};

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
  readonly copy: () => ConditionalFormatRuleBuilder;
  /** Ours, not Apps Script's. */
  readonly internal: Rule;
}

export interface GradientCondition {
  readonly getMinColor: () => string | null;
  readonly getMidColor: () => string | null;
  readonly getMaxColor: () => string | null;
}

export interface BooleanCondition {
  readonly getBackground: () => string | null;
  readonly getFontColor: () => string | null;
  readonly getCriteriaValues: () => unknown[];
}

export interface ConditionalFormatRuleBuilder {
  readonly setRanges: (ranges: readonly Range[]) => ConditionalFormatRuleBuilder;
  readonly setBackground: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setFontColor: (color: string | null) => ConditionalFormatRuleBuilder;
  readonly setBold: (isBold: boolean) => ConditionalFormatRuleBuilder;
  readonly setItalic: (isItalic: boolean) => ConditionalFormatRuleBuilder;
  readonly setGradientMinpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly setGradientMaxpoint: (color: string) => ConditionalFormatRuleBuilder;
  readonly setGradientMinpointWithValue: SetPoint;
  readonly setGradientMidpointWithValue: SetPoint;
  readonly setGradientMaxpointWithValue: SetPoint;
  readonly whenNumberGreaterThan: WhenNumber;
  readonly whenNumberGreaterThanOrEqualTo: WhenNumber;
  readonly whenNumberLessThan: WhenNumber;
  readonly whenNumberLessThanOrEqualTo: WhenNumber;
  readonly whenNumberEqualTo: WhenNumber;
  readonly whenNumberNotEqualTo: WhenNumber;
  readonly whenNumberBetween: WhenBetween;
  readonly whenNumberNotBetween: WhenBetween;
  readonly whenTextContains: WhenText;
  readonly whenTextDoesNotContain: WhenText;
  readonly whenTextEqualTo: WhenText;
  readonly whenTextStartsWith: WhenText;
  readonly whenTextEndsWith: WhenText;
  readonly whenFormulaSatisfied: WhenText;
  readonly whenCellEmpty: () => ConditionalFormatRuleBuilder;
  readonly whenCellNotEmpty: () => ConditionalFormatRuleBuilder;
  readonly build: () => ConditionalFormatRule;
}

type SetPoint = (color: string, type: Interpolation, value: string) => ConditionalFormatRuleBuilder;
type WhenNumber = (value: number) => ConditionalFormatRuleBuilder;
type WhenBetween = (start: number, end: number) => ConditionalFormatRuleBuilder;
type WhenText = (text: string) => ConditionalFormatRuleBuilder;

/** Apps Script's SpreadsheetApp.newConditionalFormatRule(). */
export function newConditionalFormatRule(): ConditionalFormatRuleBuilder {
  return createBuilder({ ranges: [], condition: {}, style: {}, gradient: {} });
}

/** A rule that was built or read from a sheet. */
export function createRule(internal: Rule): ConditionalFormatRule {
  const { rule, ranges } = internal;
  return {
    internal,
    getRanges: () => [...ranges],
    getGradientCondition: () => (isColorScale(rule) ? gradientCondition(rule) : null),
    getBooleanCondition: () => (isHighlight(rule) ? booleanCondition(rule) : null),
    copy: () => createBuilder(draftOf(internal)),
  };
}

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

function createBuilder(start: Draft): ConditionalFormatRuleBuilder {
  let draft = start;
  const change = (part: Partial<Draft>) => {
    draft = { ...draft, ...part };
    return builder;
  };
  const style = (part: IStyleBase) => change({ style: { ...draft.style, ...part } });
  const point = (name: keyof Draft["gradient"], color: string, value: IValueConfig) =>
    change({ gradient: { ...draft.gradient, [name]: { color, value } } });
  const pointWithValue =
    (name: keyof Draft["gradient"]): SetPoint =>
    (color, type, value) =>
      point(name, color, pointValue(type, value));
  const when = (subType: CFSubRuleType, operator?: Is | Text) => (value: unknown) =>
    change({ condition: { subType, operator, value } });
  const number = (operator: Is): WhenNumber => when(CFSubRuleType.number, operator);
  const text = (operator: Text): WhenText => when(CFSubRuleType.text, operator);
  const between =
    (operator: Is): WhenBetween =>
    (first, second) =>
      when(CFSubRuleType.number, operator)([Math.min(first, second), Math.max(first, second)]);

  const builder: ConditionalFormatRuleBuilder = {
    setRanges: (ranges) => change({ ranges }),
    setBackground: (color) => style({ bg: color ? { rgb: color } : null }),
    setFontColor: (color) => style({ cl: color ? { rgb: color } : null }),
    setBold: (isBold) => style({ bl: isBold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    setItalic: (isItalic) => style({ it: isItalic ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    setGradientMinpoint: (color) => point("min", color, { type: CFValueType.min }),
    setGradientMaxpoint: (color) => point("max", color, { type: CFValueType.max }),
    setGradientMinpointWithValue: pointWithValue("min"),
    setGradientMidpointWithValue: pointWithValue("mid"),
    setGradientMaxpointWithValue: pointWithValue("max"),
    whenNumberGreaterThan: number(Is.greaterThan),
    whenNumberGreaterThanOrEqualTo: number(Is.greaterThanOrEqual),
    whenNumberLessThan: number(Is.lessThan),
    whenNumberLessThanOrEqualTo: number(Is.lessThanOrEqual),
    whenNumberEqualTo: number(Is.equal),
    whenNumberNotEqualTo: number(Is.notEqual),
    whenNumberBetween: between(Is.between),
    whenNumberNotBetween: between(Is.notBetween),
    whenTextContains: text(Text.containsText),
    whenTextDoesNotContain: text(Text.notContainsText),
    whenTextEqualTo: text(Text.equal),
    whenTextStartsWith: text(Text.beginsWith),
    whenTextEndsWith: text(Text.endsWith),
    whenFormulaSatisfied: when(CFSubRuleType.formula),
    whenCellEmpty: () => when(CFSubRuleType.text, Text.containsBlanks)(undefined),
    whenCellNotEmpty: () => when(CFSubRuleType.text, Text.notContainsBlanks)(undefined),
    build: () => createRule({ rule: ruleOf(draft), ranges: draft.ranges }),
  };
  return builder;
}

/** Apps Script takes the value of a point as text: a number, or a formula. */
function pointValue(type: Interpolation, value: string): IValueConfig {
  if (value.startsWith("=")) return { type: CFValueType.formula, value };
  return type === "MIN" || type === "MAX"
    ? { type: VALUE_TYPES[type] }
    : { type: VALUE_TYPES[type], value: Number(value) };
}

function ruleOf({ condition, style, gradient }: Draft): IConditionalFormattingRuleConfig {
  const { min, mid, max } = gradient;
  const points = [min, mid, max].flatMap((point) => point ?? []);
  if (points.length > 0)
    return { type: CFRuleType.colorScale, config: points.map((point, index) => ({ index, ...point })) };
  return { type: CFRuleType.highlightCell, style, ...condition } as IConditionalFormattingRuleConfig;
}

function draftOf({ rule, ranges }: Rule): Draft {
  if (isHighlight(rule)) {
    const { style, type: _, ...condition } = rule;
    return { ranges, style, condition: { ...condition }, gradient: {} };
  }
  if (!isColorScale(rule)) return { ranges, style: {}, condition: {}, gradient: {} };
  const [min, second, third] = rule.config;
  const gradient = third ? { min, mid: second, max: third } : { min, max: second };
  return { ranges, style: {}, condition: {}, gradient };
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
