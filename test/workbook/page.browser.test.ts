import { beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Workbook } from "../../src/workbook/engine/workbook";
import { type Visit, accessibilityFaults, visitOnce } from "../support/page";

/** The page's own workbook, which it offers to the browser's console. */
declare const workbook: Workbook;

/** The part of google.script.run that a page of the add-on uses here. */
interface Runner {
  readonly withSuccessHandler: (handler: (value: unknown) => void) => Runner;
  readonly withFailureHandler: (handler: (error: unknown) => void) => Runner;
  readonly answer: (name: string, json: string) => void;
}

let visit: Visit;
visitOnce((opened) => (visit = opened));

const tab = (page: Page, name: string) => page.locator("#workbook").getByText(name, { exact: true });
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });

/** A place on every sheet of the sample where nothing is. */
const FREE = "J3";

async function chooseFile(page: Page, name: string, content: Buffer): Promise<void> {
  const kind = name.endsWith(".xlsx") ? "Open an .xlsx file…" : "Add a .csv file as a sheet…";
  await item(page, "File").click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), item(page, kind).click()]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: content });
}

describe("the page as it opens", () => {
  test("opens on the sample workbook with live results", async () => {
    expect(await visit.page.title()).toBe("Sample workbook");
    expect(await visit.shown("'Start here'!H9")).toBe("612.00");
    expect(await tab(visit.page, "Acquisition spend").isVisible()).toBe(true);
  });

  test("leads from Help to the documentation, which npm start serves beside it", async () => {
    const { page } = visit;
    await page.route("**/docs/", (route) => route.fulfill({ body: "The documentation" }));
    await item(page, "Help").click();
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      item(page, "Documentation").click(),
    ]);
    expect(new URL(opened.url()).pathname).toBe("/docs/");
  });

  test("the add-on's menu opens its sidebar, which calls the add-on through google.script.run", async () => {
    const { page } = visit;
    await visit.select(FREE);
    await item(page, "Extensions").click();
    await item(page, "Open CLV").click();
    const frame = page.frameLocator("#sidebar-body iframe");
    await frame.locator("body").waitFor();
    const answer = await frame.locator("body").evaluate(
      () =>
        new Promise((resolve) => {
          const { google } = globalThis as unknown as { google: { script: { run: Runner } } };
          google.script.run
            .withSuccessHandler(resolve)
            .withFailureHandler(resolve)
            .answer("selectedPlace", "null");
        }),
    );
    expect(JSON.parse(String(answer))).toEqual({
      tab: "Start here",
      isOwnTab: false,
      cell: "J3",
      isEmpty: true,
    });
    await page.getByRole("button", { name: "Close", exact: true }).click();
    expect(await page.locator("#sidebar").isVisible()).toBe(false);
  });

  test("menus are opened, walked and closed by keyboard", async () => {
    const { page } = visit;
    await page.keyboard.press("Alt+Shift+KeyF");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe("New sample workbook");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("New empty workbook");
    await page.keyboard.press("ArrowRight");
    expect(await item(page, "Extensions").getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("Extensions");
    expect(await page.getByRole("menu").count()).toBe(0);
  });

  test("a sheet is saved as .csv", async () => {
    const { page } = visit;
    await tab(page, "Acquisition spend").click();
    await item(page, "File").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      item(page, "Save sheet as .csv").click(),
    ]);
    expect(download.suggestedFilename()).toBe("Acquisition spend.csv");
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect(lines[0]).toBe("Month,Channel,Spend,New customers");
    expect(lines[1]).toMatch(/^2024-01-01,Search ads,\d+,\d+$/);
  });

  test("what is no .xlsx file says so", async () => {
    await chooseFile(visit.page, "broken.xlsx", Buffer.from("no"));
    const message =
      "broken.xlsx cannot be read as an .xlsx file: save it as .xlsx or .csv in the program it came from.";
    const toast = visit.page.getByText(message);
    await toast.waitFor();
    expect(await toast.isVisible()).toBe(true);
  });

  test("what frames the grid has no accessibility faults", async () => {
    const { page } = visit;
    await item(page, "Help").click();
    const faults = await accessibilityFaults(page, { include: ["#header"], exclude: ["#workbook"] });
    expect(faults).toEqual([]);
    await page.keyboard.press("Escape");
  });
});

/** Each test goes on with the workbook that the one before it leaves. */
describe("files", () => {
  test("an edited workbook is replaced only when asked", async () => {
    const { page } = visit;
    await visit.type(FREE, "mine");
    expect(await visit.shows(FREE, "mine")).toBe(true);
    await item(page, "File").click();
    await item(page, "New empty workbook").click();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await visit.shown(FREE)).toBe("mine");
    await item(page, "File").click();
    await item(page, "New empty workbook").click();
    await visit.reopen(() => page.getByRole("button", { name: "Replace", exact: true }).click());
    expect(await page.title()).toBe("Untitled workbook");
    expect(await visit.shown(FREE)).toBe("");
  });

  test("a .csv file takes the place of the blank sheet of an empty workbook", async () => {
    const { page } = visit;
    await chooseFile(page, "My orders.csv", Buffer.from("who,paid\nAda,10\n"));
    await tab(page, "My orders").waitFor();
    const names = () =>
      workbook.services.SpreadsheetApp.getActive()
        .getSheets()
        .map((sheet) => sheet.getName());
    expect(await page.evaluate(names)).toEqual(["My orders"]);
    expect(await visit.shown("'My orders'!B2")).toBe("10");
  });

  test("a .csv file becomes a sheet beside the others, ready for formulas", async () => {
    await chooseFile(
      visit.page,
      "More orders.csv",
      Buffer.from("who,day,paid\nAda,2026-05-01,10\nAda,2026-06-01,30\n"),
    );
    await tab(visit.page, "More orders").waitFor();
    expect(await visit.shown("'More orders'!B3")).toBe("2026-06-01");
    await visit.type("F1", "=CLV_KPIS(A:A;B:B;C:C)");
    expect(await visit.shows("'More orders'!F3", "2026-06-01")).toBe(true);
    expect(await visit.shown("'More orders'!G3")).toBe("30");
    expect(await visit.shown("'My orders'!B2")).toBe("10");
  });

  test("a file dropped on the page is opened", async () => {
    await visit.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["a,b\n1,2\n"], "Dropped.csv"));
      document
        .querySelector("#workbook")!
        .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
    });
    await tab(visit.page, "Dropped").waitFor();
    expect(await visit.shown("Dropped!B2")).toBe("2");
  });

  test("the workbook saved as .xlsx and opened again is the same", async () => {
    const { page } = visit;
    const cell = `'My orders'!${FREE}`;
    await visit.type(cell, "=CLV(100;36)");
    expect(await visit.shows(cell, "3600")).toBe(true);
    await item(page, "File").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      item(page, "Save as .xlsx").click(),
    ]);
    expect(download.suggestedFilename()).toBe("Untitled workbook.xlsx");
    const content = readFileSync(await download.path());
    await visit.reopen(() => chooseFile(page, "My copy.xlsx", content));
    expect(await page.title()).toBe("My copy");
    expect(await visit.shown(cell)).toBe("3600");
    expect(await page.locator("#toasts").innerText()).toBe("");
    expect(await visit.shown("'More orders'!G3")).toBe("30");
  });

  test("the page keeps the workbook over a reload, spilled results and the sheet in view included", async () => {
    const { page } = visit;
    const inView = () => workbook.book.workbook.getActiveSheet().getSheetId();
    await tab(page, "More orders").click();
    const chosen = await page.evaluate(inView);
    await visit.type("'More orders'!J3", "=CLV_SENSITIVITY(34; 2%; 60%)");
    expect(await visit.shows("'More orders'!J3", "Driver")).toBe(true);
    const spilled = await visit.shown("'More orders'!M4");
    await visit.reopen(() => page.reload());
    expect(await visit.shown("'More orders'!M4")).toBe(spilled);
    expect(spilled).not.toBe("");
    expect(await page.evaluate(inView)).toBe(chosen);
    expect(new URL(page.url()).hash).toBe(`#gid=${chosen}`);
  });
});

describe("the page", () => {
  // Each test has a blank sheet in view.
  beforeEach(() =>
    visit.page.evaluate(() => void workbook.services.SpreadsheetApp.getActive().insertSheet().activate()),
  );

  test("shows the result of a formula typed by keyboard, with ; or , between its arguments", async () => {
    await visit.type(FREE, "=CLV(100;36)");
    expect(await visit.shows(FREE, "3600")).toBe(true);
    await visit.type("J4", "=CLV(100, 36)/2");
    expect(await visit.shows("J4", "1800")).toBe(true);
  });

  test("offers the functions while a formula is typed, and explains their arguments", async () => {
    const { page } = visit;
    await visit.select(FREE);
    await page.keyboard.type("=CLV_RO");
    await page.getByText(/^What a customer is worth now, from monthly figures/).waitFor();
    await page.keyboard.press("Tab");
    const help = page.getByText("[gross_margin]").first();
    await help.waitFor();
    expect(await help.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
  });

  test("enters a formula typed to its end while the functions are still offered for its beginning", async () => {
    const { page } = visit;
    const offered = page.locator("[data-u-comp=sheets-formula-editor] li");
    await visit.select(FREE);
    await page.keyboard.type("=CLV");
    await offered.first().waitFor();
    await page.keyboard.type("(100, 36)");
    await page.keyboard.press("Enter");
    expect(await visit.shows(FREE, "3600")).toBe(true);
    await visit.select("J4");
    await page.keyboard.type("=CLV_LIF");
    await offered.getByText("CLV_LIFETIME").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("[max_periods]").first().waitFor();
    await page.keyboard.type("2%)");
    await page.keyboard.press("Enter");
    expect(await visit.shows("J4", "50")).toBe(true);
  });

  test("tells what is wrong in a selected cell, also to a screen reader, and when pointing at it", async () => {
    const { page } = visit;
    await visit.type(FREE, '=CLV("many", 36)');
    await visit.select(FREE);
    const message = 'CLV: average_revenue must be a number of 0 or more, got "many"';
    await page
      .getByRole("status")
      .filter({ hasText: `${FREE}: ${message}` })
      .waitFor();
    await visit.select("J5");
    await page.locator("#cell-message:empty").waitFor({ state: "attached" });
    const place = await visit.placeOf(FREE);
    await page.mouse.move(place.x - 300, place.y + 200);
    await page.mouse.move(place.x, place.y, { steps: 4 });
    const box = page.getByText(message, { exact: true });
    await box.waitFor();
    expect(await box.isVisible()).toBe(true);
  });

  test("shows #REF! where a result has no room, as Sheets does", async () => {
    const { page } = visit;
    await visit.type("J4", "in the way");
    await visit.type(FREE, "=SEQUENCE(3)");
    expect(await visit.shows(FREE, "#REF!")).toBe(true);
    const drawn = () => workbook.book.workbook.getActiveSheet().getSheet().getCell(2, 9)?.v;
    expect(await page.evaluate(drawn)).toBe("#REF!");
  });
});
