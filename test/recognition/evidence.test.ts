import { describe, expect, test } from "@jest/globals";
import { findTables } from "../../src/recognition";
import {
  type Column,
  day,
  firms,
  customer,
  date,
  cents,
  money,
  words,
  tableOf,
  headerOf,
} from "../support/columns";
import { surveyOf } from "../support/survey";

describe("a subtotal is net where the tax makes it the total", () => {
  const figures = [money("Subtotal"), money("Tax", 0.2), money("Total", 1.2)];

  test("it is the amount, and a note says so", () => {
    const table = tableOf(customer, date, ...figures);
    expect(headerOf(table, "amount")).toBe("Subtotal");
    expect(table!.notes).toEqual(['"Subtotal" is used, not "Total": net of tax']);
  });

  test("not where shipping is charged, which it leaves out", () => {
    const shipping: Column = ["Shipping", () => 4.9];
    expect(headerOf(tableOf(customer, date, ...figures, shipping), "amount")).toBe("Total");
  });

  test("nor where they don't add up", () => {
    expect(
      headerOf(tableOf(customer, date, money("Subtotal"), money("Tax", 0.2), money("Total")), "amount"),
    ).toBe("Total");
  });

  test("a column of a name that nobody knows is net by the same sum, at medium confidence", () => {
    const table = tableOf(customer, date, money("Xyz"), money("VAT", 0.2), money("Total", 1.2))!;
    expect(headerOf(table, "amount")).toBe("Xyz");
    expect(table.confidence).toBe("medium");
  });

  test("and so it is where nobody knows the name of the tax either, by its rate", () => {
    const table = tableOf(customer, date, money("Xyz"), money("Abc", 0.21), money("Total", 1.21))!;
    expect(headerOf(table, "amount")).toBe("Xyz");
    expect(table.confidence).toBe("medium");
  });

  test("but no amount is net of parts that have no rate", () => {
    const rest: Column = ["Abc", (index) => cents((10 + index) * (index % 7) * 0.04)];
    const whole: Column = ["Total", (index) => cents(10 + index + cents((10 + index) * (index % 7) * 0.04))];
    expect(headerOf(tableOf(customer, date, money("Xyz"), rest, whole), "amount")).toBe("Total");
  });
});

describe("tables in which others are paid are left alone", () => {
  test.each([
    ["suppliers", [words("Supplier", ...firms), date, money("Amount")]],
    ["staff", [words("Employee", "Ann Lee", "Bo Fox"), words("Shop", ...firms), date, money("Amount")]],
    ["salaries", [words("Name", "Ann Lee", "Bo Fox"), date, money("Salary"), money("Amount")]],
    ["a bank account", [date, words("Payee", ...firms), words("IBAN", "DE02", "DE03"), money("Amount")]],
    ["loans", [words("Borrower", ...firms), date, money("Amount")]],
  ] satisfies [string, Column[]][])("%s", (_, columns) => {
    expect(tableOf(...columns)?.shape).toBeUndefined();
  });

  test("movements of an account, in and out, are left alone too, and refunds among payments do no harm", () => {
    const signed = (every: number): Column => [
      "Amount",
      (index) => (index % every === 0 ? -10.5 - index : 10.5 + index),
    ];
    const fee: Column = ["Fee", () => -0.3];
    expect(tableOf(customer, date, signed(2), fee)!.shape).toBeUndefined();
    expect(tableOf(customer, date, signed(6), fee)!.shape).toBe("orders");
  });

  test("credits next to a contact's invoices do no harm", () => {
    const invoice: Column = ["Invoice Number", (index) => `INV-${index}`];
    const table = tableOf(words("Contact", ...firms), date, invoice, money("Invoice Total"), [
      "Credited",
      () => 0,
    ]);
    expect(table!.shape).toBe("orders");
  });

  test("an employee next to a customer does no harm", () => {
    expect(tableOf(words("Employee", "Ann", "Bo"), customer, date, money("Amount"))?.shape).toBe("orders");
  });
});

test("a state of the United States is not a status", () => {
  const table = tableOf(words("State", "Texas", "Ohio", "Utah"), customer, date, money("Amount"));
  expect(headerOf(table, "status")).toBeUndefined();
});

test("words of which only the beginning is written are read", () => {
  const table = tableOf(words("Cli.", ...firms), date, money("Imponib."));
  expect([headerOf(table, "customer"), headerOf(table, "amount")]).toEqual(["Cli.", "Imponib."]);
});

describe("payments before and after a fee", () => {
  const paid = [money("Gross"), money("Fee", -0.03), money("Net", 0.97)];

  test("count with what customers paid, and a note says so", () => {
    const table = tableOf(customer, date, ...paid)!;
    expect(headerOf(table, "amount")).toBe("Gross");
    expect(table.notes).toEqual(['"Gross" is used, not "Net": what customers paid, before fees']);
  });

  test("count before the fee also where the marketplace pays the tax", () => {
    const kept = [money("Order Value"), money("Shipping", 0.2), money("Order Total", 1.3)];
    const table = tableOf(
      customer,
      date,
      ...kept,
      money("Card Processing Fees", 0.03),
      money("Order Net", 1.17),
    );
    expect(headerOf(table, "amount")).toBe("Order Total");
  });

  test("count sales less discounts, not what the till paid out", () => {
    const till = [
      money("Gross Sales"),
      money("Net Sales"),
      money("Tax", 0.08),
      money("Total Collected", 1.08),
    ];
    const table = tableOf(customer, date, ...till, money("Fees", -0.03), money("Net Total", 1.05));
    expect(headerOf(table, "amount")).toBe("Net Sales");
  });

  test("count net where the difference is tax", () => {
    const taxed = [money("Brutto", 1.2), money("USt", 0.2), money("Netto"), ["Entgelt", () => 0] as Column];
    expect(headerOf(tableOf(customer, date, ...taxed), "amount")).toBe("Netto");
  });
});

test("names of three letters are not currencies", () => {
  const table = tableOf(customer, date, money("Amount"), words("Freelancer", "Sam", "Bea"));
  expect(headerOf(table, "currency")).toBeUndefined();
});

test("a header of letters and a number is a header", () => {
  const amounts = ["CAT1", "CAT2", "CAT3"].map((header) => money(header));
  expect(tableOf(customer, date, money("Total"), ...amounts)!.headerRow).toBe(1);
});

test("numbers below Customers count them and name none", () => {
  const counts: Column = ["Customers", (index) => 3 + (index % 5)];
  expect(tableOf(date, counts, money("Amount"))?.shape).toBeUndefined();
});

test("an MRR amount is recurring revenue", () => {
  const [start, mrr] = [["Start date", date[1]] as Column, money("mrr_amount")];
  expect(tableOf(customer, start, mrr)).toMatchObject({ shape: "subscriptions", confidence: "high" });
});

test("a number that each customer keeps is not an order's", () => {
  const own: Column = ["Document", (index) => `52998224${index % 7}`];
  const order: Column = ["Order no.", (index) => `A-${1000 + index}`];
  expect(headerOf(tableOf(customer, own, date, money("Amount")), "order")).toBeUndefined();
  expect(headerOf(tableOf(customer, order, date, money("Amount")), "order")).toBe("Order no.");
});

test("the name of something unknown is not a customer's", () => {
  const pizza: Column = ["pizza_name", (index) => firms[index % 7]!];
  expect(tableOf(pizza, date, money("total_price"))!.shape).toBeUndefined();
});

test("a fee column does not turn an amount without tax into one after fees", () => {
  const table = tableOf(date, customer, money("Excl. BTW"), money("Incl. BTW", 1.21), money("Fee", 0.05));
  expect(headerOf(table, "amount")).toBe("Excl. BTW");
});

test("a currency's code is known in small letters", () => {
  const table = tableOf(customer, date, money("amount_usd"));
  expect(table!.columns[2]).toMatchObject({ meaning: "amount", confidence: "high", currency: "USD" });
});

describe("rates as text", () => {
  const month: Column = [
    "Month",
    (index) => ({ date: new Date(Date.UTC(2024, index, 1)).toISOString().slice(0, 10) }),
  ];
  const customers: Column = ["Customers at start", (index) => 400 + index];

  test.each([
    ["0,5 %", "comma"],
    ["0.5%", "point"],
    ["12 %", undefined],
  ] as const)("such as %s are amounts with their decimal mark", (rate, decimal) => {
    const table = tableOf(month, money("Revenue"), customers, ["Churn rate", () => rate]);
    expect(table).toMatchObject({ shape: "monthly", confidence: "high" });
    expect(table!.columns[3]).toMatchObject({ meaning: "churnRate", amounts: "text" });
    expect(table!.columns[3]!.decimal).toBe(decimal);
  });
});

test("what a customer is worth is not spend", () => {
  const table = tableOf(
    ["Month", date[1]],
    money("Starting MRR"),
    money("New MRR"),
    money("CAC"),
    money("LTV"),
  );
  expect(table!.shape).toBeUndefined();
});

test("rows with the date of an invoice are orders, whatever begins and ends", () => {
  const course: readonly Column[] = [
    ["Date de début", date[1]],
    ["Date de fin", (index) => ({ date: day(index * 3 + 60) })],
  ];
  expect(tableOf(customer, ["Date facture", date[1]], ...course, money("Total HT"))!.shape).toBe("orders");
});

test("customers with several rows are not a customer list but orders by month", () => {
  const month: Column = ["Month", (index) => `0${1 + (index % 9)}/2025`];
  const table = tableOf(customer, month, ["Visits", (index) => 1 + (index % 4)], money("Revenue"))!;
  expect(table.shape).toBe("orders");
  expect(headerOf(table, "date")).toBe("Month");
});

describe("a fee is an amount", () => {
  const premium = money("Xyz", 9.13);

  test("where it has a date and nothing else is money, as a broker's commission", () => {
    const table = tableOf(customer, ["Provisionsdatum", date[1]], money("Provision"))!;
    expect(headerOf(table, "amount")).toBe("Provision");
    expect(table.confidence).toBe("medium");
  });

  test("but not next to other money", () => {
    const table = tableOf(customer, ["Provisionsdatum", date[1]], money("Provision", 1.17), premium);
    expect(headerOf(table, "amount")).not.toBe("Provision");
  });
});

test("a code with a number may head a column, a currency with one may not", () => {
  const rows = Array.from({ length: 24 }, (_, index) => [day(index), "Ann", 10.5 + index, "x"]);
  const headerRow = (last: string) =>
    findTables(surveyOf([["Date", "Customer", "Amount", last], ...rows]))[0]!.headerRow;
  expect(headerRow("BPF 2")).toBe(1);
  expect(headerRow("EUR 2")).toBeUndefined();
});

test("numbers of which one is 0 name no customers", () => {
  const counts: Column = ["Basic_1", (index) => index % 9];
  expect(tableOf(["Month", date[1]], counts, money("Premium"))!.shape).toBeUndefined();
});

test("rows that are one cell each: the message says to split them", () => {
  const rows = Array.from({ length: 12 }, (_, index) => [`2024-${index + 1},2000${index},20${index},5`]);
  expect(findTables(surveyOf([["month,MRR,customers,churned"], ...rows]))).toMatchObject([
    {
      shape: undefined,
      notes: ["Each row is in one cell: select the column and choose Data > Split text to columns"],
    },
  ]);
  const sentences = Array.from({ length: 12 }, (_, index) => [index % 2 ? "Well, yes, maybe" : "No"]);
  expect(findTables(surveyOf([["Customer"], ...sentences]))).toEqual([]);
});

describe("spend by channel in columns", () => {
  const month: Column = [
    "Month",
    (index) => ({ date: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01` }),
  ];
  const channels = [money("Google Ads"), money("Meta Ads", 0.5)];

  test("is the total that they add up to", () => {
    expect(headerOf(tableOf(month, ...channels, money("Total", 1.5)), "spend")).toBe("Total");
  });

  test("is not a total of something else", () => {
    expect(headerOf(tableOf(month, ...channels, money("Total", 9)), "spend")).not.toBe("Total");
  });
});

test("numbers that count the rows are not customers where others repeat who they are", () => {
  const number: Column = ["Customer No", (index) => index + 1];
  const email: Column = ["Email", (index) => `c${index % 7}@x.org`];
  expect(headerOf(tableOf(number, email, date, money("Amount")), "customer")).toBe("Email");
  const once: Column = ["Email", (index) => `c${index}@x.org`];
  expect(headerOf(tableOf(number, once, date, money("Amount")), "customer")).toBe("Customer No");
});
