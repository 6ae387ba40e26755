import { describe, expect, test } from "@jest/globals";
import { type Column, day, customer, date, money, words, tableOf, headerOf } from "../support/columns";

describe("a status", () => {
  const states = (...list: readonly string[]) =>
    tableOf(customer, date, money("Amount"), words("Status", ...list))!;

  test("under which no row is paid leaves all of them in", () => {
    expect(states("pending").paidStatuses).toBeUndefined();
  });

  test("of orders being processed is of paid ones, and of invoices overdue of unpaid ones", () => {
    expect(states("Completed", "Processing", "En retard", "Cancelled").paidStatuses).toEqual([
      "Completed",
      "Processing",
    ]);
  });

  test("is not a remark, though some begin like one", () => {
    const remarks = words("Observaciones", "Sin observaciones", "Pendiente de aprobación", "");
    expect(headerOf(tableOf(customer, date, money("Amount"), remarks), "status")).toBeUndefined();
  });

  test("is not an amount paid", () => {
    const paid: Column = ["Bezahlt", (index) => `${100 + (index % 5)},50`];
    expect(headerOf(tableOf(customer, date, money("Netto"), paid), "status")).toBeUndefined();
  });
});

test("a document above amounts of money is what was paid for it", () => {
  const table = tableOf(
    ["nome_assinante", customer[1]],
    ["data_assinatura", date[1]],
    ["data_cancelamento", (index) => (index % 3 ? "" : day(400))],
    ["ticket_oferta", (index) => 124.34 + (index % 2)],
  );
  expect(headerOf(table, "mrr")).toBe("ticket_oferta");
  expect(table).toMatchObject({ shape: "subscriptions", confidence: "low" });
});

test("a column of 0 and 1 says whether something came back, not how much", () => {
  const flags: Column = ["Refunded", (index) => Number(index % 7 === 2)];
  expect(headerOf(tableOf(customer, date, money("Amount"), flags), "refund")).toBeUndefined();
});

describe("documents of several kinds", () => {
  const kinds = words("Type", "Invoice", "Payment", "Invoice", "Payment", "Credit memo");

  test("count as far as they are sales, whatever else has a status", () => {
    const table = tableOf(customer, date, money("Amount"), words("Status", "Paid", "Open"), kinds)!;
    expect(headerOf(table, "status")).toBe("Type");
    expect(table.paidStatuses).toEqual(["Invoice", "Credit memo"]);
    expect(table.confidence).not.toBe("low");
  });

  test.each([
    ["Ingreso", "Gasto"],
    ["Ausgangsrechnung", "Eingangsrechnung"],
    ["Facture", "Règlement"],
    ["Fattura", "Fattura di acquisto"],
    ["Verkoopfactuur", "Inkoopfactuur"],
  ])("%s is revenue beside %s", (revenue, other) => {
    const table = tableOf(customer, date, money("Amount"), words("Tipo", revenue, revenue, other));
    expect(table).toMatchObject({ paidStatuses: [revenue] });
  });

  test("are none where they are ways to pay", () => {
    const ways = words("Zahlungsart", "Rechnung", "Zahlung per Vorkasse", "PayPal");
    expect(tableOf(customer, date, money("Amount"), ways)).not.toHaveProperty("paidStatuses");
  });

  test("are payments where no other document is among them", () => {
    expect(
      headerOf(tableOf(customer, date, money("Amount"), words("Type", "Payment", "Refund")), "status"),
    ).toBe(undefined);
  });
});

describe("credit notes", () => {
  const kinds = words("Tipo", "Fattura", "Fattura", "Nota di credito");

  test("are taken off where their amounts have no minus, and a note says so", () => {
    const table = tableOf(customer, date, money("Amount"), kinds)!;
    expect(table.credits).toEqual({ column: 4, texts: ["Nota di credito"] });
    expect(table.notes).toEqual([
      'Rows with "Tipo" Nota di credito are subtracted: "Amount" has no minus in them',
    ]);
  });

  test("are what they are where they have one", () => {
    const signed: Column = ["Amount", (index) => (index % 3 === 2 ? -10.5 : 20.5)];
    expect(tableOf(customer, date, signed, kinds)).not.toHaveProperty("credits");
  });

  test("are what comes in to a bank", () => {
    const text = words("Buchungstext", "Gutschrift", "Dauerauftrag");
    expect(tableOf(customer, date, money("Amount"), text)).not.toHaveProperty("credits");
  });

  test("are left to a column of refunds", () => {
    const table = tableOf(customer, date, money("Amount"), kinds, ["Amount refunded", () => 1.5]);
    expect(table).not.toHaveProperty("credits");
  });
});

test("when a refund came is not an amount of it", () => {
  const table = tableOf(customer, date, money("Amount"), words("refunded_at", ""));
  expect(headerOf(table, "refund")).toBeUndefined();
});
