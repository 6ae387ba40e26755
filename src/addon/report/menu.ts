import { readTab, settle } from "../answers";
import { buildReport } from "./report";
import { listTabs } from "../survey";

/** Builds the report from the first table that gives a value, by what the setup tab keeps; returns the message for the person. */
export function buildReportFromMenu(): string {
  const spreadsheet = SpreadsheetApp.getActive();
  const say = (message: string, seconds = -1) => spreadsheet.toast(message, "CLV report", seconds);
  say("Reading the tabs…");
  const { names, active } = listTabs();
  const tables = settle({ tables: names.flatMap(readTab), active });
  const table = tables.find(({ isUsable }) => isUsable);
  if (!table) return "No revenue data found: open CLV and say under Data what the columns mean.";
  const request = { table, tables, changes: {}, mode: "live" } as const;
  const { message } = buildReport(request, (part) => say(`${part}…`));
  say(message, 3);
  return message;
}
