import { describe, expect, test } from "@jest/globals";
import { errorOf, leftOutOf, pick, rowsOf } from "../../support/cleanRows";

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
    ...["closed", "lapsed", "not renewed", "left", "former member"].map(
      (ended) => ["Status", "past due", ended] as const,
    ),
    ...["ausgetreten", "ausgelaufen", "nicht verlängert", "Abgemeldet", "ehemalig"].map(
      (ended) => ["Status", "laufend", ended] as const,
    ),
    ...["clôturé", "parti", "désabonné", "non renouvelée"].map(
      (ended) => ["Status", "en cours", ended] as const,
    ),
    ...["vencida", "de baja", "cerrado"].map((ended) => ["Status", "vigente", ended] as const),
    ...["cessato", "chiuso", "non rinnovato"].map((ended) => ["Status", "in corso", ended] as const),
    ...["encerrado", "rescindido", "desativado"].map((ended) => ["Status", "em dia", ended] as const),
    ...["gestopt", "afgelopen", "uitgeschreven"].map((ended) => ["Status", "lopend", ended] as const),
    ...["Closed Won", "Completed", "cerrada ganada", "chiuso vinto"].map(
      (runs) => ["Status", runs, "Closed Lost"] as const,
    ),
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
