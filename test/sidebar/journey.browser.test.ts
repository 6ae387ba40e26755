import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type * as axeCore from "axe-core";
import { Workbook } from "exceljs";
import type { FrameLocator } from "playwright-core";
import type { Workbook as OpenWorkbook } from "../../src/workbook/engine/workbook";
import { type Visit, visitEach, visitOnce } from "../support/page";

/** The page's own workbook. */
declare const workbook: OpenWorkbook;

const PATIENCE = 60_000;
let visit: Visit;
const opened = (one: Visit) => (visit = one);

/** The sidebar, opened by its menu: two clicks. One that was open before is not taken for it. */
async function sidebar(): Promise<FrameLocator> {
  await visit.page.evaluate(() => {
    for (const frame of document.querySelectorAll("#sidebar-body iframe")) frame.classList.add("before");
  });
  await visit.page.getByText("Extensions", { exact: true }).click();
  await visit.page.getByText("Open CLV", { exact: true }).click();
  return visit.page.frameLocator("#sidebar-body iframe:not(.before)");
}

const open = (tab: string) => visit.select(`'${tab}'!A1`);

async function insertOnNewTab(frame: FrameLocator): Promise<void> {
  await frame
    .getByRole("button", { name: /^Insert on a new tab: / })
    .first()
    .click();
  await frame.getByText("Inserted in B1 of CLV. New tab").waitFor();
}

describe("in a workbook that CLV has not written to", () => {
  visitEach(PATIENCE, opened);

  describe("three clicks lead from a tab with revenue to a live value", () => {
    test.each(["Orders", "Subscriptions", "Customers by month", "Monthly"])(
      "%s",
      async (tab) => {
        await open(tab);
        const frame = await sidebar();
        await insertOnNewTab(frame);
        const card = await frame.locator(".value").first().innerText();
        const cell = Number(await visit.shown("CLV!B1").then((text) => text.replaceAll(",", "")));
        const shown = Number(card.replaceAll(/[^\d.]/g, ""));
        expect(shown).toBeGreaterThan(0);
        expect(Math.abs(cell - shown)).toBeLessThanOrEqual(0.5);
      },
      PATIENCE,
    );
  });

  describe("the sidebar by keyboard alone", () => {
    test(
      "the menu opens it, Tab reaches every control, arrows change the view, Enter inserts",
      async () => {
        const { page } = visit;
        await visit.select("Orders!H2");
        await page.getByText("Extensions", { exact: true }).focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
        const frame = page.frameLocator("#sidebar-body iframe");
        const insert = frame.getByRole("button", { name: /^Insert in H2: / }).first();
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
        await frame.getByText("Inserted in H2 of Orders. New tab").waitFor();
        expect(Number(await visit.shown("Orders!H2"))).toBeGreaterThan(0);
      },
      PATIENCE,
    );
  });

  describe("what is shared from the sidebar", () => {
    test(
      "turns formulas into values and back, and says so",
      async () => {
        await open("Monthly");
        const frame = await sidebar();
        await insertOnNewTab(frame);
        const shown = await visit.shown("CLV!B1");
        await frame.getByRole("button", { name: "Turn into values" }).click();
        await frame.getByText(/CLV formulas are now values, kept on the tab CLV Formulas/).waitFor();
        expect(await visit.shown("CLV!B1")).toBe(shown);
        await frame.getByRole("button", { name: "Restore formulas" }).click();
        await frame.getByText(/CLV formulas are back/).waitFor();
        expect(await visit.shown("CLV!B1")).toBe(shown);
      },
      PATIENCE,
    );
  });

  describe("a what-if in the sidebar", () => {
    test(
      "takes 40%, 40, 0.4 and 0,4 for the same, and one button makes the cells follow",
      async () => {
        await open("Orders");
        const frame = await sidebar();
        await insertOnNewTab(frame);
        const before = await visit.shown("CLV!B1");
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
        expect(await visit.shown("CLV!B1")).toBe(before);
        await frame.getByRole("button", { name: "Keep in CLV Setup" }).click();
        await frame.getByText("Kept in CLV Setup.").waitFor();
        const kept = Number((await visit.shown("CLV!B1")).replaceAll(",", ""));
        expect(kept).toBeCloseTo(0.4 * Number(before.replaceAll(",", "")), 1);
      },
      PATIENCE,
    );
  });

  test(
    "a workbook without revenue is told what each of its tables lacks",
    async () => {
      await visit.page.evaluate(() => {
        const spreadsheet = workbook.services.SpreadsheetApp.getActive();
        const others = spreadsheet.getSheets();
        const deals = [["Deal name", "Deal stage", "Amount", "Close date"]].concat(
          Array.from({ length: 20 }, (_, row) => [
            `Project ${row}`,
            "Closed won",
            `${100 + row}`,
            "2026-01-05",
          ]),
        );
        const spend = [["Month", "Channel", "Spend"]].concat(
          Array.from({ length: 12 }, (_, row) => [`2025-${row + 1}-01`, "Ads", `${100 + row}`]),
        );
        spreadsheet.insertSheet("Ads").getRange("A1:C13").setValues(spend);
        spreadsheet.insertSheet("Deals").getRange("A1:D21").setValues(deals);
        for (const sheet of others) spreadsheet.deleteSheet(sheet);
      });
      const frame = await sidebar();
      await frame.getByText("No revenue data found").waitFor();
      expect((await frame.locator(".notes li").allInnerTexts()).sort()).toEqual([
        "Ads: Read as acquisition spend; that alone does not give a value",
        "Deals: These could be deals, but no column says who the customer is: export them with the company",
      ]);
    },
    PATIENCE,
  );
});

/** Each test opens the sidebar anew, and leaves the tabs as they are, or adds one; the last ones change one. */
describe("in a workbook that is open already", () => {
  visitOnce(PATIENCE, opened);

  describe("every view", () => {
    test.each(["light", "dark"] as const)(
      "has no accessibility fault in %s, at 300 pixels, and nothing wider than they are",
      async (colorScheme) => {
        await visit.page.emulateMedia({ colorScheme });
        await open("Orders");
        const frame = await sidebar();
        const body = frame.locator("body");
        await frame.locator(".value").first().waitFor();
        await body.evaluate(
          (_, source) => {
            const script = document.createElement("script");
            script.textContent = source;
            document.head.append(script);
          },
          readFileSync(require.resolve("axe-core"), "utf8"),
        );
        for (const view of ["Answer", "Data", "Formulas"]) {
          await frame.getByRole("tab", { name: view }).click();
          await frame
            .getByText(
              { Answer: /^Assumptions/, Data: /\d rows? read/, Formulas: /^Value from averages/ }[view]!,
            )
            .first()
            .waitFor();
          const { faults, width, inner } = await body.evaluate(async () => {
            const { axe } = globalThis as unknown as { axe: typeof axeCore };
            const { violations } = await axe.run();
            return {
              faults: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
              width: document.documentElement.scrollWidth,
              inner: innerWidth,
            };
          });
          expect([view, faults]).toEqual([view, []]);
          expect([view, inner, width]).toEqual([view, 300, 300]);
        }
      },
      PATIENCE,
    );
  });

  test(
    "a column taken out of the table is named, and the way back leads to the value",
    async () => {
      await open("Orders");
      const frame = await sidebar();
      await frame.locator(".value").first().waitFor();
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
    },
    PATIENCE,
  );

  test(
    "the result of the check can be shown and copied, once there is one, and says how long a message may be",
    async () => {
      await open("Orders");
      const frame = await sidebar();
      await frame.getByRole("tab", { name: "Data" }).click();
      await frame.getByText("If something does not work").click();
      const show = frame.getByRole("button", { name: "Show the result" });
      await show.click();
      await frame.getByText("There is no result yet: choose Check CLV in this spreadsheet").waitFor();
      await visit.page.evaluate(() => {
        const spreadsheet = workbook.services.SpreadsheetApp.getActive();
        const table = [["Check"], ["A line"]];
        spreadsheet.insertSheet("CLV self-test").getRange("A1:A2").setValues(table);
      });
      await show.click();
      expect(await frame.getByLabel("Result of the check").inputValue()).toMatch(
        /^A line: \nThe sidebar is answered: 500000 characters there and back\nTime there and back, ms: \d+$/,
      );
      await frame.getByRole("button", { name: "Copy the result" }).click();
      await frame.getByText("Copied.").waitFor();
    },
    PATIENCE,
  );

  describe("what is shared from the sidebar", () => {
    test(
      "is, as a copy without customers, a file with values only and without the rows of customers",
      async () => {
        await open("Orders");
        const frame = await sidebar();
        await frame.locator(".value").first().waitFor();
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
        expect(tabs).toContain("Cohorts");
        expect(tabs).not.toContain("Orders");
        const [formulas, cells]: [string[], unknown[]] = [[], []];
        file.eachSheet((sheet) =>
          sheet.eachRow((row) =>
            row.eachCell(({ formula, value }) => (formula ? formulas.push(formula) : cells.push(value))),
          ),
        );
        expect(formulas).toEqual([]);
        expect(cells).not.toContain("Leo Larsen");
        expect(cells).toContain("Revenue");
      },
      PATIENCE,
    );
  });

  test(
    "an open tab without a value says why, and that the value shown is another tab's",
    async () => {
      await visit.page.evaluate(() => {
        const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet("Projects");
        const deals = Array.from({ length: 20 }, (_, row) => [
          `Project ${row}`,
          "Closed won",
          `${100 + row}`,
          "2026-01-05",
        ]);
        sheet.getRange("A1:D21").setValues([["Deal name", "Deal stage", "Amount", "Close date"], ...deals]);
      });
      await open("Projects");
      const frame = await sidebar();
      await frame.locator(".value").first().waitFor();
      expect(await frame.locator("p.caution").first().innerText()).toBe(
        "“Projects” gives no value. These could be deals, but no column says who the customer is: export them with the company. The value below is from another tab.",
      );
      await open("Orders");
      const again = await sidebar();
      await again.locator(".value").first().waitFor();
      expect(await again.getByText("gives no value").count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    "columns that are not certain are named above the value that they give",
    async () => {
      await visit.page.evaluate(() => {
        const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet("Unnamed");
        const rows = Array.from({ length: 40 }, (_, row) => [
          `c${row % 9}@x.org`,
          `2026-0${1 + (row % 6)}-1${row % 9}`,
          `${10 + row}.50`,
        ]);
        sheet.getRange("A1:C41").setValues([["Foo", "Bar", "Baz"], ...rows]);
      });
      await open("Unnamed");
      const frame = await sidebar();
      await frame.locator(".value").first().waitFor();
      expect(await frame.getByText("Check under Data:").innerText()).toBe(
        "Check under Data: customer = “Foo” (likely), date = “Bar” (likely), amount = “Baz” (likely).",
      );
      await open("Orders");
      const again = await sidebar();
      await again.locator(".value").first().waitFor();
      expect(await again.getByText("Check under Data:").count()).toBe(0);
    },
    PATIENCE,
  );

  describe("the sidebar follows what is done in the spreadsheet", () => {
    test(
      "to the tab that is open, to the cell that is selected, and to a tab that came later",
      async () => {
        const { page } = visit;
        const [inSidebar, outside] = [
          () => page.mouse.move(1150, 300, { steps: 3 }),
          () => page.mouse.move(300, 300, { steps: 3 }),
        ];
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
        await page.evaluate(() => {
          const rows = Array.from({ length: 40 }, (_, row) => [
            `c${row % 9}@x.org`,
            `2026-0${1 + (row % 6)}-1${row % 9}`,
            10 + row,
          ]);
          const sheet = workbook.services.SpreadsheetApp.getActive().insertSheet("Later");
          sheet.getRange("A1:C41").setValues([["Customer", "Date", "Amount"], ...rows]);
          sheet.activate();
        });
        // Without a hand on the sidebar it asks by itself.
        await outside();
        await frame.getByText("Now from “Later”, the open tab.").waitFor();
        const chosen = frame.getByLabel("From").locator("option:checked");
        expect(await chosen.innerText()).toMatch(/^Later/);
      },
      PATIENCE,
    );
  });

  describe("every view", () => {
    test(
      "shows what a customer's name holds as text, never as markup",
      async () => {
        const name = '<img src=x onerror="document.title=1">';
        for (const cell of ["B2", "B3", "B4"]) await visit.type(`Orders!${cell}`, name);
        await open("Orders");
        const frame = await sidebar();
        await frame.getByRole("tab", { name: "Data" }).click();
        await frame.getByText(name).first().waitFor();
        expect(await frame.locator("img").count()).toBe(0);
      },
      PATIENCE,
    );
  });

  describe("a what-if in the sidebar", () => {
    test(
      "a slider moves the value at once, scenarios stand side by side, and nothing is written before the button",
      async () => {
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
      },
      PATIENCE,
    );
  });

  test(
    "an offer that is typed in says whom to call, and a figure that is none says what is wrong",
    async () => {
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
    },
    PATIENCE,
  );
});
