import { type Report, type ReportTable, columnStyles, pictureOf } from "./reportTable";

/** Rows kept free for results to grow: styled as those above, and between two bands. */
export const GROWTH = 8;

/** Rows of a table above its heading: title, text and formula, and of a band with a chart its place. */
const TEXT_ROWS = 3;

type Band = Report["bands"][number];

export const hasChart = (band: Band) =>
  band.some((table) => !["shades", undefined].includes(pictureOf(table)?.kind));

export const headRows = (band: Band) => TEXT_ROWS + Number(hasChart(band));

const rowsOf = (band: Band) => headRows(band) + Math.max(...band.map(({ rows }) => rows)) + GROWTH;

export const endOf = (bands: Report["bands"]) => bands.reduce((row, band) => row + rowsOf(band), 1);

/** Where a table stands: the rows of its title and of its heading, from 0. */
export interface PlacedTable {
  readonly table: ReportTable;
  readonly top: number;
  readonly head: number;
}

/** Where the tables of a sheet stand. */
export const placesIn = (bands: Report["bands"]): PlacedTable[] =>
  bands.flatMap((band, index) => {
    const top = endOf(bands.slice(0, index));
    return band.map((table) => ({ table, top, head: top + headRows(band) }));
  });

/** The row of the charts of a band whose title stands there. */
export const chartRow = (top: number) => top + TEXT_ROWS;

/** Rows from its heading on that a table may fill. */
export const tallest = ({ rows }: ReportTable) => rows + GROWTH;

/** The column in which the cells begin that a waterfall is drawn from. */
export const waterfallColumn = (table: ReportTable) => table.column + columnStyles(table).length + 1;
