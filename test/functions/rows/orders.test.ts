import { describe, expect, test } from "@jest/globals";
import { type Cells, errorOf, leftOutOf, pick, rowsOf } from "../../support/cleanRows";
import { writtenOrders } from "../../support/orders";

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
    [
      "Completed",
      "Scheduled",
      "Missed",
      "no-show",
      "Deleted",
      "Written off",
      "Awaiting payment",
      "Outstanding",
    ],
    ["abgeschlossen", "abgesagt", "abgelaufen", "abgelehnt", "nicht bezahlt", "geplant", "gelöscht", "offen"],
    ["terminée", "à payer", "prévue", "rejetée", "supprimée"],
    ["completado", "por pagar", "en espera", "eliminado", "programado"],
    ["completato", "da pagare", "insoluto", "respinto", "sospeso"],
    ["concluído", "a pagar", "em aberto", "agendado", "aguardando pagamento"],
    ["afgerond", "te betalen", "afgewezen", "verlopen", "gepland"],
  ])("of %s and others only this one counts", (...statuses) => {
    expect(counted(...statuses)).toEqual(["C0"]);
  });

  test.each([
    ["cancelled", "delivered", "closed", "picked up", "invoiced", "renewed"],
    [
      "storniert",
      "abgeholt",
      "abgerechnet",
      "abgebucht",
      "abgeliefert",
      "abgewickelt",
      "verlängert",
      "verliehen",
    ],
    ["annulée", "réglée", "livrée", "clôturée", "facturée"],
    ["cancelado", "entregado", "facturado", "cerrado"],
    ["annullato", "consegnato", "evaso", "chiuso"],
    ["cancelado", "entregue", "faturado", "quitado"],
    ["geannuleerd", "bezorgd", "afgehandeld", "gefactureerd"],
  ])("of %s and others all but this one count", (...statuses) => {
    expect(counted(...statuses)).toEqual(statuses.slice(1).map((_, at) => `C${at + 1}`));
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
