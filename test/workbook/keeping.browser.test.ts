// What becomes of the workbook that the browser keeps, where more happens than a change and a reload.
import { expect, test } from "@jest/globals";
import { type Visit, ready, visitOnce } from "../support/page";
import { createSnapshot } from "../support/workbook";
import type { Workbook } from "../../src/workbook/engine/workbook";

declare const workbook: Workbook;

const FREE = "J3";

let visit: Visit;
visitOnce(
  (opened) => (visit = opened),
  () => createSnapshot("kept", "Kept", []),
);

const shownIn = (cell: string) =>
  workbook.services.SpreadsheetApp.getActive().getRange(cell).getDisplayValue();

test("a second tab says that it keeps nothing, and does not write over what the first one keeps", async () => {
  const other = await visit.another();
  await other.getByText("This workbook is open in another tab").waitFor();
  await other.evaluate(
    (cell) => void workbook.services.SpreadsheetApp.getActive().getRange(cell).setValue("theirs"),
    FREE,
  );
  await visit.type(FREE, "mine");
  // A page keeps what has changed half a second after the last change.
  await other.waitForTimeout(1000);
  await other.close();
  await visit.reopen(() => visit.page.reload());
  expect(await visit.shown(FREE)).toBe("mine");
});

test("the last change before a tab is closed is there in the next one", async () => {
  await visit.type(FREE, "last");
  const next = visit.another();
  await visit.page.close({ runBeforeUnload: true });
  const page = await next;
  await page.reload();
  await ready(page);
  expect(await page.evaluate(shownIn, FREE)).toBe("last");
  await page.close();
});

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

test("a workbook that cannot be opened is put aside where somebody wants to go on", async () => {
  const other = await visit.another();
  await ready(other);
  await other.evaluate(damage);
  await other.reload();
  await other.getByText("Your workbook could not be opened").waitFor();
  await other.getByRole("button", { name: "Start with the sample" }).click();
  await ready(other);
  expect(await other.title()).toBe("Sample workbook");
});
