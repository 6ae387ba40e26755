// Takes the pictures of the pages and of the README from the local workbook: `npm run pictures`, all or those named.
import { mkdirSync } from "node:fs";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { launchBrowser } from "../../test/support/browser";
import { unpackChromium } from "../../test/support/unpackChromium.cjs";
import { addonIfChanged, pageIfChanged } from "../ifChanged";
import { copyStatic, localFolder } from "../local";
import { serveFolder } from "../localServer";
import { docsFolder } from "./folders";

/** The page's own workbook. */
declare const workbook: Workbook;

const folder = `${docsFolder}/images`;
const wide = { width: 1280, height: 800 };
/** High enough for all that the sidebar says of a table. */
const high = { width: 1280, height: 2600 };

interface Visit {
  readonly page: Page;
  readonly open: (tab: string) => Promise<void>;
  /** The sidebar, with the value of the tab that is open. */
  readonly sidebar: () => Promise<FrameLocator>;
  readonly closeSidebar: () => Promise<void>;
}

const file = (name: string) => ({ path: `${folder}/${name}.png` });

const insert = async (sidebar: FrameLocator, table: string) => {
  await sidebar.getByRole("button", { name: table, exact: true }).click();
  await sidebar.getByText(/^Inserted in A1 of CLV /).waitFor();
};

/** Waits until the grid is drawn: it takes the room of a closed sidebar some frames later. */
async function drawn(page: Page): Promise<void> {
  let before: Buffer | undefined;
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(700);
    const now = await page.screenshot();
    if (before?.equals(now)) return;
    before = now;
  }
  throw new Error("the page does not come to rest");
}

/** A part of the sidebar with a little room around it. */
async function takePart(page: Page, part: Locator, name: string): Promise<void> {
  await part.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await part.boundingBox())!;
  await page.screenshot({
    ...file(name),
    clip: { x: x - 8, y: y - 8, width: width + 16, height: height + 16 },
  });
}

/** How each picture is taken, from a visit to the sample workbook. */
const pictures: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  workbook: async ({ page, open, sidebar }) => {
    await open("Orders");
    await sidebar();
    await drawn(page);
    await page.screenshot(file("workbook"));
  },
  sidebar: async ({ page, open, sidebar }) => {
    await open("Orders");
    await sidebar();
    await page.setViewportSize({ width: 1280, height: 948 });
    await drawn(page);
    await page.locator("#sidebar").screenshot(file("sidebar"));
  },
  "next-steps": async ({ page, open, sidebar }) => {
    await page.setViewportSize(high);
    await open("Orders");
    const frame = await sidebar();
    const steps = frame.getByRole("region", { name: "What to do next" });
    await steps.waitFor();
    await takePart(page, steps, "next-steps");
  },
  "what-if": async ({ page, open, sidebar }) => {
    await page.setViewportSize(high);
    await open("Subscriptions");
    const frame = await sidebar();
    await frame.getByText("What if …").click();
    const card = frame.locator(".whatif");
    await card.getByRole("slider", { name: "Churn" }).fill("-20");
    await card.getByRole("button", { name: "Compare" }).click();
    await card.getByRole("row", { name: /Churn −20%/ }).waitFor();
    await takePart(page, card, "what-if");
  },
  accounts: async ({ page, open, sidebar, closeSidebar }) => {
    await open("Subscriptions");
    const frame = await sidebar();
    const offer = { "Success rate of an offer": "30%", "Cost of an offer": "20", Budget: "300" };
    for (const [label, text] of Object.entries(offer)) {
      await frame.getByLabel(label, { exact: true }).fill(text);
      await frame.getByLabel(label, { exact: true }).blur();
    }
    await frame.getByRole("button", { name: "Insert the tab Whom to call" }).click();
    await frame.getByText(/^Inserted in [A-Z]+\d+ of CLV Whom to call/).waitFor();
    await open("CLV Whom to call");
    await closeSidebar();
    await drawn(page);
    await page.screenshot(file("accounts"));
  },
  health: async ({ page, open }) => {
    await open("Health");
    await drawn(page);
    await page.screenshot(file("health"));
  },
  setup: async ({ page, open, sidebar, closeSidebar }) => {
    await open("Subscriptions");
    await insert(await sidebar(), "Movements");
    await open("CLV Setup");
    await closeSidebar();
    await drawn(page);
    await page.screenshot(file("setup"));
  },
  report: async ({ page, open, sidebar, closeSidebar }) => {
    await open("Orders");
    const frame = await sidebar();
    await frame.getByRole("button", { name: "Build with live formulas" }).click();
    await page.waitForFunction(
      () => workbook.services.SpreadsheetApp.getActive().getActiveSheet().getName() === "CLV Report",
    );
    await closeSidebar();
    await drawn(page);
    await page.screenshot(file("report"));
  },
};

async function visit(
  browser: Browser,
  address: string,
): Promise<Visit & { readonly leave: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: wide, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("body[data-ready]").waitFor();
  return {
    page,
    open: (tab) =>
      page.evaluate((name) => {
        workbook.services.SpreadsheetApp.getActive().getRange(`'${name}'!A1`).activate();
      }, tab),
    sidebar: async () => {
      await page.getByText("Extensions", { exact: true }).click();
      await page.getByText("Open CLV", { exact: true }).click();
      const frame = page.frameLocator("#sidebar-body iframe");
      await frame.locator(".value").first().waitFor();
      await frame.getByRole("region", { name: "What to do next" }).waitFor();
      return frame;
    },
    closeSidebar: () => page.getByRole("button", { name: "Close", exact: true }).first().click(),
    leave: () => context.close(),
  };
}

await Promise.all([pageIfChanged(), addonIfChanged()]);
copyStatic();
unpackChromium();
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const [server, browser] = await Promise.all([serveFolder(localFolder), launchBrowser()]);
for (const [name, take] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const one = await visit(browser, server.address);
  await take(one).catch((error: unknown) => {
    process.exitCode = 1;
    console.error(`${name}: ${String(error)}`);
  });
  await one.leave();
  console.log(file(name).path);
}
await browser.close();
await server.stop();
