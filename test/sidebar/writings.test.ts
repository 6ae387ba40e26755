import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ask } from "../../src/sidebar/server";
import { answerOn, openSample, requestOn, tablesOn } from "../support/sidebarOf";
import type { Workbook } from "../support/workbook";

let workbook: Workbook;
const spreadsheet = () => workbook.services.SpreadsheetApp.getActive();

beforeEach(() => {
  workbook = openSample("Customers by month", "Subscriptions");
});

afterEach(() => workbook.dispose());

describe("how a report is laid out does not change the value", () => {
  beforeEach(() => {
    workbook.dispose();
    workbook = openSample("Orders");
  });

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
    sheet.insertRowsAfter(sheet.getMaxRows(), rows.length);
    sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    return (await answerOn(workbook, tab))!.value.figure;
  };
  const flat = () =>
    valueOf("Flat", [["Customer", "Date", "Amount"], ...orders().map((row): readonly unknown[] => row)]);

  test("where customers are in rows of their own, with a sum after each", async () => {
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

  test("where they are in the first row of their group", async () => {
    const rows = groups().flatMap(([customer, own]) =>
      own.map(([, date, amount], at) => [at === 0 ? customer : "", date, amount]),
    );
    const figure = await valueOf("Pivot", [["Customer", "Date", "Amount"], ...rows]);
    expect(figure.cells).toEqual((await flat()).cells);
  });

  test("where refunds have their minus behind the currency, or brackets", async () => {
    const signed = orders().map(([customer, date, amount], at) =>
      at % 10 === 9 ? [customer, date, -Math.abs(amount)] : [customer, date, Math.abs(amount)],
    );
    const figure = await valueOf("Signed", [["Customer", "Date", "Amount"], ...signed]);
    const notations: Record<string, (size: string, isRefund: boolean) => string> = {
      Euros: (size, isRefund) => `€ ${isRefund ? "-" : ""}${size.replace(".", ",")}`,
      Brackets: (size, isRefund) => (isRefund ? `$ (${size})` : `$ ${size}`),
      Francs: (size, isRefund) => `Fr. ${isRefund ? "-" : ""}${size}`,
      Minus: (size, isRefund) => `${isRefund ? "−" : ""}${size.replace(".", ",")} €`,
    };
    for (const [tab, written] of Object.entries(notations)) {
      const rows = signed.map(([customer, date, amount]) => {
        const size = Math.abs(amount as number).toFixed(2);
        return [customer, date, `'${written(size, (amount as number) < 0)}`];
      });
      const read = await valueOf(tab, [["Customer", "Date", "Amount"], ...rows]);
      expect(read.cells[0]![0]).toBeCloseTo(figure.cells[0]![0] as number, 6);
    }
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

describe("text dates in every notation we tell apart give the value of real dates", () => {
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
      const customers = tables.find(({ title }) => title === "CLV Customers")!;
      const [figure] = await ask("compute", { setup, recipes: [customers.recipe] });
      const at = figure!.cells[0]!.indexOf("Revenue");
      return figure!.cells.slice(1).reduce((sum, row) => sum + (row[at] as number), 0);
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
    sheet.insertColumnsAfter(sheet.getMaxColumns(), 20);
    sheet.insertRowsAfter(sheet.getMaxRows(), changed.length);
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

test("a subscription billed by the quarter or priced by the year, the quarter or the week brings in as much a month as its MRR", async () => {
  const plain = (await answerOn(workbook, "Subscriptions"))!;
  const [header, ...rows] = spreadsheet().getSheetByName("Subscriptions")!.getDataRange().getValues();
  const value = plain.value.figure.cells[0]![0] as number;
  const write = (name: string, cells: unknown[][]) => {
    const sheet = spreadsheet().insertSheet(name);
    sheet.insertRowsAfter(sheet.getMaxRows(), cells.length);
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
