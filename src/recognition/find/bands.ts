import type { SentCell } from "../../sheet/sentCell";
import type { TabSurvey } from "../survey";
import { isBlank } from "../words/values";

/** Rows that look alike; a row whose cells are known stands alone. */
export interface Band {
  /** The first row, from 1. */
  readonly row: number;
  readonly count: number;
  /** A letter for each column, as a survey has them. */
  readonly kinds: string;
  readonly cells?: readonly SentCell[];
}

/** A rectangle of a tab. */
export interface Block {
  /** Columns before it. */
  readonly left: number;
  readonly bands: readonly Band[];
}

export const lastRow = ({ row, count }: Band): number => row + count - 1;
export const isBlankBand = ({ kinds }: Band): boolean => kinds.trim() === "";
export const filledCount = (kinds: string): number => kinds.replace(/ /g, "").length;
export const texts = (cells: readonly SentCell[]): string[] =>
  cells.filter((cell): cell is string => typeof cell === "string" && !isBlank(cell));

/** A whole tab. */
export function blockOf({ runs, samples }: TabSurvey): Block {
  const known = [...samples].sort(([a], [b]) => a - b);
  const width = runs.reduce((most, [, kinds]) => Math.max(most, kinds.length), 0);
  const bands: Band[] = [];
  let row = 1;
  let next = 0;
  for (const [rows, text] of runs) {
    const kinds = text.padEnd(width);
    const end = row + rows;
    for (; known[next] && known[next]![0] < end; next++) {
      const [sampled, cells] = known[next]!;
      if (sampled > row) bands.push({ row, count: sampled - row, kinds });
      bands.push({
        row: sampled,
        count: 1,
        kinds,
        cells: Array.from(kinds, (_, column) => cells[column] ?? ""),
      });
      row = sampled + 1;
    }
    if (end > row) bands.push({ row, count: end - row, kinds });
    row = end;
  }
  return { left: 0, bands };
}

/** The columns of a block from one on, both from the tab's left. */
export function columnsOf({ left, bands }: Block, first: number, width: number): Block {
  const cut = (band: Band): Band => ({
    ...band,
    kinds: band.kinds.slice(first - left, first - left + width),
    cells: band.cells?.slice(first - left, first - left + width),
  });
  return { left: first, bands: bands.map(cut) };
}

/** The parts of a block between columns that are blank throughout. */
export function splitByColumns(block: Block): Block[] {
  const isUsed = Array.from(block.bands[0]?.kinds ?? "", (_, column) =>
    block.bands.some(({ kinds }) => kinds[column] !== " "),
  );
  return isUsed.flatMap((isOwn, column) => {
    if (!isOwn || isUsed[column - 1]) return [];
    const end = isUsed.indexOf(false, column);
    return columnsOf(block, block.left + column, (end < 0 ? isUsed.length : end) - column);
  });
}

/** The parts of a block between blank rows. */
export function splitByRows({ left, bands }: Block): Block[] {
  const parts: Band[][] = [];
  bands.forEach((band, index) => {
    if (isBlankBand(band)) return;
    if (index === 0 || isBlankBand(bands[index - 1]!)) parts.push([]);
    parts[parts.length - 1]!.push(band);
  });
  return parts.map((part) => ({ left, bands: part }));
}

/** The commonest kind of each column, by so many bands that more would not change it. */
export function typicalKinds(all: readonly Band[]): string {
  const bands = all.slice(0, 500);
  return Array.from(bands[0]?.kinds ?? "", (_, column) => {
    const count = (kind: string) =>
      bands.reduce((sum, band) => sum + (band.kinds[column] === kind ? band.count : 0), 0);
    const best = ["n", "t", "d", "b", "e"].reduce((a, b) => (count(b) > count(a) ? b : a));
    return count(best) > 0 ? best : " ";
  }).join("");
}
