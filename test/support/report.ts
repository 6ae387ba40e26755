import type { ReportOutcome, ReportRequest } from "../../src/addon/protocol";
import { ask } from "../../src/sidebar/server";
import { requestOn } from "./sidebarOf";
import type { Workbook } from "./workbook";

/** Builds the report of a tab as the sidebar does, part after part. */
export async function buildReportOn(
  workbook: Workbook,
  tab: string,
  mode: ReportRequest["mode"],
  changes: ReportRequest["changes"] = {},
): Promise<ReportOutcome> {
  const plan = (await ask("planReport", { ...(await requestOn(workbook, tab)), mode, changes }))!;
  let done: Awaited<ReturnType<typeof ask<"reportPart">>> = [];
  for (let part = 0; part < plan.parts.length; part++)
    done = [...done, ...(await ask("reportPart", { plan, part, done }))];
  return ask("writeReport", { plan, done });
}

/** Where the value of a card of the report is, by the card's label: row and column from 0. */
export function cardAt(cells: readonly (readonly unknown[])[], label: string): [row: number, column: number] {
  const row = cells.findIndex((one) => one.includes(label));
  return [row + 1, cells[row]!.indexOf(label)];
}

/** The cells of a tab, dates as ISO days. */
export function cellsOf(workbook: Workbook, tab: string): unknown[][] {
  const cells = workbook.services.SpreadsheetApp.getActive().getSheetByName(tab)!.getDataRange().getValues();
  return JSON.parse(JSON.stringify(cells)) as unknown[][];
}
