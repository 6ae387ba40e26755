import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { call, messageOf, readable } from "../support/call";

describe("CLV_UNPIVOT", () => {
  test("turns every filled cell of a grid into a row, in order", () => {
    const months = [
      "2026-01",
      "02/2026",
      "Mar 2026",
      new Date("2026-04-01T00:00:00Z"),
      "mai 2026",
      "Juni 2026",
      "jul-26",
      "Août 2026",
      "set 2026",
      "Oktober 2026",
      "2026 Nov",
      "dezembro 2026",
    ];
    const grid = [
      ["Customer", ...months],
      ["Ann", ...months.map((_, index) => index + 1)],
    ];
    const rows = readable(call("CLV_UNPIVOT", grid)) as unknown[][];
    expect(rows).toEqual([
      ["Customer", "Date", "Amount"],
      ...months.map((_, index) => ["Ann", `2026-${String(index + 1).padStart(2, "0")}-01`, index + 1]),
    ]);
  });

  test("leaves out zeros, blanks, totals and columns that describe the customer", () => {
    const grid = [
      ["Account", "Plan", "2026-01", "2026-02", "Total"],
      ["Ann", "basic", 10, "", 10],
      ["Bo", "pro", 0, "1.234,50 €", 1234.5],
      ["", "", "", "", ""],
      ["Summe", "", 10, 1234.5, 1244.5],
    ];
    expect(readable(call("CLV_UNPIVOT", grid))).toEqual([
      ["Customer", "Date", "Amount"],
      ["Ann", "2026-01-01", 10],
      ["Bo", "2026-02-01", 1234.5],
    ]);
  });

  test("adds up to what the grid adds up to", () => {
    const amounts = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(amounts, (rows) => {
        const grid = [
          ["Customer", "2026-01", "2026-02", "2026-03"],
          ...rows.map((row, index) => [`C${index}`, ...row]),
        ];
        const unpivoted = call("CLV_UNPIVOT", grid) as [unknown, unknown, number][];
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(unpivoted.slice(1).map((row) => row[2]))).toBe(sum(rows.flat()));
        expect(unpivoted).toHaveLength(1 + rows.flat().filter((amount) => amount !== 0).length);
      }),
    );
  });

  const monthsOf = (titles: readonly unknown[], ...more: unknown[]) =>
    (
      readable(
        call(
          "CLV_UNPIVOT",
          [
            ["Customer", ...titles],
            ["Ann", ...titles.map((_, at) => at + 1)],
          ],
          ...more,
        ),
      ) as unknown[][]
    )
      .slice(1)
      .map(([, date]) => date);
  const messageOfMonths = (titles: readonly unknown[], ...more: unknown[]) =>
    messageOf(
      "CLV_UNPIVOT",
      [
        ["Customer", ...titles],
        ["Ann", ...titles.map(() => 5)],
      ],
      ...more,
    );

  /** Months in a row, counted from year 0, as a title without a year and as the day that each begins with. */
  const runOfMonths = fc
    .record({
      locale: fc.constantFrom("en", "de", "de-AT", "fr", "es", "it", "pt", "nl"),
      length: fc.constantFrom<"long" | "short">("long", "short"),
      first: fc.integer({ min: 2015 * 12, max: 2030 * 12 }),
      count: fc.integer({ min: 1, max: 30 }),
      isBack: fc.boolean(),
    })
    .map(({ locale, length, first, count, isBack }) => {
      const name = new Intl.DateTimeFormat(locale, { month: length, timeZone: "UTC" });
      const days = Array.from({ length: count }, (_, at) => {
        const month = first + (isBack ? -at : at);
        return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
      });
      return { titles: days.map((day) => name.format(day)), days };
    });
  const isoOf = (day: Date) => day.toISOString().slice(0, 10);

  test("months without a year count on from first_month, or back from it, over turns of the year, in seven languages", () => {
    fc.assert(
      fc.property(runOfMonths, ({ titles, days }) => {
        expect(monthsOf(titles, isoOf(days[0]!).slice(0, 7))).toEqual(days.map(isoOf));
        expect(monthsOf(titles, days[0])).toEqual(days.map(isoOf));
      }),
    );
  });

  test("one month with a year among months without tells the year of all", () => {
    fc.assert(
      fc.property(runOfMonths, fc.nat(), ({ titles, days }, at) => {
        const told = titles.map((title, index) =>
          index === at % titles.length ? isoOf(days[index]!).slice(0, 7) : title,
        );
        expect(monthsOf(told)).toEqual(days.map(isoOf));
      }),
    );
  });

  test("months may be missing, and dates may be in any order", () => {
    expect(monthsOf(["Mar", "Jun", "Sep", "Dez", "Mrz"], "2025-03-31")).toEqual([
      "2025-03-01",
      "2025-06-01",
      "2025-09-01",
      "2025-12-01",
      "2026-03-01",
    ]);
    expect(monthsOf(["Feb 2026", 202601, "2025-12"])).toEqual(["2026-02-01", "2026-01-01", "2025-12-01"]);
  });

  test("months without a year are refused where nothing tells it, and where they follow no order", () => {
    expect(messageOfMonths(["Jan", "Feb"])).toBe(
      'CLV_UNPIVOT: cube must have months with a year in its first row, got "Jan" in column 2: give that month as first_month of CLV_UNPIVOT, such as 2026-01',
    );
    expect(messageOfMonths(["Plan", "Feb", "Mar"], "2026-01")).toBe(
      'CLV_UNPIVOT: first_month must be the month of the first title, "Feb" in column 3, got 2026-01',
    );
    expect(messageOfMonths([new Date("2026-02-01"), "2026-03"], "2026-01")).toBe(
      "CLV_UNPIVOT: first_month must be the month of the first title, 2026-02-01 in column 2, got 2026-01",
    );
    const outOfOrder =
      'CLV_UNPIVOT: cube must have its months in order when they have no year, got "Jan" in column 2 out of order: write each month with its year';
    expect(messageOfMonths(["Jan", "Mar", "Feb"], "2026-01")).toBe(outOfOrder);
    expect(messageOfMonths(["Jan", "Jan", "Feb"], "2026-01")).toBe(outOfOrder);
    expect(messageOfMonths(["Jan", "Feb", "Mar 2024", "Apr 2026"])).toBe(outOfOrder);
    // A word that could be short for September is not a month for sure where the next is January.
    expect(messageOfMonths(["Set", "2026-01", "2026-02"])).toContain('got "Set" in column 2 out of order');
    expect(messageOfMonths(["Jan", "Feb"], "soon")).toBe(
      'CLV_UNPIVOT: first_month must be a month such as 2026-03, or a date in it, got "soon"',
    );
  });

  test("words that begin like a month are titles of something else", () => {
    const grid = [
      ["Customer", "Gender", "Market", "Decision 24", "General 2026", "2026-01"],
      ["Ann", "f", "DE", 1, 2, 10],
    ];
    expect(messageOf("CLV_UNPIVOT", grid)).toContain(
      'got "Decision 24" in column 4, "General 2026" in column 5',
    );
    expect(
      readable(
        call(
          "CLV_UNPIVOT",
          grid.map((row) => [...row.slice(0, 3), row[5]]),
        ),
      ),
    ).toEqual([
      ["Customer", "Date", "Amount"],
      ["Ann", "2026-01-01", 10],
    ]);
  });

  test("quarters and years are sums next to months, and count by their first day without months next to them", () => {
    expect(
      readable(
        call("CLV_UNPIVOT", [
          ["Customer", "Dec 2025", "2025", "Jan 2026", "Feb 2026", "Mar 2026", "Q1 2026", 2026],
          ["Ann", 1, 1, 2, 3, 4, 9, 9],
        ]),
      ),
    ).toEqual([
      ["Customer", "Date", "Amount"],
      ["Ann", "2025-12-01", 1],
      ["Ann", "2026-01-01", 2],
      ["Ann", "2026-02-01", 3],
      ["Ann", "2026-03-01", 4],
    ]);
    expect(monthsOf(["Q4 2025", "2026-T1"])).toEqual(["2025-10-01", "2026-01-01"]);
    expect(monthsOf([2024, "FY2025"])).toEqual(["2024-01-01", "2025-01-01"]);
  });

  test("amounts as text share the grid's notation, and dashes are blanks", () => {
    const amountsOf = (...rows: unknown[][]) =>
      (
        call("CLV_UNPIVOT", [
          ["Customer", "2026-01", "2026-02"],
          ...rows.map((row, at) => [`C${at}`, ...row]),
        ]) as unknown[][]
      )
        .slice(1)
        .map(([, , amount]) => amount);
    expect(amountsOf(["1.234", "1.234,56"], ["-", 70])).toEqual([1234, 1234.56, 70]);
    expect(amountsOf(["1.234", "12,5"], ["€ -", "–"])).toEqual([1234, 12.5]);
    expect(amountsOf(["1,234", "1,234.56"])).toEqual([1234, 1234.56]);
    expect(amountsOf(["1.234", "0.5"])).toEqual([1.234, 0.5]);
    expect(amountsOf(["€ 1.234", "€ 2.500"])).toEqual([1234, 2500]);
    // A row of sums tells it too, a column of something else does not.
    const grid = [
      ["Customer", "Rate", "2026-01"],
      ["Ann", "0,5", "1,234"],
    ];
    expect(call("CLV_UNPIVOT", [...grid, ["Total", "", "1,234.00"]])).toHaveLength(2);
    expect(messageOf("CLV_UNPIVOT", grid)).toBe(
      'CLV_UNPIVOT: cube must be a number, got "1,234" in row 2, column 3 (as text it can be read in two ways: make it a number)',
    );
    expect(
      messageOf("CLV_UNPIVOT", [
        ["", "2026-01", "2026-02"],
        ["Ann", "12,50", "12.50"],
        ["Bo", "1.234"],
      ]),
    ).toBe(
      'CLV_UNPIVOT: cube must be a number, got "1.234" in row 3, column 2 (as text it can be read in two ways: make it a number)',
    );
  });

  test("names the cells that it cannot read", () => {
    expect(
      messageOf("CLV_UNPIVOT", [
        ["Customer", "2026-01", "1/26"],
        ["Ann", "n/a", 5],
        ["#REF!", 1, 2],
      ]),
    ).toBe(
      'CLV_UNPIVOT: cube must be a date or a month, such as 2026-03 or Mar 2026, in its first row, got "1/26" in column 3; cube must be a number, got "n/a" in row 2, column 2; cube must be a name or a number, got #REF! in row 3',
    );
    expect(
      messageOf("CLV_UNPIVOT", [
        ["Customer", "Plan"],
        ["Ann", "pro"],
      ]),
    ).toBe(
      "CLV_UNPIVOT: cube must have a date or a month, such as 2026-03 or Mar 2026, in its first row, got none",
    );
    expect(messageOf("CLV_UNPIVOT", [["Customer"], ["Ann"]])).toBe(
      "CLV_UNPIVOT: cube must be a range with dates in its first row and customers in its first column, got less",
    );
  });
});
