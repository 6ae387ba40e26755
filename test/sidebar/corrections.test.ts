import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Monthly");
});

afterEach(() => workbook.dispose());

const states = ["paid", "paid", "declined", "paid", "refunded"];
const amountAt = (row: number) => 40 + (row % 50);
const rows = 120;

/** Payments whose customer stands under a word that nobody knows; dates have no separators, and some were declined. */
function writePayments() {
  const cells = Array.from({ length: rows }, (_, row) => {
    const day = new Date(Date.UTC(2024, 0, 3 + 6 * row)).toISOString().slice(0, 10);
    return [
      500 + ((row * 7) % 31),
      Number(day.replaceAll("-", "")),
      `'${amountAt(row).toFixed(2).replace(".", ",")} €`,
      states[row % 5],
    ];
  });
  const header = ["Qzxv", "CREATEDAT", "NETAMOUNT", "Status"];
  const sheet = spreadsheet().insertSheet("Payments");
  sheet.insertRowsAfter(sheet.getMaxRows(), rows);
  sheet.getRange(1, 1, rows + 1, 4).setValues([header, ...cells]);
}

const revenue = Array.from({ length: rows }, (_, row) =>
  states[row % 5] === "paid" ? amountAt(row) : 0,
).reduce((sum, amount) => sum + amount);

describe("one correction of a column makes a table complete", () => {
  test("what was declined or paid back does not count, and CLV Setup keeps what was said", async () => {
    writePayments();
    const request = await requestOn(workbook, "Payments");
    const table = await ask("remapColumn", { table: request.table, column: 1, meaning: "customer" });
    expect(table.columns.map(({ meaning }) => meaning)).toEqual(["customer", "date", "amount", "status"]);
    expect(table).toMatchObject({ isUsable: true, shape: "orders", paidStatuses: ["paid"] });

    const answer = (await ask("answerFrom", { ...request, table }))!;
    const customers = answer.tables.find(({ title }) => title === "CLV Customers")!;
    const [figure] = await ask("compute", { setup: answer.setup, recipes: [customers.recipe] });
    const column = figure!.cells[0]!.indexOf("Revenue");
    const sum = figure!.cells.slice(1).reduce((total, row) => total + (row[column] as number), 0);
    expect(sum).toBeCloseTo(revenue, 6);

    await ask("saveSetup", answer.setup);
    const later = (await tablesOn(workbook, "Payments")).find(({ tab }) => tab === "Payments")!;
    expect(later.columns.map(({ meaning }) => meaning)).toEqual(["customer", "date", "amount", "status"]);
  });

  test("a column marked not used stays so when CLV Setup is read again, and the rest is still recognised", async () => {
    writePayments();
    const request = await requestOn(workbook, "Payments");
    const said = await ask("remapColumn", { table: request.table, column: 1, meaning: "customer" });
    const without = await ask("remapColumn", { table: said, column: 4, meaning: null });
    expect(without).not.toHaveProperty("paidStatuses");
    await ask("saveSetup", (await ask("answerFrom", { ...request, table: without }))!.setup);
    const later = (await tablesOn(workbook, "Payments")).find(({ tab }) => tab === "Payments")!;
    expect(later.columns.map(({ meaning }) => meaning)).toEqual(["customer", "date", "amount", undefined]);
    const other = await ask("remapColumn", { table: later, column: 3, meaning: null });
    expect(other.shape).toBeUndefined();
  });
});
