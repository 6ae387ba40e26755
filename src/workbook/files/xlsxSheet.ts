// A tab of an .xlsx file with what is read of it, and no more.
import { refusal } from "../../core/refusal";
import { columnLetters, parseA1 } from "../services/a1";
import { element, elements } from "./xlsxXml";

/** Cells that one tab of Google Sheets' can have. */
const mostOfGrid = 10_000_000;
/** Cells with something in them that a browser opens within half a minute. */
const mostFilled = 1_000_000;

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

/** The cells that have a note, such as B2. */
export const commentedCells = (comments: string): ReadonlySet<string> =>
  new Set(elements(comments, "comment").map(({ attributes }) => attributes["ref"] ?? ""));

/**
 * The XML of a tab without what exceljs stops at and nobody sees here: filters, drawings, tables, links, validations. Styles
 * of empty cells end with the data, however far down they go in the file.
 */
export function prunedSheet(name: string, xml: string, commented: ReadonlySet<string>): string {
  const start = xml.search(/<sheetData[\s/>]/);
  const end = xml.lastIndexOf("</sheetData");
  const [head, data, tail] =
    start < 0 || end < start ? [xml, "", xml] : [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const extent: Extent = { row: 0, column: 0 };
  const rows = placedRows(name, data, commented, extent);
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

function placedRows(name: string, data: string, commented: ReadonlySet<string>, extent: Extent): PlacedRow[] {
  const rows: PlacedRow[] = [];
  let [number, filled] = [0, 0];
  for (const [, given, content] of data.matchAll(ROW)) {
    number = Number(/\sr="(\d+)"/.exec(given!)?.[1] ?? number + 1);
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const [xml, attributes, inside] of (content ?? "").matchAll(CELL)) {
      const letters = PLACE.exec(attributes!)?.[1];
      column = letters === undefined ? column + 1 : columnNumber(letters);
      const isFilled =
        (inside !== undefined && FILLED.test(inside)) ||
        (commented.size > 0 && commented.has(`${columnLetters(column - 1)}${number}`));
      cells.push({
        column,
        isFilled,
        xml: letters === undefined ? xml.replace("<c", `<c r="${columnLetters(column - 1)}${number}"`) : xml,
      });
      if (!isFilled) continue;
      filled++;
      extent.row = Math.max(extent.row, number);
      extent.column = Math.max(extent.column, column);
    }
    rows.push({ number, attributes: given!.replace(/\sr="\d+"/, ""), cells });
    refuseTooMany(name, filled, extent);
  }
  return rows;
}

function refuseTooMany(name: string, filled: number, { row, column }: Extent): void {
  if (filled > mostFilled)
    throw refusal(
      `has more than ${mostFilled.toLocaleString("en")} filled cells in its tab ${name}, more than this page can open: save that tab as .csv, without the columns that are not needed`,
    );
  if (row * column > mostOfGrid)
    throw refusal(
      `has a tab ${name} that reaches to ${columnLetters(column - 1)}${row}, further than a tab of Google Sheets can: delete what stands apart from the data, and save it again`,
    );
}

const columnNumber = (letters: string): number => parseA1(`${letters}1`, 0, 0).column + 1;

function rowXml({ number, attributes, cells }: PlacedRow, lastColumn: number): string {
  const kept = cells.filter(({ column }) => column <= lastColumn);
  return `<row r="${number}"${attributes}>${kept.map(({ xml }) => xml).join("")}</row>`;
}

/** Merged cells, those that lie in one another left out: the first counts. */
function merges(tail: string, extent: Extent): string {
  const taken = new Set<number>();
  const kept = elements(element(tail, "mergeCells")?.content ?? "", "mergeCell").filter(({ attributes }) => {
    const { row, column, rows, columns } = areaOf(attributes["ref"] ?? "") ?? {};
    if (row === undefined || column === undefined || row >= extent.row || column >= extent.column)
      return false;
    const cells: number[] = [];
    if (rows! * columns! > mostFilled) return false;
    for (let r = row; r < row + rows!; r++)
      for (let c = column; c < column + columns!; c++) cells.push(r * 16_384 + c);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return taken.size <= mostFilled;
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
    const inside = known.map(({ xml }) => xml.replace(/<extLst\b[^]*?<\/extLst>/g, ""));
    return [`<conditionalFormatting sqref="${areas.join(" ")}">${inside.join("")}</conditionalFormatting>`];
  });
}
