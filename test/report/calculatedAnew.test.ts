import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "@jest/globals";
import { buildReportOn, cellsOf } from "../support/report";
import { connectSidebar } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook, sampleData } from "../support/workbook";

let books: Workbook[] = [];
const opened = (snapshot: ReturnType<typeof sampleData>): Workbook => {
  const book = openWorkbook({ code: builtAddon, pages: builtPages(), snapshot, timeZone: "UTC" });
  books.push(book);
  return book;
};

afterEach(() => {
  for (const book of books) book.dispose();
  books = [];
});

/** Every cell of every tab but the one that keeps frozen formulas. */
const shownBy = (book: Workbook) =>
  book.services.SpreadsheetApp.getActive()
    .getSheets()
    .map((sheet) => sheet.getName())
    .filter((name) => name !== "CLV Formulas")
    .map((name) => [name, cellsOf(book, name)]);

const formulasOf = (book: Workbook) =>
  book.services.SpreadsheetApp.getActive()
    .getSheetByName("CLV Report data")!
    .getDataRange()
    .getFormulas()
    .flat()
    .filter(Boolean);

test("a live report shows in every cell what it showed when it is opened again, or frozen, but that it is frozen, and thawed", async () => {
  const workbook = opened(sampleData(randomUUID(), ["Orders", "Acquisition spend"], 900));
  connectSidebar(workbook);
  await buildReportOn(workbook, "Orders", "live");
  const [live, formulas] = [shownBy(workbook), formulasOf(workbook)];
  expect(formulas.length).toBeGreaterThan(30);
  const saved = JSON.parse(JSON.stringify(workbook.book.workbook.save())) as { id: string };
  expect(shownBy(opened({ ...saved, id: randomUUID() } as never))).toEqual(live);
  workbook.call("freezeFormulas", []);
  expect(formulasOf(workbook).length).toBeLessThan(formulas.length);
  const frozen = JSON.stringify(shownBy(workbook));
  expect(frozen.split("Frozen: values that do not follow the data.")).toHaveLength(3);
  const said = "Live: follows the data and the tab CLV Setup.";
  expect(frozen.replaceAll("Frozen: values that do not follow the data.", said)).toBe(JSON.stringify(live));
  workbook.call("thawFormulas", []);
  expect(formulasOf(workbook)).toEqual(formulas);
  expect(shownBy(workbook)).toEqual(live);
});
