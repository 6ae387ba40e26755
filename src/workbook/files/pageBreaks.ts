/** A row as far as pages are concerned. */
export interface PageRow {
  /** Pixels; 0 where it is hidden. */
  readonly height: number;
  /** What begins with it, if anything does. */
  readonly begins?: "section" | "part" | "chart";
  /** Whether the next row belongs to it: below a title, or within a chart. */
  readonly keepsNext: boolean;
}

/**
 * What it costs to break before such a row, in pages: a chart is loath to leave its table, and a table is only cut where
 * whole pages are saved by it.
 */
const COSTS = { section: 0, part: 0.3, chart: 0.6, row: 2.5 };

/** What a page that stays white costs. */
const WHITE = 0.5;

/** The rows, counted from 0, before which a page ends, for pages of so many pixels: those that look best on the whole. */
export function pageBreaks(rows: readonly PageRow[], capacity: number): number[] {
  const places = rows.flatMap((_, row) => (row === 0 || !rows[row - 1]!.keepsNext ? [row] : []));
  // For each place where a page may end, the best pages before it: their cost, and where the last of them begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= places.length; to++) {
    const [end, isLast] = [places[to] ?? rows.length, to === places.length];
    let [height, found] = [0, { cost: Infinity, from: to - 1 }];
    for (let from = to - 1; from >= 0; from--) {
      height += heightOf(rows, places[from]!, places[from + 1] ?? rows.length);
      // What is longer than a page has one to itself, on which the program breaks as it likes.
      if (height > capacity && from < to - 1) break;
      const white = isLast ? 0 : Math.max(0, 1 - height / capacity);
      const cost =
        best[from]!.cost + 1 + WHITE * white ** 2 + (isLast ? 0 : COSTS[rows[end]!.begins ?? "row"]);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const breaks: number[] = [];
  for (let { from } = best.at(-1)!; from > 0; from = best[from]!.from) breaks.unshift(places[from]!);
  return breaks;
}

const heightOf = (rows: readonly PageRow[], start: number, end: number): number =>
  rows.slice(start, end).reduce((sum, { height }) => sum + height, 0);
