import { inLocalNotation } from "../../formula/local";
import { generalFormat } from "../freeze/dateFormats";
import { cellTabs, otherTabs } from "../spreadsheet/sheets";
import { pageText } from "../page";
import { type Sheet, type Trial, settled } from "./cells";

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
      SpreadsheetApp.flush();
      const [values, formulas] = [range.getValues()[0]!, range.getFormulas()[0]!];
      range.clear();
      return values
        .map(
          (value, index) =>
            formulas[index] || (typeof value === "string" ? value : `${typeof value} ${value}`),
        )
        .join(" | ");
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
  {
    name: "All files belong to one version",
    expected: "3",
    got: () => String(["Server", "Sidebar", "Catalogue"].map(pageText).length),
  },
  {
    name: "Tabs with cells, and without",
    expected: "",
    got: () => `${cellTabs().length}, ${otherTabs(SpreadsheetApp.getActive()).length}`,
  },
];
