import { ownArea } from "../spreadsheet/ownArea";
import { type Names } from "./names";
import type { Sheet } from "../spreadsheet/formulaTabs";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Takes the names of customers out of what a tab has besides its cells. */
export function scrubTab(sheet: Sheet, { without }: Names): void {
  if (!ownArea(sheet)) sheet.clearNotes();
  const names = (text: unknown) => typeof text === "string" && without(text) !== text;
  const rules = sheet.getConditionalFormatRules();
  const kept = rules.filter((rule) => !rule.getBooleanCondition()?.getCriteriaValues().some(names));
  if (kept.length < rules.length) sheet.setConditionalFormatRules(kept);
  for (const chart of sheet.getCharts()) {
    const title: unknown = chart.getOptions()?.get("title");
    if (typeof title === "string" && names(title))
      sheet.updateChart(chart.modify().setOption("title", without(title)).build());
  }
}

/** Takes them out of the names of tabs and ranges. */
export function scrubNames(copy: Spreadsheet, { without }: Names): void {
  for (const sheet of copy.getSheets()) {
    const [name, wanted] = [sheet.getName(), without(sheet.getName())];
    if (wanted === name) continue;
    let free = wanted;
    for (let number = 2; copy.getSheetByName(free); number++) free = `${wanted} ${number}`;
    sheet.setName(free);
  }
  for (const range of copy.getNamedRanges()) if (without(range.getName()) !== range.getName()) range.remove();
}
