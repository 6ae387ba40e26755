import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn } from "../support/sidebarOf";
import type { DataTab, Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

// Of these tabs each gives a value, and spend its cost.
beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Customers by month", "Monthly", "Acquisition spend");
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
  /** Functions of which orders and spend do not give the arguments. */
  const notGiven = [
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
  ];

  test.each<{ tab: DataTab; unfilled?: readonly string[]; faults?: readonly string[] }>([
    {
      tab: "Orders",
      unfilled: notGiven,
      faults: ["CLV_INTERVAL: churn must be customers lost as whole numbers, got …"],
    },
    { tab: "Subscriptions" },
    { tab: "Customers by month" },
    { tab: "Monthly" },
  ])(
    "fills in every function that $tab gives the arguments of, and no formula is longer than 250 characters, 300 where it joins two tabs or names a table",
    async ({ tab, unfilled, faults }) => {
      const request = await requestOn(workbook, tab);
      const { setup, value, costs, tables } = (await ask("answerFrom", request))!;
      const recipes = [value, ...costs, ...tables].map(({ recipe }) => recipe);
      const own = await ask("compute", { setup, recipes });
      const entries = (await ask("catalogue", null)).flatMap((section) => section.entries);
      const calls = await Promise.all(
        entries.map(({ name, args }) => ask("fillCall", { ...request, name, args })),
      );
      const filled = calls.flatMap((call) => call?.figure ?? []);
      const tooLong = [...own, ...filled].filter(
        ({ text }) => text.length > (/XLOOKUP\(|^=LET\(/.test(text) ? 300 : 250),
      );
      expect(tooLong).toEqual([]);
      if (!unfilled) return;
      expect(entries.filter((_, index) => calls[index] === null).map(({ name }) => name)).toEqual(unfilled);
      const said = filled.flatMap(({ error }) => error ?? []);
      expect(said.map((fault) => fault.replace(/got .*/, "got …"))).toEqual(faults);
    },
  );

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
