import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { buildReportOn, cellsOf } from "../support/report";
import { openShort, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openShort("Orders");
});

afterEach(() => workbook.dispose());

const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const first = /^row (\d+)/;

/** The row of the sheet in which the first blank customer stands. */
function rowOfBlank(column: number): number {
  const sheet = spreadsheet().getSheetByName("Orders")!;
  const names = sheet.getRange(1, column, sheet.getLastRow(), 1).getValues();
  return 1 + names.findIndex(([name]) => name === "");
}

const adviceIn = (cells: readonly (readonly unknown[])[]) =>
  cells.find((row) => row.includes("Blank customer"))!.find((cell) => first.test(String(cell)));

test("report and sidebar name the row of the sheet in which something is wrong, and the report follows it", async () => {
  await buildReportOn(workbook, "Orders", "live");
  const row = rowOfBlank(2);
  expect(Number(first.exec(String(adviceIn(cellsOf(workbook, "CLV Report"))))![1])).toBe(row);
  const figure = await ask("checkRows", await requestOn(workbook, "Orders"));
  expect(Number(first.exec(String(adviceIn(figure!.cells)))![1])).toBe(row);
  spreadsheet().getSheetByName("Orders")!.insertRowsBefore(1, 3);
  expect(rowOfBlank(2)).toBe(1);
  expect(Number(first.exec(String(adviceIn(cellsOf(workbook, "CLV Report"))))![1])).toBe(row + 3);
});

test("of rows that had to be read, they name the row of the table", async () => {
  const orders = spreadsheet().getSheetByName("Orders")!;
  const amounts = orders.getRange(2, 4, orders.getLastRow() - 1, 1);
  amounts
    .setNumberFormat("@")
    .setValues(amounts.getValues().map(([amount]) => [amount === "" ? "" : `${String(amount)} EUR`]));
  await buildReportOn(workbook, "Orders", "live");
  const advice = cellsOf(workbook, "CLV Report").find((row) => row.includes("Refunds (below 0)"))!;
  const [, row] = first.exec(String(advice.find((cell) => first.test(String(cell)))))!;
  expect(orders.getRange(Number(row), 4).getValue()).toMatch(/^-/);
  const before = orders.getRange(2, 4, Number(row) - 2, 1).getValues();
  expect(before.filter(([amount]) => String(amount).startsWith("-"))).toEqual([]);
});
