import { dayFromCalendar, isoFromDay, millisecondsPerDay } from "../../core/day";
import { isErrorValue } from "../../sheet/cell";
import { readingOf } from "../../answers/readingOf";
import { findTables } from "../../recognition";
import { formulaText } from "../../recipe/text";
import { recipeValue } from "../../recipe/value";
import { sourceOf } from "../compute";
import { times } from "../../core/math/times";
import { spreadsheetZone } from "../spreadsheet/zone";
import { surveyTab } from "../survey";
import { type Trial, formulaTrial, settled, valueOf } from "./cells";

/** The days of a year that are shorter or longer than others, as formulas; in some zones one of them has no midnight. */
function daysOfChange(): string[] {
  const zone = spreadsheetZone();
  const first = dayFromCalendar(2025, 1, 1)!;
  const days = times(365, (index) => first + index);
  zone.prepareDays(days);
  const length = (day: number) => zone.dateOf(day + 1).getTime() - zone.dateOf(day).getTime();
  return days
    .filter((day) => day === first || length(day) !== millisecondsPerDay)
    .map((day) => `DATE(${isoFromDay(day).split("-").map(Number).join(", ")})`);
}

const triedName = "CLV_SELF_TEST";

/** Takes the named range away that is tried, where there is one. */
export function forgetName(): void {
  for (const range of SpreadsheetApp.getActive().getNamedRanges())
    if (range.getName() === triedName) range.remove();
}

/** How Sheets hands cells to the functions, and their results back. */
export const functionTrials: readonly Trial[] = [
  formulaTrial("Functions compute while a menu item runs", "2880", "=CLV(100, 36, 80%)"),
  {
    name: "What a cell shows right after its formula was written",
    expected: "",
    got: (sheet) => {
      const cell = sheet.getRange("H1").setFormula("=CLV(101, 36, 80%)");
      const shown = `${cell.getDisplayValue()} (${typeof cell.getValue()})`;
      cell.clear();
      return shown;
    },
  },
  formulaTrial("Semicolons separate arguments too", "2880", "=CLV(100; 36; 80%)"),
  formulaTrial("An argument left out is not given", "3600", "=CLV(100, 36, )"),
  formulaTrial(
    "An argument left out between others is not given",
    "14",
    "=ROWS(CLV_KPIS(A:A, B:B, C:C, , 2))-1",
  ),
  formulaTrial("An empty cell is not given", "3600", "=CLV(100, 36, G20)"),
  {
    name: "A percentage is a fraction",
    expected: "2880",
    got: (sheet) => {
      sheet.getRange("F1").setValue(0.8).setNumberFormat("0%");
      return valueOf(sheet, "=CLV(100, 36, F1)");
    },
  },
  formulaTrial("A whole column with a header and blanks is read", "14", "=ROWS(CLV_KPIS(A:A, B:B, C:C))-1"),
  formulaTrial(
    "A date just before midnight stays in its month",
    "2025-01-01",
    "=INDEX(CLV_KPIS(A2:A, B2:B, C2:C), 2, 1)",
  ),
  formulaTrial(
    "A date in a result is that of the cells",
    "TRUE",
    "=INDEX(CLV_KPIS(A2:A, B2:B, C2:C), 2, 1)=DATE(2025, 1, 1)",
  ),
  formulaTrial(
    "A date in a result is a date for the next function",
    "TRUE",
    "=CLV_LATEST(INDEX(CLV_KPIS(A2:A, B2:B, C2:C), 0, 1))=DATE(2026, 2, 1)",
  ),
  {
    name: "A date of a day on which the clocks change is that of the cell",
    expected: "yes",
    got: (sheet) => {
      const other = daysOfChange().find((date) => {
        sheet.getRange("F14").setFormula(`=${date}`);
        return valueOf(sheet, "=CLV_LATEST(F14)=F14") !== "TRUE";
      });
      return other ? `not on ${other}` : "yes";
    },
  },
  {
    name: "An error value in a range is an error of the function",
    expected: "an error",
    got: (sheet) => {
      sheet.getRange("F2").setFormula("=1/0");
      const shown = valueOf(sheet, "=CLV_CHURN_RATE(F2, 100)");
      return isErrorValue(shown) ? "an error" : shown;
    },
  },
  {
    name: "What a check box, a duration and a time make of an amount",
    expected: "",
    got: (sheet) => {
      sheet.getRange("F11").setValue(true);
      sheet.getRange("F12").setFormula("=TIME(12, 30, 0)").setNumberFormat("[h]:mm");
      sheet.getRange("F13").setFormula("=TIME(12, 30, 0)").setNumberFormat("hh:mm");
      return ["F11", "F12", "F13"].map((cell) => valueOf(sheet, `=CLV(${cell}, 36)`)).join(", ");
    },
  },
  formulaTrial("IFERROR catches an error", "7", "=IFERROR(CLV(-1, 36), 7)"),
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
    name: "What the sidebar inserts shows what it said",
    expected: "equal",
    got: (sheet) => {
      const table = findTables(surveyTab(sheet.getName())).find(({ shape }) => shape === "orders");
      const rows = table && readingOf(table, 1).rows;
      if (!rows) return "the orders were not recognised";
      const { customer, date, amount } = rows;
      const recipe = {
        steps: [["kpis", { apply: "CLV_KPIS", to: [customer, date, amount] }]] as const,
        result: { apply: "LAST_ROW", to: [{ step: "kpis" }, 7] },
      };
      const said = recipeValue(recipe, sourceOf({ number: 1, lines: [], kept: [] })) as number;
      const shown = valueOf(sheet, formulaText(recipe, String));
      return Math.abs(Number(shown) - said) < 1e-5 ? "equal" : `${shown} instead of ${said}`;
    },
  },
  {
    name: "A named range is its cells",
    expected: "3600",
    got: (sheet) => {
      sheet.getRange("F6").setValue(36);
      SpreadsheetApp.getActive().setNamedRange(triedName, sheet.getRange("F6"));
      try {
        return valueOf(sheet, `=CLV(100, ${triedName})`);
      } finally {
        forgetName();
      }
    },
  },
  {
    name: "ARRAYFORMULA hands over a whole range",
    expected: "600",
    got: (sheet) => {
      sheet.getRange("F7:F9").setValues([[100], [200], [0]]);
      return valueOf(sheet, "=SUM(ARRAYFORMULA(CLV(F7:F9, 2)))");
    },
  },
  formulaTrial("MAP calls a function for each value", "12", "=SUM(MAP(SEQUENCE(3), LAMBDA(x, CLV(x, 2))))"),
];
