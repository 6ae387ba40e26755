import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { termText } from "../../src/recipe/text";
import { ask } from "../../src/sidebar/server";
import { answerOn, connectSidebar, requestOn, tablesOn } from "../support/sidebarOf";
import { type Workbook, builtAddon, builtPages, openWorkbook, sampleData } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();
const names = () =>
  spreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());

beforeEach(() => {
  // Univer caches formulas by the workbook's id.
  workbook = openWorkbook({
    code: builtAddon,
    pages: builtPages(),
    snapshot: sampleData(randomUUID()),
    timeZone: "UTC",
  });
  connectSidebar(workbook);
});

const near = (value: number): unknown => expect.closeTo(value, 6);

/** Tabs of the sample workbook with data of a business, and the formula that an analyst would type for each. */
const dataTabs = ["Orders", "Subscriptions", "Customers by month", "Monthly"] as const;

afterEach(() => workbook.dispose());

describe("every tab with data leads to a live value", () => {
  test.each(dataTabs)("of %s, whose inserted formula shows what its card showed", async (tab) => {
    const answer = (await answerOn(workbook, tab))!;
    const shown = answer.value.figure.cells[0]![0];
    expect(answer.value.figure.error).toBeUndefined();
    expect(shown).toBeGreaterThan(0);
    const { at, message } = await ask("insert", {
      setup: answer.setup,
      recipe: answer.value.recipe,
      newTab: "CLV",
      label: "CLV",
      format: "0.00",
      moneyFormat: "0.00",
    });
    expect(message).toBe("Inserted in B1 of CLV, with its assumptions on the tab CLV Setup");
    const cell = spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell);
    expect(cell.getValue()).toBeCloseTo(shown as number, 9);
    expect(cell.getFormula()).toBe(answer.value.figure.text);
  });

  test("a table that a formula of ours shows is offered after the data it comes from", async () => {
    const data = spreadsheet().getSheetByName("Orders")!;
    const results = spreadsheet().insertSheet("Results", 0);
    results.getRange("A1").setFormula("=CLV_KPIS(Orders!B2:B, Orders!C2:C, Orders!D2:D)");
    expect(results.getRange("B1").getValue()).toBe("Revenue");
    const usable = (await tablesOn(workbook, "Acquisition spend")).filter(({ isUsable }) => isUsable);
    expect(usable[0]!.tab).toBe(data.getName());
    expect(usable[usable.length - 1]!.tab).toBe("Results");
    expect((await tablesOn(workbook, "Results"))[0]!.tab).toBe("Results");
  });

  test("the value of the orders is what the functions give when typed over the same cells", async () => {
    const answer = (await answerOn(workbook, "Orders"))!;
    const sheet = spreadsheet().insertSheet("By hand");
    sheet.getRange("A1").setFormula('=CLV_KPIS(Orders!B2:B, Orders!C2:C, Orders!D2:D, "month", 3)');
    const rows = sheet.getDataRange().getNumRows();
    const whole = spreadsheet()
      .getSheetByName("Orders")!
      .getRange("C2:C")
      .getValues()
      .flat()
      .filter(Boolean) as Date[];
    const latest = new Date(Math.max(...whole.map(Number)));
    const lastRow =
      latest.getUTCDate() ===
      new Date(Date.UTC(latest.getUTCFullYear(), latest.getUTCMonth() + 1, 0)).getUTCDate()
        ? rows
        : rows - 1;
    const value = sheet
      .getRange("K1")
      .setFormula(`=CLV_ROLLING(B2:B${lastRow}, C2:C${lastRow}, G2:G${lastRow})`)
      .getValue();
    expect(answer.value.figure.cells).toEqual([[expect.closeTo(value as number, 9)]]);
  });
});

test("monthly figures fill the window although the tab goes on below them", async () => {
  const answer = (await answerOn(workbook, "Monthly"))!;
  const sheet = spreadsheet().insertSheet("By hand");
  const value = sheet
    .getRange("A1")
    .setFormula("=CLV_ROLLING(Monthly!B2:B31, Monthly!C2:C31, Monthly!E2:E31, 12, AVERAGE(Monthly!F20:F31))");
  expect(answer.window).toBe(12);
  expect(answer.value.figure.cells).toEqual([[expect.closeTo(value.getValue() as number, 9)]]);
});

describe("how a report is laid out does not change the value", () => {
  type Row = readonly [customer: string, date: Date, amount: number];
  const orders = () =>
    (spreadsheet().getSheetByName("Orders")!.getRange("B2:D401").getValues() as unknown as Row[])
      .filter(([customer]) => customer !== "")
      .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : Number(a[1]) - Number(b[1])));
  const groups = () =>
    [...new Set(orders().map(([customer]) => customer))].map(
      (customer) => [customer, orders().filter(([own]) => own === customer)] as const,
    );
  const valueOf = async (tab: string, rows: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet(tab);
    sheet.insertRowsAfter(1, rows.length);
    sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    return (await answerOn(workbook, tab))!.value.figure;
  };
  const flat = () =>
    valueOf("Flat", [["Customer", "Date", "Amount"], ...orders().map((row): readonly unknown[] => row)]);

  test("where customers stand in rows of their own, with a sum after each", async () => {
    const rows = groups().flatMap(([customer, own]) => [
      [customer, "", ""],
      ...own.map(([, date, amount]) => ["", date, amount]),
      [`Total for ${customer}`, "", own.reduce((sum, [, , amount]) => sum + amount, 0)],
    ]);
    const figure = await valueOf("Grouped", [
      ["Sales by Customer Detail", "", ""],
      ["", "", ""],
      ["", "Date", "Amount"],
      ...rows,
    ]);
    expect(figure.cells).toEqual((await flat()).cells);
  });

  test("where they stand in the first row of their group", async () => {
    const rows = groups().flatMap(([customer, own]) =>
      own.map(([, date, amount], at) => [at === 0 ? customer : "", date, amount]),
    );
    const figure = await valueOf("Pivot", [["Customer", "Date", "Amount"], ...rows]);
    expect(figure.cells).toEqual((await flat()).cells);
  });

  test("where credit notes have no minus", async () => {
    const signed = orders().map(([customer, date, amount], at) =>
      at % 9 === 4 ? [customer, date, -Math.abs(amount)] : [customer, date, Math.abs(amount)],
    );
    const unsigned = orders().map(([customer, date, amount], at) => [
      customer,
      date,
      Math.abs(amount),
      at % 9 === 4 ? "Credit note" : "Invoice",
    ]);
    const [less, credited] = [
      await valueOf("Signed", [["Customer", "Date", "Amount"], ...signed]),
      await valueOf("Unsigned", [["Customer", "Date", "Amount", "Document"], ...unsigned]),
    ];
    expect(credited.cells).toEqual(less.cells);
  });
});

describe("a recipe's value is what its formula shows", () => {
  const shownBy = (formula: string): unknown[][] => {
    const sheet = spreadsheet().insertSheet();
    sheet.insertRowsAfter(1, 6000);
    sheet.insertColumnsAfter(1, 30);
    sheet.getRange("A1").setFormula(formula);
    const values = sheet.getDataRange().getValues();
    spreadsheet().deleteSheet(sheet);
    return values;
  };

  test.each(dataTabs)("for all figures and tables of %s", async (tab) => {
    const { setup, value, costs, tables } = (await answerOn(workbook, tab))!;
    await ask("saveSetup", setup);
    const recipes = [value, ...costs, ...tables].map(({ recipe }) => recipe);
    const figures = await ask("compute", { setup, recipes });
    figures.forEach(({ text, cells, rows, error }) => {
      expect([text, error]).toEqual([text, undefined]);
      const shown = shownBy(text);
      expect([text, shown.length]).toEqual([text, rows]);
      const expected = cells.map((row) =>
        row.map((cell) => {
          if (typeof cell === "number") return near(cell);
          return typeof cell === "object" ? `${cell.date}T00:00:00.000Z` : cell;
        }),
      );
      expect(JSON.parse(JSON.stringify(shown.slice(0, expected.length)))).toEqual(expected);
    });
  });
});

describe("the spend of another tab", () => {
  const counting = async (counted: (count: number, row: number) => number) => {
    const sheet = spreadsheet().getSheetByName("Acquisition spend")!;
    const cells = sheet.getDataRange().getValues();
    const column = cells[0]!.indexOf("New customers");
    expect(column).toBeGreaterThan(0);
    cells.slice(1).forEach((row, index) => {
      const cell = sheet.getRange(index + 2, column + 1);
      if (typeof row[column] === "number") cell.setValue(counted(row[column], index));
    });
    return (await answerOn(workbook, "Orders"))!;
  };

  test("gives the acquisition cost where it counts about as many new customers as the data have", async () => {
    for (const times of [1, 2]) {
      const { assumed, costs, cautions } = await counting((count) => count * times);
      expect([assumed["cac"], costs.length]).toEqual([null, 2]);
      expect(cautions).toContain("The acquisition cost comes from the tab Acquisition spend.");
    }
  });

  test.each<[string, (count: number, row: number) => number]>([
    ["many more", (count) => count * 10],
    ["hardly any", (_, row) => (row % 9 === 0 ? 1 : 0)],
  ])("is left out with a sentence where it counts %s", async (_, counted) => {
    const { assumed, costs, cautions } = await counting(counted);
    expect([assumed["cac"], costs]).toEqual(["", []]);
    expect(cautions.join()).toMatch(
      /The acquisition cost of the tab Acquisition spend is left out, since it counts [\d.]+ new customers where the data have \d+ in the same months/,
    );
    expect(cautions.join()).not.toContain("comes from");
  });
});

describe("the check of the rows", () => {
  const findings = async (headers: readonly string[]) => {
    const sheet = spreadsheet().insertSheet("Rows");
    const rows = Array.from({ length: 60 }, (_, row) => [
      `'INV-${1000 + Math.floor(row / 3)}`,
      `c${Math.floor(row / 3) % 11}@example.org`,
      new Date(Date.UTC(2025, Math.floor(row / 6), 5)),
      2.95,
      1,
    ]);
    sheet.getRange(1, 1, 61, 5).setValues([headers.slice(), ...rows]);
    const figure = (await ask("checkRows", await requestOn(workbook, "Rows")))!;
    expect(figure.error).toBeUndefined();
    return figure.cells.map(([check]) => check);
  };

  test("finds rows of orders that are exact duplicates", async () => {
    const found = await findings(["Order ID", "Email", "Order date", "Total", "Items"]);
    expect(found).toContain("Exact duplicate rows");
  });

  test("says nothing of lines of an order that are alike", async () => {
    const found = await findings(["Invoice no.", "Email", "Invoice date", "Unit price", "Quantity"]);
    expect(found).toContain("Rows read");
    expect(found).not.toContain("Exact duplicate rows");
  });
});

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
    const formula = "=COUNTA(Orders!D2:D)";
    const lines = spreadsheet().getSheetByName("CLV Setup")!.getDataRange();
    const row = lines.getValues().findIndex((cells) => cells[3] === "1.orders.amount");
    expect(lines.getFormulas()[row]![1]).toBe(formula);
    expect(lines.getValues()[row]![1]).toBe(spreadsheet().getSheetByName("Orders")!.getLastRow() - 1);
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

describe("text dates that may be read in two ways", () => {
  const ambiguous = () => {
    const sheet = spreadsheet().insertSheet("Payments");
    const cells = Array.from({ length: 60 }, (_, row) => [
      `'c${(row * 7) % 31}@example.org`,
      `'0${1 + (row % 9)}/0${1 + (row % 6)}/2025`,
      20 + row,
    ]);
    sheet.getRange(1, 1, 61, 3).setValues([["Email", "Order date", "Total"], ...cells]);
  };

  test("are asked about, not guessed; the answer is kept on the setup tab", async () => {
    ambiguous();
    const request = await requestOn(workbook, "Payments");
    const column = request.table.columns[1]!;
    expect(column).toMatchObject({ meaning: "date", dates: "ambiguous" });
    expect(await ask("answerFrom", request)).toBeNull();
    const columns = request.table.columns.map((one) =>
      one === column ? { ...one, dates: "dayFirst" as const } : one,
    );
    const table = await ask("remapColumn", {
      table: { ...request.table, columns },
      column: 2,
      meaning: "date",
    });
    const answer = (await ask("answerFrom", { ...request, table }))!;
    expect(answer.value.figure.error).toBeUndefined();
    await ask("saveSetup", answer.setup);
    const later = (await tablesOn(workbook, "Payments")).find(({ tab }) => tab === "Payments")!;
    expect(later.columns[1]).toMatchObject({ meaning: "date", dates: "dayFirst" });
    expect(later.isUsable).toBe(true);
  });
});

describe("text dates in every notation that is told apart give the value of real ones", () => {
  const two = (number: number) => String(number).padStart(2, "0");
  const months = [
    "Jan",
    "févr.",
    "März",
    "abril",
    "mei",
    "juin",
    "July",
    "août",
    "Sept",
    "ott",
    "nov",
    "Dez",
  ];
  const valueOf = async (cell: (day: number, month: number) => unknown) => {
    const sheet = spreadsheet().insertSheet("Payments");
    const rows = Array.from({ length: 90 }, (_, row) => [
      `'c${(row * 7) % 31}@example.org`,
      cell(1 + ((row * 5) % 27), row % 12),
      20 + row,
    ]);
    sheet.getRange(1, 1, 91, 3).setValues([["Email", "Order date", "Total"], ...rows]);
    const { value } = (await answerOn(workbook, "Payments"))!;
    spreadsheet().deleteSheet(sheet);
    expect(value.figure.error).toBeUndefined();
    return value.figure.cells[0]![0];
  };

  test.each<[string, (day: number, month: number) => unknown]>([
    ["08/31/25", (day, month) => `'${two(month + 1)}/${two(day)}/25`],
    ["31.8.25 10:05", (day, month) => `'${day}.${month + 1}.25 10:05`],
    ["31-08-2025", (day, month) => `'${two(day)}-${two(month + 1)}-2025`],
    ["31 août 2025", (day, month) => `'${day} ${months[month]!} 2025`],
    ["Sept-18-25", (day, month) => `'${months[month]!}-${two(day)}-25`],
    ["2025/08/31", (day, month) => `'2025/${two(month + 1)}/${two(day)}`],
    ["2025-08-31, 9:05", (day, month) => `'2025-${two(month + 1)}-${two(day)}, 9:05`],
    ["20250831", (day, month) => 20250000 + 100 * (month + 1) + day],
  ])("%s", async (_, cell) => {
    const real = await valueOf((day, month) => new Date(Date.UTC(2025, month, day)));
    expect(real).toBeGreaterThan(0);
    expect(await valueOf(cell)).toBeCloseTo(real as number, 9);
  });
});

describe("text amounts that may be read in two ways", () => {
  test("are asked about, and counted by the answer", async () => {
    const sheet = spreadsheet().insertSheet("Invoices");
    const amounts = ["1,250", "2,500", "1,125"];
    const cells = Array.from({ length: 60 }, (_, row) => [
      `'c${(row * 7) % 31}@example.org`,
      new Date(Date.UTC(2025, row % 12, 1 + (row % 9))),
      `'${amounts[row % 3]!}`,
    ]);
    sheet.getRange(1, 1, 61, 3).setValues([["Email", "Invoice date", "Net amount"], ...cells]);
    const request = await requestOn(workbook, "Invoices");
    const column = request.table.columns[2]!;
    expect(column).toMatchObject({ meaning: "amount", decimal: "ambiguous" });
    expect(await ask("answerFrom", request)).toBeNull();
    const revenueBy = async (decimal: "point" | "comma") => {
      const columns = request.table.columns.map((one) => (one === column ? { ...one, decimal } : one));
      const table = await ask("remapColumn", {
        table: { ...request.table, columns },
        column: 3,
        meaning: "amount",
      });
      const { setup, tables } = (await ask("answerFrom", { ...request, table }))!;
      const periods = tables.find(({ title }) => title === "CLV Periods")!;
      const [figure] = await ask("compute", { setup, recipes: [periods.recipe] });
      return figure!.cells.slice(1).reduce((sum, [, revenue]) => sum + (revenue as number), 0);
    };
    expect(await revenueBy("point")).toBeCloseTo(20 * (1250 + 2500 + 1125), 6);
    expect(await revenueBy("comma")).toBeCloseTo(20 * (1.25 + 2.5 + 1.125), 6);
  });
});

test("totals of customers as text give the value of the numbers", async () => {
  const value = async (tab: string, total: (row: number) => string | number) => {
    const cells = Array.from({ length: 30 }, (_, row) => [`'c${row}@example.org`, 1 + (row % 4), total(row)]);
    const range = spreadsheet().insertSheet(tab).getRange("A1:C31");
    range.setValues([["Email", "Number of orders", "Total spent"], ...cells]);
    const { figure } = (await answerOn(workbook, tab))!.value;
    expect(figure.error).toBeUndefined();
    return figure.cells[0]![0];
  };
  const text = await value("Text", (row) => `'1.${200 + row},50 €`);
  expect(text).toBeGreaterThan(0);
  expect(text).toBeCloseTo((await value("Numbers", (row) => 1200.5 + row)) as number, 9);
});

describe("churn rates as text", () => {
  test.each([
    ["0,5 %", 0.005],
    ["1.25%", 0.0125],
  ])("such as %s give the value of the numbers", async (text, number) => {
    const header = ["Month", "Revenue", "Customers at start", "Churn rate"];
    const value = async (tab: string, rate: string | number) => {
      const cells = Array.from({ length: 14 }, (_, month) => [
        new Date(Date.UTC(2024, month, 1)),
        20_000 + month * 100,
        400 + month,
        rate,
      ]);
      const range = spreadsheet().insertSheet(tab).getRange("A1:D15");
      range.setNumberFormats(
        range.getValues().map(() => ["yyyy-mm-dd", "0", "0", tab === "Text" ? "@" : "0.0%"]),
      );
      range.setValues([header, ...cells]);
      const { figure } = (await answerOn(workbook, tab))!.value;
      expect(figure.error).toBeUndefined();
      return figure.cells[0]![0];
    };
    expect(await value("Text", text)).toBe(await value("Numbers", number));
  });
});

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
    expect(message).toBe("Inserted in H2 of Orders, with its assumptions on the tab CLV Setup");
    expect(values()).toBe(before);
  });

  test("into an occupied cell writes nothing and says what to do", async () => {
    const before = names();
    const { at, message } = await insertAt("B2");
    expect(at).toBeNull();
    expect(message).toBe("B2 is not empty: select a cell with 1 × 1 empty cells, or insert on a new tab");
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
    expect(await ask("undoInsertion", at!)).toBe("H2 of Orders has been changed since: nothing was undone");
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
      "CLV_UNPIVOT",
      "CLV_RENEWALS",
      "CLV_RETENTION",
      "CLV_RETENTION_FIT",
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

/** A month as exports write it; without one it stays a date. */
const writtenMonths: readonly (readonly [claim: string, write?: (month: Date) => string])[] = [
  ["dates"],
  [
    "text with the month in words",
    (month) => month.toLocaleString("en", { month: "short", year: "numeric" }),
  ],
  [
    "text with the month in French",
    (month) => month.toLocaleString("fr", { month: "long", year: "numeric" }),
  ],
  ["text with the month first", (month) => `${month.getUTCMonth() + 1}/${month.getUTCFullYear()}`],
  ["text dates without zeros", (month) => `1/${month.getUTCMonth() + 1}/${month.getUTCFullYear()}`],
];

describe("a tab of monthly figures has the value and the course of the oldest first", () => {
  const orders: readonly (readonly [string, (rows: unknown[][]) => unknown[][]])[] = [
    ["the oldest first", (rows) => rows],
    ["the newest first", (rows) => rows.slice().reverse()],
    ["no order of time", (rows) => rows.slice().sort(([, a], [, b]) => (a as number) - (b as number))],
  ];
  const cases = writtenMonths.flatMap(([months, write]) =>
    orders.map(([order, arrange]) => ({ months, write, order, arrange })),
  );

  test.each(cases)("with months as $months in $order", async ({ write, arrange }) => {
    const inOrder = (await answerOn(workbook, "Monthly"))!;
    const monthly = spreadsheet().getSheetByName("Monthly")!;
    const rows = monthly.getRange(2, 1, monthly.getLastRow() - 1, monthly.getLastColumn());
    const written = arrange(rows.getValues()).map(([month, ...figures]) => [
      write ? `'${write(month as Date)}` : (month as Date),
      ...(figures as number[]),
    ]);
    rows.setValues(written);
    const [asked] = (await tablesOn(workbook, "Monthly")).filter(({ tab }) => tab === "Monthly");
    const open = asked!.columns.find(({ dates }) => dates === "ambiguous");
    const columns = asked!.columns.map((one) =>
      one === open ? { ...one, dates: "dayFirst" as const } : one,
    );
    const request = { ...(await requestOn(workbook, "Monthly")), table: { ...asked!, columns } };
    const turned = (await ask("answerFrom", request))!;
    const value = inOrder.value.figure.cells[0]![0] as number;
    expect(turned.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    expect(turned.trend!.cells.map(([day]) => day)).toEqual(inOrder.trend!.cells.map(([day]) => day));
    const insertion = { setup: turned.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: turned.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  });
});

describe("figures with their months across have the value and the course of those below each other", () => {
  const write = (columns: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet("Board report");
    sheet.insertColumnsAfter(1, columns.length);
    const rows = columns[0]!.map((_, row) => columns.map((column) => column[row]!));
    sheet.getRange(3, 1, rows.length, columns.length).setValues(rows);
  };
  const columns = () => {
    const [header, ...months] = spreadsheet().getSheetByName("Monthly")!.getDataRange().getValues();
    return { header: header!, months };
  };

  test.each<[string, (months: unknown[][]) => unknown[][]]>([
    ["the oldest first", (months) => months],
    ["the newest first", (months) => months.slice().reverse()],
    [
      "a total after each third month",
      (months) =>
        months.flatMap((month, at) => (at % 3 === 2 ? [month, ["Total", ...month.slice(1)]] : [month])),
    ],
    [
      "months to come that are still blank",
      (months) => [...months, [new Date("2026-07-01"), "", "", "", "", ""]],
    ],
  ])("with %s", async (name, arrange) => {
    const totals = name.startsWith("a total") ? 9 : 0;
    const upright = (await answerOn(workbook, "Monthly"))!;
    const { header, months } = columns();
    write([header, ...arrange(months)]);
    const across = (await answerOn(workbook, "Board report"))!;
    const value = upright.value.figure.cells[0]![0] as number;
    expect(across.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    expect(across.trend!.cells.map(([day]) => day)).toEqual(upright.trend!.cells.map(([day]) => day));
    expect(across.cautions.filter((caution) => caution.includes("left out"))).toEqual(
      totals === 0 ? [] : [`${totals} columns are left out, since “Month” is no date there, such as Total.`],
    );
    const insertion = { setup: across.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: across.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  });

  test("and take in a month that is added beside them", async () => {
    const { header, months } = columns();
    write([header, ...months.slice(0, -1)]);
    const across = (await answerOn(workbook, "Board report"))!;
    expect(across.value.figure.text).toContain("TRANSPOSE('Board report'!B4:4)");
    const insertion = { setup: across.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: across.value.recipe });
    spreadsheet()
      .getSheetByName("Board report")!
      .getRange(3, months.length + 1, header.length, 1)
      .setValues(months[months.length - 1]!.map((cell) => [cell]));
    const upright = (await answerOn(workbook, "Monthly"))!;
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(
      upright.value.figure.cells[0]![0] as number,
      9,
    );
  });
});

test("the gross margin of the figures is used, and the answer says of what it is the mean", async () => {
  const answer = (await answerOn(workbook, "Monthly"))!;
  const { key, value } = answer.setup.find(({ label }) => label === "Gross margin")!;
  expect(key).toBe("gross_margin");
  expect(termText(value, () => "")).toBe(
    'LET(filled, FILTER(Monthly!F2:F, Monthly!F2:F<>""), AVERAGE(FILTER(filled, SEQUENCE(ROWS(filled))>ROWS(filled)-12)))',
  );
  const said = "The gross margin is the mean of the latest 12 of “Gross margin”.";
  expect(answer.cautions).toContain(said);
  const request = await requestOn(workbook, "Monthly");
  const typed = (await ask("answerFrom", { ...request, changes: { gross_margin: 0.5 } }))!;
  expect(typed.cautions).not.toContain(said);
  await ask("saveSetup", answer.setup);
  const kept = (await answerOn(workbook, "Monthly"))!;
  expect(kept.cautions).toContain(said);
  expect(kept.value.figure.cells).toEqual(answer.value.figure.cells);
});

test.each([
  ["numbers such as 57.5", (share: number) => share * 100],
  ["text such as 57,5 %", (share: number) => `${String(share * 100).replace(".", ",")} %`],
])("gross margins and churn written as %s count as percentages", async (_, written) => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const rows = monthly.getRange(2, 1, monthly.getLastRow() - 1, 6);
  const figures = rows.getValues() as number[][];
  monthly.getRange(1, 5).setValue("Churn rate");
  const write = (as: (share: number) => number | string) =>
    rows.setValues(
      figures.map(([month, revenue, customers, joined, lost, margin]) => [
        month!,
        revenue!,
        customers!,
        joined!,
        as(Math.round((lost! / customers!) * 1e4) / 1e4),
        as(margin!),
      ]),
    );
  write((share) => share);
  const before = (await answerOn(workbook, "Monthly"))!;
  write(written);
  const after = (await answerOn(workbook, "Monthly"))!;
  expect(before.value.figure.cells[0]![0]).toBeGreaterThan(0);
  expect(after.value.figure.cells[0]![0]).toBeCloseTo(before.value.figure.cells[0]![0] as number, 6);
});

describe("a grid of customers × months has the value that it has as a plain one", () => {
  const written = (amount: unknown) =>
    amount === "" ? "'–" : `'${(amount as number).toLocaleString("de-DE", { minimumFractionDigits: 2 })} €`;

  test.each<[string, (rows: unknown[][]) => unknown[][]]>([
    [
      "the newest month first",
      (rows) => rows.map(([customer, ...months]) => [customer, ...months.reverse()]),
    ],
    [
      "a total after each third month",
      (rows) =>
        rows.map((row, at) =>
          row.flatMap((cell, column) =>
            column > 0 && column % 3 === 0 ? [cell, at === 0 ? `Quarter ${column / 3}` : 999] : [cell],
          ),
        ),
    ],
    [
      "columns between the customers and the months",
      (rows) =>
        rows.map(([customer, ...months], row) => [customer, row === 0 ? "Manager" : "Kim", ...months]),
    ],
    [
      "amounts as text, and dashes for none",
      ([header, ...rows]) => [
        header!,
        ...rows.map(([customer, ...months]) => [customer, ...months.map(written)]),
      ],
    ],
  ])("with %s", async (_, arrange) => {
    const plain = (await answerOn(workbook, "Customers by month"))!;
    const rows = spreadsheet().getSheetByName("Customers by month")!.getDataRange().getValues();
    const changed = arrange(rows.map((row) => row.slice()));
    const sheet = spreadsheet().insertSheet("Changed");
    sheet.insertColumnsAfter(1, 20);
    sheet.insertRowsAfter(1, changed.length);
    sheet.getRange(1, 1, changed.length, changed[0]!.length).setValues(changed);
    const answer = (await answerOn(workbook, "Changed"))!;
    const value = plain.value.figure.cells[0]![0] as number;
    expect(value).toBeGreaterThan(0);
    expect(answer.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    const insertion = { setup: answer.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: answer.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  });
});

describe("the pause after which a customer counts as lost", () => {
  const fill = (name: string, rows: readonly (readonly unknown[])[]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(1, rows.length);
    sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
  };
  const month = (at: number) => new Date(Date.UTC(2022, at, 10));
  /** Firms that each sign every so many months, every fourth of them for the first half of the time only. */
  const deals = (every: number, months: number) => [
    ["Company", "Deal name", "Amount", "Close date", "Deal stage"],
    ...Array.from({ length: 24 }, (_, firm) =>
      Array.from({ length: Math.ceil((firm % 4 === 0 ? months / 2 : months) / every) }, (__, time) => [
        `Firm ${firm}`,
        `Deal ${firm}-${time}`,
        1000,
        month((firm % every) + time * every),
        "Closed won",
      ]),
    ).flat(),
  ];

  test("is a year for deals, and less where nobody could be lost in so short a history", async () => {
    fill("Yearly deals", deals(11, 48));
    fill("Quarterly deals", deals(3, 14));
    expect((await answerOn(workbook, "Yearly deals"))!.lostAfter).toBe(12);
    const short = (await answerOn(workbook, "Quarterly deals"))!;
    expect(short.lostAfter).toBe(6);
    expect(short.value.figure.error).toBeUndefined();
  });

  test("stays as a person has set it", async () => {
    fill("Quarterly deals", deals(3, 14));
    const request = await requestOn(workbook, "Quarterly deals");
    expect((await ask("answerFrom", { ...request, changes: { inactive_after: 9 } }))!.lostAfter).toBe(9);
  });

  test("customers who never come back have no value, and are told what may help", async () => {
    fill("Once", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at}@x.org`, month(at * 5), 10]),
    ]);
    const { cautions } = (await answerOn(workbook, "Once"))!;
    expect(cautions).toContain(
      "No month has both customers and a churn rate, so there is no value yet: it needs customers who come back. A longer Period may help.",
    );
  });

  test("data within a month say what they lack", async () => {
    fill("Days", [
      ["Customer", "Date", "Amount"],
      ...Array.from({ length: 8 }, (_, at) => [`c${at % 3}@x.org`, new Date(Date.UTC(2026, 4, 3 + at)), 10]),
    ]);
    expect((await answerOn(workbook, "Days"))!.value.figure.error).toBe(
      "the data must span a whole period, got less: take a shorter Period",
    );
  });
});

test("a subscription billed by the quarter or priced by the year, the quarter or the week brings in as much a month as its MRR", async () => {
  const plain = (await answerOn(workbook, "Subscriptions"))!;
  const [header, ...rows] = spreadsheet().getSheetByName("Subscriptions")!.getDataRange().getValues();
  const value = plain.value.figure.cells[0]![0] as number;
  const write = (name: string, cells: unknown[][]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(1, cells.length);
    sheet.getRange(1, 1, cells.length, cells[0]!.length).setValues(cells);
  };
  const mrr = header!.indexOf("MRR");
  const replaced = (row: unknown[], cell: unknown) => row.map((one, at) => (at === mrr ? cell : one));
  const every = [
    ["monthly", 1],
    ["per kwartaal", 3],
    ["annual", 12],
    ["halbjährlich", 6],
  ] as const;
  write("Billed", [
    [...replaced(header!, "Amount"), "Billing interval"],
    ...rows.map((row, at) => {
      const [interval, months] = every[at % 4]!;
      return [...replaced(row, (row[mrr] as number) * months), interval];
    }),
  ]);
  const spans = [
    ["ARR", 12],
    ["Halbjahresbeitrag", 6],
    ["Quarterly fee", 3],
    ["Weekly price", 7 / 30.4375],
  ] as const;
  for (const [name, months] of spans)
    write(name, [
      replaced(header!, name),
      ...rows.map((row) => replaced(row, (row[mrr] as number) * months)),
    ]);
  for (const tab of ["Billed", ...spans.map(([name]) => name)]) {
    const answer = (await answerOn(workbook, tab))!;
    expect(answer.value.figure.cells[0]![0]).toBeCloseTo(value, 6);
  }
});

test.each(["Customers by month", "Monthly"])(
  "%s with twelve months without a year have the value of those with one",
  async (tab) => {
    const name = (cell: unknown) => (cell as Date).toLocaleString("fr", { month: "long", timeZone: "UTC" });
    const cells = spreadsheet().getSheetByName(tab)!.getDataRange().getValues();
    const isGrid = tab === "Customers by month";
    const year = isGrid
      ? cells
          .map((row) => [row[0], ...row.slice(-12)])
          .filter((row, at) => at === 0 || row.slice(1).some(Boolean))
      : [cells[0]!, ...cells.slice(-12)];
    const bare = year.map((row, r) =>
      row.map((cell, c) => ((isGrid ? r === 0 && c > 0 : r > 0 && c === 0) ? name(cell) : cell)),
    );
    for (const [sheetName, rows] of [
      ["Dated", year],
      ["Bare", bare],
    ] as const) {
      const sheet = spreadsheet().insertSheet(sheetName);
      sheet.insertRowsAfter(1, rows.length);
      sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    }
    const [withYears, without] = [(await answerOn(workbook, "Dated"))!, (await answerOn(workbook, "Bare"))!];
    const value = withYears.value.figure.cells[0]![0] as number;
    expect(value).toBeGreaterThan(0);
    expect(without.value.figure.cells[0]![0]).toBeCloseTo(value, 9);
    const insertion = { setup: without.setup, newTab: "CLV", label: "CLV", format: "", moneyFormat: "" };
    const { at } = await ask("insert", { ...insertion, recipe: without.value.recipe });
    expect(spreadsheet().getSheetByName(at!.tab)!.getRange(at!.cell).getValue()).toBeCloseTo(value, 9);
  },
);

test("figures that are sorted by their months say how many have none, also far below the first ones", async () => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const [header, ...months] = monthly.getDataRange().getValues();
  /** The same months of five times as many years, the latest first. */
  const rows = Array.from({ length: 5 }, (_, round) =>
    months
      .map(([month, ...figures]) => [
        new Date(Date.UTC((month as Date).getUTCFullYear() - 3 * round, (month as Date).getUTCMonth(), 1)),
        ...figures,
      ])
      .reverse(),
  ).flat();
  const sum = ["Sum of it", 9, 9, 9, 9, 0.5];
  const write = (name: string, body: unknown[][]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(1, body.length);
    sheet.getRange(1, 1, body.length + 1, header!.length).setValues([header!, ...body]);
  };
  write("Whole", rows);
  write("One", [...rows.slice(0, 77), sum, ...rows.slice(77)]);
  write("Two", [sum, ...rows.slice(0, 77), sum, ...rows.slice(77)]);
  const [whole, one, two] = [
    await answerOn(workbook, "Whole"),
    await answerOn(workbook, "One"),
    await answerOn(workbook, "Two"),
  ];
  const leftOut = (answer: typeof whole) =>
    answer!.cautions.filter((caution) => caution.includes("left out"));
  expect(leftOut(whole)).toEqual([]);
  expect(leftOut(one)).toEqual(["1 row is left out, since “Month” is no date there, such as Sum of it."]);
  expect(leftOut(two)).toEqual(["2 rows are left out, since “Month” is no date there, such as Sum of it."]);
  expect(one!.value.figure.cells).toEqual(whole!.value.figure.cells);
  expect(two!.value.figure.cells).toEqual(whole!.value.figure.cells);
});

test.each([
  ["blank", ""],
  ["0", 0],
])("months to come that are still %s are not taken for now", async (_, figure) => {
  const monthly = spreadsheet().getSheetByName("Monthly")!;
  const last = monthly.getLastRow();
  const before = (await answerOn(workbook, "Monthly"))!;
  monthly
    .getRange(last + 1, 1, 2, 6)
    .setValues(
      [6, 7].map((month) => [new Date(Date.UTC(2026, month, 1)), figure, figure, figure, figure, ""]),
    );
  const after = (await answerOn(workbook, "Monthly"))!;
  expect(after.value.figure.cells).toEqual(before.value.figure.cells);
  expect(after.trend!.cells).toEqual(before.trend!.cells);
  expect(after.cautions).toEqual(before.cautions);
});

test("what stands below the lines of the setup tab stays there, also where they become more", async () => {
  await ask("saveSetup", (await answerOn(workbook, "Monthly"))!.setup);
  const setup = spreadsheet().getSheetByName("CLV Setup")!;
  setup.getRange(setup.getLastRow() + 2, 1).setValue("my own line");
  for (const tab of ["Orders", "Subscriptions"])
    await ask("saveSetup", (await answerOn(workbook, tab))!.setup);
  const lines = setup.getRange(1, 1, setup.getLastRow()).getValues().flat();
  expect(lines.filter((first) => first === "my own line")).toHaveLength(1);
  expect(lines[lines.length - 1]).toBe("my own line");
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

/** What becomes of a question: "answered", or the message of the refusal. */
function refusedOrNot(name: string, json: string): string {
  try {
    workbook.call("answer", [name, json]);
    return "answered";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the add-on refuses what the sidebar would not send", () => {
  const recipe = (result: unknown) => ({ setup: [], recipes: [{ steps: [], result }] }) as never;

  test.each([
    [
      "a function that is not its own",
      { apply: "IMPORTXML", to: ["http://example.org"] },
      'a recipe must be one of the sidebar\'s, got {"apply":"IMPORTXML","to":["http://example.org"]}',
    ],
    [
      "a step that is more than a letter",
      { step: "IMPORTXML(1)" },
      'a recipe must be one of the sidebar\'s, got {"step":"IMPORTXML(1)"}',
    ],
    [
      "a setting that is not among the lines",
      { setting: "margin" },
      'a recipe must be one of the sidebar\'s, got {"setting":"margin"}',
    ],
    [
      "text in place of a reference",
      { range: "Orders!A1)+IMPORTXML(1" },
      'reference must be one such as Orders!B2:B, got "Orders!A1)+IMPORTXML(1"',
    ],
    [
      "a tab that is not there",
      { range: "Nowhere!A1" },
      'tab must be one of this spreadsheet, got "Nowhere"',
    ],
  ])("%s", async (_, term, message) => {
    await expect(ask("compute", recipe(term))).rejects.toThrow(message);
  });

  test("a question that it does not ask", () => {
    expect(() => workbook.call("answer", ["constructor", "null"])).toThrow(
      "name must be a question that the sidebar asks",
    );
  });

  test("arguments that do not fit the question, whichever it is", () => {
    const questions = ["settle", "remapColumn", "answerFrom", "fillCall", "compute", "saveSetup", "insert"];
    const others = ["undoInsertion", "prepareCopy", "planReport", "reportPart", "writeReport", "buildReport"];
    const before = names();
    for (const name of [...questions, ...others])
      for (const json of ["null", "1", '"x"', '{"table":null}', "[[1]]", "{"])
        expect(refusedOrNot(name, json)).toMatch(/^(answered|\S+ must be )/);
    expect(names()).toEqual(before);
  });

  test("text on the setup tab that would be a formula stays text", async () => {
    const line = { key: "=1+1", label: "=IMPORTXML(1)", value: "=2+2", note: "@x", format: "" };
    await ask("saveSetup", [line]);
    const cells = spreadsheet().getRange("'CLV Setup'!A4:D4");
    expect(cells.getFormulas()).toEqual([["", "", "", ""]]);
    expect(cells.getValues()).toEqual([["=IMPORTXML(1)", "=2+2", "@x", "=1+1"]]);
  });
});
