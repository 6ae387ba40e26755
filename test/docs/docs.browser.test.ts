import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser";
import { accessibilityFaults } from "../support/page";

/** Opened as files, as by a double click. */
const addressOf = (path: string) => pathToFileURL(resolve("build/site", path)).href;

let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, ["build/run.mjs", "build/docs/write.ts"]);
  browser = await launchBrowser();
}, 60_000);

afterAll(() => browser.close());

/** A page in a window of its own; what it writes to the console as an error fails the test. */
async function withPage<T>(
  path: string,
  how: { readonly width?: number; readonly colorScheme?: "light" | "dark" },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { width = 1280, colorScheme = "light" } = how;
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(addressOf(path));
  const result = await use(page);
  await context.close();
  expect(faults).toEqual([]);
  return result;
}

const paths = [
  "index.html",
  "start/install.html",
  "compare.html",
  "models/bg-nbd.html",
  "functions/CLV_PREDICT.html",
];

describe.each([
  ["in light", { colorScheme: "light" }],
  ["in dark", { colorScheme: "dark" }],
  ["on a phone", { width: 390 }],
] as const)("%s", (_, how) => {
  test.each(paths)("%s has no accessibility fault and nothing wider than the window", async (path) => {
    const { faults, inner, width } = await withPage(path, how, async (page) => {
      // A page that is opened as a file may not read its own style sheet again.
      const found = await accessibilityFaults(page, {}, { preload: false });
      return page.evaluate(
        (faults) => ({ faults, inner: innerWidth, width: document.documentElement.scrollWidth }),
        found,
      );
    });
    expect(faults).toEqual([]);
    expect(width).toBe(inner);
  });
});

describe("on a phone", () => {
  test("the list of pages is folded until it is asked for, and Escape folds it", async () => {
    await withPage("functions/CLV.html", { width: 390 }, async (page) => {
      const list = page.getByRole("navigation", { name: "Pages" });
      const button = page.getByRole("button", { name: "Pages" });
      expect(await list.isVisible()).toBe(false);
      await button.click();
      expect(await list.isVisible()).toBe(true);
      expect(await button.getAttribute("aria-expanded")).toBe("true");
      await page.keyboard.press("Escape");
      expect(await list.isVisible()).toBe(false);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  });
});

describe("the search, by keyboard alone", () => {
  test.each([
    ["CLV_NRR", "CLV_NRR.html"],
    ["churn rate", "CLV_CHURN_RATE.html"],
    ["Kohortenanalyse", "CLV_COHORTS.html"],
    ["why is my CLV lower than what customers already paid?", "questions.html#why-is-my-clv-lower"],
  ])("%s leads to %s", async (words, target) => {
    await withPage("concepts/lost.html", {}, async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type(words);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/${target}*`);
      expect(page.url()).toContain(target);
    });
  });

  test("says where nothing is found", async () => {
    await withPage("index.html", {}, async (page) => {
      await page.getByRole("combobox").fill("zzqqxx");
      await page.getByText("Nothing found").waitFor();
      expect(await page.getByRole("option").count()).toBe(0);
    });
  });
});

test("the button changes between light and dark, also for the pages after it", async () => {
  await withPage("index.html", {}, async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Change between light and dark" }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(addressOf("glossary.html"));
    expect(await ground()).toBe(dark);
  });
});
