import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

beforeEach(() => {
  workbook = openSample();
});

afterEach(() => workbook.dispose());

describe("an insertion", () => {
  const insertAt = async (cell: string, newTab: string | null = null) => {
    const answer = (await answerOn(workbook, "Orders"))!;
    spreadsheet().getSheetByName("Orders")!.getRange(cell).activate();
    return ask("insert", {
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab,
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
  };

  test("goes to the selected cell and leaves every other cell of the tab as it was", async () => {
    const values = () => JSON.stringify(spreadsheet().getRange("Orders!A1:E3000").getValues());
    const before = values();
    const { message } = await insertAt("H2");
    expect(message).toBe("Inserted in H2 of Orders. New tab: CLV Setup with its assumptions");
    expect(values()).toBe(before);
  });

  test("into an occupied cell writes nothing and says what to do", async () => {
    const before = names();
    const { at, message } = await insertAt("B2");
    expect(at).toBeNull();
    expect(message).toBe("B2 is not empty: select an empty cell, or insert on a new tab");
    expect(names()).toEqual(before);
  });

  test("is taken back with all that came with it", async () => {
    const before = names();
    const { at } = await insertAt("H2", "CLV");
    expect(names()).toEqual([...before, "CLV Setup", "CLV"]);
    expect(await ask("undoInsertion", at!)).toBe("Undone: the tab CLV is removed");
    expect(names()).toEqual(before);
  });

  test("is not taken back once its cell was changed", async () => {
    const { at } = await insertAt("H2");
    spreadsheet().getRange("Orders!H2").setValue("my own");
    expect(await ask("undoInsertion", at!)).toBe("H2 of Orders has changed since: nothing was undone");
    expect(spreadsheet().getRange("Orders!H2").getValue()).toBe("my own");
  });
});

describe("the catalogue", () => {
  test("fills in every function that orders and spend give the arguments of, without an error", async () => {
    const request = await requestOn(workbook, "Orders");
    const entries = (await ask("catalogue", null)).flatMap((section) => section.entries);
    const calls = await Promise.all(
      entries.map(({ name, args }) => ask("fillCall", { ...request, name, args })),
    );
    const unfilled = entries.filter((_, index) => calls[index] === null).map(({ name }) => name);
    expect(unfilled).toEqual([
      "CLV_DISCOUNTED",
      "CLV_ORDERS",
      "CLV_CHURN_RATE",
      "CLV_CONVERT_RATE",
      "CLV_GRR",
      "CLV_NRR",
      "CLV_QUICK_RATIO",
      "CLV_UNPIVOT",
      "CLV_SNAPSHOT",
      "CLV_SNAPSHOT_SURVIVAL",
      "CLV_RENEWALS",
      "CLV_RETENTION",
      "CLV_RETENTION_FIT",
      "CLV_FIT_COVARIATES",
      "CLV_FIT_HISTORIES",
      "CLV_FIT_YEARS",
      "CLV_TARGET",
      "CLV_HEALTH",
      "CLV_HEALTH_FIT",
      "CLV_PRIORITIES",
      "CLV_RETENTION_BUDGET",
      "CLV_IMPACT",
      "CLV_SQL",
      "CLV_EXPLAIN",
    ]);
    const faults = calls.flatMap((call) => call?.figure.error ?? []);
    expect(faults.map((fault) => fault.replace(/got .*/, "got …"))).toEqual([
      "CLV_INTERVAL: churn must be customers lost as whole numbers, got …",
    ]);
  });

  test("inserts the example of a function whose arguments the data do not give", async () => {
    spreadsheet().getSheetByName("Orders")!.getRange("H2").activate();
    expect((await ask("insertExample", "CLV_DISCOUNTED")).message).toBe("Inserted in H2 of Orders");
    expect(spreadsheet().getRange("Orders!H2").getFormula()).toBe("=CLV_DISCOUNTED(100, 80%, 10%)");
    expect((await ask("insertExample", "CLV_DISCOUNTED")).message).toBe(
      "H2 is not empty: select an empty cell",
    );
    await expect(ask("insertExample", "IMPORTXML")).rejects.toThrow(
      'name must be a function of this add-on, got "IMPORTXML"',
    );
  });
});
