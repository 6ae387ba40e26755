import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, connectSidebar } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook, sampleData } from "../support/workbook";

let workbook: Workbook;
let messages: string[] = [];
beforeEach(() => {
  messages = [];
  workbook = openWorkbook({
    code: builtAddon,
    pages: builtPages(),
    snapshot: sampleData(randomUUID(), ["Orders", "Subscriptions", "Customers by month", "Monthly"]),
    timeZone: "UTC",
    host: {
      alert: (_, message) => {
        messages.push(message);
        return "OK";
      },
    },
  });
  connectSidebar(workbook);
});
afterEach(() => workbook.dispose());

const sheet = (name: string) => workbook.services.SpreadsheetApp.getActive().getSheetByName(name)!;
const add = () => {
  workbook.call("addToHistory", []);
  return messages.pop()!;
};
const map = async (tab: string) => {
  const answer = (await answerOn(workbook, tab))!;
  await ask("saveSetup", answer.setup);
  return answer;
};
/** The rows of the history by the titles of their columns. */
const history = () => {
  const [titles, ...rows] = sheet("CLV History").getDataRange().getValues().slice(2);
  return rows.map((row) => Object.fromEntries(row.map((value, column) => [String(titles![column]), value])));
};

describe("the history", () => {
  test("needs data that have been mapped, and says how to map them", () => {
    expect(add()).toBe("Nothing to record yet: open CLV, insert a result, then add to CLV History again");
    expect(sheet("CLV History")).toBeNull();
  });

  test("notes the day, the data, the assumptions, and CLV by each definition as CLV_DEFINITIONS gives it", async () => {
    const answer = await map("Orders");
    expect(add()).toBe("Added today's figures to CLV History (row 4)");
    const [line] = history();
    const orders = sheet("Orders")
      .getRange("A2:E3000")
      .getValues()
      .filter((row) => row.some((cell) => cell !== ""));
    const days = orders
      .flatMap((row) => row.filter((cell) => typeof cell === "object"))
      .map((day) => (day as Date).toISOString().slice(0, 10))
      .sort();
    expect(line).toMatchObject({
      "Data from": days[0],
      "Data to": days[days.length - 1],
      Rows: orders.length,
      Window: 12,
      Period: "month",
      "Lost after": answer.lostAfter,
    });
    expect(answer.lostAfter).toBeGreaterThan(0);
    expect(line!["CLV"]).toBe(answer.value.figure.cells[0]![0]);
    const recipe = answer.tables.find(({ title }) => title === "CLV Definitions")!.recipe;
    const [definitions] = await ask("compute", { setup: answer.setup, recipes: [recipe] });
    expect(definitions!.cells).toHaveLength(10);
    for (const cells of definitions!.cells.slice(1)) expect(line![cells[0] as string]).toEqual(cells[4]);
    const day = line!["Date"] as Date;
    expect(Math.abs(day.getTime() - Date.now())).toBeLessThan(2 * 86_400_000);
    expect(sheet("CLV History").getRange("A4").getFormula()).toBe("");
    expect(workbook.services.SpreadsheetApp.getActiveSheet().getName()).toBe("Orders");
  });

  test("says nothing of the past where only later orders came", async () => {
    await map("Orders");
    add();
    const last = sheet("Orders").getLastRow();
    sheet("Orders").insertRowsAfter(last, 1);
    const row = sheet("Orders").getRange(last, 1, 1, 5).getValues()[0]!;
    const later = row.map((cell) =>
      typeof cell === "object" ? new Date((cell as Date).getTime() + 90 * 86_400_000) : cell,
    );
    sheet("Orders")
      .getRange(last + 1, 1, 1, 5)
      .setValues([later]);
    expect(add()).toBe("Added today's figures to CLV History (row 5)");
    const [first, second] = history();
    expect(second!["Data fingerprint"]).not.toBe(first!["Data fingerprint"]);
    expect(second!["Note"]).toBe("");
  });

  test("points out where the past has changed, and keeps what a person wrote next to it", async () => {
    await map("Orders");
    add();
    const [first] = history();
    const column = sheet("Orders")
      .getRange("A2:E2")
      .getValues()[0]!
      .findIndex((cell) => typeof cell === "number" && !Number.isInteger(cell));
    sheet("Orders")
      .getRange(50, column + 1)
      .setValue(12345.67);
    const width = sheet("CLV History").getLastColumn();
    sheet("CLV History").insertColumnsAfter(width, 1);
    sheet("CLV History")
      .getRange(3, width + 1, 2, 1)
      .setValues([["My remarks"], ["before the correction"]]);
    const today = (first!["Date"] as Date).toISOString().slice(0, 10);
    const change = `figures up to the period of ${String(first!["Figures until"])} have changed since ${today}`;
    expect(add()).toBe(
      [
        "Added today's figures to CLV History (row 5). The past has changed, so earlier rows rest on different data:",
        change,
        "Find out what was corrected before you compare the rows",
      ].join("\n"),
    );
    const [again, second] = history();
    expect(again).toEqual({ ...first, "My remarks": "before the correction" });
    expect(second!["Note"]).toBe(change);
    expect(second!["My remarks"]).toBe("");
  });

  test("does not compare rows with different assumptions about who is lost", async () => {
    await map("Orders");
    add();
    const setup = sheet("CLV Setup").getDataRange().getValues();
    const row = setup.findIndex((cells) => cells[3] === "inactive_after@1");
    sheet("CLV Setup")
      .getRange(row + 1, 2)
      .setValue(4);
    expect(add()).toBe("Added today's figures to CLV History (row 5)");
    expect(history()[1]!["Lost after"]).toBe(4);
  });

  test("says at its top since when targets are met or missed, and keeps the rows that are there", async () => {
    const answer = (await answerOn(workbook, "Subscriptions"))!;
    await ask("saveSetup", answer.setup);
    const set = (key: string, value: number) => {
      const setup = sheet("CLV Setup").getDataRange().getValues();
      const row = setup.findIndex((cells) => cells[3] === `${key}@1`);
      sheet("CLV Setup")
        .getRange(row + 1, 2)
        .setValue(value);
    };
    const top = () => String(sheet("CLV History").getRange("A2").getValue());
    set("cac", 300);
    add();
    // On revenue no LTV:CAC is told.
    expect(history()[0]).toMatchObject({ "LTV:CAC": "", "Payback (months)": "" });
    expect(history()[0]!["NRR"]).toBeCloseTo(0.768, 3);
    set("gross_margin", 0.8);
    add();
    const today = (history()[1]!["Date"] as Date).toISOString().slice(0, 10);
    expect(top()).toContain(`LTV:CAC below 3 since ${today} at least (1 entry)`);
    expect(top()).toContain(`Payback within 12 months since ${today} at least (1 entry)`);
    expect(top()).toContain(`NRR below 100% since ${today} at least (2 entries)`);
    const before = history();
    set("cac", 100);
    const said = add();
    expect(history().slice(0, 2)).toEqual(before);
    expect(said).toContain(`LTV:CAC above 3 since ${today} (1 entry)`);
    expect(top()).toContain(`LTV:CAC above 3 since ${today} (1 entry)`);
    expect(top()).not.toContain("below 3");
    sheet("CLV History").getRange("A2").setValue("Kept for the board");
    add();
    expect(top()).toBe("Kept for the board");
  });

  test.each(["Subscriptions", "Customers by month", "Monthly"])("takes %s too", async (tab) => {
    const answer = await map(tab);
    expect(add()).toContain("Added today's figures to CLV History (row 4)");
    expect(history()[0]!["CLV"]).toBe(answer.value.figure.cells[0]![0]);
    expect(history()[0]!["Data from"]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
