import type { SentCell } from "../addon/protocol";
import { cellsOf, columnGroups, filledIn, type Grid, type Region, rowGroups, runsIn } from "./grid";
import { headerWords, normalised } from "./header";
import { headerMatches } from "./rules";
import { amountDigits, dateNotation, isBlank, isDate, monthOf } from "./values";

/** Where a table stands: its body, and its header where it has one. */
export interface Extent extends Region {
  readonly headerRow: number | undefined;
}

const highestHeader = 15;
const total =
  /^(grand |sub ?)?(total(s|e|es|i)?|summen?|gesamt(summe|betrag)?|zwischensumme|somme|som|suma|soma|totaal|insgesamt|sum|overall)\b/;

/** All tables of a region, found between its blank columns and rows. */
export function extentsIn(grid: Grid, region: Region): Extent[] {
  const groups = columnGroups(grid, region);
  if (groups.length === 0) return [];
  if (groups.length > 1) return groups.flatMap((group) => extentsIn(grid, group));
  const pieces = rowGroups(grid, groups[0]!);
  if (pieces.length === 1) return [extentOf(grid, pieces[0]!)].filter((extent) => extent !== undefined);
  return joined(grid, pieces);
}

/** Tables of pieces below each other: one that goes on after blank rows is one table. */
function joined(grid: Grid, pieces: readonly Region[]): Extent[] {
  const found: Extent[] = [];
  let open: Extent | undefined;
  let waiting: Region | undefined;
  for (const piece of pieces) {
    if (open && goesOn(grid, open, piece)) {
      open = { ...open, lastRow: withoutFooter(grid, open, piece.lastRow) };
      found[found.length - 1] = open;
      continue;
    }
    const header: Region | undefined = waiting;
    const inside = extentsIn(grid, piece);
    waiting = inside.length === 0 && headerRowOf(grid, piece) === piece.lastRow ? piece : undefined;
    if (header && inside.length === 1 && inside[0]!.headerRow === undefined && !waiting)
      inside[0] = {
        ...inside[0]!,
        firstColumn: header.firstColumn,
        lastColumn: Math.max(header.lastColumn, inside[0]!.lastColumn),
        headerRow: header.lastRow,
      };
    found.push(...inside);
    open = inside.length === 1 ? inside[0] : undefined;
  }
  return found;
}

function goesOn(grid: Grid, table: Extent, piece: Region): boolean {
  const rows = { ...piece, firstColumn: table.firstColumn, lastColumn: table.lastColumn };
  const outside = columnGroups(grid, piece).some(
    ({ firstColumn, lastColumn }) => firstColumn < table.firstColumn || lastColumn > table.lastColumn,
  );
  if (outside || isTotal(grid, table, piece.firstRow)) return false;
  const own = typicalKinds(grid, table);
  const other = typicalKinds(grid, rows);
  const both = own.filter((kind, index) => kind !== " " && other[index] !== " ").length;
  const agreeing = own.filter((kind, index) => kind !== " " && kind === other[index]).length;
  if (both < Math.min(2, own.join("").trim().length) || agreeing < both * 0.7) return false;
  const first = cellsOf(grid, piece.firstRow, rows);
  return !first || !looksLikeHeader(first) || !isTextTable(own) || knownHeaders(first) < 2;
}

const isTextTable = (kinds: readonly string[]) => /^[t ]*$/.test(kinds.join(""));

/** The commonest kind of each column. */
export function typicalKinds(grid: Grid, region: Region): readonly string[] {
  const runs = runsIn(grid, region);
  return Array.from({ length: region.lastColumn - region.firstColumn + 1 }, (_, index) => {
    const counts = new Map<string, number>();
    for (const { first, last, kinds } of runs) {
      const kind = kinds[index]!;
      if (kind !== " ") counts.set(kind, (counts.get(kind) ?? 0) + last - first + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? " ";
  });
}

function extentOf(grid: Grid, region: Region): Extent | undefined {
  if (region.lastColumn === region.firstColumn) return undefined;
  const headerRow = headerRowOf(grid, region);
  const width = region.lastColumn - region.firstColumn + 1;
  let firstRow = headerRow === undefined ? region.firstRow : headerRow + 1;
  const isThin = (row: number) => {
    const cells = cellsOf(grid, row, region);
    return cells !== undefined && filledIn(cells) < Math.min(2, width);
  };
  if (headerRow === undefined) while (firstRow < region.lastRow && isThin(firstRow)) firstRow++;
  const body = { ...region, firstRow, headerRow };
  while (body.firstRow < region.lastRow && isTotal(grid, body, body.firstRow)) body.firstRow++;
  if (body.firstRow > region.lastRow) return undefined;
  const lastRow = withoutFooter(grid, body, region.lastRow);
  if (lastRow < body.firstRow || (headerRow === undefined && lastRow - body.firstRow < 2)) return undefined;
  return { ...body, lastRow };
}

/** The last row before totals and remarks at the end. */
function withoutFooter(grid: Grid, table: Region, lastRow: number): number {
  let row = lastRow;
  while (row > table.firstRow && (isTotal(grid, table, row) || isRemark(grid, table, row))) row--;
  return row;
}

function isRemark(grid: Grid, table: Region, row: number): boolean {
  const cells = cellsOf(grid, row, table);
  if (!cells || table.lastColumn - table.firstColumn < 2) return false;
  return filledIn(cells) === 1 && typeof cells.find((cell) => !isBlank(cell)) === "string";
}

/** A row of sums: it says so, or holds numbers only where all rows before it have more. */
function isTotal(grid: Grid, table: Region, row: number): boolean {
  const cells = cellsOf(grid, row, table);
  if (cells) {
    const label = cells.find((cell) => !isBlank(cell));
    if (
      typeof label === "string" &&
      total.test(normalised(label)) &&
      cells.some((cell) => typeof cell !== "string" || amountDigits(cell))
    )
      return true;
  }
  if (row <= table.firstRow + 2 || row < table.lastRow - 3) return false;
  const kinds = runsIn(grid, { ...table, firstRow: row, lastRow: row })[0]!.kinds;
  const usual = typicalKinds(grid, { ...table, lastRow: Math.max(table.firstRow, row - 1) });
  const lacksAll = usual.every((kind, index) => kind === "n" || kind === " " || kinds[index] === " ");
  return lacksAll && /[td]/.test(usual.join("")) && /n/.test(kinds) && alwaysFilled(grid, table, row, usual);
}

/** True where no row before has all its texts and dates blank, so that this one differs. */
function alwaysFilled(grid: Grid, table: Region, row: number, usual: readonly string[]): boolean {
  return runsIn(grid, { ...table, lastRow: row - 1 }).every(
    ({ kinds }) =>
      kinds.trim() === "" || usual.some((kind, index) => /[td]/.test(kind) && kinds[index] !== " "),
  );
}

/** Words that may head a column, and months; no values. */
function mayHead(cell: SentCell): boolean {
  if (isBlank(cell) || monthOf(cell) !== undefined) return true;
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell < 2200;
  return (
    typeof cell === "string" &&
    cell.length < 80 &&
    !amountDigits(cell) &&
    !dateNotation(cell) &&
    !cell.includes("@")
  );
}

function looksLikeHeader(cells: readonly SentCell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const texts = filled.filter((cell) => typeof cell === "string");
  if (filled.length < 2 || !filled.every(mayHead)) return false;
  const months = filled.filter((cell) => monthOf(cell) !== undefined).length;
  if (months >= 3) return filled.length - months <= 12 && !isDate(cells[0]!);
  return texts.length >= filled.length * 0.6 && !filled.some(isDate) && texts.length >= 2;
}

const knownHeaders = (cells: readonly SentCell[]) =>
  cells.filter(
    (cell) => typeof cell === "string" && headerMatches(headerWords(cell)).some(({ isExact }) => isExact),
  ).length;

/** The row that heads the columns: known words, well filled, and unlike what follows. */
export function headerRowOf(grid: Grid, region: Region): number | undefined {
  const width = columnGroups(grid, region).reduce(
    (sum, { firstColumn, lastColumn }) => sum + lastColumn - firstColumn + 1,
    0,
  );
  let best: { row: number; score: number } | undefined;
  for (let row = region.firstRow; row <= Math.min(region.lastRow, region.firstRow + highestHeader); row++) {
    const cells = cellsOf(grid, row, region);
    if (!cells || !looksLikeHeader(cells)) continue;
    const filled = filledIn(cells);
    const months = cells.filter((cell) => monthOf(cell) !== undefined).length;
    const below = row < region.lastRow ? typicalKinds(grid, { ...region, firstRow: row + 1 }) : [];
    const differs = cells.filter(
      (cell, index) => typeof cell === "string" && !isBlank(cell) && /[nd]/.test(below[index] ?? ""),
    ).length;
    const texts = new Set(cells.map(String)).size >= filled ? 0 : -2;
    const score =
      2 * knownHeaders(cells) + (3 * filled) / width + Math.min(differs, 3) + Math.min(months, 6) + texts;
    if (score >= 4 && (!best || score > best.score)) best = { row, score };
  }
  return best?.row;
}
