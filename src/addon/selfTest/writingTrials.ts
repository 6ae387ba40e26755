import { inLocalNotation } from "../../formula/local";
import { onceAnExecution } from "../execution";
import { generalFormat } from "../freeze/dateFormats";
import { type Cell, isDate, isErrorValue } from "../../sheet/cell";
import { type Sheet, type Trial, dayOf, settled } from "./cells";

/** What a call of Apps Script makes of a formula, and in which notation it takes it. */
function notationOf(sheet: Sheet, call: "setFormula" | "setValue"): string {
  const cell = sheet.getRange("H1");
  const shows = (formula: string) => {
    cell[call](formula);
    const shown = settled(cell);
    const held = cell.getFormula();
    cell.clear();
    return shown === "3" ? held : "";
  };
  const [commas, local] = ["=SUM(1, 2)", "=SUM(1; 2)"].map(shows);
  if (commas) return "commas";
  return local ? "semicolons only" : "neither";
}

/** How a decimal is to be written for a call, and as what it is read back. */
function decimalOf(sheet: Sheet, call: "setFormula" | "setValue"): string {
  const cell = sheet.getRange("H1");
  for (const formula of ["=SUM(1.5, 2)", inLocalNotation("=SUM(1.5, 2)")]) {
    cell[call](formula);
    settled(cell);
    const [value, held] = [cell.getValue() as unknown, cell.getFormula()];
    cell.clear();
    if (value === 3.5) return `${formula} reads ${held}`;
  }
  return "neither";
}

/** Texts that would be something else without the apostrophe in front. */
const texts = ["=1+1", "007", "2025-01-05", "TRUE", "'quoted"];

/** Texts that are a number, a date or a truth value to some. */
const typed = ["1-2", "03/04/2026", "01", "10%", "TRUE", "1,5", "1.5", "Mar 2026", "+x", "@x"] as const;

/** What stands in cells of a row: text as it is, else the formula or what kind of value it is; they are cleared. */
function readTexts(range: GoogleAppsScript.Spreadsheet.Range): string {
  SpreadsheetApp.flush();
  const [values, formulas] = [range.getValues()[0] as Cell[], range.getFormulas()[0]!];
  range.clear();
  const kindOf = (value: Cell) =>
    isDate(value) ? `date ${dayOf(value)}` : `${typeof value} ${String(value)}`;
  return values
    .map((value, index) => formulas[index] || (typeof value === "string" ? value : kindOf(value)))
    .join(" | ");
}

/** What cells show that hold an error of each kind; two trials look at them. */
const errorsOf = onceAnExecution((sheet: Sheet): readonly string[] => {
  const formulas = ["=1/0", "=NA()", '=VALUE("x")', "=SQRT(-1)", "=CLV_NO_SUCH(1)", "=CLV(-1, 36)"];
  const cells = formulas.map((formula, index) => sheet.getRange(1, 8 + index).setFormula(formula));
  const shown = cells.map(settled);
  cells.forEach((cell) => cell.clear());
  return shown;
});

/** How what the add-on writes arrives in cells, and how cells are told apart. */
export const writingTrials: readonly Trial[] = [
  {
    name: "Formulas are taken with commas, whatever the locale: setFormula",
    expected: "commas",
    got: (sheet) => notationOf(sheet, "setFormula"),
  },
  {
    name: "Formulas are taken with commas, whatever the locale: setValue",
    expected: "commas",
    got: (sheet) => notationOf(sheet, "setValue"),
  },
  {
    name: "A decimal in a formula: setFormula",
    expected: "",
    got: (sheet) => decimalOf(sheet, "setFormula"),
  },
  { name: "A decimal in a formula: setValue", expected: "", got: (sheet) => decimalOf(sheet, "setValue") },
  {
    name: "Text with an apostrophe in front stays text, without it",
    expected: texts.join(" | "),
    got: (sheet) => {
      const range = sheet.getRange(1, 8, 1, texts.length);
      range.setValues([texts.map((text) => `'${text}`)]);
      return readTexts(range);
    },
  },
  {
    name: "Rich text stays text",
    expected: texts.join(" | "),
    got: (sheet) => {
      const range = sheet.getRange(1, 8, 1, texts.length);
      range.setRichTextValues([texts.map((text) => SpreadsheetApp.newRichTextValue().setText(text).build())]);
      return readTexts(range);
    },
  },
  {
    name: "An ISO date and a time in text are that moment",
    expected: "2025-01-05 23:30",
    got: (sheet) => {
      const date: unknown = sheet.getRange("B2").getValue();
      const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
      return isDate(date)
        ? Utilities.formatDate(date, zone, "yyyy-MM-dd HH:mm")
        : `${typeof date} ${String(date)}`;
    },
  },
  {
    name: "What text becomes that is typed",
    expected: "",
    got: (sheet) => {
      const range = sheet.getRange(1, 8, 1, typed.length);
      range.setValues([[...typed]]);
      return readTexts(range);
    },
  },
  {
    name: "What errors are called",
    expected: "",
    got: (sheet) => errorsOf(sheet).join(" "),
  },
  {
    name: "Errors are known as errors",
    expected: "yes",
    got: (sheet) => errorsOf(sheet).find((text) => !isErrorValue(text)) ?? "yes",
  },
  {
    name: "A cell holds 50,000 characters",
    expected: "50000",
    got: (sheet) => {
      const cell = sheet.getRange("H1").setValue("x".repeat(50_000));
      SpreadsheetApp.flush();
      const text = String(cell.getValue());
      cell.clear();
      return String(text.length);
    },
  },
  {
    name: "A cell without a number format says so",
    expected: "yes",
    got: (sheet) => {
      const format = sheet.getRange("H30").getNumberFormat();
      return generalFormat.test(format) ? "yes" : format;
    },
  },
  {
    name: "A date that was written has a format of dates",
    expected: "yes",
    got: (sheet) => {
      const format = sheet.getRange("B2").getNumberFormat();
      return /y/i.test(format) ? "yes" : format;
    },
  },
];
