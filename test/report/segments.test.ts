import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildReportOn, cardAt, cellsOf } from "../support/report";
import { openSample } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;

beforeEach(() => {
  workbook = openSample("Orders");
});

afterEach(() => workbook.dispose());

test("one line says why all segments together differ from the value at the top, with both numbers", async () => {
  await buildReportOn(workbook, "Orders", "live");
  const cells = cellsOf(workbook, "CLV Report");
  const [row, column] = cardAt(cells, "New customer, 24 months");
  const headline = cells[row]![column] as number;
  const header = cells.findIndex(([first]) => first === "Segment");
  const all = cells.slice(header).find(([first]) => first === "All")!;
  const together = all.filter((cell) => typeof cell === "number").pop()!;
  const note = cells
    .map(([first]) => String(first))
    .find((text) => text.startsWith("For all segments together"))!;
  const [here, above] = Array.from(note.matchAll(/[\d,]+\d/g), ([figure]) => Number(figure.replace(",", "")));
  expect([here, above]).toEqual([Math.round(together), Math.round(headline)]);
  expect(here).toBeGreaterThan(above!);
  expect(note).toContain("at the top, what a new one brings in over the time shown there");
});
