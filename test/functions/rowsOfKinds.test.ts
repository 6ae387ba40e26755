import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, messageOf, readable } from "../support/call";
import { writtenOrders } from "../support/orders";

type Cells = readonly (readonly unknown[])[];

/** The clean rows of a table without their header. */
const rowsOf = (table: Cells, columns: string, as_of?: string) =>
  (readable(call("CLV_ROWS", table, columns, as_of)) as unknown[][]).slice(1);
const leftOutOf = (table: Cells, columns: string, as_of?: string) =>
  (readable(call("CLV_ROWS_LEFT_OUT", table, columns, as_of)) as unknown[][]).slice(1);
const errorOf = (table: Cells, columns: string, as_of?: string) =>
  messageOf("CLV_ROWS", table, columns, as_of);

const pick = (rows: unknown[][], ...at: number[]) => rows.map((row) => at.map((column) => row[column]));

test.each(["laufend", "ongoing", "En cours", "bis auf Weiteres", "2099-12-31"])(
  "a subscription that ends %s goes on",
  (end) => {
    const table = [
      ["Who", "From", "To", "Fee"],
      ["Ann", "06.01.2025", "25.07.2025", 40],
      ["Bo", "12.01.2025", end, 30],
    ];
    expect(rowsOf(table, "customer: Who, start: From, end: To, mrr: Fee").map((row) => row[2])).toEqual([
      "2025-07-25",
      "",
    ]);
  },
);

describe("orders: rows that brought no money are left out, by their status", () => {
  const ofStatuses = (...statuses: unknown[]) => [
    ["Who", "Day", "Paid", "State"],
    ...statuses.map((status, at) => [`C${at}`, "2026-01-05", 10, status]),
  ];
  const columns = "customer: Who, date: Day, amount: Paid, status: State";
  const counted = (...statuses: unknown[]) => rowsOf(ofStatuses(...statuses), columns).map((row) => row[0]);

  test.each([
    [
      "paid",
      "Failed",
      "canceled",
      "voided",
      "declined",
      "incomplete_expired",
      "Expired",
      "requires_payment_method",
    ],
    ["Paid", "trialing", "Trial", "in trial", "pending", "unpaid", "draft", "uncollectible"],
    ["bezahlt", "storniert", "Abgebrochen", "offen", "überfällig", "Entwurf", "Testphase", "fehlgeschlagen"],
    ["payée", "annulée", "échouée", "impayée", "en attente", "brouillon", "Essai", "en retard"],
    ["pagado", "cancelado", "anulado", "fallido", "pendiente", "borrador", "Prueba", "no pagado"],
    ["pagato", "annullato", "fallito", "in attesa", "bozza", "scaduto", "In prova", "non pagato"],
    ["pago", "cancelado", "falhou", "pendente", "rascunho", "vencido", "em atraso", "não pago"],
    ["betaald", "geannuleerd", "mislukt", "openstaand", "concept", "vervallen", "proef", "te laat"],
    ["Closed Won", "Closed Lost", "Negotiation", "Proposal", "Demo", "Kick-off call"],
    ["TRUE", "FALSE"],
  ])("of %s and others only this one counts", (...statuses) => {
    expect(counted(...statuses)).toEqual(["C0"]);
  });

  test("each status is a separate reason, with its rows and their amount", () => {
    expect(leftOutOf(ofStatuses("paid", "failed", "Void", "failed"), columns)).toEqual([
      ["Status: failed", 2, 20, "3, 5"],
      ["Status: Void", 1, 10, 4],
    ]);
  });

  test("where no row is paid, as with cash on delivery, open ones count and failed ones do not", () => {
    expect(counted("pending", "pending", "cancelled")).toEqual(["C0", "C1"]);
  });

  test("if the amounts are what was paid and some states hold none, those that hold some count", () => {
    const table = (header: string, missed: number) => [
      ["Who", "Day", header, "State"],
      ["Ann", "2026-01-05", 10, "Paid"],
      ["Bo", "2026-01-05", 10, "Late"],
      ["Cy", "2026-01-05", 10, "Pending"],
      ["Di", "2026-01-05", missed, "Missed"],
      ["Ed", "2026-01-05", 10, "Failed"],
    ];
    const countedOf = (header: string, missed: number) =>
      rowsOf(table(header, missed), `customer: Who, date: Day, amount: ${header}, status: State`).flatMap(
        ([name]) => name,
      );
    expect(countedOf("amount_paid", 0)).toEqual(["Ann", "Bo", "Cy"]);
    expect(countedOf("Montant payé", 0)).toEqual(["Ann", "Bo", "Cy"]);
    expect(countedOf("amount_paid", 10)).toEqual(["Ann"]);
    expect(countedOf("amount_due", 0)).toEqual(["Ann"]);
  });

  test("a blank status says nothing against a row", () => {
    expect(counted("paid", "", "failed")).toEqual(["C0", "C1"]);
  });

  test("of documents of several kinds invoices count and payments, quotes and bills do not", () => {
    expect(counted("Invoice", "Payment", "Estimate", "Bill", "Sales receipt")).toEqual(["C0", "C4"]);
    expect(counted("Rechnung", "Zahlung", "Angebot")).toEqual(["C0"]);
  });

  test("a table of which no row counts is refused, and CLV_ROWS_LEFT_OUT says why", () => {
    expect(errorOf(ofStatuses("failed"), columns)).toBe(
      "CLV_ROWS: table must have a row that counts, got none: CLV_ROWS_LEFT_OUT says why",
    );
    expect(leftOutOf(ofStatuses("failed"), columns)).toEqual([["Status: failed", 1, 10, 2]]);
  });

  test("what a row left out holds need not be readable", () => {
    const table = [
      ["Who", "Day", "Paid", "State"],
      ["Ann", "2026-01-05", 10, "paid"],
      ["Bo", "who knows", "n/a", "failed"],
    ];
    expect(rowsOf(table, columns)).toHaveLength(1);
  });
});

describe("orders: recurring revenue of each customer and month is what was paid in that month", () => {
  const table = (header: string, ...amounts: number[]) => [
    ["Who", "Month", header],
    ...amounts.map((amount, at) => ["Ann", `2026-0${at + 1}`, amount]),
  ];

  test("none of it means that nothing was paid, where a free order counts", () => {
    const paid = (header: string) =>
      rowsOf(table(header, 40, 0, 45), `customer: Who, date: Month, amount: ${header}`);
    expect(pick(paid("mrr_usd"), 2, 4)).toEqual([
      [40, 2],
      [45, 4],
    ]);
    expect(pick(paid("Amount"), 2)).toEqual([[40], [0], [45]]);
    expect(leftOutOf(table("ARR", 40, 0), "customer: Who, date: Month, amount: ARR")).toEqual([
      ["Nothing paid", 1, 0, 3],
    ]);
  });

  test("a year's is twelve months of it if columns say so", () => {
    const named = (told: string) => `customer: Who, date: Month, amount: arr ${told}`;
    expect(pick(rowsOf(table("arr", 1200), named("(year)")), 2)).toEqual([[100]]);
    expect(pick(rowsOf(table("arr", 1200), named("(3 months)")), 2)).toEqual([[400]]);
    expect(pick(rowsOf(table("arr", 1200), named("")), 2)).toEqual([[1200]]);
  });
});

describe("orders: refunds", () => {
  const header = ["Who", "Day", "Paid", "Back", "State"];
  const columns = "customer: Who, date: Day, amount: Paid, refund: Back, status: State";
  const amounts = (rows: Cells, named = columns) => rowsOf([header, ...rows], named).map((row) => row[2]);

  test("are subtracted whatever their sign, and a row refunded in full is left out", () => {
    const rows = [
      ["Ann", "2026-01-05", 100, 30, "paid"],
      ["Bo", "2026-01-05", 100, "-30,50", "paid"],
      ["Cy", "2026-01-05", 100, 100, "paid"],
      ["Di", "2026-01-05", 100, "", "paid"],
    ];
    expect(amounts(rows)).toEqual([70, 69.5, 100]);
    expect(leftOutOf([header, ...rows], columns)).toEqual([["Refunded in full", 1, 100, 4]]);
  });

  test("are not subtracted twice if the amounts are net of them", () => {
    expect(
      amounts([
        ["Ann", "2026-01-05", 100, 0, ""],
        ["Bo", "2026-01-05", 0, 100, ""],
        ["Cy", "2026-01-05", 20, 80, ""],
      ]),
    ).toEqual([100, 20]);
  });

  test.each([
    "refunded",
    "Fully refunded",
    "chargeback",
    "erstattet",
    "zurückerstattet",
    "remboursé",
    "reembolsado",
    "devuelto",
    "rimborsato",
    "devolvido",
    "terugbetaald",
  ])("a document marked %s nets to 0 and is left out", (status) => {
    const rows = [
      ["Ann", "2026-01-05", 100, "", status],
      ["Bo", "2026-01-06", 50, "", "paid"],
    ];
    expect(amounts(rows)).toEqual([50]);
    expect(leftOutOf([header, ...rows], columns)).toEqual([["Refunded in full", 1, 100, 2]]);
  });

  test("one refunded in part keeps what its refund leaves", () => {
    expect(amounts([["Ann", "2026-01-05", 100, 40, "partially_refunded"]])).toEqual([60]);
  });

  test.each([
    "Refund",
    "Credit memo",
    "Credit note",
    "Gutschrift",
    "Stornorechnung",
    "Erstattung",
    "Avoir",
    "Note de crédit",
    "Abono",
    "Nota de crédito",
    "Nota di credito",
    "Creditnota",
  ])("a %s is negative, with a minus or without", (status) => {
    const rows = [
      ["Ann", "2026-01-05", 100, "", "Invoice"],
      ["Ann", "2026-01-06", 30, "", status],
      ["Ann", "2026-01-07", -20, "", status],
    ];
    expect(amounts(rows)).toEqual([100, -30, -20]);
  });

  test("a document marked refunded counts if a separate row takes the money back", () => {
    const rows = [
      ["Ann", "2026-01-05", 100, "", "Refunded"],
      ["Ann", "2026-01-09", -100, "", "Completed"],
      ["Bo", "2026-01-05", 100, "", "Refunded"],
    ];
    expect(amounts(rows)).toEqual([100, -100]);
  });
});

describe("orders: tax is subtracted if the amount includes it, a fee never", () => {
  const table = (amount: string, ...rows: Cells) => [["Who", "Day", amount, "VAT", "Fee"], ...rows];
  const amounts = (header: string, tax: string, ...rows: Cells) =>
    rowsOf(
      table(header, ...rows.map(([paid, vat]) => ["Ann", "2026-01-05", paid, vat, 5])),
      `customer: Who, date: Day, amount: ${header}, tax: ${tax}, fee: Fee`,
    ).map((row) => row[2]);

  test("by the words of the header", () => {
    expect(amounts("Gross", "VAT", [119, 19])).toEqual([100]);
    expect(amounts("Net", "VAT", [100, 19])).toEqual([100]);
    expect(amounts("Total TTC", "VAT", [119, 19])).toEqual([100]);
    expect(amounts("Betrag exkl. MwSt", "VAT", [100, 19])).toEqual([100]);
  });

  test("by the rate, which laws set in whole per cent", () => {
    expect(amounts("Total", "VAT", [119, 19], [59.5, 9.5])).toEqual([100, 50]);
    expect(amounts("Total", "VAT", [100, 19], [50, 9.5])).toEqual([100, 50]);
  });

  test("and where nothing tells, an error asks", () => {
    const rows = table("Total", ["Ann", "2026-01-05", 125, 25, 0]);
    const columns = (tax: string) => `customer: Who, date: Day, amount: Total, tax: ${tax}`;
    expect(errorOf(rows, columns("VAT"))).toBe(
      "CLV_ROWS: columns must say whether the amounts include the tax, got no sign of it: write tax: VAT (included) or tax: VAT (added)",
    );
    expect(amounts("Total", "VAT (included)", [125, 25])).toEqual([100]);
    expect(amounts("Total", "VAT (added)", [125, 25])).toEqual([125]);
  });

  test("a refund takes its part of the tax back", () => {
    const rows = [
      ["Who", "Day", "Gross", "VAT", "Back"],
      ["Ann", "2026-01-05", 119, 19, 59.5],
    ];
    expect(rowsOf(rows, "customer: Who, date: Day, amount: Gross, tax: VAT, refund: Back")[0]![2]).toBe(50);
  });
});

describe("orders: what is written once for several rows", () => {
  const columns = "customer: Who, date: Day, amount: Paid, order: No";
  const named = (table: Cells, by = columns) => pick(rowsOf(table, by), 0, 4);
  const header = ["Who", "No", "Day", "Paid"];

  test("names in rows of their own count for the rows below, and totals are left out", () => {
    const table = [
      header,
      ["Meier", "", "", ""],
      ["", 1, "2026-01-05", 10],
      ["", 2, "2026-01-06", 20],
      ["Summe Meier", "", "", 30],
      ["Schulz", "", "", ""],
      ["", 3, "2026-01-07", 40],
      ["Gesamt", "", "", 70],
    ];
    expect(named(table)).toEqual([
      ["Meier", 3],
      ["Meier", 4],
      ["Schulz", 7],
    ]);
    expect(leftOutOf(table, columns)).toEqual([
      ["Heading", 2, "", "2, 6"],
      ["Total", 2, 100, "5, 8"],
    ]);
  });

  test("names in the first row of their group count for the others, where most are blank", () => {
    const table = [
      ["Who", "Day", "Paid"],
      ["Meier", "2026-01-05", 10],
      ["", "2026-01-06", 20],
      ["", "2026-01-07", 30],
    ];
    expect(named(table, "customer: Who, date: Day, amount: Paid")).toEqual([
      ["Meier", 2],
      ["Meier", 3],
      ["Meier", 4],
    ]);
  });

  test("a row without customer, date and order of its own goes on with the one above", () => {
    const table = [
      header,
      ["Ann", 1, "2026-01-05", 10],
      ["", 1, "", 5],
      ["Bo", 2, "2026-01-06", 20],
      ["", "", "", 7],
    ];
    expect(pick(rowsOf(table, columns), 0, 1, 2)).toEqual([
      ["Ann", "2026-01-05", 10],
      ["Ann", "2026-01-05", 5],
      ["Bo", "2026-01-06", 20],
      ["Bo", "2026-01-06", 7],
    ]);
  });

  test("a row with its own order number and no customer is a guest's, and so are its further lines", () => {
    const table = [
      header,
      ["Ann", 1, "2026-01-05", 10],
      ["", 2, "2026-01-05", 20],
      ["", 2, "", 5],
      ["Bo", 3, "2026-01-06", 30],
    ];
    expect(named(table)).toEqual([
      ["Ann", 2],
      ["Bo", 5],
    ]);
    expect(leftOutOf(table, columns)).toEqual([["Order without a customer (guest)", 2, 25, "3, 4"]]);
  });

  test("a sum that nobody labelled is not an order", () => {
    const table = [
      ["Who", "Day", "Paid"],
      ["Ann", "2026-01-05", 10],
      ["Bo", "2026-01-06", 20],
      ["", "", 30],
    ];
    expect(leftOutOf(table, "customer: Who, date: Day, amount: Paid")).toEqual([["Total", 1, 30, 4]]);
  });

  test("blank rows and repeated headers are left out, and trailing blank rows do not count", () => {
    const table = [
      ["Who", "Day", "Paid"],
      ["Ann", "2026-01-05", 10],
      ["", "", ""],
      ["Who", "Day", "Paid"],
      ["Bo", "2026-01-06", 20],
      ["", "", ""],
    ];
    expect(leftOutOf(table, "customer: Who, date: Day, amount: Paid")).toEqual([
      ["Blank row", 1, "", 3],
      ["Header again", 1, "", 4],
    ]);
  });
});

test("a German export of 2,000 orders comes to the same as text and as dates and numbers", () => {
  const columns = "customer: Kunde, date: Datum, amount: Betrag, refund: Erstattung, status: Status";
  const [written, real] = [true, false].map((isText) =>
    rowsOf(writtenOrders(2000, { isText }) as Cells, columns),
  );
  expect(written).toEqual(real);
  // Cancelled are rows 0, 11, 22 …; of the others each with a number divisible by 20 has 10 refunded.
  const counted = Array.from({ length: 2000 }, (_, at) => at).filter((at) => at % 11 !== 0);
  const revenue = counted.reduce(
    (sum, at) => sum + 100 + ((at * 37) % 190_000) / 100 - (at % 20 === 0 ? 10 : 0),
    0,
  );
  expect(written!.reduce((sum, row) => sum + (row[2] as number), 0)).toBeCloseTo(revenue, 6);
  expect(written).toHaveLength(counted.length);
});

test("orders dated after as_of are left out", () => {
  const table = [
    ["Who", "Day", "Paid", "Land"],
    ["Ann", "2026-01-05", 10, "DE"],
    ["Bo", "2026-02-05", 20, "FR"],
  ];
  const columns = "customer: Who, date: Day, amount: Paid, segment: Land";
  expect(rowsOf(table, columns, "2026-01-31")).toEqual([["Ann", "2026-01-05", 10, "DE", 2]]);
  expect(leftOutOf(table, columns, "2026-01-31")).toEqual([["After as_of", 1, 20, 3]]);
});

describe("subscriptions", () => {
  const columns = "customer: Who, start: From, end: To, mrr: MRR";
  const header = ["Who", "From", "To", "MRR"];

  test("come with start, end and MRR; ends from 2099 on are open", () => {
    const table = [
      header,
      ["Ann", "2026-01-05", "2026-03-31", "€ 40,00"],
      ["Bo", "2026-01-05", "", 30],
      ["Cy", "2026-01-05", "9999-12-31", 30],
      ["Di", "2026-02", "2026-03", 30],
      ["Total", "", "", 130],
    ];
    expect(rowsOf(table, columns)).toEqual([
      ["Ann", "2026-01-05", "2026-03-31", 40, "", 2],
      ["Bo", "2026-01-05", "", 30, "", 3],
      ["Cy", "2026-01-05", "", 30, "", 4],
      ["Di", "2026-02-01", "2026-03-31", 30, "", 5],
    ]);
    expect(leftOutOf(table, columns)).toEqual([["Total", 1, 130, 6]]);
  });

  test.each([
    ["month", 120],
    ["Monthly", 120],
    ["quarter", 40],
    ["3 months", 40],
    ["every 6 months", 20],
    ["year", 10],
    ["Annual", 10],
    ["12", 10],
    [12, 10],
    ["jährlich", 10],
    ["monatlich", 120],
    ["vierteljährlich", 40],
    ["halbjährlich", 20],
    ["annuel", 10],
    ["mensuel", 120],
    ["trimestriel", 40],
    ["anual", 10],
    ["mensual", 120],
    ["semestral", 20],
    ["annuale", 10],
    ["mensile", 120],
    ["mensal", 120],
    ["jaarlijks", 10],
    ["maandelijks", 120],
    ["per kwartaal", 40],
    ["2 years", 5],
    // 120 a week or a day, with a month of 365.25/12 days.
    ["week", (120 * 365.25) / 84],
    ["wöchentlich", (120 * 365.25) / 84],
    ["day", (120 * 365.25) / 12],
  ])("120 every %j is %d a month", (interval, mrr) => {
    const table = [
      ["Who", "From", "Price", "Every"],
      ["Ann", "2026-01-05", 120, interval],
    ];
    const [row] = rowsOf(table, "customer: Who, start: From, mrr: Price, interval: Every");
    expect(row![3]).toBeCloseTo(mrr, 9);
  });

  test("an interval that says nothing is refused, a blank one left out", () => {
    const table = [
      ["Who", "From", "Price", "Every"],
      ["Ann", "2026-01-05", 120, "often"],
      ["Bo", "2026-01-05", 9, ""],
    ];
    expect(errorOf(table, "customer: Who, start: From, mrr: Price, interval: Every")).toBe(
      'CLV_ROWS: interval must be how often it is due, such as month, year or 3 months, got "often" in row 2',
    );
  });

  test.each([
    ["ARR", 100],
    ["Annual amount", 100],
    ["Quarterly fee", 400],
    ["MRR", 1200],
    ["Jahresbetrag", 100],
  ])("1,200 under %s is %d a month", (title, mrr) => {
    const table = [
      ["Who", "From", title],
      ["Ann", "2026-01-05", 1200],
    ];
    expect(rowsOf(table, `customer: Who, start: From, mrr: ${title}`)[0]![3]).toBe(mrr);
  });

  test("columns may give the interval of an amount", () => {
    const table = [
      ["Who", "From", "Price"],
      ["Ann", "2026-01-05", 1200],
    ];
    expect(rowsOf(table, "customer: Who, start: From, mrr: Price (year)")[0]![3]).toBe(100);
  });

  test("the value of a term is spread over its months, from its dates or as given", () => {
    const table = [
      ["Who", "From", "To", "Months", "Value"],
      ["Ann", "2024-06-15", "2025-06-14", "", 1200],
      ["Bo", "2024-01-03", "2025-01-03", "", 480],
      ["Cy", "2024-01-31", "", 1, 50],
      ["Di", "2024-01-01", "", 24, 2400],
      ["Ed", "2024-01-01", "", "", 2400],
    ];
    const named = "customer: Who, start: From, end: To, term_months: Months, term_value: Value";
    expect(pick(rowsOf(table, named), 0, 2, 3)).toEqual([
      ["Ann", "2025-06-14", 100],
      ["Bo", "2025-01-03", 40],
      ["Cy", "2024-02-28", 50],
      ["Di", "2025-12-31", 100],
    ]);
    expect(leftOutOf(table, named)).toEqual([["No term length", 1, 2400, 6]]);
  });

  test("a trial that became paid starts when it was due to end; others are left out", () => {
    const table = [
      ["Who", "From", "To", "Price", "Trial", "State"],
      ["Ann", "2026-01-05", "", 40, "2026-02-04", "active"],
      ["Bo", "2026-01-05", "2026-02-04", 40, "2026-02-04", "canceled"],
      ["Cy", "2026-03-01", "", 40, "2026-03-31", "active"],
      ["Di", "2026-03-01", "", 40, "", "trialing"],
      ["Ed", "2026-03-01", "", 40, "", "incomplete_expired"],
      ["Fay", "2026-01-01", "2026-03-01", 40, "", "canceled"],
      ["Gus", "2026-01-01", "", 40, "", "canceled"],
      ["Hal", "2026-01-01", "", 40, "", "past_due"],
    ];
    const named = "customer: Who, start: From, end: To, mrr: Price, trial_end: Trial, status: State";
    expect(pick(rowsOf(table, named), 0, 1)).toEqual([
      ["Ann", "2026-02-04"],
      ["Fay", "2026-01-01"],
      ["Hal", "2026-01-01"],
    ]);
    expect(leftOutOf(table, named)).toEqual([
      ["Trial", 2, 80, "4, 5"],
      ["Never paid for", 1, 40, 3],
      ["Status: incomplete_expired", 1, 40, 6],
      ["Status: canceled, but no end", 1, 40, 8],
    ]);
    expect(pick(rowsOf(table, named, "2026-04-15"), 0)).toContainEqual(["Cy"]);
  });

  test.each([
    ["Active", "TRUE", "FALSE"],
    ["is_active", 1, 0],
    ["aktiv", "ja", "nein"],
    ["Churned", "No", "Yes"],
    ["Status", "active", "inactive"],
  ])("below %s, %j is one that runs and %j one that does not", (header, runs, ended) => {
    const table = [
      ["Who", "From", "To", "Price", header],
      ["Ann", "2026-01-05", "", 40, runs],
      ["Bo", "2026-01-05", "", 40, ended],
      ["Cy", "2026-01-05", "2026-03-04", 40, ended],
    ];
    const named = `customer: Who, start: From, end: To, mrr: Price, status: ${header}`;
    expect(pick(rowsOf(table, named), 0, 2)).toEqual([
      ["Ann", ""],
      ["Cy", "2026-03-04"],
    ]);
    expect(leftOutOf(table, named)).toEqual([[`${header}: ${ended}, but no end`, 1, 40, 3]]);
  });

  test("if ends are in the future, an error asks whether trials are still running", () => {
    const table = [
      ["Who", "From", "To", "Price", "Trial"],
      ["Ann", "2026-01-05", "2027-01-04", 40, ""],
      ["Cy", "2026-01-20", "", 40, "2026-02-19"],
    ];
    const named = "customer: Who, start: From, end: To, mrr: Price, trial_end: Trial";
    expect(errorOf(table, named)).toBe(
      "CLV_ROWS: as_of must be the day the list is from when ends and trials fall after the latest start, got nothing with a trial until 2026-02-19 in row 3",
    );
    expect(rowsOf(table, named, "2026-03-01")).toHaveLength(2);
    expect(rowsOf(table, named, "2026-02-01")).toHaveLength(1);
  });
});

describe("figures", () => {
  test("come oldest first and end at the last period with anything in it", () => {
    const table = [
      ["Month", "Revenue", "Customers", "Lost", "New", "Margin"],
      ["Mar 2026", 0, 0, "", "", ""],
      ["Feb 2026", "1.100,00 €", 11, 1, 2, "80%"],
      ["Jan 2026", "1.000,00 €", 10, 0, 1, "75%"],
      ["Total", "2.100,00 €", "", "", "", ""],
    ];
    const columns =
      "period: Month, revenue: Revenue, customers: Customers, lost: Lost, new: New, gross_margin: Margin";
    expect(rowsOf(table, columns)).toEqual([
      ["2026-01-01", 1000, 10, 0, 1, 0.75, 4],
      ["2026-02-01", 1100, 11, 1, 2, 0.8, 3],
    ]);
    expect(leftOutOf(table, columns)).toEqual([
      ["Nothing filled in yet", 1, 0, 2],
      ["Total", 1, 2100, 5],
    ]);
  });

  test("customers at the end of a period become those at its start", () => {
    const table = [
      ["Month", "Total", "Gone", "Won", "Revenue"],
      ["2021-01-28", 545, 5, 50, 27250],
      ["2021-02-28", 594, 6, 55, 29700],
    ];
    const known = "period: Month, customers_at_end: Total, revenue: Revenue";
    expect(pick(rowsOf(table, `${known}, lost: Gone, new: Won`), 2)).toEqual([[500], [545]]);
    expect(pick(rowsOf(table, known), 2)).toEqual([[""], [545]]);
  });

  test("revenue per customer becomes revenue, and rates above 1 are per cent", () => {
    const table = [
      ["Month", "Customers", "ARPU", "Churn %"],
      ["2024-01", 300, 58, "5.2"],
      ["2024-02", 310, 58, 4],
    ];
    expect(
      rowsOf(table, "period: Month, customers: Customers, revenue_per_customer: ARPU, churn: Churn %"),
    ).toEqual([
      ["2024-01-01", 17400, 300, 0.052, "", "", 2],
      ["2024-02-01", 17980, 310, 0.04, "", "", 3],
    ]);
  });

  test.each([
    ["quarters", ["Q2 2026", "Q1 2026"], ["2026-01-01", "2026-04-01"]],
    ["quarters of another language", ["2026-T2", "2026-T1"], ["2026-01-01", "2026-04-01"]],
    ["years", [2026, 2025], ["2025-01-01", "2026-01-01"]],
    ["business years", ["FY2026", "FY2025"], ["2025-01-01", "2026-01-01"]],
    ["numbers of months", [202602, 202601], ["2026-01-01", "2026-02-01"]],
  ])("periods may be %s", (_, cells, expected) => {
    const table = [["P", "R", "C"], ...cells.map((cell) => [cell, 100, 10])];
    expect(rowsOf(table, "period: P, revenue: R, customers: C").map((row) => row[0])).toEqual(expected);
  });

  test("rows between titles and figures, such as units, are left out as headings", () => {
    const table = [
      ["Kennzahl", "Umsatz", "Kunden"],
      ["Einheit", "€", "Anzahl"],
      ["2026-01", 100, 10],
      ["2026-02", 110, 11],
    ];
    const columns = "period: #1, revenue: Umsatz, customers: Kunden";
    expect(rowsOf(table, columns)).toHaveLength(2);
    expect(leftOutOf(table, columns)).toEqual([["Heading", 1, "", 2]]);
  });

  test.each(["1º trim.", "Q1", "1. Quartal", "1er trimestre", "Q1 2026", "2026", "YTD", "1. Halbjahr", "S1"])(
    "among months, a row %s has them added up, and is left out as a total",
    (label) => {
      const table = [
        ["P", "R", "C"],
        ["2026-01", 100, 10],
        ["2026-02", 110, 10],
        ["2026-03", 120, 10],
        [label, 330, 10],
        ["2026-04", 130, 10],
      ];
      const columns = "period: P, revenue: R, customers: C";
      expect(rowsOf(table, columns).map((row) => row[1])).toEqual([100, 110, 120, 130]);
      expect(leftOutOf(table, columns)).toEqual([["Total", 1, 330, 5]]);
    },
  );

  test("with as_of, an unfinished period is left out", () => {
    const table = [
      ["P", "R", "C"],
      ["2026-01", 100, 10],
      ["2026-02", 50, 10],
    ];
    expect(rowsOf(table, "period: P, revenue: R, customers: C", "2026-02-27")).toHaveLength(1);
    expect(rowsOf(table, "period: P, revenue: R, customers: C", "2026-02-28")).toHaveLength(2);
  });

  test("a period in two rows is refused", () => {
    const table = [
      ["P", "R", "C"],
      ["2026-01", 100, 10],
      ["2026-01", 50, 10],
      ["2026-02", 50, 10],
    ];
    expect(errorOf(table, "period: P, revenue: R, customers: C")).toMatch(
      /^CLV_ROWS: period must be different in each row, got 2026-01-01 in row 2 and row 3: name the column/,
    );
  });
});

describe("figures of several parts of a business", () => {
  const parts = [
    ["Month", "Division", "Active", "MRR", "Lost", "Churn", "Margin"],
    ["2024-01", "A", 100, 1000, 5, "5%", "80%"],
    ["2024-01", "B", 300, 5000, 3, "1%", "50%"],
    ["2024-02", "A", 98, 980, 0, 0, "80%"],
    ["2024-02", "B", 301, 5000, 2, "", "50%"],
    ["2024-02", "Total", 399, 5980, 2, "", ""],
    ["2024-03", "B", 302, 5000, 1, "2%", "50%"],
    ["2024-03", "A", "", "", "", "", ""],
  ];
  const columns = "period: Month, segment: Division, customers: Active, revenue: MRR, gross_margin: Margin";

  test("are added up where segment tells them apart, a margin by revenue", () => {
    expect(rowsOf(parts, `${columns}, lost: Lost`)).toEqual([
      ["2024-01-01", 6000, 400, 8, "", 3300 / 6000, 2],
      ["2024-02-01", 5980, 399, 2, "", 3284 / 5980, 4],
      ["2024-03-01", 5000, 302, 1, "", 0.5, 7],
    ]);
    expect(leftOutOf(parts, `${columns}, lost: Lost`)).toEqual([
      ["Added to the first row of its period", 3, 10000, "3, 5, 8"],
      ["Total", 1, 5980, 6],
    ]);
  });

  test("a churn rate counts by customers, and is none where one part has none", () => {
    expect(pick(rowsOf(parts, `${columns}, churn: Churn`), 3)).toEqual([[0.02], [""], [0.02]]);
  });

  test("customers at the end become those at the start part by part", () => {
    const ends = [
      ["M", "Part", "End", "R"],
      ["2024-01", "A", 10, 100],
      ["2024-01", "B", 20, 100],
      ["2024-02", "A", 12, 100],
      ["2024-02", "B", 25, 100],
    ];
    expect(pick(rowsOf(ends, "period: M, segment: Part, customers_at_end: End, revenue: R"), 2)).toEqual([
      [""],
      [30],
    ]);
  });

  test("a period twice in one part is refused", () => {
    expect(errorOf([...parts, ["2024-01", "A", 1, 1, 1, "", ""]], columns)).toBe(
      "CLV_ROWS: period must be different in each row of a segment, got 2024-01-01 in row 2 and row 9: add up the rows of a period first",
    );
  });

  test("come to the same as the sums of the parts, whatever the order of the rows", () => {
    const row = fc.record({
      month: fc.integer({ min: 1, max: 9 }),
      part: fc.constantFrom("A", "B", "C"),
      customers: fc.integer({ min: 1, max: 500 }),
      revenue: fc.integer({ min: 1, max: 9000 }),
    });
    const rows = fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 20,
      selector: ({ month, part }) => `${month} ${part}`,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const table = [
          ["M", "P", "C", "R"],
          ...all.map(({ month, part, customers, revenue }) => [`2024-0${month}`, part, customers, revenue]),
        ];
        const sum = (month: number, of: "customers" | "revenue") =>
          all.reduce((total, each) => total + (each.month === month ? each[of] : 0), 0);
        const months = [...new Set(all.map(({ month }) => month))].sort((a, b) => a - b);
        expect(pick(rowsOf(table, "period: M, segment: P, customers: C, revenue: R"), 0, 1, 2)).toEqual(
          months.map((month) => [`2024-0${month}-01`, sum(month, "revenue"), sum(month, "customers")]),
        );
      }),
    );
  });
});

test("spend comes by period and channel, with new customers where the table has them", () => {
  const table = [
    ["report_date", "channel_id", "spendings", "won"],
    ["2024-01-03", 1, "100,50", 4],
    ["2024-01-12", 2, "101,50", ""],
    ["Total", "", "202,00", 4],
  ];
  const columns = "period: report_date, channel: channel_id, spend: spendings, new: won";
  expect(rowsOf(table, columns)).toEqual([
    ["2024-01-03", "1", 100.5, 4, 2],
    ["2024-01-12", "2", 101.5, "", 3],
  ]);
  expect(leftOutOf(table, columns)).toEqual([["Total", 1, 202, 4]]);
});

describe("snapshots: one row per customer", () => {
  const table = [
    ["customerID", "tenure", "Contract", "MonthlyCharges", "TotalCharges", "Churn"],
    ["C-0", 1, "Month-to-month", 50.85, "50.5", "Yes"],
    ["C-1", 2, "One year", 51.85, " ", "No"],
    ["C-2", "", "One year", 52.85, "156.5", "No"],
    ["C-3", 3, "One year", 52.85, "156.5", ""],
  ];
  const columns =
    "customer: customerID, tenure: tenure, charge: MonthlyCharges, left: Churn, revenue_to_date: TotalCharges, segment: Contract";

  test("come with tenure, charge and whether they have left", () => {
    expect(rowsOf(table, columns)).toEqual([
      ["C-0", 1, 50.85, 1, 50.5, "Month-to-month", 2],
      ["C-1", 2, 51.85, 0, "", "One year", 3],
    ]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No tenure", 1, 52.85, 4],
      ["Nothing says whether they left", 1, 52.85, 5],
    ]);
  });

  test.each([
    ["yes", "no"],
    ["ja", "nein"],
    ["oui", "non"],
    ["sí", "no"],
    ["sì", "no"],
    ["sim", "não"],
    ["ja", "nee"],
    [true, false],
    [1, 0],
    ["Churned", "Active"],
    ["Attrited Customer", "Existing Customer"],
    ["x", ""],
    [new Date("2026-01-05"), ""],
  ])("left may be %j or %j", (gone, there) => {
    const rows = [
      ["Who", "Months", "Left"],
      ["Ann", 3, gone],
      ["Bo", 4, there],
    ];
    expect(pick(rowsOf(rows, "customer: Who, tenure: Months, left: Left"), 3)).toEqual([[1], [0]]);
  });

  test.each([
    ["tenure_years", "monthly_fee", 24, 50],
    ["Tenure (months)", "Annual fee", 2, 50 / 12],
    ["Days as a customer", "MonthlyCharges", 2 / 30.4375, 50],
    ["Jahre dabei", "Jahresbeitrag", 24, 50 / 12],
    // Nothing says for how long the charge is: for as long as the tenure counts in.
    ["Years", "Fee", 24, 50 / 12],
    ["tenure", "Charges", 2, 50],
  ])("of %s and %s come in months, and by the month", (time, fee, tenure, charge) => {
    const rows = [
      ["Who", time, fee, "Left"],
      ["Ann", 2, 50, "no"],
    ];
    const [row] = rowsOf(rows, `customer: Who, tenure: ${time}, charge: ${fee}, left: Left`);
    expect(row!.slice(1, 3)).toEqual([
      expect.closeTo(tenure, 9) as unknown,
      expect.closeTo(charge, 9) as unknown,
    ]);
  });

  test("need no customers", () => {
    const rows = [
      ["Months", "A month", "Left"],
      [3, 20, "Yes"],
      [8, 30, "No"],
    ];
    expect(rowsOf(rows, "tenure: Months, charge: A month, left: Left")).toEqual([
      ["", 3, 20, 1, "", "", 2],
      ["", 8, 30, 0, "", "", 3],
    ]);
  });

  test("anything else is refused", () => {
    const rows = [
      ["Who", "Months", "Left"],
      ["Ann", 3, "perhaps"],
    ];
    expect(errorOf(rows, "customer: Who, tenure: Months, left: Left")).toBe(
      'CLV_ROWS: left must be yes or no, TRUE or FALSE, 1 or 0, or the date of leaving, got "perhaps" in row 2',
    );
  });
});

interface Outcome {
  readonly rows?: unknown[][];
  readonly message?: string;
}

/** The rows that a function gives for a table as of the middle of 2026, or its error without its name. */
function outcomeOf(name: string, table: Cells, columns: string): Outcome {
  try {
    return { rows: (readable(call(name, table, columns, "2026-06-30")) as unknown[][]).slice(1) };
  } catch (error) {
    return { message: (error as Error).message.replace(/^\w+/, "") };
  }
}

describe("totals: one row per customer with its orders and what they came to", () => {
  const totals = (...rows: unknown[][]) => [
    ["Client", "Orders", "Total spent", "First order", "Last order", "Country"],
    ...rows,
  ];
  const columns =
    "customer: Client, orders: Orders, revenue: Total spent, first: First order, last: Last order, segment: Country";

  test("come with orders, revenue, first and last day, dates and amounts read as they are written", () => {
    const table = totals(
      ["Ann", "3", "1.234,50 €", "31.12.2024", "05.02.2026", "DE"],
      ["Bo", 1, "€ 1.200", "13.01.2026", "", ""],
    );
    expect(readable(call("CLV_ROWS", table, columns))).toEqual([
      ["Customer", "Orders", "Revenue", "First", "Last", "Segment", "Row"],
      ["Ann", 3, 1234.5, "2024-12-31", "2026-02-05", "DE", 2],
      ["Bo", 1, 1200, "2026-01-13", "", "", 3],
    ]);
    expect(
      rowsOf(
        [
          ["Who", "N", "Sum"],
          ["Ann", 2, 40],
        ],
        "customer: Who, orders: N, revenue: Sum",
      ),
    ).toEqual([["Ann", 2, 40, "", "", "", 2]]);
  });

  test("without rows that lack a customer, orders or revenue, customers without an order, and sums", () => {
    const table = totals(
      ["Ann", 3, 120, "2024-12-31", "2026-02-05", ""],
      ["", 1, 10, "2025-01-01", "2025-01-01", ""],
      ["Cy", "", 30, "2025-01-01", "2025-01-01", ""],
      ["Di", 2, "-", "2025-01-01", "2025-01-01", ""],
      ["Ed", 0, 0, "", "", ""],
      ["Flo", 0, "", "", "", ""],
      ["Total", 6, 160, "", "", ""],
    );
    expect(pick(rowsOf(table, columns), 0, 6)).toEqual([["Ann", 2]]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No order yet", 2, 0, "6, 7"],
      ["No customer", 1, 10, 3],
      ["No number of orders", 1, 30, 4],
      ["No amount", 1, "", 5],
      ["Total", 1, 160, 8],
    ]);
  });

  test("a number of orders that is none, days in the wrong order and two currencies are errors that say where", () => {
    expect(errorOf(totals(["Ann", 1.5, 10, "", "", ""], ["Bo", -1, 10, "", "", ""]), columns)).toBe(
      "CLV_ROWS: orders must be a whole number of 0 or more, got 1.5 in row 2, -1 in row 3",
    );
    expect(errorOf(totals(["Ann", "many", 10, "2026-01-02", "2026-01-01", ""]), columns)).toBe(
      'CLV_ROWS: orders must be a number, got "many" in row 2; last must be a day on or after first, got "2026-01-01" in row 2',
    );
    expect(errorOf(totals(["Ann", 1, "€ 5", "", "", ""], ["Bo", 1, "$ 5", "", "", ""]), columns)).toBe(
      'CLV_ROWS: revenue must be in one currency, got "€ 5" in row 2 and "$ 5" in row 3: convert the amounts into one first',
    );
    expect(errorOf(totals(["Ann", 1, 5, "", "", ""]), "customer: Client, orders: Orders")).toBe(
      "CLV_ROWS: columns must name revenue in a table of totals, got none",
    );
  });

  test("cannot be taken back to a day before their last order", () => {
    const table = totals(
      ["Ann", 3, 120, "2024-12-31", "2026-02-05", ""],
      ["Bo", 1, 10, "2026-02-07", "", ""],
    );
    expect(rowsOf(table, columns, "2026-02-07")).toHaveLength(2);
    expect(errorOf(table, columns, "2026-02-06")).toBe(
      "CLV_ROWS: as_of must not be before an order that is in the totals, got 2026-02-06 with 2026-02-07 in row 3: leave as_of out",
    );
  });

  test("with a date for each row orders are what a row is, and their number has no place", () => {
    expect(
      errorOf(
        [
          ["Who", "Day", "N", "Sum"],
          ["Ann", "2026-01-05", 2, 40],
        ],
        "customer: Who, date: Day, orders: N, amount: Sum",
      ),
    ).toContain("columns must name what a table of orders has, got orders: use any of customer, date");
  });
});

describe("histories: repeat orders, recency and age, summed up", () => {
  const histories = (...rows: unknown[][]) => [["ID", "x", "t_x", "T", "Mean repeat"], ...rows];
  const columns = "customer: ID, frequency: x, recency: t_x, age: T, repeat_value: Mean repeat";

  test("come as they are, a repeat value blank where there is none", () => {
    const table = histories(
      ["0001", 2, 30.43, 38.86, 22.35],
      ["0018", 1, "1,71", "38,86", ""],
      ["0021", "1", 1.71, 38.86, "€ 11,77"],
    );
    expect(readable(call("CLV_ROWS", table, columns))).toEqual([
      ["Customer", "Frequency", "Recency", "Age", "Repeat value", "Segment", "Row"],
      ["0001", 2, 30.43, 38.86, 22.35, "", 2],
      ["0018", 1, 1.71, 38.86, "", "", 3],
      ["0021", 1, 1.71, 38.86, 11.77, "", 4],
    ]);
  });

  test("need no customer: each may represent several", () => {
    const table = [
      ["x", "t_x", "T", "Customers", "Plan"],
      [0, 0, 38.86, 120, "basic"],
    ];
    expect(rowsOf(table, "frequency: x, recency: t_x, age: T, segment: Plan")).toEqual([
      ["", 0, 0, 38.86, "", "basic", 2],
    ]);
  });

  test("without rows that lack a customer, where the table has them, or a number", () => {
    const table = histories(
      ["0001", 2, 30.43, 38.86, 22.35],
      ["", 2, 30.43, 38.86, 5],
      ["0003", "", 30.43, 38.86, ""],
      ["0004", 2, "-", 38.86, ""],
      ["0005", 2, 30.43, "", ""],
      ["Total", 6, "", "", ""],
    );
    expect(pick(rowsOf(table, columns), 0)).toEqual([["0001"]]);
    expect(leftOutOf(table, columns)).toEqual([
      ["No customer", 1, 5, 3],
      ["No frequency", 1, "", 4],
      ["No recency", 1, "", 5],
      ["No age", 1, "", 6],
      ["Total", 1, "", 7],
    ]);
  });

  test("numbers below 0 and repeats that are not whole are errors that say where", () => {
    expect(errorOf(histories(["a", 1.5, -1, 30, "soon"], ["b", -2, 1, 30, ""]), columns)).toBe(
      'CLV_ROWS: repeat_value must be a number, got "soon" in row 2; frequency must be a whole number of 0 or more, got 1.5 in row 2, -2 in row 3; recency must be a number of 0 or more, got -1 in row 2',
    );
    expect(errorOf(histories(["a", 1, 1, 30, ""]), "customer: ID, frequency: x, age: T")).toBe(
      "CLV_ROWS: columns must name recency in a table of histories, got none",
    );
  });
});

describe("every row of a table is either in CLV_ROWS or counted by CLV_ROWS_LEFT_OUT", () => {
  const customer = fc.constantFrom("Ann", "Bo", 7, "", "Total", "Who");
  const date = fc.constantFrom("31.12.2025", "2026-01-05", "", "Total", "Day");
  const amount = fc.constantFrom(40, "€ -12,50", "1.234,56", "", "-", 0, "Paid");
  const kinds: Record<string, [readonly string[], string, ...fc.Arbitrary<unknown>[]]> = {
    orders: [
      ["Who", "Day", "Paid", "No", "State", "Back"],
      "customer: Who, date: Day, amount: Paid, order: No, status: State, refund: Back",
      customer,
      date,
      amount,
      fc.constantFrom("", 1, 2),
      fc.constantFrom("paid", "failed", "refunded", "Refund", "trialing", ""),
      fc.constantFrom("", 0, 40, -12.5),
    ],
    subscriptions: [
      ["Who", "Day", "Paid", "End", "Every", "State", "Trial"],
      "customer: Who, start: Day, mrr: Paid, end: End, interval: Every, status: State, trial_end: Trial",
      customer,
      date,
      amount,
      fc.constantFrom("", "2026-01-31", "31.12.2099"),
      fc.constantFrom("month", "year", ""),
      fc.constantFrom("active", "canceled", "trialing", "incomplete"),
      fc.constantFrom("", "2026-01-10"),
    ],
    figures: [
      ["Day", "Paid", "Customers", "Lost"],
      "period: Day, revenue: Paid, customers: Customers, lost: Lost",
      fc.constantFrom("2026-01", "Feb 2026", "03/2026", 202604, "", "Total"),
      fc.constantFrom(40, "1.234,56", "", 0),
      fc.constantFrom(10, "", 0),
      fc.constantFrom(1, ""),
    ],
    "figures of parts": [
      ["Day", "Part", "Paid", "Customers"],
      "period: Day, segment: Part, revenue: Paid, customers: Customers",
      fc.constantFrom("2026-01", "Feb 2026", "03/2026", 202604, 202605, "", "Total"),
      fc.constantFrom("A", "B", "C", "D", "", "Total"),
      fc.constantFrom(40, "1.234,56", "", 0),
      fc.constantFrom(10, "", 0),
    ],
    spend: [
      ["Day", "Channel", "Paid", "New"],
      "period: Day, channel: Channel, spend: Paid, new: New",
      fc.constantFrom("31.12.2025", "2026-01-05", "", "Total"),
      fc.constantFrom("Ads", "", "Total"),
      fc.constantFrom(40, "", "-"),
      fc.constantFrom(1, ""),
    ],
    snapshots: [
      ["Who", "Months", "Left", "Fee"],
      "customer: Who, tenure: Months, left: Left, charge: Fee",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(1, 12, "", "-"),
      fc.constantFrom("yes", "no", ""),
      fc.constantFrom(10, "9,50", ""),
    ],
    totals: [
      ["Who", "Orders", "Paid", "Since", "Until"],
      "customer: Who, orders: Orders, revenue: Paid, first: Since, last: Until",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(1, 12, 0, "", "-"),
      fc.constantFrom(40, "1.234,56", "", 0, "-"),
      fc.constantFrom("31.12.2025", "2026-01-05", ""),
      fc.constantFrom("2026-01-05", ""),
    ],
    histories: [
      ["Who", "Repeats", "Weeks", "Known", "Mean"],
      "customer: Who, frequency: Repeats, recency: Weeks, age: Known, repeat_value: Mean",
      fc.constantFrom("Ann", "Bo", "", "Total"),
      fc.constantFrom(0, 3, ""),
      fc.constantFrom(0, 12.5, "", "-"),
      fc.constantFrom(30, "38,86", ""),
      fc.constantFrom(10, "9,50", ""),
    ],
  };

  test.each(Object.keys(kinds))("%s", (kind) => {
    const [header, columns, ...cells] = kinds[kind]!;
    let results = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 12 }), (rows) => {
        const table = [header, ...rows] as Cells;
        const [clean, left] = (["CLV_ROWS", "CLV_ROWS_LEFT_OUT"] as const).map((name) =>
          outcomeOf(name, table, columns),
        ) as [Outcome, Outcome];
        // A cell that cannot be read is an error of both.
        fc.pre(left.rows !== undefined || clean.message !== left.message);
        const last = rows.reduce((most, row, at) => (row.some((cell) => cell !== "") ? at + 1 : most), 0);
        const counted = left.rows!.reduce((sum, row) => sum + (row[1] as number), 0);
        const places = (clean.rows ?? []).map((row) => row[row.length - 1] as number);
        // A table of which no row counts is an error of CLV_ROWS alone.
        expect(clean.rows === undefined).toBe(counted === last);
        expect(places.length + counted).toBe(last);
        expect(new Set(places).size).toBe(places.length);
        results++;
      }),
      { numRuns: 400 },
    );
    expect(results).toBeGreaterThan(50);
  });
});
