import { describe, expect, test } from "@jest/globals";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { type Visit, visitEach } from "../support/page";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

const PATIENCE = 60_000;
const SHEET = "Figures";

let visit: Visit;
visitEach(PATIENCE, (opened) => (visit = opened));

/** Runs in the page: a sheet of figures in A1:B4 with charts of these types, and their colors. */
function addCharts(types: readonly ("AREA" | "BAR" | "COLUMN" | "COMBO" | "LINE")[]): void {
  const { SpreadsheetApp } = workbook.services;
  const sheet = SpreadsheetApp.getActive().insertSheet("Figures");
  sheet.getRange("A1:B4").setValues([
    ["Month", "CLV"],
    ["Jan", 10],
    ["Feb", 20],
    ["Mar", 30],
  ]);
  types.forEach((type, index) => {
    const chart = sheet.newChart().setChartType(type).addRange(sheet.getRange("A1:B4"));
    chart.setOption("title", `CLV as ${type}`).setOption("colors", ["#188038"]).setOption("width", 300);
    chart.setOption("height", 200).setOption("legend.position", "none").setOption("lineWidth", 6);
    sheet.insertChart(chart.setPosition(index < 3 ? 1 : 12, 4 + 4 * (index % 3), 0, 0).build());
  });
  sheet.activate();
}

/** Runs in the page: how many points of a chart have the color of its series, or nearly. */
function coloredPoints(title: string): number {
  const canvas = document.querySelector<HTMLCanvasElement>(`.chart[aria-label="${title}"] canvas`);
  const points = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let count = 0;
  for (let i = 0; i < points.length; i += 4) {
    const [red, green, blue, alpha] = points.slice(i, i + 4);
    if (alpha! > 50 && green! > red! + 60 && green! > blue! + 40) count++;
  }
  return count;
}

const chart = (title: string) => visit.page.locator(`.chart[aria-label="${title}"]`);
const drawn = (title: string) =>
  visit.page.waitForFunction((text) => document.querySelector(`.chart[aria-label="${text}"] canvas`), title);

describe("charts on the page", () => {
  test(
    "of each type are drawn over the grid",
    async () => {
      const types = ["AREA", "BAR", "COLUMN", "COMBO", "LINE"] as const;
      await visit.page.evaluate(addCharts, types);
      for (const type of types) {
        await drawn(`Chart CLV as ${type}`);
        expect(await visit.page.evaluate(coloredPoints, `Chart CLV as ${type}`)).toBeGreaterThan(500);
      }
    },
    PATIENCE,
  );

  test(
    "stand at their cell and move with inserted rows",
    async () => {
      await visit.page.evaluate(addCharts, ["COLUMN"] as const);
      await drawn("Chart CLV as COLUMN");
      const cell = await visit.placeOf(`${SHEET}!D1`);
      const before = (await chart("Chart CLV as COLUMN").boundingBox())!;
      expect(Math.abs(before.x - (cell.x - 44))).toBeLessThan(3);
      expect([before.width, before.height]).toEqual([300, 200]);
      await visit.page.evaluate(
        () => void workbook.services.SpreadsheetApp.getActiveSheet().insertRowsBefore(1, 2),
      );
      const moved = ({ y }: { y: number }) =>
        document.querySelector(".chart")!.getBoundingClientRect().y >= y + 40;
      await visit.page.waitForFunction(moved, before);
      const after = (await chart("Chart CLV as COLUMN").boundingBox())!;
      expect([after.x, after.y]).toEqual([before.x, before.y + 48]);
    },
    PATIENCE,
  );

  test(
    "are drawn again when their cells change",
    async () => {
      await visit.page.evaluate(addCharts, ["COLUMN"] as const);
      await drawn("Chart CLV as COLUMN");
      const before = await visit.page.evaluate(coloredPoints, "Chart CLV as COLUMN");
      await visit.type(`${SHEET}!B2`, "=B4");
      await visit.page.waitForTimeout(500);
      expect(await visit.page.evaluate(coloredPoints, "Chart CLV as COLUMN")).toBeGreaterThan(1.2 * before);
    },
    PATIENCE,
  );

  test(
    "are there after a reload, are moved by hand and taken away by the Delete key",
    async () => {
      const { page } = visit;
      await page.evaluate(addCharts, ["LINE"] as const);
      await drawn("Chart CLV as LINE");
      await visit.reload();
      await drawn("Chart CLV as LINE");
      const { x, y } = (await chart("Chart CLV as LINE").boundingBox())!;
      await page.mouse.move(x + 100, y + 100);
      await page.mouse.down();
      await page.mouse.move(x + 160, y + 150, { steps: 4 });
      await page.mouse.up();
      const anchor = () =>
        page.evaluate(() => {
          const [own] = workbook.services.SpreadsheetApp.getActiveSheet().getCharts();
          const place = own?.getContainerInfo();
          return (
            place && [place.getAnchorRow(), place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY()]
          );
        });
      // Rows are 24 pixels high, columns 88 wide.
      expect(await anchor()).toEqual([3, 4, 60, 2]);
      await page.keyboard.press("Delete");
      await page.locator(".chart").waitFor({ state: "detached" });
      expect(await anchor()).toBeUndefined();
      expect(await visit.shown(`${SHEET}!A1`)).toBe("Month");
      await page.keyboard.press("Control+KeyZ");
      await drawn("Chart CLV as LINE");
      await page.evaluate(() => void workbook.book.workbook.undo());
      expect(await anchor()).toEqual([1, 4, 0, 0]);
    },
    PATIENCE,
  );

  test(
    "load what draws them only when there is one",
    async () => {
      const loaded = () =>
        visit.page.evaluate(() =>
          performance.getEntriesByType("resource").filter(({ name }) => name.includes("drawChart")),
        );
      expect(await loaded()).toEqual([]);
      await visit.page.evaluate(addCharts, ["BAR"] as const);
      await drawn("Chart CLV as BAR");
      expect(await loaded()).toHaveLength(1);
    },
    PATIENCE,
  );
});

describe("conditional formats on the page", () => {
  test(
    "are shown in the cells, spilled ones included",
    async () => {
      await visit.page.evaluate(() => {
        const { SpreadsheetApp } = workbook.services;
        const sheet = SpreadsheetApp.getActive().insertSheet("Heat");
        sheet.getRange("A1").setFormula("=SEQUENCE(3)");
        const rule = SpreadsheetApp.newConditionalFormatRule()
          .whenNumberGreaterThan(2)
          .setBackground("#ff0000");
        sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange("A1:A3")]).build()]);
        sheet.activate();
      });
      const isRed = (row: number) => {
        const shown = workbook.book.workbook.getActiveSheet().getSheet().getCell(row, 0)?.s;
        return typeof shown === "object" && shown?.bg?.rgb === "#ff0000";
      };
      await visit.page.waitForFunction(isRed, 2);
      expect(await visit.page.evaluate(isRed, 1)).toBe(false);
    },
    PATIENCE,
  );
});
