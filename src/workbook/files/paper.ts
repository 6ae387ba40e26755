/** Pixels of a millimetre, of which a screen has 96 an inch. */
const PIXELS = 96 / 25.4;

/** Millimetres that stay white around a printed page; the footer stands in the lower margin. */
export const MARGINS = { left: 15, right: 15, top: 15, bottom: 17, header: 8, footer: 8 };

/** Sheets of paper in millimetres, upright. What is printed has to fit on each of them. */
const PAPERS = [
  { width: 210, height: 297 },
  { width: 215.9, height: 279.4 },
];

/** Excel's number of A4; it takes Letter instead where that is what the printer has. */
export const A4 = 9;

/** Less than this of its size, and columns that do not fit upright are printed across. */
const SMALLEST_UPRIGHT = 0.8;

/** Less than this of its size, and what does not fit across takes several sheets. */
const SMALLEST = 0.5;

/** Programs and printers differ a little in how high they make a row. */
const SURE = 0.98;

/** How a sheet of that many pixels in width is printed. */
export interface PageFormat {
  readonly isAcross: boolean;
  /** Sheets of paper next to each other. */
  readonly wide: number;
  /** Pixels of rows that a page holds on whichever paper. */
  readonly capacity: number;
}

/** The paper for columns of so many pixels. */
export function pageFormat(width: number): PageFormat {
  const isAcross = width * SMALLEST_UPRIGHT > narrowest(false);
  const wide = Math.max(1, Math.ceil((width * SMALLEST) / narrowest(isAcross)));
  const capacities = room(isAcross).map((paper) => paper.height / Math.min(1, (paper.width * wide) / width));
  return { isAcross, wide, capacity: Math.min(...capacities) * SURE };
}

const narrowest = (isAcross: boolean): number => Math.min(...room(isAcross).map(({ width }) => width));

/** What the margins leave of each paper, in pixels. */
function room(isAcross: boolean): { width: number; height: number }[] {
  const { left, right, top, bottom } = MARGINS;
  return PAPERS.map(({ width, height }) => ({
    width: ((isAcross ? height : width) - left - right) * PIXELS,
    height: ((isAcross ? width : height) - top - bottom) * PIXELS,
  }));
}
