import { describe, expect, test } from "@jest/globals";
import type { SentCell } from "../../src/sheet/sentCell";
import { findTables, type FoundTable, type Meaning } from "../../src/recognition";
import { surveyOf } from "../support/survey";

const iso = (index: number) =>
  `2025-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 27) + 1).padStart(2, "0")}`;
const names = ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"];

/** A column: its header, and the cell of each row. */
type Column = readonly [header: string, cell: (index: number) => SentCell];

const customer: Column = ["Customer", (index) => names[index % 7]!];
const date: Column = ["Date", (index) => ({ date: iso(index) })];
const amount: Column = ["Amount", (index) => 10.25 + index];

function tableOf(...columns: readonly Column[]): FoundTable {
  const rows = Array.from({ length: 24 }, (_, index) => columns.map(([, cell]) => cell(index)));
  return findTables(surveyOf([columns.map(([header]) => header), ...rows]))[0]!;
}

const columnOf = (table: FoundTable, meaning: Meaning) =>
  table.columns.find((column) => column.meaning === meaning);
const headerOf = (table: FoundTable, meaning: Meaning) => columnOf(table, meaning)?.header;
const money = (header: string, factor = 1): Column => [
  header,
  (index) => Math.round((10.25 + index) * factor * 100) / 100,
];

describe("which column is the amount", () => {
  test.each([
    ["Net", "Gross"],
    ["Betrag (netto) in €", "Betrag (brutto) in €"],
    ["Montant HT", "Montant TTC"],
    ["Total sin IVA", "Total con IVA"],
    ["Imponibile", "Totale"],
    ["Valor líquido", "Valor bruto"],
    ["Bedrag excl. btw", "Bedrag incl. btw"],
  ])("%s beats %s, and a note says so", (net, gross) => {
    const table = tableOf(customer, date, money(gross, 1.2), money(net));
    expect(headerOf(table, "amount")).toBe(net);
    expect(table.shape).toBe("orders");
  });

  test("the note on net names both columns", () => {
    const table = tableOf(customer, date, money("Gross", 1.2), money("Net"));
    expect(table.notes).toEqual(['"Net" is used, not "Gross": net of tax']);
  });

  test.each(["VAT", "MwSt", "Shipping", "Fee", "Discount", "Balance", "Amount due", "Average amount"])(
    "%s is no amount",
    (header) => {
      expect(tableOf(customer, date, money(header)).columns[2]!.meaning).not.toBe("amount");
    },
  );

  test("the converted amount counts where currencies differ, else the amount", () => {
    const currency = (codes: readonly string[]): Column => [
      "Currency",
      (index) => codes[index % codes.length]!,
    ];
    const given = [customer, date, amount, money("Converted Amount", 1.1)] as const;
    expect(headerOf(tableOf(...given, currency(["usd", "eur"])), "amount")).toBe("Converted Amount");
    expect(headerOf(tableOf(...given, currency(["usd"])), "amount")).toBe("Amount");
  });

  test("a row's own amount next to quantity and price counts if it is their product", () => {
    const quantity: Column = ["Quantity", (index) => 1 + (index % 4)];
    const price: Column = ["Unit price", () => 2.5];
    const product: Column = ["Line total", (index) => 2.5 * (1 + (index % 4))];
    const ofOrder: Column = ["Total", () => 80];
    expect(tableOf(customer, date, quantity, price, product)).toMatchObject({ shape: "orders" });
    expect(tableOf(customer, date, quantity, price, ofOrder)).toMatchObject({ shape: "lines" });
  });

  test("cents are recognised by the header, or by an export of ChartMogul, and only in whole numbers", () => {
    const cents: Column = ["amount_in_cents", (index) => 1000 + index];
    expect(tableOf(customer, date, cents).inCents).toBe(true);
    expect(tableOf(customer, date, amount).inCents).toBe(false);
    const uuid: Column = ["CUSTOMER_UUID", (index) => `cus_${index * 7919}`];
    expect(tableOf(uuid, ["MRR", (index) => 1000 + index]).inCents).toBe(true);
    expect(tableOf(uuid, ["MRR", (index) => 1000.5 + index]).inCents).toBe(false);
    expect(tableOf(customer, date, cents).notes).toEqual(['"amount_in_cents" is in cents: divide by 100']);
  });
});

describe("which column is the customer", () => {
  const id: Column = ["Customer ID", (index) => 1000 + (index % 7)];
  const mail: Column = ["Customer Email", (index) => `${names[index % 7]!}@example.com`];
  const name: Column = ["Customer Name", (index) => names[index % 7]!];

  test("an id beats an email, and an email a name", () => {
    expect(headerOf(tableOf(name, mail, id, date, amount), "customer")).toBe("Customer ID");
    expect(headerOf(tableOf(name, mail, date, amount), "customer")).toBe("Customer Email");
    expect(headerOf(tableOf(name, date, amount), "customer")).toBe("Customer Name");
  });

  test("a supplier is not a customer at high confidence", () => {
    expect(tableOf(["Supplier", customer[1]], date, amount).confidence).not.toBe("high");
  });
});

describe("dates", () => {
  const text = (write: (day: string, month: string) => string): Column => [
    "Date",
    (index) => write(String((index % 27) + 1).padStart(2, "0"), String((index % 12) + 1).padStart(2, "0")),
  ];
  const early = (write: (day: string, month: string) => string): Column => [
    "Date",
    (index) => write(String((index % 9) + 1), String((index % 9) + 1)),
  ];

  test.each([
    ["2025-03-31", text((day, month) => `2025-${month}-${day}`), "iso"],
    ["31/03/2025", text((day, month) => `${day}/${month}/2025`), "dayFirst"],
    ["03/31/2025", text((day, month) => `${month}/${day}/2025`), "monthFirst"],
    ["only 03/04/2025", early((day, month) => `${day}/${month}/2025`), "ambiguous"],
    ["3.4.2025", early((day, month) => `${day}.${month}.2025`), "dayFirst"],
    ["31 Mar 2025", text((day) => `${day} Mar 2025`), "named"],
    ["31.03.25", text((day, month) => `${day}.${month}.25`), "dayFirst"],
    ["2025/03/31", text((day, month) => `2025/${month}/${day}`), "yearFirst"],
    ["2025-03-31, 9:05", text((day, month) => `2025-${month}-${day}, 9:05`), "yearFirst"],
    ["25-03-31", text((day, month) => `25-${month}-${day}`), "yearFirst"],
    ["98/03/31", text((day, month) => `98/${month}/${day}`), "yearFirst"],
    ["31-03-25", text((day, month) => `${day}-${month}-25`), "dayFirst"],
    ["only 25-03-24", early((day, month) => `2${day}-0${month}-2${day}`), "ambiguous"],
  ] as const)("text such as %s is known for what it is", (_, column, notation) => {
    expect(columnOf(tableOf(customer, column, amount), "date")!.dates).toBe(notation);
  });

  test("dates that could be read in two ways are written as the others of their table", () => {
    const due: Column = ["Due date", text((day, month) => `${day}/${month}/2025`)[1]];
    const table = tableOf(
      customer,
      early((day, month) => `${day}/${month}/2025`),
      amount,
      due,
    );
    expect(columnOf(table, "date")!.dates).toBe("dayFirst");
  });

  test("days first in some rows and months first in others cannot be told apart", () => {
    const mixed: Column = ["Date", (index) => (index % 2 === 0 ? "31/03/2025" : "03/31/2025")];
    const table = tableOf(customer, mixed, amount);
    expect(columnOf(table, "date")!.dates).toBe("ambiguous");
    expect(table.notes).toEqual(['"Date": unclear whether the day or the month comes first']);
  });

  test("numbers such as 20250331 are dates below a header that says so or nothing else", () => {
    const numbers = (index: number) => 20250101 + (index % 27) + (index % 12) * 100;
    expect(columnOf(tableOf(customer, ["Order date", numbers], amount), "date")!.dates).toBe("yearFirst");
    expect(columnOf(tableOf(customer, ["CREATEDAT", numbers], amount), "date")!.dates).toBe("yearFirst");
    for (const header of ["Total", "Order no"])
      expect(tableOf(customer, date, [header, numbers]).columns[2]!.dates).toBeUndefined();
  });

  test("cells that hold dates are real", () => {
    expect(columnOf(tableOf(customer, date, amount), "date")!.dates).toBe("real");
  });

  test.each(["Due date", "Fälligkeit", "Échéance", "Vencimiento", "Scadenza", "Vervaldatum", "Updated at"])(
    "%s is not the date of an order",
    (header) => {
      const table = tableOf(customer, [header, date[1]], ["Invoice date", date[1]], amount);
      expect(headerOf(table, "date")).toBe("Invoice date");
    },
  );
});

describe("real dates with text among them", () => {
  const mixed = (text: string) =>
    columnOf(
      tableOf(customer, ["Date", (index) => (index === 2 ? text : date[1](index))], ["Amount", amount[1]]),
      "date",
    )!.dates;

  test.each([
    ["2026-01-15", "real"],
    ["2026/01/15", "yearFirst"],
    ["31.01.2026", "dayFirst"],
    ["15 Jan 2026", "named"],
    ["01/02/2026", "ambiguous"],
  ] as const)("such as %s are read as %s", (text, dates) => {
    expect(mixed(text)).toBe(dates);
  });
});

describe("amounts as text", () => {
  const written = (write: (index: number) => string) =>
    tableOf(customer, date, ["Amount", write]).columns[2]!;

  test.each([
    ["1.234,56", "comma"],
    ["1,234.56", "point"],
    ["12,50", "comma"],
    ["€12.50", "point"],
    ["1 234,56 €", "comma"],
    ["1.234", "ambiguous"],
    ["€1.234", "comma"],
    ["€ 1.180,-", "comma"],
    ["39,--", "comma"],
    ["S/ 400.00", "point"],
    ["1,234 USD", "point"],
  ] as const)("%s has a decimal %s", (text, decimal) => {
    expect(written(() => text)).toMatchObject({ meaning: "amount", amounts: "text", decimal });
  });

  test("a currency in the header tells that three digits after a mark are thousands", () => {
    expect(tableOf(customer, date, ["Amount (EUR)", () => "1.234"]).columns[2]!.decimal).toBe("comma");
  });

  test("one cell that is certain decides for those that are not", () => {
    expect(written((index) => (index === 3 ? "1.234,56" : "1.234")).decimal).toBe("comma");
  });

  test.each([
    ["Umsatz [EUR]", "EUR"],
    ["Betrag (netto) in €", "EUR"],
    ["Amount ($)", "USD"],
    ["Amount", undefined],
  ])("the currency of %s is %s", (header, currency) => {
    expect(tableOf(customer, date, money(header)).columns[2]).toMatchObject({ meaning: "amount", currency });
  });
});

describe("states whose rows count", () => {
  const withStatus = (...states: readonly string[]) =>
    tableOf(customer, date, amount, ["Status", (index) => states[index % states.length]!]);

  test.each([
    [["Paid", "Failed", "Refunded"], ["Paid"]],
    [["bezahlt", "offen", "storniert"], ["bezahlt"]],
    [["Payée", "En attente"], ["Payée"]],
    [["Pagado", "Pendiente"], ["Pagado"]],
    [["Completed", "Cancelled", "On hold"], ["Completed"]],
  ])("of %j those are %j", (states, paid) => {
    expect(withStatus(...states).paidStatuses).toEqual(paid);
  });

  test("there is no list if all states count", () => {
    expect(withStatus("Paid", "Partially refunded").paidStatuses).toBeUndefined();
  });

  test("of deals only those won count", () => {
    const stage: Column = ["Deal Stage", (index) => ["Closed Won", "Closed Lost", "Demo"][index % 3]!];
    const table = tableOf(["Company Name", customer[1]], ["Close Date", date[1]], amount, stage);
    expect(table).toMatchObject({ shape: "deals", confidence: "high", paidStatuses: ["Closed Won"] });
  });
});

describe("several currencies", () => {
  const currency: Column = ["Currency", (index) => ["EUR", "USD"][index % 2]!];

  test("without a converted amount leave a doubt and are named", () => {
    expect(tableOf(customer, date, amount, currency)).toMatchObject({
      confidence: "medium",
      currencies: ["EUR", "USD"],
      notes: ["The rows are in several currencies (EUR, USD), which do not add up"],
    });
  });

  // mc-magento2 395, woocommerce-admin 8526: totals of $100.00 and ¥15000 added up.
  test("that the amounts themselves name leave the same doubt; a dollar with and without its code is one", () => {
    const written = (...signs: string[]): Column => [
      "Total",
      (index) => `${signs[index % signs.length]}${index}.50`,
    ];
    expect(tableOf(customer, date, written("$", "£"))).toMatchObject({
      confidence: "medium",
      currencies: ["USD", "GBP"],
    });
    expect(tableOf(customer, date, written("$", "US$")).currencies).toBeUndefined();
  });

  test("do not matter with a converted amount", () => {
    const table = tableOf(customer, date, amount, money("Converted Amount", 1.1), currency);
    expect(table).toMatchObject({
      confidence: "high",
      notes: ['"Converted Amount" is used, since the rows are in several currencies'],
    });
    expect(table.currencies).toBeUndefined();
  });
});

describe("an amount for a whole term", () => {
  const start: Column = ["Start", (index) => ({ date: `${2023 + (index % 2)}-01-${10 + (index % 18)}` })];
  const endIn =
    (year: (index: number) => number): Column[1] =>
    (index) => ({ date: `${year(index)}-01-${9 + (index % 18)}`.replace(/-9$/, "-09") });
  const ayear: Column = ["End", endIn((index) => 2024 + (index % 2))];
  const each: Column = ["Customer", (index) => `C${index}`];

  test.each(["Price", "Amount", "Contract value"])(
    "%s is divided by its months where all terms are as long",
    (header) => {
      const table = tableOf(each, start, ayear, money(header, 100));
      expect(table).toMatchObject({ shape: "subscriptions", monthsOfAmount: 12, confidence: "medium" });
      expect(table.notes).toEqual([
        `"${header}" seems to be the price of the whole term, 12 months in every row: it is divided by 12`,
      ]);
    },
  );

  test("is none where the header says what it is for, terms differ or one has no end", () => {
    const differing: Column = ["End", endIn((index) => 2024 + (index % 3) + (index % 2))];
    const open: Column = ["End", (index) => (index === 7 ? "" : ayear[1](index))];
    for (const [end, header] of [
      [ayear, "MRR"],
      [ayear, "Monthly fee"],
      [differing, "Price"],
      [open, "Price"],
    ] as const)
      expect(tableOf(each, start, end, money(header, 100)).monthsOfAmount).toBeUndefined();
  });
});

test("refunds are left alone where the amount is net of them, and so is less than what was paid back", () => {
  const refund: Column = ["Refunded amount", (index) => (index % 4 === 1 ? 30 + index : 0)];
  const net: Column = ["Net total", (index) => (index % 4 === 1 ? 0 : 30.5 + index)];
  const gross: Column = ["Total", (index) => 30.5 + index];
  expect(headerOf(tableOf(customer, date, net, refund), "refund")).toBeUndefined();
  expect(headerOf(tableOf(customer, date, gross, refund), "refund")).toBe("Refunded amount");
});

describe("notes", () => {
  const started: Column = ["Start", date[1]];
  const interval: Column = ["Interval", (index) => (index % 2 === 0 ? "month" : "year")];
  const subscriptions = (header: string, ...more: Column[]) =>
    tableOf(
      customer,
      started,
      ["End", (index) => (index % 3 === 0 ? date[1](index + 40) : "")],
      [header, amount[1]],
      ...more,
    );

  test("say that a column of intervals makes yearly amounts monthly", () => {
    expect(subscriptions("Amount", interval).notes).toEqual([
      '"Interval" gives the interval of each amount: all are converted to a month',
    ]);
  });

  test("say which of two columns of ends is taken for the day of leaving", () => {
    const contracts = tableOf(
      ["Customer", (index) => `Customer ${index}`],
      ["Contract start", (index) => ({ date: `${2021 + (index % 4)}-${iso(index).slice(5)}` })],
      ["Contract end", (index) => ({ date: `${2022 + (index % 4)}-${iso(index).slice(5)}` })],
      ["Status", (index) => (index % 5 === 0 ? "Churned" : "Active")],
      ["Churn date", (index) => (index % 5 === 0 ? { date: iso(index) } : "")],
      ["MRR", (index) => 100 + index],
    );
    expect(headerOf(contracts, "end")).toBe("Churn date");
    expect(contracts.notes).toEqual([
      '"Churn date" is taken for the day on which a customer left, not "Contract end": if it is the other way round, change the column',
    ]);
    expect(subscriptions("MRR").notes).toEqual([]);
  });

  test("say nothing of how often what is given for a month is billed", () => {
    const table = subscriptions("MRR", interval);
    expect(columnOf(table, "mrr")!.header).toBe("MRR");
    expect(columnOf(table, "interval")).toBeUndefined();
    expect(table.notes).toEqual([]);
  });

  test.each(["MRR this year", "Monthly fee (year 1)"])(
    "say nothing of a year where %s is for a month",
    (header) => {
      expect(subscriptions(header)).toMatchObject({ monthsOfAmount: undefined, notes: [] });
    },
  );

  test.each([
    ["ARR", "a year", 12],
    ["Annual contract value", "a year", 12],
    ["Jahresbeitrag", "a year", 12],
    ["Beitrag/Jahr", "a year", 12],
    ["Prix annuel", "a year", 12],
    ["Cuota anual", "a year", 12],
    ["Tarief p/j", "a year", 12],
    ["Halbjahresbeitrag", "half a year", 6],
    ["Semi-annual premium", "half a year", 6],
    ["Cuota semestral", "half a year", 6],
    ["Quarterly fee", "a quarter", 3],
    ["Canone trimestrale", "a quarter", 3],
    ["Quartalsbeitrag", "a quarter", 3],
    ["Bedrag per kwartaal", "a quarter", 3],
  ])("say that %s is for %s", (header, span, months) => {
    const table = subscriptions(header, interval);
    expect(table).toMatchObject({
      monthsOfAmount: months,
      notes: [`"${header}" is for ${span}: it is divided by ${months}`],
    });
    expect(columnOf(table, "interval")).toBeUndefined();
  });

  test.each(["Weekly rent", "Miete pro Woche", "Precio semanal"])("say that %s is for a week", (header) => {
    expect(subscriptions(header).notes).toEqual([`"${header}" is for a week: it is converted to a month`]);
  });

  test("say that a column of nothing but intervals is one, whatever its header", () => {
    const table = subscriptions("Amount", ["Plan", interval[1]]);
    expect(columnOf(table, "interval")).toMatchObject({ header: "Plan", confidence: "medium" });
    expect(table.notes).toEqual(['"Plan" gives the interval of each amount: all are converted to a month']);
  });

  test("but the plan of what is given for a month is a segment", () => {
    expect(headerOf(subscriptions("MRR", ["Plan", interval[1]]), "segment")).toBe("Plan");
  });

  test("say that a refund is taken off", () => {
    const refund: Column = ["Amount Refunded", (index) => (index === 3 ? 5.5 : 0)];
    expect(tableOf(customer, date, amount, refund).notes).toEqual([
      '"Amount Refunded" is subtracted from "Amount"',
    ]);
  });

  test("say which states count", () => {
    const status: Column = ["Status", (index) => ["Paid", "Failed"][index % 2]!];
    expect(tableOf(customer, date, amount, status).notes).toEqual(['Only rows with "Status" Paid count']);
  });

  test("say what subscriptions without a start lack", () => {
    expect(tableOf(customer, ["MRR", amount[1]])).toMatchObject({
      shape: "subscriptions",
      notes: ["No column says when a subscription started: only its current value is known"],
    });
  });

  test("say what orders without a customer lack", () => {
    expect(tableOf(["Description", (index) => `Payment ${index}`], date, amount)).toMatchObject({
      shape: undefined,
      notes: [
        "These could be orders, but no column says who the customer is: export them with a customer or an email",
      ],
    });
  });
});

describe("confidence", () => {
  test("is high where header and cells agree", () => {
    expect(tableOf(customer, date, amount)).toMatchObject({ shape: "orders", confidence: "high" });
  });

  test("is not high without a header, however clear the cells are", () => {
    const mail: Column = ["", (index) => `${names[index % 7]!}@example.com`];
    const rows = Array.from({ length: 24 }, (_, index) =>
      [mail, date, amount].map(([, cell]) => cell(index)),
    );
    const [table] = findTables(surveyOf(rows));
    expect(table).toMatchObject({ shape: "orders", confidence: "medium", headerRow: undefined });
  });

  test("is not high where the headers are in no dictionary", () => {
    const table = tableOf(["Klijent", customer[1]], ["Nadnevak", date[1]], ["Iznos", amount[1]]);
    expect(table).toMatchObject({ shape: "orders", headerRow: 1 });
    expect(table.confidence).not.toBe("high");
  });

  test("cells that contradict a header take its meaning away", () => {
    expect(tableOf(customer, date, ["Amount", () => "see invoice"]).shape).toBeUndefined();
  });

  test("two columns that serve equally well leave a doubt", () => {
    expect(tableOf(customer, date, amount, ["Amount", amount[1]])).toMatchObject({ confidence: "medium" });
  });
});
