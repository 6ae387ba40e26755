// Tries in the user's own spreadsheet what can be tried nowhere else: how Sheets hands cells to functions and back.
import { seriesOf } from "../answers/series";
import { findTables } from "../recognition";
import { formulaText, withSemicolons } from "../recipe/text";
import { recipeValue } from "../recipe/value";
import { type Cell, isDate } from "../sheet/cell";
import { inert } from "./cells";
import { sourceOf } from "./compute";
import { surveyTab } from "./survey";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What is tried on the temporary tab: what is to come out, and what does. */
interface Trial {
  readonly name: string;
  readonly expected: string;
  readonly got: (sheet: Sheet) => string;
}

const [temporaryTab, resultTab] = ["CLV self-test at work", "CLV self-test"];
const [mostWait, wait] = [40_000, 500];

/** What a cell shows once Sheets has computed it. */
function settled(cell: Range): string {
  for (let waited = 0; waited <= mostWait; waited += wait) {
    SpreadsheetApp.flush();
    const shown = cell.getDisplayValue();
    if (!shown.startsWith("Loading")) return shown;
    Utilities.sleep(wait);
  }
  return "still loading";
}

/** The value of a formula, rounded so that it reads the same everywhere. */
function valueOf(sheet: Sheet, formula: string, place = "H1"): string {
  const cell = sheet.getRange(place);
  cell.setFormula(formula);
  const shown = settled(cell);
  const value: unknown = cell.getValue();
  cell.clear();
  if (typeof value === "number") return String(Math.round(value * 1e6) / 1e6);
  return isDate(value) ? dayOf(value) : shown;
}

const dayOf = (date: Date) =>
  Utilities.formatDate(date, SpreadsheetApp.getActive().getSpreadsheetTimeZone(), "yyyy-MM-dd");

/** Rows of orders: a header, dates as Sheets keeps them, one just before midnight, a blank row within. */
function writeOrders(sheet: Sheet): void {
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

const trials: readonly Trial[] = [
  {
    name: "A function of the add-on computes",
    expected: "2880",
    got: (sheet) => valueOf(sheet, "=CLV(100, 36, 80%)"),
  },
  {
    name: "Semicolons separate arguments too",
    expected: "2880",
    got: (sheet) => valueOf(sheet, "=CLV(100; 36; 80%)"),
  },
  {
    name: "An argument left out is not given",
    expected: "3600",
    got: (sheet) => valueOf(sheet, "=CLV(100, 36, )"),
  },
  {
    name: "An empty cell is not given",
    expected: "3600",
    got: (sheet) => valueOf(sheet, "=CLV(100, 36, G20)"),
  },
  {
    name: "A percentage is a fraction",
    expected: "2880",
    got: (sheet) => {
      sheet.getRange("F1").setValue(0.8).setNumberFormat("0%");
      return valueOf(sheet, "=CLV(100, 36, F1)");
    },
  },
  {
    name: "A whole column with a header and blanks is read",
    expected: "14",
    got: (sheet) => valueOf(sheet, "=ROWS(CLV_KPIS(A:A, B:B, C:C))-1"),
  },
  {
    name: "A date just before midnight stays in its month",
    expected: "2025-01-01",
    got: (sheet) => valueOf(sheet, "=INDEX(CLV_KPIS(A2:A, B2:B, C2:C), 2, 1)"),
  },
  {
    name: "An error value in a range is an error of the function",
    expected: "#ERROR!",
    got: (sheet) => {
      sheet.getRange("F2").setFormula("=1/0");
      return valueOf(sheet, "=CLV_CHURN_RATE(F2, 100)");
    },
  },
  {
    name: "IFERROR catches an error",
    expected: "7",
    got: (sheet) => valueOf(sheet, "=IFERROR(CLV(-1, 36), 7)"),
  },
  {
    name: "A result spills",
    expected: "Revenue",
    got: (sheet) => {
      const cell = sheet.getRange("H1").setFormula("=CLV_KPIS(A:A, B:B, C:C)");
      settled(cell);
      const shown = settled(cell.offset(0, 1));
      cell.clear();
      return shown;
    },
  },
  {
    name: "Text that begins with = stays text",
    expected: "=1+1",
    got: (sheet) => {
      const cell = sheet.getRange("F3").setValue(inert("=1+1"));
      return cell.getFormula() === "" ? String(cell.getValue()) : "a formula";
    },
  },
  {
    name: "What the sidebar inserts shows what it said",
    expected: "equal",
    got: (sheet) => {
      const table = findTables(surveyTab(sheet.getName())).find(({ shape }) => shape === "orders");
      const series = table && seriesOf(table);
      if (!series) return "the orders were not recognised";
      const { steps, revenue, customers, churn } = series;
      const recipe = { steps, result: { apply: "CLV_ROLLING", to: [revenue, customers, churn, 6] } };
      const setup = [
        { key: "period", label: "", value: "month", note: "", format: "" },
        { key: "inactive_after", label: "", value: 1, note: "", format: "" },
      ];
      const said = recipeValue(recipe, sourceOf(setup)) as number;
      sheet.getRange("F4:F5").setValues([["month"], [1]]);
      const formula = formulaText(recipe, (key) => (key === "period" ? "F4" : "F5"));
      const shown = valueOf(sheet, formula);
      return Math.abs(Number(shown) - said) < 1e-5 ? "equal" : `${shown} instead of ${said}`;
    },
  },
  {
    name: "Formulas are taken with commas, whatever the locale",
    expected: "commas",
    got: (sheet) => {
      if (valueOf(sheet, "=SUM(1, 2)") === "3") return "commas";
      return valueOf(sheet, withSemicolons("=SUM(1, 2)")) === "3" ? "semicolons only" : "neither";
    },
  },
];

/** Time from setting a formula that has not been computed yet to its result, in milliseconds. */
function timeOfCall(sheet: Sheet): number {
  const start = Date.now();
  valueOf(sheet, "=CLV(123, 36, 80%)");
  return Date.now() - start;
}

/** The outcome of one trial; what Apps Script throws is an outcome too. */
function outcome({ name, expected, got }: Trial, sheet: Sheet): string[] {
  let found: string;
  try {
    found = got(sheet);
  } catch (error) {
    found = (error as Error).message;
  }
  return [name, expected, found, found === expected ? "passed" : "failed"];
}

/** Runs the trials on a temporary tab, leaves a table of the outcomes on a tab of its own, and says how it went. */
export function runSelfTest(): string {
  const spreadsheet = SpreadsheetApp.getActive();
  const left = spreadsheet.getSheetByName(temporaryTab);
  if (left) spreadsheet.deleteSheet(left);
  const sheet = spreadsheet.insertSheet(temporaryTab, spreadsheet.getSheets().length);
  writeOrders(sheet);
  const outcomes = trials.map((trial) => outcome(trial, sheet));
  const time = timeOfCall(sheet);
  spreadsheet.deleteSheet(sheet);
  const failed = outcomes.filter(([, , , result]) => result === "failed").length;
  const rows = [
    ["Check", "Expected", "Got", "Result"],
    ...outcomes,
    ["Time from a formula to its result, ms", "", String(time), ""],
    [
      "Locale and time zone",
      "",
      `${spreadsheet.getSpreadsheetLocale()}, ${spreadsheet.getSpreadsheetTimeZone()}`,
      "",
    ],
  ];
  const existing = spreadsheet.getSheetByName(resultTab);
  const table = existing ?? spreadsheet.insertSheet(resultTab, spreadsheet.getSheets().length);
  const cells = table.getRange(1, 1, rows.length, 4).setNumberFormat("@");
  cells.setValues(rows.map((row) => row.map(inert)));
  table.getRange(1, 1, 1, 4).setFontWeight("bold");
  [360, 120, 240, 90].forEach((width, column) => table.setColumnWidth(column + 1, width));
  table.activate();
  const said = failed === 0 ? "all passed" : `${failed} failed`;
  return `${outcomes.length} checks, ${said}: see the tab ${resultTab}`;
}
