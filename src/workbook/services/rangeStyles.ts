import {
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy as Wrapping,
} from "@univerjs/core";
import type { Rectangle } from "./a1";
import { readCells } from "./readCells";
import { borderLine, type BorderStyle, cellBorders, type Edge } from "./borders";
import type { SheetInternal } from "./sheetInternal";
import { writeStyles } from "./writeStyles";

export type FontWeight = "bold" | "normal";
type VerticalAlignment = "top" | "middle" | "bottom";
type HorizontalAlignment = "left" | "center" | "right" | "normal";

/** The methods of a Range that format its cells, null being the default. */
export type RangeStyles<Self> = ReturnType<typeof rangeStyles<Self>>;

/** Number of the alignment in Univer. */
const ALIGNMENTS: Readonly<Record<HorizontalAlignment, HorizontalAlign | null>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  normal: null,
};

const VERTICAL: Readonly<Record<VerticalAlignment, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

const background = (color: Nullable<string>) => ({ bg: color ? { rgb: color } : null }) as IStyleData;
const fontColor = (color: Nullable<string>) => ({ cl: color ? { rgb: color } : null }) as IStyleData;
const fontWeight = (weight: Nullable<FontWeight>) =>
  ({ bl: weight ? Number(weight === "bold") : null }) as IStyleData;
const fontSize = (points: Nullable<number>) => ({ fs: points ?? null }) as IStyleData;
const alignment = (place: Nullable<HorizontalAlignment>) =>
  ({ ht: place ? ALIGNMENTS[place] : null }) as IStyleData;
const verticalAlignment = (place: Nullable<VerticalAlignment>) =>
  ({ vt: place ? VERTICAL[place] : null }) as IStyleData;

/** Formats the cells of an area of a sheet. */
export function rangeStyles<Self>(
  { book, worksheet }: SheetInternal,
  area: Rectangle,
  checkShape: (rows: readonly (readonly unknown[])[]) => void,
  self: () => Self,
) {
  const write = (styleOf: (row: number, column: number) => IStyleData): Self => {
    writeStyles(worksheet, area, styleOf);
    return self();
  };
  const same =
    <Value>(style: (value: Value) => IStyleData) =>
    (value: Value): Self =>
      write(() => style(value));
  const each =
    <Value>(style: (value: Value) => IStyleData) =>
    (values: readonly (readonly Value[])[]): Self => {
      checkShape(values);
      return write((row, column) => style(values[row]![column]!));
    };
  const read = <Value>(value: (style: IStyleData) => Value): Value[][] =>
    readCells(book, area, (row, column) =>
      value(worksheet.getSheet().getComposedCellStyle(area.row + row, area.column + column) ?? {}),
    );

  return {
    setBackground: same(background),
    setBackgrounds: each(background),
    setFontColor: same(fontColor),
    setFontColors: each(fontColor),
    setFontWeight: same(fontWeight),
    setFontWeights: each(fontWeight),
    setFontSize: same(fontSize),
    setFontSizes: each(fontSize),
    setHorizontalAlignment: same(alignment),
    setHorizontalAlignments: each(alignment),
    setVerticalAlignment: same(verticalAlignment),
    setWrap: same((isWrapped: boolean) => ({ tb: isWrapped ? Wrapping.WRAP : Wrapping.OVERFLOW })),
    setBorder: (
      top: Edge,
      left: Edge,
      bottom: Edge,
      right: Edge,
      vertical: Edge,
      horizontal: Edge,
      color: string,
      style: keyof typeof BorderStyle,
    ): Self => {
      const borders = { top, left, bottom, right, vertical, horizontal, line: borderLine(color, style) };
      return write((row, column) => ({ bd: cellBorders(borders, area, row, column) }));
    },
    getBackgrounds: () => read(({ bg }) => bg?.rgb ?? "#ffffff"),
    getBackground: () => read(({ bg }) => bg?.rgb ?? "#ffffff")[0]![0]!,
    getFontColors: () => read(({ cl }) => cl?.rgb ?? "#000000"),
    getFontWeights: () => read(({ bl }): FontWeight => (bl ? "bold" : "normal")),
    getFontSizes: () => read(({ fs }) => fs ?? 10),
  };
}
