import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { page as marketplacePage } from "../build/marketplace/page";
import { launchBrowser } from "./support/browser";
import { accessibilityFaults } from "./support/page";

const read = (path: string) => readFileSync(path, "utf8");

/** The page that `npm start` shows while it builds, without what loads it again. */
const waiting = /const waiting = `([^`]*)`/
  .exec(read("build/start.mjs"))![1]!
  .replace(/<meta http-equiv.*/, "");

const pages = {
  "the page that leads through the installation": read("build/install.html"),
  "the page that says to wait": waiting,
  "the privacy policy": marketplacePage(read("build/marketplace/privacy.md")),
  "the terms of service": marketplacePage(read("build/marketplace/terms.md")),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

describe.each(Object.entries(pages))("%s", (_, html) => {
  test.each(["light", "dark"] as const)("has no accessibility fault in %s", async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } });
    await page.setContent(html);
    const faults = await accessibilityFaults(page);
    await page.close();
    expect(faults).toEqual([]);
  });

  test("fits a phone, and asks for nothing elsewhere", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(html);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.close();
    expect([over, asked]).toEqual([0, []]);
  });
});
