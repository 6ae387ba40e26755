import { type Cell, isBlank, isDate, isErrorValue } from "../sheet/cell";
import { saysNothing } from "../sheet/written/nothing";
import { sentRows } from "./spreadsheet/cells";
import type { TabSurvey } from "../recognition/survey";
import type { Tabs } from "./protocol";
import { isOwnTab } from "./spreadsheet/ownTabs";
import { cellTabs, sheetNamed } from "./spreadsheet/sheets";
import { today } from "./spreadsheet/today";
import { spreadsheetZone } from "./spreadsheet/zone";

/** Rows sent in full: the first ones, the last ones, and of each run the first ones up to a number in all. */
const [leading, trailing, ofRun, mostSamples] = [30, 5, 3, 200];

/** A tab of no more rows is sent whole: one of figures has a row for each, which are all alike. */
const fewRows = 60;

export function listTabs(): Tabs {
  const spreadsheet = SpreadsheetApp.getActive();
  const active = spreadsheet.getActiveSheet().getName();
  const all = cellTabs().map((sheet) => sheet.getName());
  const names = all.filter((name) => name !== active && !isOwnTab(name));
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    active,
    names: isOwnTab(active) || !all.includes(active) ? names : [active, ...names],
  };
}

/** The letter that says what a cell holds. */
function kindOf(cell: Cell): string {
  if (isBlank(cell) || (typeof cell === "string" && saysNothing(cell))) return " ";
  if (isDate(cell)) return "d";
  if (isErrorValue(cell)) return "e";
  return (typeof cell)[0] === "s" ? "t" : (typeof cell)[0]!;
}

export function surveyTab(name: string): TabSurvey {
  const range = sheetNamed(name).getDataRange();
  const rows = range.getValues() as Cell[][];
  const runs: [number, string][] = [];
  const sampled = new Set<number>();
  let blank = -1;
  rows.forEach((row, index) => {
    const kinds = row.map(kindOf).join("");
    if (kinds.trim() === "") blank = index;
    const run = runs[runs.length - 1];
    if (run?.[1] === kinds) run[0]++;
    else runs.push([1, kinds]);
    const isNearEdge = index < leading || index >= rows.length - trailing || rows.length <= fewRows;
    const beginsRun = runs[runs.length - 1]![0] <= ofRun && sampled.size < mostSamples;
    // Below a blank row a further table may begin, also where runs have taken all samples.
    const beginsTable = blank >= 0 && index - blank <= ofRun && sampled.size < 2 * mostSamples;
    if (isNearEdge || beginsRun || beginsTable) sampled.add(index);
  });
  const samples = Array.from(sampled);
  const sent = sentRows(
    samples.map((index) => rows[index]!),
    spreadsheetZone(),
  );
  const formats = range.offset(0, 0, Math.min(leading, rows.length)).getNumberFormats();
  return {
    tab: name,
    today: today(),
    runs,
    samples: samples.map((index, position) => [index + 1, sent[position]!]),
    formats: rows[0]!.map((_, column) => Array.from(new Set(formats.map((row) => row[column]!)))),
  };
}
