import {
  type Band,
  type Block,
  areRowsInOneCell,
  columnsOf,
  filledCount,
  isBlankBand,
  lastRow,
  splitByColumns,
  splitByRows,
  typicalKinds,
} from "./bands";
import { beginsWithHeading, isSumLabel } from "./headings";
import { headerOf, knownHeaders, looksLikeHeader } from "./headerRow";
import { isBlank } from "../words/values";

/** A table: the rows of its body, and its header where it has one. */
export interface Extent extends Block {
  readonly header: Band | undefined;
}

/** The rows of a block in so many columns, from a first to a last row; blank ones between them are not part of it. */
export function extentAt(
  block: Block,
  { left, width }: { readonly left: number; readonly width: number },
  {
    header,
    first,
    last,
  }: { readonly header: number | undefined; readonly first: number; readonly last: number },
): Extent {
  const { bands } = columnsOf(block, left, width);
  return {
    left,
    header: bands.find(({ row }) => row === header),
    bands: bands.filter((band) => band.row >= first && band.row <= last && !isBlankBand(band)),
  };
}

/** All tables of a block, found between its blank columns and rows. */
export function extentsIn(block: Block): Extent[] {
  return splitByColumns(block).flatMap((columns) => {
    const pieces = splitByRows(columns);
    return pieces.length === 1 ? extentOf(pieces[0]!) : joined(pieces);
  });
}

/** Tables of pieces below each other: one that goes on after blank rows is one table. */
function joined(pieces: readonly Block[]): Extent[] {
  const found: (Extent & { bands: Band[] })[] = [];
  let header: Band | undefined;
  for (const piece of pieces) {
    const open = found[found.length - 1];
    const more = open && continuation(open, piece);
    if (more) {
      open.bands.push(...more);
      continue;
    }
    const inside = extentsIn(piece);
    const [only] = inside;
    if (header && inside.length === 1 && !only!.header && only!.left === piece.left)
      inside[0] = { ...only!, header };
    found.push(...inside.map((extent) => ({ ...extent, bands: [...extent.bands] })));
    const last = piece.bands[piece.bands.length - 1]!;
    header = inside.length === 0 && headerOf(piece) === last ? last : undefined;
  }
  return found.map((extent) => ({ ...extent, bands: withoutFooter(extent.bands) }));
}

/** The rows of a piece within a table above it; undefined where it is something else. */
function continuation(table: Extent, piece: Block): readonly Band[] | undefined {
  const usual = typicalKinds(table.bands);
  const { bands } = columnsOf(piece, table.left, usual.length);
  const isWider = piece.bands.some(
    ({ kinds }, index) => filledCount(kinds) > filledCount(bands[index]!.kinds),
  );
  if (isWider || isTotal(table.bands, bands[0]!)) return undefined;
  const kinds = typicalKinds(bands);
  const both = Array.from(usual, (kind, column) => kind + kinds[column]!).filter(
    (pair) => !pair.includes(" "),
  );
  const agreeing = both.filter((pair) => pair[0] === pair[1]).length;
  if (both.length < Math.min(2, filledCount(usual)) || agreeing < both.length * 0.7) return undefined;
  const isHeader = looksLikeHeader(bands[0]!.cells) && knownHeaders(bands[0]!.cells!) > 1;
  return isHeader ? undefined : bands;
}

function extentOf(block: Block): Extent[] {
  const [first, ...others] = block.bands;
  if (areRowsInOneCell(block.bands)) return [{ left: block.left, header: first, bands: others }];
  const header = headerOf(block);
  let bands = header ? block.bands.slice(block.bands.indexOf(header) + 1) : block.bands;
  const isAside = (band: Band) => (isRemark(band) && !beginsWithHeading(bands)) || isTotal([], band);
  while (bands.length > 1 && isAside(bands[0]!)) bands = bands.slice(1);
  bands = withoutFooter(bands);
  const rows = bands.reduce((sum, { count }) => sum + count, 0);
  return rows < (header ? 1 : 3) || (!header && bands[0]!.kinds.length < 2)
    ? []
    : [{ left: block.left, header, bands }];
}

/** The rows before totals and remarks at the end. */
function withoutFooter(bands: readonly Band[]): readonly Band[] {
  let end = bands.length;
  const isFooter = (band: Band) =>
    isBlankBand(band) || isRemark(band) || isTotal(bands.slice(0, end - 1), band);
  while (end > 1 && isFooter(bands[end - 1]!)) end--;
  return bands.slice(0, end);
}

/** One text in a row of three cells or more. */
const isRemark = ({ kinds }: Band) => kinds.length > 2 && kinds.trim() === "t";

/** A row of sums: it says so, or all texts and dates are blank that are never all blank before it. */
function isTotal(before: readonly Band[], last: Band): boolean {
  const { kinds, cells, count } = last;
  const label = cells?.find((cell) => !isBlank(cell));
  if (isSumLabel(label) && /n|t.*t/.test(kinds)) return true;
  if (count > 2 || !kinds.includes("n")) return false;
  const usual = typicalKinds(before);
  const hasWords = (band: Band) =>
    Array.from(usual).some((kind, column) => /[td]/.test(kind) && band.kinds[column] !== " ");
  if (hasWords(last)) return false;
  const rows = before.reduce((sum, band) => sum + band.count, 0);
  return rows > 2 && before.every((band) => isBlankBand(band) || hasWords(band));
}

export const firstRowOf = ({ bands }: Extent): number => bands[0]!.row;
export const lastRowOf = ({ bands }: Extent): number => lastRow(bands[bands.length - 1]!);
