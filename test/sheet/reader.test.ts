import { runInNewContext } from "node:vm";
import { describe, expect, test } from "@jest/globals";
import { functions } from "../../src/functions";
import { createZone as clockOf } from "../../src/workbook/engine/zone";
import type { Cell } from "../../src/sheet/cell";
import { call, column, day, messageOf, readable } from "../support/call";
import { zoneIn } from "../support/zones";

const kpis = functions.find(({ name }) => name === "CLV_KPIS");

/** A date of another realm, for which `instanceof Date` is false, as Apps Script may pass it. */
const foreign = (iso: string): unknown => runInNewContext(`new Date("${iso}T00:00:00Z")`);

describe("leaving an argument out, an empty cell and empty text all mean not given", () => {
  test.each([[undefined], [""], [" "], ["\u00a0"], [null], [[[""]]], [[[" "]]]])("%j", (blank) => {
    expect(call("CLV", 100, 36, blank)).toBe(3600);
    expect(call("CLV_MAX_CAC", 3000, blank)).toBe(1000);
    expect(call("CLV_ROLLING", column(100, 200), column(1, 1), column(1, 1), 2, blank, blank)).toBe(150);
    expect(messageOf("CLV", blank, 36)).toBe(
      `CLV: average_revenue must be a number of 0 or more, got ${blank === undefined ? "nothing" : "an empty cell"}`,
    );
  });
});

describe("an amount", () => {
  test.each(["1.234,50", "€1.234,50", "$1,234.50", " 1 234,50 EUR ", 1234.5, [[1234.5]], [["1234.50"]]])(
    "%j is read",
    (amount) => {
      expect(call("CLV", amount, 2)).toBe(2469);
    },
  );

  test.each([
    ["1,234", '"1,234" (as text it can be read in two ways: make it a number)'],
    ["$1.234", '"$1.234" (as text it can be read in two ways: make it a number)'],
    ["soon", '"soon"'],
    ["-5", '"-5"'],
    ["(12.00)", '"(12.00)"'],
    [-5, "-5"],
    [true, "TRUE"],
    [false, "FALSE"],
    ["#REF!", "#REF!"],
    ["#N/A", "#N/A"],
    ["#DIV/0!", "#DIV/0!"],
    ["#NAME?", "#NAME?"],
    ["#WERT!", "#WERT!"],
    ["#NV", "#NV"],
    ["Loading...", "Loading"],
    ["Jan 2026", '"Jan 2026"'],
    ['6" nail.', '"6\\" nail."'],
    [day("2026-03-31"), "2026-03-31"],
    [new Date(NaN), "a date that does not exist"],
    [new Date(8.64e15), "a date that does not exist"],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [{}, "something that is not a cell value"],
    ["x".repeat(41), `"${"x".repeat(40)}…"`],
    ["😀".repeat(41), `"${"😀".repeat(40)}…"`],
    ["x".repeat(40), `"${"x".repeat(40)}"`],
  ])("%j is refused with what it is", (cell, shown) => {
    expect(messageOf("CLV", cell, 36)).toBe(
      `CLV: average_revenue must be a number of 0 or more, got ${shown}`,
    );
  });
});

describe("a rate", () => {
  test.each<unknown>([0.05, "5%", "0.05", "0,05", " 5 % ", "5,0%"])("%j is 5%%", (rate) => {
    expect(call("CLV_LIFETIME", rate)).toBe(20);
  });

  test.each([
    [5, "5 (write 5% or 0.05)"],
    [1.5, "1.5 (write 1.5% or 0.015)"],
    [100, "100 (write 100% or 1)"],
    ["5", '"5" (write 5% or 0.05)'],
    ["110%", '"110%"'],
    [101, "101"],
    [-0.05, "-0.05"],
    ["-5%", '"-5%"'],
    ["1,234%", '"1,234%"'],
    ["five", '"five"'],
  ])("%j is refused with what it is and what to write", (cell, shown) => {
    expect(messageOf("CLV_LIFETIME", cell)).toBe(
      `CLV_LIFETIME: churn_rate must be a rate between 0 and 1, got ${shown}`,
    );
  });

  test("above 1 in a range says what to write, even if another cell is unreadable before it", () => {
    expect(messageOf("CLV_LIFETIME", column("#REF!", 0.1, 5))).toBe(
      "CLV_LIFETIME: churn_rate must be a rate between 0 and 1, got #REF! in row 1, 5 in row 3 (write 5% or 0.05)",
    );
  });
});

describe("a whole number", () => {
  test.each([3, "3", "3.0", [[3]]] as unknown[])("%j is 3", (periods) => {
    expect(call("CLV_LIFETIME", 0, periods)).toBe(3);
  });

  test.each([
    [0, "0"],
    [2.5, "2.5"],
    ["2.5", '"2.5"'],
    ["1,000", '"1,000" (as text it can be read in two ways: make it a number)'],
    [2 ** 53, "9007199254740992"],
    ["all", '"all"'],
  ])("%j is refused", (cell, shown) => {
    expect(messageOf("CLV_LIFETIME", 0, cell)).toBe(
      `CLV_LIFETIME: max_periods must be a whole number of 1 or more, got ${shown}`,
    );
  });
});

describe("a choice", () => {
  test.each(["now", "NOW", " Now "])("%j is now, whatever its case", (word) => {
    expect(call("CLV_DISCOUNTED", 100, 0.5, 0, 2, word)).toBe(150);
  });

  test.each([
    ["soon", '"soon"'],
    [1, "1"],
    [true, "TRUE"],
    [{ toString: 1 }, "something that is not a cell value"],
  ])("%j is refused with the words there are", (cell, shown) => {
    expect(messageOf("CLV_DISCOUNTED", 100, 0.5, 0, 2, cell)).toBe(
      `CLV_DISCOUNTED: first_payment must be "later" or "now", got ${shown}`,
    );
  });
});

describe("a date", () => {
  const firstOf = (date: unknown) =>
    (
      readable(
        call("CLV_CUSTOMERS", column("Ann", "Bo"), column(date, "2026-03-31"), column(2, 1)),
      ) as string[][]
    )[1]![1];

  test.each([
    ["2026-03-05"],
    ["2026-03-05T23:59:59"],
    ["2026-03-05 08:00"],
    [day("2026-03-05")],
    [new Date("2026-03-05T23:59:59.999Z")],
    [foreign("2026-03-05")],
  ])("%p is a day; a time of day is dropped", (date) => {
    expect(firstOf(date)).toBe("2026-03-05");
  });

  test.each([
    ["03/04/2026", '"03/04/2026" in row 1 (as text, day and month can be confused)'],
    ["3.4.26", '"3.4.26" in row 1 (as text, day and month can be confused)'],
    [45000, "45000 in row 1 (format the cell as a date)"],
    ["2026-02-30", '"2026-02-30" in row 1'],
    ["0026-03-05", '"0026-03-05" in row 1'],
    ["#VALUE!", "#VALUE! in row 1"],
    [true, "TRUE in row 1"],
    [new Date(NaN), "a date that does not exist in row 1"],
    [new Date("0026-03-05"), "a date that does not exist in row 1"],
    [new Date(-8.64e15), "a date that does not exist in row 1"],
  ])("%p is refused with what it is and what to do", (date, shown) => {
    expect(messageOf("CLV_KPIS", column("Ann", "Bo"), column(date, "2026-03-31"), column(2, 1))).toBe(
      `CLV_KPIS: date must be a date, or text such as 2026-03-31, got ${shown}`,
    );
  });

  /** Midnight, or a time of day, as a cell of a spreadsheet in this zone comes to a script. */
  const local = (timeZone: string, serial: number) => new Date(clockOf(timeZone).instantOf(serial));
  const datesIn = (timeZone: string, ...cells: unknown[]) =>
    kpis!.run([column("Ann", "Bo"), column(...cells), column(1, 1), "year"], zoneIn(timeZone));
  const zones = ["UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"];
  /** Serial numbers of sheets count days from 1899-12-30 on. */
  const serialOf = (iso: string) => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;

  test.each(zones)("of the first and of the last day of the calendar are read in %s, at any time", (zone) => {
    for (const [iso, year] of [
      ["1900-01-01", "1900-01-01"],
      ["2099-01-01", "2099-01-01"],
      ["9999-12-31", "9999-01-01"],
    ] as const) {
      for (const time of [0, 0.5, 0.9999]) {
        const cell = local(zone, serialOf(iso) + time);
        const [, row] = datesIn(zone, cell, cell) as Cell[][];
        expect(row![0]).toEqual(local(zone, serialOf(year)));
        expect(datesIn(zone, cell, iso)).toEqual(datesIn(zone, iso, iso));
      }
    }
  });

  test.each(zones)("without a day, a time of day or a duration, is none in %s", (zone) => {
    for (const serial of [0, 0.01, 0.5, 0.9999, 1.5, 1.9999, -0.5]) {
      expect(() => datesIn(zone, local(zone, serial), "2026-03-31")).toThrow(
        "CLV_KPIS: date must be a date, or text such as 2026-03-31, got a time without a day in row 1 (write a date from 1900-01-01 on)",
      );
    }
  });

  test("of years before 1900 is none, as a cell and as text", () => {
    const got = (cell: unknown) =>
      messageOf("CLV_KPIS", column("Ann"), column(cell), column(1)).replace(/^.*, got /, "");
    expect(got(day("1850-05-05"))).toBe("1850-05-05 in row 1 (write a date from 1900-01-01 on)");
    expect(got("1850-05-05")).toBe('"1850-05-05" in row 1');
  });

  test("as_of is one, and an unreadable one is named without a row", () => {
    expect(messageOf("CLV_CUSTOMERS", column("Ann"), column("2026-03-05"), column(2), "05/03/2026")).toBe(
      'CLV_CUSTOMERS: as_of must be a date, or text such as 2026-03-31, got "05/03/2026" (as text, day and month can be confused)',
    );
  });

  test("a month as text is allowed for a period, and nowhere else", () => {
    expect(
      (
        readable(
          call("CLV_TREND", column("2026-01", "2026-02"), column(1, 1), column(1, 1), column(1, 1), 1),
        ) as unknown[][]
      ).slice(1),
    ).toEqual([
      ["2026-01-01", 1, 1, 1, 1, "", "", ""],
      ["2026-02-01", 1, 1, 1, 1, 0, 0, ""],
    ]);
    expect(messageOf("CLV_KPIS", column("Ann", "Bo"), column("2026-01", "2026-01-05"), column(2, 1))).toBe(
      'CLV_KPIS: date must be a date, or text such as 2026-03-31, got "2026-01" in row 1',
    );
  });
});

describe("a customer", () => {
  const customersIn = (...cells: unknown[]) =>
    (
      call(
        "CLV_CUSTOMERS",
        column(...cells),
        column(...cells.map(() => "2026-01-01")),
        column(...cells.map(() => 1)),
      ) as string[][]
    )
      .slice(1)
      .map(([name]) => name);

  test.each([
    [[7, "7", " 7 "], ["7"]],
    [["Ann", " Ann", "Ann\u00a0"], ["Ann"]],
    [
      ["Ann", "ann", "ANN"],
      ["ANN", "Ann", "ann"],
    ],
    [["", "Ann", " "], ["Ann"]],
    [[true, "TRUE"], ["TRUE"]],
    [[0.1, "0.1"], ["0.1"]],
    [[0, -0, "0"], ["0"]],
    [[day("2026-01-02"), "2026-01-02"], ["2026-01-02"]],
    [
      ["#VIP", "#1", "# 3"],
      ["# 3", "#1", "#VIP"],
    ],
    [
      ["=A1", "constructor", "__proto__"],
      ["=A1", "__proto__", "constructor"],
    ],
  ])("%j are the customers %j", (cells, names) => {
    expect(customersIn(...cells)).toEqual(names);
  });

  test.each([
    ["#REF!", "#REF!"],
    ["Loading...", "Loading"],
    [NaN, "NaN"],
    [new Date(NaN), "a date that does not exist"],
    [{}, "something that is not a cell value"],
  ])("%p is none", (cell, shown) => {
    expect(messageOf("CLV_KPIS", column("Ann", cell), column("2026-01-01", "2026-01-01"), column(1, 1))).toBe(
      `CLV_KPIS: customer must be a name or a number, got ${shown} in row 2`,
    );
  });
});
