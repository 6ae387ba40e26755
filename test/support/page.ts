import { afterAll, beforeAll, jest } from "@jest/globals";
import type axeCore from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";
import { serveFolder } from "../../build/localServer";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { launchBrowser } from "./browser";
import type { sampleData } from "./workbook";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

type Snapshot = ReturnType<typeof sampleData>;

/** A visitor's page, and what can only be asked of the workbook since the grid is a canvas. */
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
  /** Does what opens a workbook in the page, and waits until it is open. */
  readonly reopen: (work: () => Promise<unknown>) => Promise<void>;
  /** Opens the page once more, in another tab of the same browser. */
  readonly another: () => Promise<Page>;
  /** Closes the page; throws what it wrote to the console as an error. */
  readonly leave: () => Promise<void>;
}

/** What a file's tests may take: loading the page, several times in one of them, takes its time on a slow computer. */
const patience = 90_000;

/**
 * Opens the page once for tests that leave it as it is, or that the next of them does not mind: as one who has not been
 * there before, or who has left a workbook there. The sample has many tabs, which are calculated first.
 */
export function visitOnce(take: (visit: Visit) => void, left?: () => Snapshot): void {
  jest.setTimeout(patience);
  let end = async () => {};
  beforeAll(async () => {
    const [server, browser] = await Promise.all([serveFolder("build/local"), launchBrowser()]);
    const current = await visit(browser, server.address, left?.());
    take(current);
    end = async () => {
      await current.leave().finally(() => browser.close());
      await server.stop();
    };
  });
  afterAll(() => end());
}

async function visit(browser: Browser, address: string, snapshot?: Snapshot): Promise<Visit> {
  const localStorage = [{ name: "local-workbook", value: JSON.stringify({ snapshot, edited: false }) }];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    // Where a page that is being left keeps what is in no database yet.
    ...(snapshot && {
      storageState: { cookies: [], origins: [{ origin: new URL(address).origin, localStorage }] },
    }),
  });
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
    reopen: async (work) => {
      const reloaded = page.waitForEvent("load");
      await work();
      await reloaded;
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

/** Waits until a page has a workbook open. */
export const ready = (page: Page): Promise<void> => page.locator("body[data-ready]").waitFor();

/** What axe finds wrong for people who use a screen reader or the keyboard, or see little; nothing where all is well. */
export async function accessibilityFaults(
  page: Frame | Page,
  part: { readonly include?: string[]; readonly exclude?: string[] } = {},
  options: axeCore.RunOptions = {},
): Promise<readonly string[]> {
  await page.addScriptTag({ path: require.resolve("axe-core") });
  return page.evaluate(
    async (how) => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run({ include: ["html"], ...how.part }, how.options);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    },
    { part, options },
  );
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
