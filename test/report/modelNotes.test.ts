import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildReportOn, cellsOf } from "../support/report";
import { connectSidebar } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openWorkbook({ code: builtAddon, pages: builtPages(), timeZone: "UTC" });
  connectSidebar(workbook);
});

afterEach(() => workbook.dispose());

const day = 86_400_000;

/** All bought every week while they were there, so that nothing tells their rates apart. */
const rows = Array.from({ length: 120 }, (_, customer) =>
  Array.from(
    { length: customer % 4 === 0 ? 1 : customer % 4 === 1 ? 41 : 2 + ((customer * customer) % 23) },
    (__, week) => [
      `C${customer}`,
      new Date(Date.UTC(2025, 0, 1) + 7 * week * day),
      10 + ((customer * 7 + week * 3) % 20),
    ],
  ),
).flat();

test("the warning of a model at a limit appears next to everything that rests on it, in words", async () => {
  const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet("Sales");
  sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
  sheet.getRange(1, 1, rows.length + 1, 3).setValues([["Customer", "Date", "Amount"], ...rows]);
  await buildReportOn(workbook, "Sales", "live");
  const texts = cellsOf(workbook, "CLV Report").map(([first]) => String(first));
  const places = texts.flatMap((text, row) =>
    text.startsWith("All customers seem to order equally often") ? [row] : [],
  );
  const headings = [
    "How many stay active, and what a customer brings in",
    "Most valuable customers, and those worth a call",
  ].map((heading) => texts.indexOf(heading));
  expect(places.length).toBe(2);
  places.forEach((row, index) => expect(row).toBeGreaterThan(headings[index]!));
  expect(places[0]!).toBeLessThan(headings[1]!);
  expect(texts.filter((text) => /\b(r|alpha|q) (and|would)\b/.test(text))).toEqual([]);
});
