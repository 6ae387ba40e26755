import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from "@univerjs/core";
import type { Border, BorderStyle, Borders } from "exceljs";
import { fromArgb, toArgb } from "./excelColor";

const LINES: Readonly<Record<number, BorderStyle>> = {
  [BorderStyleTypes.THIN]: "thin",
  [BorderStyleTypes.HAIR]: "hair",
  [BorderStyleTypes.DOTTED]: "dotted",
  [BorderStyleTypes.DASHED]: "dashed",
  [BorderStyleTypes.DASH_DOT]: "dashDot",
  [BorderStyleTypes.DASH_DOT_DOT]: "dashDotDot",
  [BorderStyleTypes.DOUBLE]: "double",
  [BorderStyleTypes.MEDIUM]: "medium",
  [BorderStyleTypes.MEDIUM_DASHED]: "mediumDashed",
  [BorderStyleTypes.THICK]: "thick",
};

const SIDES = { t: "top", l: "left", b: "bottom", r: "right" } as const;
const sides = Object.entries(SIDES) as ["t" | "l" | "b" | "r", "top" | "left" | "bottom" | "right"][];

/** The borders of a cell as exceljs writes them; undefined where it has none. */
export function toExcelBorders(borders: Nullable<IBorderData>): Partial<Borders> | undefined {
  const drawn = sides.flatMap(([ours, excels]) => {
    const line = borders?.[ours];
    const style = line && LINES[line.s];
    return style ? [[excels, { style, color: { argb: toArgb(line.cl.rgb ?? "#000000") } }]] : [];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

/** The same, read from what exceljs found. */
export function fromExcelBorders(borders: Partial<Borders> | undefined): IBorderData | undefined {
  const drawn = sides.flatMap(([ours, excels]) => {
    const line = borders?.[excels] && fromExcelLine(borders[excels]);
    return line ? [[ours, line]] : [];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

function fromExcelLine({ style, color }: Partial<Border>): IBorderStyleData | undefined {
  const found = Object.entries(LINES).find(([, name]) => name === style);
  return found && { s: Number(found[0]), cl: { rgb: fromArgb(color?.argb ?? "FF000000") } };
}
