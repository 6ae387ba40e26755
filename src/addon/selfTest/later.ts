import { isErrorValue } from "../../sheet/cell";
import { onceAnExecution } from "../execution";
import { times } from "../../core/math/times";
import { isUnfinished } from "../spreadsheet/unfinished";
import { makeRoom } from "../spreadsheet/sheets";
import type { Sheet, Trial } from "./cells";
import { settled } from "./cells";
import { timeOf } from "./clock";

/** Where the formulas stand that Sheets computes by itself, once the check has ended. */
const [column, many] = [13, 20];

/** Rows of the large table, and its customers. */
const [manyRows, manyCustomers] = [20_000, 5_000];

/** The time from a formula over the large table to its result, once that has been tried. */
const measured = onceAnExecution(() => ({ many: undefined as number | undefined }));

/** Writes what Sheets is to compute meanwhile. */
export function leaveFormulas(sheet: Sheet): void {
  makeRoom(sheet, 60, column + 12);
  sheet.getRange(1, column).setFormula("=CLV(300, 36, 80%)");
  const formulas = Array.from({ length: many }, (_, index) => [`=CLV(${200 + index}, 36)`]);
  sheet.getRange(2, column, many, 1).setFormulas(formulas);
  sheet.getRange(30, column).setFormula("=CLV_KPIS(A:A, B:B, C:C)");
}

/** What the cells show that have had time. */
export const laterTrials: readonly Trial[] = [
  {
    name: "Later: a function has computed by itself",
    expected: "8640",
    got: (sheet) => sheet.getRange(1, column).getDisplayValue(),
  },
  {
    name: `Later: of ${many} formulas written at once, how many have computed`,
    expected: String(many),
    got: (sheet) => {
      const shown = sheet.getRange(2, column, many, 1).getDisplayValues();
      return String(shown.filter(([text]) => !isUnfinished(text!) && !isErrorValue(text)).length);
    },
  },
  {
    name: "Later: a result spills",
    expected: "Period, Revenue",
    got: (sheet) => sheet.getRange(30, column, 1, 2).getDisplayValues()[0]!.join(", "),
  },
  {
    name: "Later: a date in a result shows as a date",
    expected: "yes",
    got: (sheet) => {
      const shown = sheet.getRange(31, column).getDisplayValue();
      return /2025/.test(shown) && !/^\d+$/.test(shown) ? "yes" : shown;
    },
  },
  {
    name: `Later: ${manyRows.toLocaleString("en-US")} rows are read, and ${manyCustomers.toLocaleString("en-US")} spill below a header`,
    expected: String(manyCustomers + 1),
    got: (sheet) => {
      makeRoom(sheet, manyRows + 10, column + 30);
      const rows = times(manyRows, (index) => [
        `c${(index * 7919) % manyCustomers}`,
        `2025-0${1 + (index % 9)}-1${index % 9}`,
        10 + (index % 50),
      ]);
      sheet.getRange(1, 1, manyRows, 3).setValues(rows);
      SpreadsheetApp.flush();
      const cell = sheet.getRange(1, column + 14);
      measured().many = timeOf(() => {
        cell.setFormula(`=CLV_CUSTOMERS(A1:A${manyRows}, B1:B${manyRows}, C1:C${manyRows})`);
        settled(cell);
      });
      const shown = sheet.getRange(1, column + 14, manyRows, 1).getValues();
      return String(shown.filter(([value]) => value !== "").length);
    },
  },
  {
    name: "Later: the time of that, ms",
    expected: "",
    got: () => String(measured().many ?? "unknown"),
  },
];
