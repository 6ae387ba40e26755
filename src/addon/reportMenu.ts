import { readTab, settle } from "./answers";
import { buildReport } from "./report";
import { listTabs } from "./survey";

/** Builds the report from the first table that gives a value, by what the setup tab keeps. */
export function buildReportFromMenu(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const say = (message: string, seconds: number) => spreadsheet.toast(message, "CLV report", seconds);
  say("Reading the tabs…", -1);
  const { names, active } = listTabs();
  const tables = settle({ tables: names.flatMap(readTab), active });
  const table = tables.find(({ isUsable }) => isUsable);
  if (!table) {
    say("No revenue data found: open CLV and say under Data what the columns mean.", 10);
    return;
  }
  const { message } = buildReport({ table, tables, changes: {}, mode: "live" }, (part) =>
    say(`${part}…`, -1),
  );
  say(message, 8);
}
