import { refusal } from "../../core/refusal";
import type { Trip } from "../protocol";
import { isSomeoneElses, renameFirst } from "../spreadsheet/sheets";
import type { Sheet } from "./cells";
import { type Outcome, firstTitle, reportText, resultTab, setOutcome, writeReportCell } from "./table";

/** What is tried from the sidebar, and what is to come out. */
export const [sidebarTrial, copyTrial] = ["The sidebar is answered", "Make a copy to share"] as const;
export const [allCharacters, copyDone] = [
  "500000 characters there and back",
  "made, written to and renamed",
] as const;

/** The tab of the outcomes. */
function resultSheet(): Sheet {
  if (isSomeoneElses(resultTab, firstTitle)) throw refusal(renameFirst(resultTab));
  const sheet = SpreadsheetApp.getActive().getSheetByName(resultTab);
  if (sheet) return sheet;
  throw refusal("There is no result yet: choose Check CLV in this spreadsheet in the menu first");
}

function note(
  [name, expected]: readonly [string, string],
  got: string,
  more: readonly Outcome[] = [],
): string {
  const sheet = resultSheet();
  setOutcome(sheet, [name, expected, got, got === expected ? "passed" : "failed"]);
  more.forEach((outcome) => setOutcome(sheet, outcome));
  writeReportCell(sheet);
  return reportText(sheet);
}

/** Notes how long a message to the sidebar may be, and the time that it takes; gives all outcomes as text. */
export function noteTrip({ there, back, milliseconds }: Trip): string {
  const got =
    there === back ? `${there} characters there and back` : `${there} characters there, ${back} back`;
  return note([sidebarTrial, allCharacters], got, [
    ["Time there and back, ms", "", String(milliseconds), ""],
  ]);
}

/** How the name of the copy ends while it is tried, and then: its owner knows what to do with it. */
const [onTrial, tried] = [" (CLV is trying this copy: delete it)", " (CLV tried this copy: delete it)"];

/** Tries to make a copy and to change it, as Make a copy to share does; says what to do with it. */
export function tryCopy(): string {
  resultSheet();
  const spreadsheet = SpreadsheetApp.getActive();
  let [ending, got] = [onTrial, "not made"];
  try {
    const copy = spreadsheet.copy(spreadsheet.getName() + onTrial);
    got = "made";
    const cell = copy.insertSheet("CLV was here").getRange(1, 1).setValue(1);
    if (cell.getValue() === 1) got = "made and written to";
    copy.rename(spreadsheet.getName() + tried);
    [ending, got] = [tried, copyDone];
  } catch (error) {
    got = `${got}. Sheets said: ${(error as Error).message.replace(/\.\s*$/, "")}`;
  }
  note([copyTrial, copyDone], got);
  return got.startsWith("not made")
    ? `The copy was ${got}`
    : `The copy “${spreadsheet.getName()}${ending}” was ${got}. It is in your Drive and contains everything in this spreadsheet: delete it`;
}
