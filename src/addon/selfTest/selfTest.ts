// Tries in the user's own spreadsheet what can be tried nowhere else: how Sheets hands cells to functions and back.
import { forgetTab } from "../freeze/kept";
import { type Tell, eachWithProgress } from "../progress";
import { addTab, isSomeoneElses, renameFirst } from "../spreadsheet/sheets";
import { type Sheet, type Trial, valueOf, writeOrders } from "./cells";
import { isTimeUp, startClock, timeOf } from "./clock";
import { forgetName, functionTrials } from "./functionTrials";
import { laterTrials, leaveFormulas } from "./later";
import {
  type Outcome,
  firstTitle,
  newTable,
  outcomesOn,
  resultTab,
  setOutcome,
  writeReportCell,
} from "./table";
import { allCharacters, copyDone, copyTrial, sidebarTrial } from "./bySidebar";
import { surroundingTrials } from "./surroundingTrials";
import { tabTrials } from "./tabTrials";
import { writingTrials } from "./writingTrials";

const temporaryTab = "CLV self-test at work";

/** What the tabs of the self-test begin with. */
const ownTabs = [
  [temporaryTab, "Customer"],
  [resultTab, firstTitle],
] as const;
const trials = [...functionTrials, ...surroundingTrials, ...writingTrials, ...tabTrials];

/** The row that says that a second step is to come. */
const later: Outcome = [
  "Second step",
  "",
  "to come: in a minute, choose Check CLV in this spreadsheet again",
  "",
];

/** What the sidebar tries. */
const bySidebar: readonly Outcome[] = [
  [sidebarTrial, allCharacters, "not tried yet: open CLV, then Data › If something does not work", ""],
  [
    copyTrial,
    copyDone,
    "not tried: it leaves a file behind. Open CLV, then Data › If something does not work",
    "",
  ],
];

/** What only a person can try. */
const byHand: readonly Outcome[] = [
  [
    "By hand: a Table’s columns",
    "",
    "type =CLV_KPIS(Orders[Customer], …) with the names of a Table of yours",
    "",
  ],
  [
    "By hand: a viewer, and a published page",
    "",
    "open the spreadsheet without the right to edit: do results show?",
    "",
  ],
  ["By hand: a copy of the file, and a phone", "", "do results show, and do they change with the data?", ""],
  ["By hand: two Google accounts in one browser", "", "does the sidebar open, or say what to do?", ""],
];

/** Time from setting a formula that has not been computed yet to its result, in milliseconds. */
const timeOfCall = (sheet: Sheet): number => timeOf(() => valueOf(sheet, "=CLV(123, 36, 80%)"));

/** The outcome of one trial; what Apps Script throws is an outcome too. */
function outcome({ name, expected, got }: Trial, sheet: Sheet): Outcome {
  if (isTimeUp()) return [name, expected, "not tried: time was up", ""];
  let found: string;
  try {
    found = got(sheet);
  } catch (error) {
    found = (error as Error).message;
  }
  return [name, expected, found, expected === "" ? "" : found === expected ? "passed" : "failed"];
}

/** Runs trials one after another and adds each result to the table. */
function tryAll(all: readonly Trial[], sheet: Sheet, add: (outcome: Outcome) => void, tell: Tell): void {
  eachWithProgress(
    all,
    tell,
    ({ name }) => name,
    (trial) => add(outcome(trial, sheet)),
  );
}

/** What to say of the outcomes on the tab. */
function said(sheet: Sheet): string {
  const results = outcomesOn(sheet).map(([, , , result]) => result);
  const failed = results.filter((result) => result === "failed").length;
  const passed = results.filter((result) => result === "passed").length;
  return `${passed + failed} checks, ${failed === 0 ? "all passed" : `${failed} failed`}: see the tab ${resultTab}`;
}

/** Runs the trials on a temporary tab and leaves a table of the outcomes on a tab of its own; chosen again, looks at what the cells show by then. Says how it went. */
export function runSelfTest(tell: Tell): string {
  const spreadsheet = SpreadsheetApp.getActive();
  const others = ownTabs.find(([name, first]) => isSomeoneElses(name, first));
  if (others) return renameFirst(others[0]);
  startClock();
  const [left, table] = [temporaryTab, resultTab].map((name) => spreadsheet.getSheetByName(name));
  const isToCome =
    left && table && outcomesOn(table).some(([name, , got]) => name === later[0] && got === later[2]);
  if (isToCome) return secondStep(left, table, tell);
  if (left) {
    // What was stopped may have left formulas of it kept, and a name.
    forgetTab(temporaryTab);
    forgetName();
    spreadsheet.deleteSheet(left);
  }
  const { sheet: results, add } = newTable();
  const sheet = addTab(temporaryTab);
  writeOrders(sheet);
  add([
    "Locale and time zone",
    "",
    `${spreadsheet.getSpreadsheetLocale()}, ${spreadsheet.getSpreadsheetTimeZone()}`,
    "",
  ]);
  const time = timeOf(() => tryAll(trials, sheet, add, tell));
  if (!isTimeUp()) add(["Time from a formula to its result, ms", "", String(timeOfCall(sheet)), ""]);
  add(["Time of the check, s", "", String(Math.round(time / 1000)), ""]);
  [...bySidebar, ...byHand].forEach(add);
  leaveFormulas(sheet);
  add(later);
  writeReportCell(results);
  results.activate();
  return `${said(results)}. In a minute, choose Check CLV in this spreadsheet again: it checks what the cells show by then, and removes the tab ${temporaryTab}`;
}

function secondStep(sheet: Sheet, table: Sheet, tell: Tell): string {
  const rows = outcomesOn(table);
  const at = rows.findIndex(([name]) => name === later[0]);
  // What was stopped has said some of it already.
  const say = (one: Outcome) => setOutcome(table, one);
  const time = timeOf(() => tryAll(laterTrials, sheet, say, tell));
  table.getRange(at + 2, 3).setValue(`done, in ${Math.round(time / 1000)} s`);
  writeReportCell(table);
  SpreadsheetApp.getActive().deleteSheet(sheet);
  table.activate();
  return said(table);
}
