// A tab of an .xlsx file with what is read of it, and no more.
import { refusal } from "../../core/refusal";
import { columnLetters, columnNumber } from "../../sheet/a1";
import { parseA1 } from "../services/a1";
import { element, elements, withoutElements } from "./xlsxXml";

/** Cells that one tab of Google Sheets' can have. */
const mostOfGrid = 10_000_000;
/** Cells with something in them, on all tabs, that a browser opens within half a minute. */
const mostFilled = 1_000_000;
/** Rows of a tab of Excel's. */
const mostRows = 1_048_576;

/** The conditional formats that the local workbook knows. */
const ruleTypes = ["cellIs", "expression", "colorScale"];

interface PlacedCell {
  readonly column: number;
  readonly isFilled: boolean;
  readonly xml: string;
}

interface PlacedRow {
  readonly number: number;
  readonly attributes: string;
  readonly cells: readonly PlacedCell[];
}

/** The last row and column with something in it, counted from 1. */
interface Extent {
  row: number;
  column: number;
}

/** How many cells with something in them a file has so far. */
interface Count {
  filled: number;
}

export const createCount = (): Count => ({ filled: 0 });

/** The cells that have a note, such as B2. */
export const commentedCells = (comments: string): ReadonlySet<string> =>
  new Set(elements(comments, "comment").map(({ attributes }) => attributes["ref"] ?? ""));

/**
 * The XML of a tab without what exceljs stops at and nobody sees here: filters, drawings, tables, links, validations. Styles
 * of empty cells end with the data, however far down they go in the file.
 */
export function prunedSheet(name: string, xml: string, commented: ReadonlySet<string>, count: Count): string {
  const start = xml.search(/<sheetData[\s/>]/);
  const end = xml.lastIndexOf("</sheetData");
  const [head, data, tail] =
    start < 0 || end < start ? [xml, "", xml] : [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const extent: Extent = { row: 0, column: 0 };
  const rows = placedRows(name, data, commented, extent, count);
  const parts = ["sheetPr", "sheetViews", "sheetFormatPr", "cols"].map(
    (part) => element(head, part)?.xml ?? "",
  );
  const cells = rows.filter(({ number }) => number <= extent.row).map((row) => rowXml(row, extent.column));
  return [
    "<worksheet>",
    ...parts,
    "<sheetData>",
    ...cells,
    "</sheetData>",
    merges(tail, extent),
    ...rules(tail),
    "</worksheet>",
  ].join("");
}

const ROW = /<row(?=[\s/>])([^>]*?)(?:\/>|>([^]*?)<\/row\s*>)/g;
const CELL = /<c(?=[\s/>])([^>]*?)(?:\/>|>([^]*?)<\/c\s*>)/g;
const FILLED = /<(?:v|f|is)[\s/>]/;
const PLACE = /\sr="([A-Z]{1,3})(\d+)"/;

function placedRows(
  name: string,
  data: string,
  commented: ReadonlySet<string>,
  extent: Extent,
  count: Count,
): PlacedRow[] {
  const rows: PlacedRow[] = [];
  let number = 0;
  for (const [, given, content] of data.matchAll(ROW)) {
    number = Number(/\sr="(\d+)"/.exec(given!)?.[1] ?? number + 1);
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const [xml, attributes, inside] of (content ?? "").matchAll(CELL)) {
      const letters = PLACE.exec(attributes!)?.[1];
      column = letters === undefined ? column + 1 : columnNumber(letters);
      const isFilled =
        (inside !== undefined && FILLED.test(inside)) ||
        (commented.size > 0 && commented.has(`${columnLetters(column)}${number}`));
      cells.push({
        column,
        isFilled,
        xml: letters === undefined ? xml.replace("<c", `<c r="${columnLetters(column)}${number}"`) : xml,
      });
      if (!isFilled) continue;
      count.filled++;
      extent.row = Math.max(extent.row, number);
      extent.column = Math.max(extent.column, column);
    }
    refuseTooMany(name, count, extent);
    // A row without cells and without a look of its own says nothing.
    const attributes = given!.replace(/\s(?:r|spans)="[^"]*"/g, "");
    if (cells.length > 0 || attributes.trim() !== "") rows.push({ number, attributes, cells });
    if (rows.length > mostRows) throw further(name, extent);
  }
  return rows;
}

function refuseTooMany(name: string, { filled }: Count, extent: Extent): void {
  if (filled > mostFilled)
    throw refusal(
      `has more than ${mostFilled.toLocaleString("en")} filled cells up to its tab ${name}, more than this page can open: delete tabs you do not need, or save the one with the data as .csv, without the columns you do not need`,
    );
  if (extent.row > mostRows || extent.row * extent.column > mostOfGrid) throw further(name, extent);
}

const further = (name: string, { row, column }: Extent) =>
  refusal(
    `has a tab ${name} that reaches to ${columnLetters(column)}${row}, further than a tab of Google Sheets can: delete stray cells far from the data, and save it again`,
  );

function rowXml({ number, attributes, cells }: PlacedRow, lastColumn: number): string {
  const kept = cells.filter(({ column }) => column <= lastColumn);
  return `<row r="${number}"${attributes}>${kept.map(({ xml }) => xml).join("")}</row>`;
}

/** Merged cells, those that lie in one another left out: the first counts. What they cover is bounded, all together. */
function merges(tail: string, extent: Extent): string {
  const taken = new Set<number>();
  let covered = 0;
  const kept = elements(element(tail, "mergeCells")?.content ?? "", "mergeCell").filter(({ attributes }) => {
    const { row, column, rows, columns } = areaOf(attributes["ref"] ?? "") ?? {};
    if (row === undefined || column === undefined || row >= extent.row || column >= extent.column)
      return false;
    if (covered + rows! * columns! > mostFilled) return false;
    covered += rows! * columns!;
    const cells: number[] = [];
    for (let r = row; r < row + rows!; r++)
      for (let c = column; c < column + columns!; c++) cells.push(r * 16_384 + c);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return true;
  });
  return kept.length === 0 ? "" : `<mergeCells>${kept.map(({ xml }) => xml).join("")}</mergeCells>`;
}

function areaOf(ref: string) {
  return /^[A-Z]{1,3}\d+:[A-Z]{1,3}\d+$/.test(ref) ? parseA1(ref, 0, 0) : undefined;
}

/** The conditional formats of a tab, as far as the local workbook knows them. */
function rules(tail: string): string[] {
  return elements(tail, "conditionalFormatting").flatMap(({ attributes: { sqref }, content }) => {
    const areas = (sqref ?? "").split(" ").filter((area) => /^[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?$/.test(area));
    const known = elements(content ?? "", "cfRule").filter(({ attributes }) =>
      ruleTypes.includes(attributes["type"] ?? ""),
    );
    if (areas.length === 0 || known.length === 0) return [];
    const inside = known.map(({ xml }) => withoutElements(xml, "extLst"));
    return [`<conditionalFormatting sqref="${areas.join(" ")}">${inside.join("")}</conditionalFormatting>`];
  });
}
