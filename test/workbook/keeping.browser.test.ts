// What becomes of the workbook that the browser keeps, where more happens than a change and a reload.
import { beforeAll, expect, test } from "@jest/globals";
import { type Visit, visitOnce } from "../support/page";
import type { Workbook } from "../../src/workbook/engine/workbook";

declare const workbook: Workbook;

const PATIENCE = 90_000;
const FREE = "J3";

let visit: Visit;
visitOnce(PATIENCE, (opened) => (visit = opened));

// An empty workbook opens in less time than the sample.
beforeAll(async () => {
  const { page } = visit;
  await page.getByRole("menuitem", { name: "File", exact: true }).click();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("menuitem", { name: "New empty workbook" }).click();
  await reloaded;
  await page.locator("body[data-ready]").waitFor();
}, PATIENCE);

const shownIn = (cell: string) =>
  workbook.services.SpreadsheetApp.getActive().getRange(cell).getDisplayValue();

test(
  "a second tab says that it keeps nothing, and does not write over what the first one keeps",
  async () => {
    const other = await visit.another();
    await other.getByText("This workbook is open in another tab").waitFor();
    await other.evaluate(
      (cell) => void workbook.services.SpreadsheetApp.getActive().getRange(cell).setValue("theirs"),
      FREE,
    );
    await visit.type(FREE, "mine");
    await other.waitForTimeout(1500);
    await other.close();
    await visit.reload();
    expect(await visit.shown(FREE)).toBe("mine");
  },
  PATIENCE,
);

test(
  "the last change before a tab is closed is there in the next one",
  async () => {
    await visit.type(FREE, "last");
    const next = visit.another();
    await visit.page.close({ runBeforeUnload: true });
    const page = await next;
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    expect(await page.evaluate(shownIn, FREE)).toBe("last");
    await page.close();
  },
  PATIENCE,
);

/** Runs in the page: keeps what can be no workbook. */
function damage(): Promise<void> {
  const snapshot = { id: "x", name: "x", sheetOrder: ["gone"], sheets: {}, styles: {} };
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("keyval-store");
    opened.addEventListener("error", reject);
    opened.addEventListener("success", () => {
      const change = opened.result.transaction("keyval", "readwrite");
      change.objectStore("keyval").put({ snapshot, edited: true }, "local-workbook");
      change.addEventListener("complete", () => resolve());
    });
  });
}

test(
  "a workbook that cannot be opened is put aside where somebody wants to go on",
  async () => {
    const other = await visit.another();
    await other.locator("body[data-ready]").waitFor();
    await other.evaluate(damage);
    await other.reload();
    await other.getByText("Your workbook could not be opened").waitFor();
    await other.getByRole("button", { name: "Start with the sample" }).click();
    await other.locator("body[data-ready]").waitFor();
    expect(await other.title()).toBe("Sample workbook");
  },
  PATIENCE,
);
