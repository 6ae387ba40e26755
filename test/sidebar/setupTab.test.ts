import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Orders", "Subscriptions", "Monthly");
});

afterEach(() => workbook.dispose());

describe("the setup tab", () => {
  test("keeps assumptions in cells that formulas follow, and mapping that a later reading finds again", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    const request = { label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", {
      ...request,
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab: "CLV",
    });
    const cell = spreadsheet().getSheetByName("CLV")!.getRange(at!.cell);
    const before = cell.getValue() as number;
    spreadsheet().getRange("'CLV Setup'!B5").setValue(0.4);
    expect(cell.getValue()).toBeCloseTo(before * 0.4, 9);
    const lines = spreadsheet().getSheetByName("CLV Setup")!.getDataRange();
    const row = lines.getValues().findIndex((cells) => cells[3] === "1.orders.amount");
    expect(lines.getFormulas()[row]![1]).toBe("=Orders!D1");
    expect(lines.getValues()[row]!.slice(0, 2)).toEqual(["amount", "Amount"]);
    const later = (await answerOn(workbook, "Orders"))!;
    expect(later.value.figure.cells[0]![0]).toBeCloseTo(before * 0.4, 9);
  });

  test("keeps a mapping changed by hand, also when the tab is renamed and a column is inserted", async () => {
    const request = await requestOn(workbook, "Orders");
    const channel = request.table.columns.find(({ header }) => header === "Channel")!;
    expect(channel.meaning).toBe("segment");
    const table = await ask("remapColumn", { table: request.table, column: channel.column, meaning: null });
    await ask("saveSetup", (await ask("answerFrom", { ...request, table }))!.setup);
    const sheet = spreadsheet().getSheetByName("Orders")!;
    sheet.setName("Sales of the shop");
    sheet.insertColumnsBefore(1, 1);
    const later = (await tablesOn(workbook, "Sales of the shop")).find(
      ({ tab }) => tab === "Sales of the shop",
    )!;
    expect(later.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
      ["Order", "order"],
      ["Customer", "customer"],
      ["Date", "date"],
      ["Amount", "amount"],
      ["Channel", undefined],
    ]);
  });

  test("keeps what a person wrote into it when something else is inserted", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    await ask("saveSetup", answer.setup);
    spreadsheet().getRange("'CLV Setup'!B6").setFormula("=20+30");
    const later = (await answerOn(workbook, "Orders"))!;
    await ask("saveSetup", later.setup);
    expect(spreadsheet().getRange("'CLV Setup'!B6").getFormula()).toBe("=20+30");
  });
});

test("whatever is below the lines of the setup tab stays there, even if the lines grow", async () => {
  await ask("saveSetup", (await answerOn(workbook, "Monthly"))!.setup);
  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  setup.getRange(setup.getLastRow() + 2, 1).setValue("my own line");
  for (const tab of ["Orders", "Subscriptions"])
    await ask("saveSetup", (await answerOn(workbook, tab))!.setup);
  const lines = setup.getRange(1, 1, setup.getLastRow()).getValues().flat();
  expect(lines.filter((first) => first === "my own line")).toHaveLength(1);
  expect(lines[lines.length - 1]).toBe("my own line");
});

test("each source has assumptions of its own, and formulas over one stay as they were when another comes", async () => {
  const values = ({ tab, cell }: { readonly tab: string; readonly cell: string }) =>
    spreadsheet().getSheetByName(tab)!.getRange(cell).getValue() as number;
  const insertFrom = async (tab: string, changes: Readonly<Record<string, number>>) => {
    const answer = (await ask("answerFrom", { ...(await requestOn(workbook, tab)), changes }))!;
    const { setup, value } = answer;
    const request = { setup, recipe: value.recipe, newTab: tab, label: "", format: "", moneyFormat: "0.00" };
    return { answer, at: (await ask("insert", request)).at! };
  };
  const orders = await insertFrom("Orders", { gross_margin: 0.4 });
  const before = values(orders.at);
  const contracts = await insertFrom("Subscriptions", { gross_margin: 0.8 });
  expect(contracts.answer.assumed["gross_margin"]).toBe(0.8);
  expect(values(orders.at)).toBe(before);
  expect(values(contracts.at)).toBeCloseTo(contracts.answer.value.figure.cells[0]![0] as number, 9);

  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  const cells = setup.getRange(1, 1, setup.getLastRow(), 2).getValues();
  const rows = cells.flatMap(([label], row) => (label === "Gross margin" ? [row] : []));
  expect(rows.map((row) => [cells[row - 1]![0], cells[row]![1]])).toEqual([
    ["Assumptions for Orders", 0.4],
    ["Assumptions for Subscriptions", 0.8],
  ]);
  setup.getRange(rows[0]! + 1, 2).setValue(0.2);
  expect(values(orders.at)).toBeCloseTo(before / 2, 9);
  const later = (await answerOn(workbook, "Orders"))!;
  expect(later.assumed["gross_margin"]).toBe(0.2);
  expect(later.value.figure.cells[0]![0]).toBeCloseTo(before / 2, 9);
});

test("another period than the one on the setup tab has a window of its own", async () => {
  await ask("saveSetup", (await answerOn(workbook, "Orders"))!.setup);
  const request = await requestOn(workbook, "Orders");
  const answer = (await ask("answerFrom", { ...request, changes: { period: "quarter" } }))!;
  expect(answer.value.figure.error).toBeUndefined();
  expect(answer.window).toBeLessThan(12);
  const kept = (await ask("answerFrom", { ...request, changes: { period: "month" } }))!;
  expect(kept.window).toBe(12);
});
