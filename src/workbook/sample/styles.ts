import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";

const INK = "#202124";
const bold = { bl: BooleanNumber.TRUE };
const space = { pd: { l: 6, r: 6 } };
const middle = { vt: VerticalAlign.MIDDLE };
const wrap = { tb: WrapStrategy.WRAP };
const thinLine = { s: BorderStyleTypes.THIN, cl: { rgb: "#e0e3e7" } };
const heading = { ...bold, ...space, ...middle, bg: { rgb: "#eef3ee" }, cl: { rgb: INK } };
const result = {
  ...bold,
  ...middle,
  bd: { b: thinLine },
  bg: { rgb: "#e6f4ea" },
  cl: { rgb: "#0d652d" },
  ht: HorizontalAlign.RIGHT,
  pd: { r: 10 },
};

/** Number formats, which name no currency since the data have none. */
const FORMATS = {
  date: "yyyy-mm-dd",
  month: "mmm yyyy",
  quarter: '"From "mmm yyyy',
  money: "#,##0.00",
  whole: "#,##0",
  percent: "0.0%",
  share: "0%",
  number: "0.0",
  parameter: "0.000",
};

const format = (pattern: string): IStyleData => ({ n: { pattern }, ...space });

/** The styles of the sample workbook by id. */
export const styles = {
  date: { ...format(FORMATS.date), ht: HorizontalAlign.LEFT },
  month: { ...format(FORMATS.month), ht: HorizontalAlign.LEFT },
  quarter: { ...format(FORMATS.quarter), ht: HorizontalAlign.LEFT },
  monthRight: { ...format(FORMATS.month), ht: HorizontalAlign.RIGHT },
  money: format(FORMATS.money),
  whole: format(FORMATS.whole),
  percent: format(FORMATS.percent),
  share: format(FORMATS.share),
  number: format(FORMATS.number),
  parameter: format(FORMATS.parameter),
  text: space,
  heading,
  headingRight: { ...heading, ...wrap, ht: HorizontalAlign.RIGHT },
  headingLeft: { ...heading, ...wrap },
  /** Of a column whose heading is a number. */
  headingAge: { ...heading, ...format(FORMATS.whole), ht: HorizontalAlign.RIGHT },
  headingMonth: { ...heading, ...format(FORMATS.month), ht: HorizontalAlign.RIGHT },
  tableTitle: { ...bold, ...space, ...middle, fs: 12, cl: { rgb: "#188038" } },
  tableText: { ...wrap, ...middle, ...space, cl: { rgb: "#5f6368" } },
  sheetTitle: { fs: 16, cl: { rgb: INK }, ...middle, ...space },
  title: { fs: 20, cl: { rgb: INK }, ...middle },
  lead: { ...wrap, ...middle, cl: { rgb: "#5f6368" } },
  section: { ...bold, fs: 12, cl: { rgb: "#188038" }, vt: VerticalAlign.BOTTOM, pd: { b: 6 } },
  step: { ...middle, ht: HorizontalAlign.CENTER, cl: { rgb: "#80868b" }, bd: { b: thinLine } },
  question: { ...wrap, ...middle, bd: { b: thinLine } },
  formula: { ...wrap, ...middle, ff: "Courier New", fs: 9, cl: { rgb: "#1a56c4" }, bd: { b: thinLine } },
  formulaText: { ...wrap, ...middle, ff: "Courier New", fs: 9, cl: { rgb: "#1a56c4" }, ...space },
  formulaLine: { ...middle, ff: "Courier New", fs: 9, cl: { rgb: "#1a56c4" } },
  resultMoney: { ...format(FORMATS.money), ...result },
  resultNumber: { ...format(FORMATS.number), ...result },
  resultText: result,
  resultPercent: { ...format(FORMATS.percent), ...result },
  resultWhole: { ...format(FORMATS.whole), ...result },
  /** The name of the sheet that holds more. */
  pointer: { ...middle, cl: { rgb: "#188038" }, bd: { b: thinLine }, pd: { l: 10 } },
  words: { ...wrap, ...middle, bg: { rgb: "#e6f4ea" }, cl: { rgb: "#0d652d" }, pd: { l: 10, r: 10 } },
} satisfies Record<string, IStyleData>;

export type StyleId = keyof typeof styles;
