import { describe, expect, test } from "@jest/globals";
import { Workbook } from "exceljs";
import type { FrameLocator } from "playwright-core";
import type { Workbook as OpenWorkbook } from "../../src/workbook/engine/workbook";
import { type Visit, accessibilityFaults, visitOnce } from "../support/page";
import { sampleData } from "../support/workbook";

// Each test opens the sidebar anew, and leaves the tabs as they are, or adds one.

/** The page's own workbook. */
declare const workbook: OpenWorkbook;

const tabs = ["Orders", "Subscriptions", "Customers by month", "Monthly"] as const;

let visit: Visit;
visitOnce(
  (opened) => (visit = opened),
  () => sampleData("journey", tabs),
);

const open = (tab: string) => visit.select(`'${tab}'!A1`);

/** The sidebar, opened by its menu: two clicks. One that was open before is not taken for it. */
async function sidebar(): Promise<FrameLocator> {
  const { page } = visit;
  await page.evaluate(() => document.getElementById("sidebar-close")!.click());
  await page.getByText("Extensions", { exact: true }).click();
  await page.getByText("Open CLV", { exact: true }).click();
  return page.frameLocator("#sidebar-body iframe");
}

/** The same where it has answered already. */
async function answered(): Promise<FrameLocator> {
  const frame = await sidebar();
  await frame.locator(".value").first().waitFor();
  return frame;
}

/** Inserts the value on a new tab; returns its cell, by its name. */
async function insertOnNewTab(frame: FrameLocator): Promise<string> {
  await frame
    .getByRole("button", { name: /^Insert on a new tab: / })
    .first()
    .click();
  const said = await frame.getByText(/^Inserted in B1 of CLV/).innerText();
  return `'${/^Inserted in B1 of (CLV[ \d]*)/.exec(said)![1]!}'!B1`;
}

/** Adds a tab with these cells, written as they are typed. */
const addTab = (name: string, cells: readonly (readonly (string | number)[])[]) =>
  visit.page.evaluate(
    ([tab, rows]) => {
      const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet(tab);
      sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    },
    [name, cells] as const,
  );

const deals = [
  ["Deal name", "Deal stage", "Amount", "Close date"],
  ...Array.from({ length: 20 }, (_, row) => [`Project ${row}`, "Closed won", `${100 + row}`, "2026-01-05"]),
];

/** Orders of nine customers below headers. */
const ordersBelow = (...headers: readonly string[]) => [
  headers,
  ...Array.from({ length: 40 }, (_, row) => [
    `c${row % 9}@x.org`,
    `2026-0${1 + (row % 6)}-1${row % 9}`,
    `${10 + row}.50`,
  ]),
];

describe("three clicks lead from a tab with revenue to a live value", () => {
  test.each(tabs)("%s", async (tab) => {
    await open(tab);
    const frame = await sidebar();
    const value = await insertOnNewTab(frame);
    const card = await frame.locator(".value").first().innerText();
    const cell = Number(await visit.shown(value).then((text) => text.replaceAll(",", "")));
    const shown = Number(card.replaceAll(/[^\d.]/g, ""));
    expect(shown).toBeGreaterThan(0);
    expect(Math.abs(cell - shown)).toBeLessThanOrEqual(0.5);
  });
});

test("by keyboard alone the menu opens the sidebar, Tab reaches every control, arrows change the view, Enter inserts", async () => {
  const { page } = visit;
  await visit.select("Monthly!J2");
  await page.getByText("Extensions", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const frame = page.frameLocator("#sidebar-body iframe");
  const insert = frame.getByRole("button", { name: /^Insert in J2: / }).first();
  await insert.waitFor();
  await frame.getByRole("tab", { name: "Answer" }).focus();
  await page.keyboard.press("ArrowRight");
  await frame.getByRole("heading", { name: "Tables found" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await insert.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await insert.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await frame.getByText("Inserted in J2 of Monthly").waitFor();
  expect(Number((await visit.shown("Monthly!J2")).replaceAll(",", ""))).toBeGreaterThan(0);
});

test("the sidebar turns formulas into values and back, and says so", async () => {
  await open("Monthly");
  const frame = await sidebar();
  const value = await insertOnNewTab(frame);
  const shown = await visit.shown(value);
  await frame.getByRole("button", { name: "Turn into values" }).click();
  await frame.getByText(/CLV formulas are now values, kept on the tab CLV Formulas/).waitFor();
  expect(await visit.shown(value)).toBe(shown);
  await frame.getByRole("button", { name: "Restore formulas" }).click();
  await frame.getByText(/CLV formulas are back/).waitFor();
  expect(await visit.shown(value)).toBe(shown);
});

test.each(["light", "dark"] as const)(
  "every view has no accessibility fault in %s, at 300 pixels, and nothing wider than they are",
  async (colorScheme) => {
    await visit.page.emulateMedia({ colorScheme });
    await open("Orders");
    const frame = await answered();
    const page = (await frame
      .locator("body")
      .elementHandle()
      .then((body) => body?.ownerFrame()))!;
    const shows = { Answer: /^Assumptions/, Data: /\d rows? read/, Formulas: /^Value from averages/ };
    for (const [view, text] of Object.entries(shows)) {
      await frame.getByRole("tab", { name: view }).click();
      await frame.getByText(text).first().waitFor();
      expect([view, await accessibilityFaults(page)]).toEqual([view, []]);
      const widths = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      expect([view, widths]).toEqual([view, [300, 300]]);
    }
  },
);

test("a column taken out of the table is named, and the way back leads to the value", async () => {
  await open("Orders");
  const frame = await answered();
  await frame.getByRole("tab", { name: "Data" }).click();
  await frame.getByLabel("Amount").first().selectOption("");
  await frame.getByText("No column is marked as amount.").waitFor();
  await frame.getByRole("tab", { name: "Answer" }).click();
  await frame.getByRole("heading", { name: "No value from “Orders” yet" }).waitFor();
  await frame.getByRole("button", { name: "Correct it under Data" }).click();
  await frame.getByLabel("Amount").first().selectOption("amount");
  await frame.getByRole("tab", { name: "Answer" }).click();
  await frame.locator(".value").first().waitFor();
  expect(await frame.getByLabel("From").locator("option:checked").innerText()).toMatch(/^Orders/);
});

test("the result of the check can be shown and copied, once there is one, and says how long a message may be", async () => {
  await open("Orders");
  const frame = await sidebar();
  await frame.getByRole("tab", { name: "Data" }).click();
  await frame.getByText("If something does not work").click();
  const show = frame.getByRole("button", { name: "Show the result" });
  await show.click();
  await frame.getByText("There is no result yet: choose Check CLV in this spreadsheet").waitFor();
  await addTab("CLV self-test", [["Check"], ["A line"]]);
  await show.click();
  expect(await frame.getByLabel("Result of the check").inputValue()).toMatch(
    /^A line: \nThe sidebar is answered: 500000 characters there and back\nTime there and back, ms: \d+$/,
  );
  await frame.getByRole("button", { name: "Copy the result" }).click();
  await frame.getByText("Copied.").waitFor();
});

test("what is shared from the sidebar is, as a copy without customers, a file with values only and without the rows of customers", async () => {
  await open("Orders");
  const frame = await sidebar();
  const value = await visit.page.evaluate(
    (cell) => workbook.services.SpreadsheetApp.getActive().getRange(cell).getValue(),
    await insertOnNewTab(frame),
  );
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    frame.getByRole("button", { name: "Make a copy to share" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Sample workbook (to share).xlsx");
  const said = "The copy Sample workbook (to share) holds values only:";
  await frame.getByRole("status").getByText(said).waitFor();
  const file = new Workbook();
  await file.xlsx.readFile(await download.path());
  const tabs = file.worksheets.map(({ name }) => name);
  expect(tabs).toContain("CLV");
  expect(tabs).not.toContain("Orders");
  const [formulas, cells]: [string[], unknown[]] = [[], []];
  file.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(({ formula, value }) => (formula ? formulas.push(formula) : cells.push(value))),
    ),
  );
  expect(formulas).toEqual([]);
  expect(cells).not.toContain("Leo Larsen");
  expect(cells).toContain(value);
});

test("an open tab without a value says why, and that the value shown is another tab's", async () => {
  await addTab("Projects", deals);
  await open("Projects");
  const frame = await answered();
  expect(await frame.locator("p.caution").first().innerText()).toBe(
    "“Projects” gives no value. These could be deals, but no column says who the customer is: export them with the company. The value below is from another tab.",
  );
  await open("Orders");
  const again = await answered();
  expect(await again.getByText("gives no value").count()).toBe(0);
});

test("columns that are not certain are named above the value that they give", async () => {
  await addTab("Unnamed", ordersBelow("Foo", "Bar", "Baz"));
  await open("Unnamed");
  const frame = await answered();
  expect(await frame.getByText("Check under Data:").innerText()).toBe(
    "Check under Data: customer = “Foo” (likely), date = “Bar” (likely), amount = “Baz” (likely).",
  );
  await open("Orders");
  const again = await answered();
  expect(await again.getByText("Check under Data:").count()).toBe(0);
});

test("the sidebar follows what is done in the spreadsheet, to the tab that is open, to the cell that is selected, and to a tab that came later", async () => {
  const { page } = visit;
  const inSidebar = () => page.mouse.move(1150, 300, { steps: 3 });
  const outside = () => page.mouse.move(300, 300, { steps: 3 });
  await visit.select("Orders!H2");
  const frame = await sidebar();
  await frame
    .getByRole("button", { name: /^Insert in H2: / })
    .first()
    .waitFor();
  await outside();
  await visit.select("Monthly!J5");
  await inSidebar();
  await frame.getByText("Now from “Monthly”, the open tab.").waitFor();
  await frame
    .getByRole("button", { name: /^Insert in J5: / })
    .first()
    .waitFor();
  await addTab("Later", ordersBelow("Customer", "Date", "Amount"));
  await open("Later");
  // Without a hand on the sidebar it asks by itself.
  await outside();
  await frame.getByText("Now from “Later”, the open tab.").waitFor();
  const chosen = frame.getByLabel("From").locator("option:checked");
  expect(await chosen.innerText()).toMatch(/^Later/);
});

test("in a what-if a slider moves the value at once, scenarios stand side by side, and nothing is written before the button", async () => {
  await open("Subscriptions");
  const frame = await sidebar();
  await frame.getByText("What if …").click();
  const card = frame.locator(".whatif");
  const value = async () => Number((await card.locator(".value").innerText()).replace(/ .*|,/g, ""));
  const today = await value();
  await card.getByRole("slider", { name: "Churn" }).fill("-20");
  expect(await value()).toBeCloseTo(today / 0.8, -1);
  await card.getByRole("button", { name: "Compare" }).click();
  expect(await card.getByRole("row", { name: /Churn −20%/ }).innerText()).toContain("+25%");
  expect(await value()).toBe(today);
  const isThere = () =>
    visit.page.evaluate(
      () => workbook.services.SpreadsheetApp.getActive().getSheetByName("CLV What if") !== null,
    );
  expect(await isThere()).toBe(false);
  await card.getByRole("button", { name: "Insert on a new tab" }).click();
  await frame.getByText("Inserted in A22 of CLV What if").waitFor();
  expect(await visit.shown("'CLV What if'!A24")).toBe("Churn −20%");
});

test("an offer that is typed in says whom to call, and a figure that is none says what is wrong", async () => {
  await open("Subscriptions");
  const frame = await sidebar();
  const field = (label: string) => frame.getByLabel(label, { exact: true });
  await field("Success rate of an offer").fill("30%");
  await field("Cost of an offer").fill("twenty");
  await field("Budget").fill("300");
  await field("Budget").blur();
  expect(await frame.locator("p.fault").first().innerText()).toContain("got twenty: write digits");
  await field("Cost of an offer").fill("20");
  await field("Cost of an offer").blur();
  await frame.getByText(/^Call \d+ customers\. The offers should cost /).waitFor();
  await frame.getByRole("button", { name: "Insert the tab Whom to call" }).click();
  await frame.getByText(/^Inserted in [A-Z]+\d+ of CLV Whom to call/).waitFor();
});

// What follows changes what other tests read.

test("a what-if takes 40%, 40, 0.4 and 0,4 for the same, and one button makes the cells follow", async () => {
  await open("Orders");
  const frame = await sidebar();
  const value = await insertOnNewTab(frame);
  const before = await visit.shown(value);
  const field = frame.getByRole("textbox", { name: "Gross margin" });
  for (const text of ["40", "0.4", "0,4", "40%"]) {
    await field.fill(text);
    await field.press("Enter");
    await frame.getByText("Changed only here: Gross margin.").waitFor();
    expect(await field.inputValue()).toBe("40%");
  }
  await field.fill("4000");
  await field.press("Enter");
  await frame
    .getByText("Gross margin must be a share from 0% to 100%, got 4000: write 40%, 40 or 0.4")
    .waitFor();
  expect(await visit.shown(value)).toBe(before);
  await frame.getByRole("button", { name: "Keep in CLV Setup" }).click();
  await frame.getByText("Kept in CLV Setup.").waitFor();
  const kept = Number((await visit.shown(value)).replaceAll(",", ""));
  expect(kept).toBeCloseTo(0.4 * Number(before.replaceAll(",", "")), 1);
});

test("every view shows what a customer's name holds as text, never as markup", async () => {
  const name = '<img src=x onerror="document.title=1">';
  await visit.page.evaluate(
    (text) => void workbook.services.SpreadsheetApp.getActive().getRange("Orders!B2:B4").setValue(text),
    name,
  );
  await open("Orders");
  const frame = await sidebar();
  await frame.getByRole("tab", { name: "Data" }).click();
  await frame.getByText(name).first().waitFor();
  expect(await frame.locator("img").count()).toBe(0);
});

test("a workbook without revenue is told what each of its tables lacks", async () => {
  const spend = [
    ["Month", "Channel", "Spend"],
    ...Array.from({ length: 12 }, (_, row) => [`2025-${row + 1}-01`, "Ads", `${100 + row}`]),
  ];
  const { page } = visit;
  await page.getByRole("menuitem", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: "New empty workbook" }).click();
  await visit.reopen(() => page.getByRole("button", { name: "Replace", exact: true }).click());
  await addTab("Ads", spend);
  await addTab("Deals", deals);
  const frame = await sidebar();
  await frame.getByText("No revenue data found").waitFor();
  expect((await frame.locator(".notes li").allInnerTexts()).sort()).toEqual([
    "Ads: Read as acquisition spend; that alone does not give a value",
    "Deals: These could be deals, but no column says who the customer is: export them with the company",
  ]);
});
