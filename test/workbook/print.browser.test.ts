import { expect, test } from "@jest/globals";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { type Visit, visitOnce } from "../support/page";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

let visit: Visit;
visitOnce((opened) => (visit = opened));

/** Chooses the menu item that prints a tab, and waits until the browser is asked to. */
async function printTab(name: string): Promise<void> {
  const { page } = visit;
  await page.evaluate((tab) => {
    delete document.body.dataset["printed"];
    Object.assign(window, { print: () => (document.body.dataset["printed"] = "true") });
    workbook.services.SpreadsheetApp.getActive().getSheetByName(tab)!.activate();
  }, name);
  await page.getByRole("menuitem", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "Print this tab, or save it as PDF…" }).click();
  await page.locator("body[data-printed]").waitFor();
}

test("printing shows the tab in view alone, with its texts, its shades and its charts, and takes nothing else along", async () => {
  const { page } = visit;
  await printTab("Segments");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#print").innerText()).toContain("Which customers are worth most?");
  expect(await page.locator("#print .print-chart canvas").count()).toBe(1);
  expect(await page.locator("#header").isVisible()).toBe(false);
  expect(await page.locator("#workbook").isVisible()).toBe(false);
  const breaks = await page.locator("#print .print-break").count();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = Array.from(pdf.matchAll(/\/Type \/Page\b/g)).length;
  expect(pages).toBe(breaks + 1);
  // The dialog of the browser is closed.
  expect(await page.locator("#print").count()).toBe(0);
  await page.emulateMedia({ media: null });
});

test("a heat map keeps its shades on paper", async () => {
  const { page } = visit;
  await printTab("Cohorts");
  const colors = await page
    .locator("#print .print-cell")
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).style.background));
  expect(new Set(colors).size).toBeGreaterThan(20);
});
