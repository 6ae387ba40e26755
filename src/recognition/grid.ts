import type { SentCell, TabSurvey } from "../addon/protocol";
import { isBlank } from "./values";

/** Rows that look alike: a letter for each column, as a survey has them. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly kinds: string;
}

/** A rectangle of a tab; all four from 1, all inclusive. */
export interface Region {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What is known of a tab, by row. */
export interface Grid {
  readonly runs: readonly Run[];
  readonly samples: ReadonlyMap<number, readonly SentCell[]>;
  readonly formats: readonly (readonly string[])[];
  readonly whole: Region;
}

export function gridOf({ runs, samples, formats }: TabSurvey): Grid {
  let row = 0;
  const placed = runs.map(([rows, kinds]): Run => {
    row += rows;
    return { first: row - rows + 1, last: row, kinds };
  });
  const lastColumn = Math.max(0, ...runs.map(([, kinds]) => kinds.length));
  return {
    runs: placed,
    samples: new Map(samples),
    formats,
    whole: { firstRow: 1, lastRow: row, firstColumn: 1, lastColumn },
  };
}

/** The runs of a region, cut to its rows and columns. */
export function runsIn({ runs }: Grid, { firstRow, lastRow, firstColumn, lastColumn }: Region): Run[] {
  return runs
    .filter(({ first, last }) => first <= lastRow && last >= firstRow)
    .map(({ first, last, kinds }) => ({
      first: Math.max(first, firstRow),
      last: Math.min(last, lastRow),
      kinds: kinds.padEnd(lastColumn, " ").slice(firstColumn - 1, lastColumn),
    }));
}

/** The cells of a row within a region's columns; undefined where the row was not sent. */
export function cellsOf({ samples }: Grid, row: number, region: Region): SentCell[] | undefined {
  const cells = samples.get(row);
  if (!cells) return undefined;
  return Array.from(
    { length: region.lastColumn - region.firstColumn + 1 },
    (_, index) => cells[region.firstColumn - 1 + index] ?? "",
  );
}

export const filledIn = (cells: readonly SentCell[]) => cells.filter((cell) => !isBlank(cell)).length;

/** The stretches of a region's columns between columns that are blank throughout. */
export function columnGroups(grid: Grid, region: Region): Region[] {
  const runs = runsIn(grid, region);
  const width = region.lastColumn - region.firstColumn + 1;
  const isUsed = Array.from({ length: width }, (_, index) => runs.some(({ kinds }) => kinds[index] !== " "));
  return stretches(isUsed).map(([first, last]) => ({
    ...region,
    firstColumn: region.firstColumn + first,
    lastColumn: region.firstColumn + last,
  }));
}

/** The stretches of a region's rows between blank rows. */
export function rowGroups(grid: Grid, region: Region): Region[] {
  const groups: { firstRow: number; lastRow: number }[] = [];
  for (const { first, last, kinds } of runsIn(grid, region)) {
    if (kinds.trim() === "") continue;
    const group = groups[groups.length - 1];
    if (group && group.lastRow === first - 1) group.lastRow = last;
    else groups.push({ firstRow: first, lastRow: last });
  }
  return groups.map((rows) => ({ ...region, ...rows }));
}

function stretches(isUsed: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  isUsed.forEach((used, index) => {
    const open = found[found.length - 1];
    if (!used) return;
    if (open && open[1] === index - 1) open[1] = index;
    else found.push([index, index]);
  });
  return found;
}
