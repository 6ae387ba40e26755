import { times } from "../../core/math/times";
import { type Area, valuesIn } from "../spreadsheet/areas";
import type { Sheet } from "../spreadsheet/formulaTabs";

/** The format of frozen dates whose cells have none of their own. */
export const frozenDate = "yyyy-mm-dd";

/** What Sheets calls the format of a cell that has none. */
export const generalFormat = /^(|General|0\.#+)$/i;

const plain = (format: string) => (generalFormat.test(format) ? "General" : format);

/**
 * Changes formats in an area, from those that its tab has, in the cells that are meant and those between them. A cell
 * without a format keeps none, whatever Sheets calls that.
 */
export function changeFormats(
  sheet: Sheet,
  area: Area,
  formats: readonly (readonly string[])[],
  isMeant: (row: number, column: number) => boolean,
  change: (format: string) => string,
): void {
  const rows = times(area.rows, (row) => row);
  for (let column = 0; column < area.columns; column++) {
    const meant = rows.filter((row) => isMeant(row, column));
    if (meant.length === 0) continue;
    const [first, last] = [meant[0]!, meant[meant.length - 1]!];
    const run = { row: area.row + first, column: area.column + column, rows: last - first + 1, columns: 1 };
    sheet
      .getRange(run.row, run.column, run.rows, 1)
      .setNumberFormats(valuesIn(formats, run).map(([format]) => [plain(change(format!))]));
  }
}
