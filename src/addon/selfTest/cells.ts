import { type Cell, isDate } from "../../sheet/cell";
import { isUnfinished } from "../spreadsheet/unfinished";
import { waitFor } from "./clock";

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What is tried on the temporary tab: what is to come out, "" where there is nothing to hold it against; and what does. */
export interface Trial {
  readonly name: string;
  readonly expected: string;
  readonly got: (sheet: Sheet) => string;
}

/** What a cell shows once Sheets has computed it. */
export function settled(cell: Range): string {
  const look = () => {
    SpreadsheetApp.flush();
    const shown = cell.getDisplayValue();
    return isUnfinished(shown) ? undefined : shown;
  };
  return waitFor(look) ?? `still ${cell.getDisplayValue()}`;
}

/** The value of a formula, rounded so that it reads the same everywhere. */
export function valueOf(sheet: Sheet, formula: string): string {
  const cell = sheet.getRange("H1");
  cell.setFormula(formula);
  const shown = settled(cell);
  const value: unknown = cell.getValue();
  cell.clear();
  if (typeof value === "number") return String(Math.round(value * 1e6) / 1e6);
  return isDate(value) ? dayOf(value) : shown;
}

/** A trial of what a formula gives. */
export const formulaTrial = (name: string, expected: string, formula: string): Trial => ({
  name,
  expected,
  got: (sheet) => valueOf(sheet, formula),
});

/** The day of a date in the spreadsheet. */
export const dayOf = (date: Date) =>
  Utilities.formatDate(date, SpreadsheetApp.getActive().getSpreadsheetTimeZone(), "yyyy-MM-dd");

/** Rows of orders: a header, dates as Sheets keeps them, one just before midnight, a blank row within. */
export function writeOrders(sheet: Sheet): void {
  const rows = Array.from({ length: 14 }, (_, month) => month).flatMap((month) =>
    ["Ann", "Bo", "Cy"].slice(0, month % 3 === 2 ? 2 : 3).map((name, index): Cell[] => {
      const [year, two] = [2025 + Math.floor(month / 12), (number: number) => `0${number}`.slice(-2)];
      return [name, `${year}-${two((month % 12) + 1)}-0${5 + index} 23:30`, 100 + month * 10 + index];
    }),
  );
  const cells: Cell[][] = [
    ["Customer", "Date", "Amount"],
    ...rows.slice(0, 5),
    ["", "", ""],
    ...rows.slice(5),
  ];
  sheet.getRange(1, 1, cells.length, 3).setValues(cells);
}
