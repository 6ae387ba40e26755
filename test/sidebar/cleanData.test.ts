import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, connectSidebar, openSample, requestOn } from "../support/sidebarOf";
import { atEachCall, isEachAsked, stepsOf, stoppedAt } from "../support/interrupted";
import { openForCopying } from "../support/sharing";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());
const cellsOn = (tab: string) => spreadsheet().getSheetByName(tab)!.getDataRange();

// A test that brings its own table needs one small tab beside it: all are read whenever the sidebar is asked.
beforeEach(() => {
  workbook = openSample("Monthly");
});

/** The whole sample in its place. */
function openWhole(): void {
  workbook.dispose();
  workbook = openSample();
}

afterEach(() => workbook.dispose());

const write = (tab: string, rows: readonly (readonly unknown[])[]) => {
  const sheet = spreadsheet().insertSheet(tab);
  sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
  sheet.getRange(1, 1, rows.length, rows[0]!.length).setNumberFormat("@").setValues(rows);
  return sheet;
};

const day = (at: number) => new Date(Date.UTC(2024, 0, 3 + at)).toISOString().slice(0, 10).split("-");

/** A shop's export as a German spreadsheet keeps it: dates and amounts as text, refunds, cancelled orders, a total. */
function germanOrders(count: number, kunde = (at: number) => `Kunde ${(at * at) % 97}`) {
  const euros = (amount: number) => `${amount.toFixed(2).replace(".", ",")} €`;
  return [
    ["Bestellnr", "Kunde", "Bestelldatum", "Betrag", "Erstattung", "Status"],
    ...Array.from({ length: count }, (_, at) => {
      const [year, month, date] = day(Math.floor((at * 900) / count));
      return [
        `B${1000 + at}`,
        kunde(at),
        `${date}.${month}.${year}`,
        euros(40 + (at % 50)),
        at % 13 === 5 ? euros(10) : "",
        at % 17 === 3 ? "storniert" : "bezahlt",
      ];
    }),
  ];
}

/** What those orders came to, added up by hand. */
const revenueOf = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    at % 17 === 3 ? 0 : 40 + (at % 50) - (at % 13 === 5 ? 10 : 0),
  ).reduce((sum, amount) => sum + amount, 0);

const insertValue = async (tab: string, newTab: string | null = `CLV of ${tab}`) => {
  const { setup, value } = (await answerOn(workbook, tab))!;
  const request = { label: "CLV", format: "", moneyFormat: "0.00", setup, recipe: value.recipe };
  return (await ask("insert", { ...request, newTab })).at!;
};
const valueAt = ({ tab, cell }: { readonly tab: string; readonly cell: string }) =>
  spreadsheet().getSheetByName(tab)!.getRange(cell).getValue();

describe("a table with written dates and amounts", () => {
  test("is read by one formula on CLV Data, and the figure is a short one over its columns", async () => {
    write("Bestellungen", germanOrders(400));
    const at = await insertValue("Bestellungen");
    const data = spreadsheet().getSheetByName("CLV Data")!;
    expect(data.getRange("K1").getFormula()).toMatch(
      /^=CLV_ROWS\(Bestellungen!A1:F, 'CLV Setup'!\$A\$\d+:\$C\$\d+\)$/,
    );
    expect(data.getRange("A1").getFormula()).toBe(
      "=CLV_KPIS('CLV Data'!K2:K, 'CLV Data'!L2:L, 'CLV Data'!M2:M, 'CLV Setup'!$B$10, 'CLV Setup'!$B$11, 'CLV Setup'!$B$13)",
    );
    expect(spreadsheet().getRange("CLV Setup!B13").getFormula()).toBe("=CLV_LATEST('CLV Data'!L2:L)");
    expect(at.formula).toBe(
      "=INDEX(CLV_HORIZON('CLV Data'!K2:K, 'CLV Data'!L2:L, 'CLV Data'!M2:M, 'CLV Setup'!$B$8, 'CLV Setup'!$B$7, 'CLV Setup'!$B$5, 'CLV Setup'!$B$13, 'CLV Setup'!$B$6), 2, 2)",
    );
    const amounts = data
      .getRange("M2:M")
      .getValues()
      .flat()
      .filter((cell) => cell !== "") as number[];
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(revenueOf(400), 9);
    expect(valueAt(at)).toBeGreaterThan(0);
  });

  test("says its columns on CLV Setup by their headers, which CLV Data follows", async () => {
    const sheet = write("Bestellungen", germanOrders(400));
    const at = await insertValue("Bestellungen");
    const before = valueAt(at);
    const said = cellsOn("CLV Setup")
      .getValues()
      .filter(([, , , key]) => String(key).startsWith("1.orders."));
    expect(said.map((row) => row.slice(0, 3))).toEqual([
      ["order", "Bestellnr", ""],
      ["customer", "Kunde", ""],
      ["date", "Bestelldatum", "d.m.y"],
      ["amount", "Betrag", "1.234,56"],
      ["refund", "Erstattung", "1.234,56"],
      ["status", "Status", ""],
    ]);
    sheet.getRange("D1").setValue("Summe");
    expect(valueAt(at)).toBe(before);
  });

  test("counts what changes in it", async () => {
    const sheet = write("Bestellungen", germanOrders(400));
    const at = await insertValue("Bestellungen");
    const before = valueAt(at) as number;
    sheet.getRange("D300").setValue("9.999,00 €");
    expect(valueAt(at)).toBeGreaterThan(before);
  });

  test("of another tab gets a tab of its own, and figures over the first stay as they are", async () => {
    openWhole();
    write("Laden", germanOrders(400));
    write(
      "Werkstatt",
      germanOrders(300, (at) => `Firma ${(at * at) % 23}`),
    );
    const first = await insertValue("Laden");
    const before = valueAt(first);
    const second = await insertValue("Werkstatt");
    // The spend that the acquisition cost comes from is table 2, and the contacts that channels are credited for are 3.
    expect(second.formula).toContain("'CLV Data 4'!");
    expect(spreadsheet().getSheetByName("CLV Data 4")!.getRange("K1").getFormula()).toContain(
      "Werkstatt!A1:F",
    );
    expect(valueAt(first)).toBe(before);
    expect((await insertValue("Laden", "Again")).formula).toBe(first.formula);
  });

  test("keeps the figures over it right when a correction makes it one that need not be read", async () => {
    const leaving = (at: number) => `Kunde ${Math.floor(at / 20) + (at % 7)}`;
    const rows = germanOrders(400, leaving).map(([order, customer, , , refund], at) => [
      order,
      customer,
      at === 0 ? "Date" : new Date(Date.UTC(2024, 0, 3 + Math.floor(((at - 1) * 900) / 400))),
      at === 0 ? "Amount" : 40 + ((at - 1) % 50),
      at === 0 ? "Refund" : refund === "" ? "" : 10,
    ]);
    const sheet = spreadsheet().insertSheet("Sales");
    sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
    sheet.getRange(1, 1, rows.length, 5).setValues(rows);
    const first = await insertValue("Sales");
    const request = await requestOn(workbook, "Sales");
    const refund = request.table.columns.find(({ meaning }) => meaning === "refund")!;
    const table = await ask("remapColumn", { table: request.table, column: refund.column, meaning: null });
    const answer = (await ask("answerFrom", { ...request, table }))!;
    await ask("saveSetup", answer.setup);
    expect(answer.value.figure.text).toContain("Sales!B2:B");
    expect(valueAt(first)).toBeCloseTo(answer.value.figure.cells[0]![0] as number, 9);
  });

  test("leaves nothing behind when its figure is taken back, unless another formula needs its rows", async () => {
    write("Bestellungen", germanOrders(400));
    const before = names();
    const first = await insertValue("Bestellungen");
    await ask("undoInsertion", first);
    expect(names()).toEqual(before);
    const again = await insertValue("Bestellungen");
    spreadsheet().getSheetByName("Bestellungen")!.getRange("J1").setFormula("=SUM('CLV Data'!M2:M)");
    await ask("undoInsertion", again);
    expect(names()).toContain("CLV Data");
  });

  test("keeps its values while frozen and after thawing", async () => {
    write("Bestellungen", germanOrders(400));
    const at = await insertValue("Bestellungen");
    const before = [valueAt(at), cellsOn("CLV Data").getValues()];
    await ask("sharingStep", "freezeFormulas");
    expect([valueAt(at), cellsOn("CLV Data").getValues()]).toEqual(before);
    expect(spreadsheet().getSheetByName("CLV Data")!.getRange("A1").getFormula()).toBe("");
    await ask("sharingStep", "thawFormulas");
    expect([valueAt(at), cellsOn("CLV Data").getValues()]).toEqual(before);
  });
});

test("a cancelled order among thousands does not count, however far down it is", async () => {
  const count = 3000;
  const sheet = spreadsheet().insertSheet("Shop");
  sheet.insertRowsAfter(sheet.getMaxRows(), count);
  sheet
    .getRange(1, 1, count + 1, 4)
    .setValues([
      ["Customer", "Date", "Amount", "Status"],
      ...Array.from({ length: count }, (_, at) => [
        `Customer ${Math.floor(at / 60) + ((at * 7) % 41)}`,
        new Date(Date.UTC(2024, 0, 3 + Math.floor(at / 3.3))),
        at === 1777 ? 1e6 : 40,
        at === 1777 ? "Cancelled" : "Paid",
      ]),
    ]);
  await insertValue("Shop");
  const revenue = spreadsheet().getSheetByName("CLV Data")!.getRange("B2:B").getValues().flat() as number[];
  expect(Math.max(...revenue.map(Number))).toBeLessThan(1e6);
});

test("a copy without customers has their figures, and names nobody", async () => {
  workbook.dispose();
  const opened = openForCopying();
  workbook = opened.workbook;
  connectSidebar(workbook);
  write("Bestellungen", germanOrders(400));
  const at = await insertValue("Bestellungen");
  const value = valueAt(at);
  expect(await ask("prepareCopy", { withoutCustomers: true })).toMatch(
    /Left out, since they list customers: .*Bestellungen/,
  );
  const sheets = opened.copyMade().services.SpreadsheetApp.getActive().getSheets();
  const cells = sheets.flatMap((sheet) => sheet.getDataRange().getValues().flat());
  expect(cells.filter((cell) => /Kunde \d/.test(String(cell)))).toEqual([]);
  expect(cells).toContain(value);
  expect(sheets.map((sheet) => sheet.getName())).toEqual(expect.arrayContaining(["CLV Data", "CLV Setup"]));
  opened.copyMade().dispose();
});

test("customers so far are worth what they pay a month ÷ those who left per month that anyone stayed", async () => {
  const customers = Array.from({ length: 60 }, (_, at) => ({
    months: 1 + ((at * 7) % 40),
    charge: 20 + (at % 9) * 7.5,
    hasLeft: at % 4 === 1,
  }));
  write("Telco", [
    ["customerID", "tenure", "MonthlyCharges", "TotalCharges", "Churn"],
    ...customers.map(({ months, charge, hasLeft }, at) => [
      `${7000 + at}-ABCDE`,
      String(months),
      String(charge),
      String(months * charge),
      hasLeft ? "Yes" : "No",
    ]),
  ]);
  const sum = (of: (one: (typeof customers)[number]) => number) =>
    customers.reduce((total, one) => total + of(one), 0);
  const churn = sum(({ hasLeft }) => Number(hasLeft)) / sum(({ months }) => months);
  const at = await insertValue("Telco");
  expect(valueAt(at)).toBeCloseTo(sum(({ charge }) => charge) / customers.length / churn, 6);
});

describe("a table too large for a live formula", () => {
  test("is on CLV Data as values, which the menu reads again", async () => {
    const count = 20_050;
    const rows = germanOrders(count, (at) => `Kunde ${(at * 7919) % 3001}`);
    // Their refunds and states would be read too, and are in the smaller tables.
    const sheet = write(
      "Bestellungen",
      rows.map(([, customer, date, amount]) => [customer, date, amount]),
    );
    const revenue = Array.from({ length: count }, (_, at) => 40 + (at % 50)).reduce((sum, one) => sum + one);
    const at = await insertValue("Bestellungen");
    const data = spreadsheet().getSheetByName("CLV Data")!;
    expect(data.getRange("K1").getFormula()).toBe("");
    const sum = () =>
      (data.getRange("M2:M").getValues().flat() as (number | "")[]).reduce<number>(
        (total, amount) => total + (amount || 0),
        0,
      );
    expect(sum()).toBeCloseTo(revenue, 6);
    expect(valueAt(at)).toBeGreaterThan(0);
    sheet.getRange("C2").setValue("1.000.040,00 €");
    expect(sum()).toBeCloseTo(revenue, 6);
    const steps = stepsOf(workbook, () => workbook.call("updateData", []));
    expect(sum()).toBeCloseTo(revenue + 1_000_000, 6);

    // Stopped at any step, nothing counts that is only a part, and updating again gets there.
    const shown = () => String(valueAt(at));
    const whole = shown();
    const whileStopped = new Set<string>();
    atEachCall(
      (k) => {
        // From the last step back: the third is where the first of two blocks of rows is written, after the second.
        stoppedAt(workbook, steps - k, () => workbook.call("updateData", []));
        whileStopped.add(shown());
        workbook.call("updateData", []);
        expect([k, shown()]).toEqual([k, whole]);
        return isEachAsked && k + 1 < steps;
      },
      1,
      3,
    );
    whileStopped.delete(whole);
    expect(Array.from(whileStopped)).toEqual(["#ERROR!"]);
  });
});
