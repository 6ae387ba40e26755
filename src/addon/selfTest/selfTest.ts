// Tries in the user's own spreadsheet what can be tried nowhere else: how Sheets hands cells to functions and back.
import { inert } from "../spreadsheet/cells";
import { type Tell, eachWithProgress } from "../progress";
import { isSomeoneElses, renameFirst } from "../spreadsheet/sheets";
import { type Sheet, type Trial, valueOf, writeOrders } from "./cells";
import { functionTrials } from "./functionTrials";
import { tabTrials } from "./tabTrials";

const [temporaryTab, resultTab] = ["CLV self-test at work", "CLV self-test"];
/** What the tabs of the self-test begin with. */
const ownTabs = [
  [temporaryTab, "Customer"],
  [resultTab, "Check"],
] as const;
const trials = [...functionTrials, ...tabTrials];

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
export function runSelfTest(tell: Tell): string {
  const spreadsheet = SpreadsheetApp.getActive();
  const others = ownTabs.find(([name, first]) => isSomeoneElses(name, first));
  if (others) return renameFirst(others[0]);
  const left = spreadsheet.getSheetByName(temporaryTab);
  if (left) spreadsheet.deleteSheet(left);
  const sheet = spreadsheet.insertSheet(temporaryTab, spreadsheet.getSheets().length);
  writeOrders(sheet);
  const outcomes = eachWithProgress(
    trials,
    tell,
    ({ name }) => name,
    (trial) => outcome(trial, sheet),
  );
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
    ["Make a copy to share", "", "not tried, since it would leave a file behind", ""],
    ["What viewers without the add-on see", "", "not tried, since it takes another account", ""],
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
