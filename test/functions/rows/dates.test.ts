import { describe, expect, test } from "@jest/globals";
import { cleanTable, errorOf, orders, ofOrders } from "../../support/cleanRows";

/** The days that dates of one column are read as. */
const daysOf = (dates: readonly unknown[], columns = ofOrders) =>
  cleanTable(orders(...dates.map((date) => ["Ann", date, 10])), columns)
    .slice(1)
    .map((row) => row[1]);

describe("dates are read in the notation that all cells of their column tell", () => {
  test.each([
    [
      ["31.12.2026", "03.04.2026"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["31/12/2026 10:15", "03/04/2026"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["31-12-2026T14:30", "03-04-2026T09:15"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["12/31/2026, 10:15 AM", "03/04/2026"],
      ["2026-12-31", "2026-03-04"],
    ],
    [
      ["31-12-26", "03-04-26"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["2026/12/31", "2026.4.3"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["20261231", 20260403],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["31 Dec 2026", "Apr 3, 2026"],
      ["2026-12-31", "2026-04-03"],
    ],
    [
      ["31. Dezember 2026", "3. März 2026"],
      ["2026-12-31", "2026-03-03"],
    ],
    [
      ["le 31 décembre 2026", "1er août 2026"],
      ["2026-12-31", "2026-08-01"],
    ],
    [
      ["31 de diciembre de 2026", "3 de agosto de 2026"],
      ["2026-12-31", "2026-08-03"],
    ],
    [
      ["31 dicembre 2026", "3 gennaio 2026"],
      ["2026-12-31", "2026-01-03"],
    ],
    [
      ["31 de dezembro de 2026", "3 de fevereiro de 2026"],
      ["2026-12-31", "2026-02-03"],
    ],
    [
      ["31 mrt 2026", "3 mei 2026"],
      ["2026-03-31", "2026-05-03"],
    ],
    [
      ["31-déc.-26", "18-Sep-2026 10:05"],
      ["2026-12-31", "2026-09-18"],
    ],
    [
      ["Thu, 31 Dec 2026 10:15:00 +0100", "Mo 02.02.2026"],
      ["2026-12-31", "2026-02-02"],
    ],
    [
      ["Thu Dec 31 2026 10:15:00 GMT+0100", "2026-Feb-02"],
      ["2026-12-31", "2026-02-02"],
    ],
    [
      ["2026-12-31T10:15:00.000Z", "2026-02-02 08:33:02 +0500"],
      ["2026-12-31", "2026-02-02"],
    ],
    [
      ["2026/12/31 10h15", "2026/02/02 8:33"],
      ["2026-12-31", "2026-02-02"],
    ],
    [
      ["31.12.1998", "1.2.70"],
      ["1998-12-31", "1970-02-01"],
    ],
    [
      ["2026-03", "Apr 2026"],
      ["2026-03-01", "2026-04-01"],
    ],
    [
      ["03/2026", 202604],
      ["2026-03-01", "2026-04-01"],
    ],
  ])("%j", (written, days) => {
    expect(daysOf(written)).toEqual(days);
  });

  test("where either end may be the year, it is the one that stays the same while the other goes through the month", () => {
    const ofJanuary = Array.from({ length: 30 }, (_, day) => `26-01-${String(day + 1).padStart(2, "0")}`);
    expect(daysOf(ofJanuary)[28]).toBe("2026-01-29");
    const dayFirst = Array.from({ length: 12 }, (_, day) => `${String(day + 1).padStart(2, "0")}-01-26`);
    expect(errorOf(orders(...dayFirst.map((date) => ["Ann", date, 1])), ofOrders)).toContain(
      "d.m.y or m.d.y",
    );
  });

  test("if two notations fit, an error asks and columns decides", () => {
    const table = orders(["Ann", "03/04/2026", 10], ["Bo", "05/06/2026", 10]);
    expect(errorOf(table, ofOrders)).toBe(
      'CLV_ROWS: date must be written in one way only, got "03/04/2026" in row 2, which may be d.m.y or m.d.y: say which in columns, such as date: Day (d.m.y)',
    );
    expect(cleanTable(table, "customer: Who, date: Day (d.m.y), amount: Paid")[1]![1]).toBe("2026-04-03");
    expect(cleanTable(table, "customer: Who, date: Day (mm/dd/yyyy), amount: Paid")[1]![1]).toBe(
      "2026-03-04",
    );
    const asRange = (told: string) => [
      ["customer", "Who", ""],
      ["date", "Day", told],
      ["amount", "Paid", ""],
    ];
    expect(cleanTable(table, asRange("TT.MM.JJJJ"))[1]![1]).toBe("2026-04-03");
    expect(cleanTable(table, asRange("jj/mm/aaaa"))[1]![1]).toBe("2026-04-03");
    expect(errorOf(table, asRange("whatever"))).toContain(
      'columns must say how date is written as d.m.y, m.d.y or y.m.d, or for months without a year the first one as 2026-01, got "whatever"',
    );
  });

  test("dates that are the same in both notations need no telling", () => {
    expect(daysOf(["04/04/2026", "05/05/2026"])).toEqual(["2026-04-04", "2026-05-05"]);
  });

  test("two notations in one column are refused with a cell of each", () => {
    expect(errorOf(orders(["Ann", "31/12/2026", 1], ["Bo", "12/31/2026", 1]), ofOrders)).toBe(
      'CLV_ROWS: date must be written in one way in all rows, got "31/12/2026" in row 2 and "12/31/2026" in row 3: make these cells dates',
    );
  });

  test("another date of the table tells the notation of one that does not", () => {
    const table = [
      ["Who", "From", "To", "MRR"],
      ["Ann", "03/04/2026", "30/04/2026", 10],
    ];
    expect(cleanTable(table, "customer: Who, start: From, end: To, mrr: MRR")[1]!.slice(1, 3)).toEqual([
      "2026-04-03",
      "2026-04-30",
    ]);
  });

  test.each(["someday", "2026-02-30", "45/13/2026", "31.12.", 45000, "31.12.2026 - 31.01.2027"])(
    "%j is refused as no date",
    (date) => {
      expect(errorOf(orders(["Ann", "2026-01-05", 1], ["Bo", date, 1]), ofOrders)).toMatch(
        /^CLV_ROWS: date must be a date, got .* in row 3/,
      );
    },
  );

  test("months without a year begin with the month that columns tells", () => {
    const table = [
      ["Month", "Revenue", "Customers"],
      ["Nov", 100, 10],
      ["Dec", 110, 11],
      ["Jan", 120, 12],
    ];
    const periods = cleanTable(
      table,
      "period: Month (2025-11), revenue: Revenue, customers: Customers",
    ).slice(1);
    expect(periods.map(([period]) => period)).toEqual(["2025-11-01", "2025-12-01", "2026-01-01"]);
    expect(errorOf(table, "period: Month, revenue: Revenue, customers: Customers")).toContain(
      "it has no year: say in columns which month the rows begin with, such as period: Month (2026-01)",
    );
  });
});
