import { describe, expect, test } from "@jest/globals";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { type Visit, visitOnce } from "../support/page";
import { createSnapshot } from "../support/workbook";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

let visit: Visit;
visitOnce(
  (opened) => (visit = opened),
  () => createSnapshot("charts", "Charts", []),
);

type Type = "BAR" | "COLUMN" | "COMBO" | "LINE";

/** Adds a sheet of figures in A1:B4 with charts of these types; each test has one of its own. */
const addCharts = (sheet: string, ...types: readonly Type[]) =>
  visit.page.evaluate(addChartsThere, [sheet, types] as const);

const titleOf = (sheet: string, type: Type) => `Chart ${sheet} as ${type}`;

/** Runs in the page. */
function addChartsThere([name, types]: readonly [string, readonly Type[]]): void {
  const { SpreadsheetApp } = workbook.services;
  const sheet = SpreadsheetApp.getActive().insertSheet(name);
  sheet.getRange("A1:B4").setValues([
    ["Month", "CLV"],
    ["Jan", 10],
    ["Feb", 20],
    ["Mar", 30],
  ]);
  types.forEach((type, index) => {
    const chart = sheet.newChart().setChartType(type).addRange(sheet.getRange("A1:B4"));
    chart.setNumHeaders(1).setOption("title", `${name} as ${type}`).setOption("legend", { position: "none" });
    chart.setOption("width", 300).setOption("height", 200);
    chart.setOption("series", { 0: { color: "#188038", lineWidth: 6 } });
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
  test("load what draws them only when there is one", async () => {
    const loaded = () =>
      visit.page.evaluate(() =>
        performance.getEntriesByType("resource").filter(({ name }) => name.includes("drawChart")),
      );
    expect(await loaded()).toEqual([]);
    await addCharts("First", "BAR");
    await drawn(titleOf("First", "BAR"));
    expect(await loaded()).toHaveLength(1);
  });

  test("of each type are drawn over the grid", async () => {
    const types = ["BAR", "COLUMN", "COMBO", "LINE"] as const;
    await addCharts("All", ...types);
    for (const type of types) {
      await drawn(titleOf("All", type));
      expect(await visit.page.evaluate(coloredPoints, titleOf("All", type))).toBeGreaterThan(500);
    }
  });

  test("stand at their cell and move with inserted rows", async () => {
    const title = titleOf("Moved", "COLUMN");
    await addCharts("Moved", "COLUMN");
    await drawn(title);
    const cell = await visit.placeOf("Moved!D1");
    const before = (await chart(title).boundingBox())!;
    expect(Math.abs(before.x - (cell.x - 44))).toBeLessThan(3);
    expect([before.width, before.height]).toEqual([300, 200]);
    await visit.page.evaluate(
      () => void workbook.services.SpreadsheetApp.getActiveSheet().insertRowsBefore(1, 2),
    );
    const moved = ([text, y]: readonly [string, number]) =>
      document.querySelector(`.chart[aria-label="${text}"]`)!.getBoundingClientRect().y >= y + 40;
    await visit.page.waitForFunction(moved, [title, before.y] as const);
    const after = (await chart(title).boundingBox())!;
    expect([after.x, after.y]).toEqual([before.x, before.y + 48]);
  });

  test("are drawn again when their cells change", async () => {
    const title = titleOf("Changed", "COLUMN");
    await addCharts("Changed", "COLUMN");
    await drawn(title);
    const before = await visit.page.evaluate(coloredPoints, title);
    await visit.type("Changed!B2", "=B4");
    await visit.page.waitForTimeout(500);
    expect(await visit.page.evaluate(coloredPoints, title)).toBeGreaterThan(1.2 * before);
  });

  test("are there after a reload, are moved by hand and taken away by the Delete key", async () => {
    const { page } = visit;
    const title = titleOf("Kept", "LINE");
    await addCharts("Kept", "LINE");
    await drawn(title);
    await visit.reopen(() => page.reload());
    await drawn(title);
    const { x, y } = (await chart(title).boundingBox())!;
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
    await chart(title).waitFor({ state: "detached" });
    expect(await anchor()).toBeUndefined();
    expect(await visit.shown("Kept!A1")).toBe("Month");
    await page.keyboard.press("Control+KeyZ");
    await drawn(title);
    await page.evaluate(() => void workbook.book.workbook.undo());
    expect(await anchor()).toEqual([1, 4, 0, 0]);
  });
});

describe("conditional formats on the page", () => {
  test("are shown in the cells, spilled ones included", async () => {
    await visit.page.evaluate(() => {
      const { SpreadsheetApp } = workbook.services;
      const sheet = SpreadsheetApp.getActive().insertSheet("Heat");
      sheet.getRange("A1").setFormula("=SEQUENCE(3)");
      const rule = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied("=A1>2")
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
  });
});
