import { describe, expect, test } from "@jest/globals";
import { type Column, day, customer, date, money, words, tableOf, headerOf } from "../support/columns";

describe("deals are told apart from orders, and subscriptions from other time spans", () => {
  test("a closing date and a status of payments make no deals", () => {
    const closed: Column = ["Closed at", (index) => ({ date: day(index * 3 + 9) })];
    const table = tableOf(
      words("Invoice no.", "A"),
      customer,
      date,
      closed,
      money("Amount"),
      words("Status", "paid", "open"),
    );
    expect(table?.shape).toBe("orders");
    expect(headerOf(table, "date")).toBe("Date");
  });

  test("deals won do, whatever the headers are called", () => {
    const table = tableOf(
      customer,
      ["Schlusstermin", date[1]],
      money("Betrag"),
      words("Status", "gewonnen", "verloren"),
    );
    expect(table?.shape).toBe("deals");
  });

  test("times that begin and end on one day are not subscriptions", () => {
    const times = (hour: string, header: string): Column => [header, (index) => `${day(index)} ${hour}:00`];
    expect(tableOf(customer, times("08", "Start time"), times("16", "End time"))?.shape).toBeUndefined();
  });

  test("what customers spend is not advertising", () => {
    const spent = tableOf(
      ["Email", (index) => `c${index}@example.com`],
      ["Orders", (index) => index],
      money("Total spend"),
    );
    expect(spent?.shape).toBe("customers");
    expect(headerOf(spent, "revenue")).toBe("Total spend");
  });

  test("a month without its year is not a period", () => {
    const table = tableOf(
      words("Mese", "gen", "feb", "mar"),
      ["Anno", () => 2025],
      words("Canale", "Google"),
      money("Spesa"),
    );
    expect(table?.shape).toBeUndefined();
  });
});

test("a subscription's number and interval make contracts, not orders", () => {
  const contract: Column = ["Subscription ID", (index) => `sub_${index}`];
  const every = words("Billing period", "month", "year");
  const table = tableOf(contract, customer, ["Created", date[1]], money("Amount"), every);
  expect(table!.shape).toBe("subscriptions");
});

describe("rentals and stays", () => {
  const length = (index: number) => 1 + (index % 5);
  const start: Column = ["Start date", date[1]];
  const end: Column = ["End date", (index) => ({ date: day(index * 3 + length(index)) })];
  const mail: Column = ["Customer email", (index) => `guest${index % 7}@example.com`];

  test("are orders of their first day where a column counts their days", () => {
    const table = tableOf(mail, start, end, ["Days", length], money("Total price"))!;
    expect(table.shape).toBe("orders");
    expect(table.confidence).toBe("medium");
    expect(headerOf(table, "date")).toBe("Start date");
  });

  test("are none where something is subscribed to, such as a trial of some days", () => {
    expect(tableOf(mail, start, end, ["Days", length], money("MRR"))!.shape).toBe("subscriptions");
  });

  test("could be subscriptions where none does", () => {
    expect(tableOf(mail, start, end, ["Seats", () => 3], money("Monthly price"))!.shape).toBe(
      "subscriptions",
    );
  });
});

test("subscriptions are not sure where none of the columns of money is known to be their price", () => {
  const end = words("End date", "");
  const start: Column = ["Start date", date[1]];
  expect(tableOf(customer, start, end)!.confidence).toBe("high");
  expect(tableOf(customer, start, end, money("Deposit", 1.17))!.confidence).toBe("medium");
});

describe("offers", () => {
  const status = words("Won / Lost?", "Won", "Lost", "");

  test("are deals of the day decided, of which the won ones count", () => {
    const offer: Column = ["Quote £ (ex VAT)", (index) => 4000 + index * 12.5];
    const table = tableOf(
      ["Quote #", (index) => `Q${index}`],
      customer,
      offer,
      ["Decided on", date[1]],
      status,
    )!;
    expect(table).toMatchObject({ shape: "deals", paidStatuses: ["Won"] });
    expect(headerOf(table, "amount")).toBe("Quote £ (ex VAT)");
    expect(headerOf(table, "date")).toBe("Decided on");
  });

  test("may have no day but the month in which they are expected, at medium confidence", () => {
    const month: Column = ["Erwarteter Auftrag", (index) => `0${1 + (index % 9)}/2025`];
    const table = tableOf(customer, money("Angebotssumme"), month, words("Status", "gewonnen", "verloren"))!;
    expect(table).toMatchObject({ shape: "deals", confidence: "medium" });
    expect(headerOf(table, "date")).toBe("Erwarteter Auftrag");
  });

  test("count when accepted, if none is explicitly won", () => {
    const state = words("Statut", "accepté", "refusé", "envoyé");
    const table = tableOf(
      ["N° devis", (index) => `D${index}`],
      customer,
      ["Date du devis", date[1]],
      money("Montant HT"),
      state,
    );
    expect(table).toMatchObject({ shape: "deals", paidStatuses: ["accepté"] });
  });

  test("are not what bears no more than their number", () => {
    const number: Column = ["Quote no", (index) => `Q${index}`];
    expect(tableOf(number, customer, date, money("Amount"), words("Status", "paid", "open"))!.shape).toBe(
      "orders",
    );
  });

  test("an expected day is none of an order", () => {
    expect(tableOf(customer, ["Expected date", date[1]], money("Amount"))!.shape).toBeUndefined();
  });

  test("a Quote at the end of a German word is a rate", () => {
    const table = tableOf(
      [
        "Monat",
        (index) => ({
          date: `20${20 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, "0")}-01`,
        }),
      ],
      money("Umsatz", 100),
      ["Kunden", (index) => 400 + index],
      ["Abwanderungsquote", () => 0.02],
    );
    expect(headerOf(table, "churnRate")).toBe("Abwanderungsquote");
  });
});

test("the number of a subscription is that of no order", () => {
  const table = tableOf(["subscription_id", (index) => 900 + (index % 7)], customer, date, money("Amount"), [
    "number",
    (index) => 4001 + index,
  ]);
  expect(headerOf(table, "order")).toBe("number");
});
