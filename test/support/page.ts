import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { serveFolder } from "../../build/localServer";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { launchBrowser } from "./browser";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

/** The local workbook in a browser, for a file of tests. */
export interface Site {
  /** Opens the page as a visitor who has not been there before. */
  readonly visit: () => Promise<Visit>;
  readonly stop: () => Promise<void>;
}

/** One visitor's page, and what can only be asked of the workbook since the grid is a canvas. */
export interface Visit {
  readonly page: Page;
  readonly shown: (cell: string) => Promise<string>;
  /** Waits until a cell shows a text: true when it does. */
  readonly shows: (cell: string, text: string) => Promise<boolean>;
  readonly select: (cell: string) => Promise<void>;
  /** Selects a cell and types into it, then Enter. */
  readonly type: (cell: string, text: string) => Promise<void>;
  /** Where the middle of a cell in view is on the screen. */
  readonly placeOf: (cell: string) => Promise<{ x: number; y: number }>;
  readonly reload: () => Promise<void>;
  /** Opens the page once more, in another tab of the same browser. */
  readonly another: () => Promise<Page>;
  /** Closes the page; throws what it wrote to the console as an error. */
  readonly leave: () => Promise<void>;
}

/**
 * Opens the site for the tests of a file, and for each of them the page anew, as one who has not been there before.
 * @param patience What opening it may take, in milliseconds.
 */
export function visitEach(patience: number, take: (visit: Visit, site: Site) => void): void {
  let site: Site;
  let current: Visit;
  beforeAll(async () => {
    site = await openSite();
  }, patience);
  afterAll(() => site.stop());
  beforeEach(async () => {
    current = await site.visit();
    take(current, site);
  }, patience);
  afterEach(() => current.leave());
}

/** Opens the page once for tests that leave it as it is, or that the next of them does not mind. */
export function visitOnce(patience: number, take: (visit: Visit) => void): void {
  let site: Site;
  let current: Visit;
  beforeAll(async () => {
    site = await openSite();
    current = await site.visit();
    take(current);
  }, patience);
  afterAll(async () => {
    await current.leave().finally(() => site.stop());
  });
}

export async function openSite(): Promise<Site> {
  const [server, browser] = await Promise.all([serveFolder("build/local"), launchBrowser()]);
  return {
    visit: () => visit(browser, server.address),
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(address);
  await ready(page);
  const shown = (cell: string) =>
    page.evaluate((a1) => workbook.services.SpreadsheetApp.getActive().getRange(a1).getDisplayValue(), cell);
  const select = (cell: string) =>
    page.evaluate((a1) => void workbook.services.SpreadsheetApp.getActive().getRange(a1).activate(), cell);
  return {
    page,
    shown,
    select,
    shows: async (cell, text) => {
      const show = ([a1, expected]: readonly [string, string]) =>
        workbook.services.SpreadsheetApp.getActive().getRange(a1).getDisplayValue() === expected;
      await page.waitForFunction(show, [cell, text] as const);
      return true;
    },
    type: async (cell, text) => {
      await select(cell);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    placeOf: (cell) => page.evaluate(middleOf, cell),
    reload: async () => {
      await page.reload();
      await ready(page);
    },
    another: async () => {
      const other = await context.newPage();
      await other.goto(address);
      return other;
    },
    leave: async () => {
      await context.close();
      if (faults.length > 0) throw new Error(faults.join("\n"));
    },
  };
}

async function ready(page: Page): Promise<void> {
  await page.locator("body[data-ready]").waitFor();
}

/** Runs in the page. Univer measures a cell from the corner of its canvas. */
function middleOf(cell: string): { x: number; y: number } {
  const range = workbook.book.workbook.getActiveSheet().getRange(cell) as unknown as {
    getCellRect: () => DOMRect;
  };
  const rect = range.getCellRect();
  const canvas = document.querySelector("canvas[id^=univer-sheet-main]")!.getBoundingClientRect();
  return { x: canvas.x + rect.x + rect.width / 2, y: canvas.y + rect.y + rect.height / 2 };
}
