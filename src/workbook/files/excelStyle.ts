import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { Alignment, Style } from "exceljs";
import { fromExcelBorders, toExcelBorders } from "./excelBorders";
import { fromArgb, toArgb } from "./excelColor";

const HORIZONTAL: Readonly<Record<number, Alignment["horizontal"]>> = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
};

const VERTICAL: Readonly<Record<number, Alignment["vertical"]>> = {
  [VerticalAlign.TOP]: "top",
  [VerticalAlign.MIDDLE]: "middle",
  [VerticalAlign.BOTTOM]: "bottom",
};

/** Number format, font, fill, borders and alignment as exceljs writes them. */
export function toExcelStyle({ n, bl, it, fs, ff, cl, bg, bd, ht, vt, tb }: IStyleData): Partial<Style> {
  const border = toExcelBorders(bd);
  const font = {
    ...(bl && { bold: true }),
    ...(it && { italic: true }),
    ...(fs && { size: fs }),
    ...(ff && { name: ff }),
    ...(cl?.rgb && { color: { argb: toArgb(cl.rgb) } }),
  };
  const alignment: Partial<Alignment> = {
    ...(ht && { horizontal: HORIZONTAL[ht] }),
    ...(vt && { vertical: VERTICAL[vt] }),
    ...(tb === WrapStrategy.WRAP && { wrapText: true }),
  };
  return {
    ...(n?.pattern && { numFmt: n.pattern }),
    ...(border && { border }),
    ...(Object.keys(font).length > 0 && { font }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(bg?.rgb && { fill: { type: "pattern", pattern: "solid", fgColor: { argb: toArgb(bg.rgb) } } }),
  };
}

/** The font of a cell that has no other, as in Sheets. */
export const DEFAULT_FONT = { name: "Arial", size: 10 };

const DEFAULT_FONT_XML =
  '<font><sz val="10"/><color rgb="FF000000"/><name val="Arial"/><family val="2"/></font>';

/**
 * The styles that exceljs has written, with our default font, the first in the list, by whose digits Excel measures the
 * width of columns; and with a font's size before its color, as the format has it.
 */
export function withDefaultFont(styles: string): string {
  const inOrder = styles.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1");
  return inOrder.replace(/<font>.*?<\/font>/s, DEFAULT_FONT_XML);
}

/** A style for a cell, whose font must be complete: one without a name or a size is not the default one, but any. */
export function toExcelCellStyle(style: IStyleData): Partial<Style> {
  const { font, ...others } = toExcelStyle(style);
  return { ...others, ...(font && { font: { ...DEFAULT_FONT, ...font } }) };
}

/** The same, read from what exceljs found; undefined where the cell has no style of its own. */
export function fromExcelStyle(given: Partial<Style>): IStyleData | undefined {
  const { numFmt, font, fill, border, alignment } = given;
  const bd = fromExcelBorders(border);
  const background = fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.argb : undefined;
  const style: IStyleData = {
    ...(numFmt && numFmt !== "General" && { n: { pattern: numFmt } }),
    ...(font?.bold && { bl: BooleanNumber.TRUE }),
    ...(font?.italic && { it: BooleanNumber.TRUE }),
    ...(font?.size && font.size !== DEFAULT_FONT.size && { fs: font.size }),
    ...(font?.name && font.name !== DEFAULT_FONT.name && { ff: font.name }),
    ...(font?.color?.argb && { cl: { rgb: fromArgb(font.color.argb) } }),
    ...(bd && { bd }),
    ...(background && { bg: { rgb: fromArgb(background) } }),
    ...pick("ht", HORIZONTAL, alignment?.horizontal),
    ...pick("vt", VERTICAL, alignment?.vertical),
    ...(alignment?.wrapText && { tb: WrapStrategy.WRAP }),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

function pick(
  key: "ht" | "vt",
  names: Readonly<Record<number, string | undefined>>,
  name: string | undefined,
): IStyleData {
  const found = Object.entries(names).find(([, known]) => known !== undefined && known === name);
  return found ? { [key]: Number(found[0]) } : {};
}
