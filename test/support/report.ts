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

/** Functions of Sheets that the report's formulas call besides our own: for sentences, for single figures, and to join tables. */
const native =
  "ABS ARRAYFORMULA CHOOSECOLS COUNT COUNTA DAY FIXED HSTACK IF IFNA ISFORMULA ISNUMBER LARGE LEFT MAX MIN MONTH PRODUCT RIGHT ROUND ROW SEQUENCE SUM SWITCH XLOOKUP XMATCH YEAR".split(
    " ",
  );

/** The formulas of a live report and its data, those among them over 500 characters, and what else they call than is known. */
export function formulasOfReport(workbook: Workbook) {
  const formulas = ["CLV Report", "CLV Report data"].flatMap((name) =>
    workbook.services.SpreadsheetApp.getActive()
      .getSheetByName(name)!
      .getDataRange()
      .getFormulas()
      .flat()
      .filter(Boolean),
  );
  const called = formulas.flatMap((formula) =>
    Array.from(
      formula.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/\b([A-Z][A-Z_.0-9]*)\(/g),
      ([, name]) => name!,
    ),
  );
  const others = called.filter((name) => !name.startsWith("CLV_") && !native.includes(name));
  return {
    formulas,
    tooLong: formulas.filter((formula) => formula.length > 500),
    others: Array.from(new Set(others)),
  };
}
