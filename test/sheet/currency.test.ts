import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { currencyOf } from "../../src/sheet/amount";
import { currenciesIn } from "../../src/sheet/oneCurrency";
import { call, column, messageOf } from "../support/call";

describe("an amount as text says its currency by sign, abbreviation or code, on either side", () => {
  test.each([
    ["€10", "EUR"],
    ["10,00 EUR", "EUR"],
    ["10 eur", "EUR"],
    ["12,50 Euro", "EUR"],
    ["$10", "USD"],
    ["US$ 10", "USD"],
    ["10 USD", "USD"],
    ["($1,234.56)", "USD"],
    ["C$10", "CAD NIO"],
    ["CA$10", "CAD"],
    ["AUD$10", "AUD"],
    ["A$10", "AUD"],
    // eBay writes so.
    ["AU $804.70", "AUD"],
    ["US $1,015.79", "USD"],
    ["R$ 10,00", "BRL"],
    ["R 10", "ZAR"],
    ["RM 10", "MYR"],
    ["Rp 10", "IDR"],
    ["£10", "GBP"],
    ["¥1500", "JPY CNY"],
    ["1500 JPY", "JPY"],
    ["10 kr.", "SEK NOK DKK ISK"],
    ["S/. 10", "PEN"],
    ["Fr. 10", "CHF"],
    ["10 лв.", "BGN"],
    ["QQ$10", "QQ$"],
  ])("%j: %s", (text, codes) => {
    expect(currencyOf(text)).toEqual(codes.split(" "));
  });

  test("a code outweighs the sign next to it", () => {
    expect(currencyOf("$10.00 CAD")).toEqual(["CAD"]);
  });

  test.each(["10", "1,234.50", "ten", "", "5%"])("%j says none", (text) => {
    expect(currencyOf(text)).toBeUndefined();
  });

  /** How Node's own locale data writes the currencies of these countries. */
  const writers = [
    ["en-US", "USD"],
    ["en-GB", "GBP"],
    ["de-DE", "EUR"],
    ["fr-FR", "EUR"],
    ["en-US", "CAD"],
    ["en-US", "AUD"],
    ["en-US", "BRL"],
    ["en-US", "MXN"],
    ["en-US", "HKD"],
    ["en-US", "NZD"],
    ["en-US", "TWD"],
    ["en-IN", "INR"],
    ["ja-JP", "JPY"],
    ["zh-CN", "CNY"],
    ["ko-KR", "KRW"],
    ["sv-SE", "SEK"],
    ["nb-NO", "NOK"],
    ["da-DK", "DKK"],
    ["pl-PL", "PLN"],
    ["cs-CZ", "CZK"],
    ["hu-HU", "HUF"],
    ["ro-RO", "RON"],
    ["ru-RU", "RUB"],
    ["uk-UA", "UAH"],
    ["tr-TR", "TRY"],
    ["he-IL", "ILS"],
    ["id-ID", "IDR"],
    ["en-ZA", "ZAR"],
    ["de-CH", "CHF"],
    ["pt-BR", "BRL"],
  ] as const;

  test("as in any of these countries, by symbol and by code alike", () => {
    fc.assert(
      fc.property(fc.constantFrom(...writers), fc.integer({ min: 100, max: 99_999 }), (writer, cents) => {
        const [locale, currency] = writer;
        const written = (currencyDisplay: "symbol" | "code") =>
          new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }).format(cents / 100);
        const cells = [written("symbol"), written("code")];
        expect(currencyOf(cells[0]!)).toContain(currency);
        expect(currencyOf(cells[1]!)).toEqual([currency]);
        expect(currenciesIn(cells)).toHaveLength(1);
      }),
    );
  });
});

describe("currencies of a column", () => {
  const codesOf = (...cells: unknown[]) =>
    currenciesIn(cells).map(({ currency, index }) => [currency.join(" "), index]);

  test("are one however it is written, with plain numbers between", () => {
    expect(codesOf("€10", 20, "30 EUR", "40", "50 Euro")).toEqual([["EUR", 0]]);
    expect(codesOf("$10", "USD 20", "US$30")).toEqual([["USD", 0]]);
    expect(codesOf("¥10", "JPY 20", "20円")).toEqual([["JPY", 1]]);
  });

  test("a sign of several countries follows the code next to it", () => {
    expect(codesOf("10 kr", "SEK 20", "30 kr")).toEqual([["SEK", 1]]);
    expect(codesOf("10 kr", "SEK 20", "NOK 30")).toEqual([
      ["SEK", 1],
      ["NOK", 2],
    ]);
  });

  test("$ next to another country's dollar is another currency", () => {
    expect(codesOf("$10", "C$10", "CAD 10", "A$10")).toEqual([
      ["USD", 0],
      ["CAD", 2],
      ["AUD", 3],
    ]);
  });
});

describe("amounts in different currencies are refused with two cells", () => {
  const customers = column("a", "b", "c");
  const dates = column("2026-01-01", "2026-01-02", "2026-02-01");
  const mixed = column("€10", "$20", "1500 JPY");
  const cure = "convert the amounts into one first";
  const got = (name: string, first = "row 1", second = "row 2") =>
    `${name} must be in one currency, got "€10" in ${first} and "$20" in ${second}: ${cure}`;

  test.each(["CLV_CUSTOMERS", "CLV_KPIS", "CLV_COHORTS", "CLV_RFM", "CLV_FIT", "CLV_PREDICT"])(
    "by %s",
    (name) => {
      expect(messageOf(name, customers, dates, mixed)).toBe(`${name}: ${got("amount")}`);
    },
  );

  test("in revenue, spend, MRR and the grid of CLV_UNPIVOT, wherever they are", () => {
    expect(messageOf("CLV_ROLLING", mixed, column(1, 1, 1), column(1, 0, 1), 3)).toBe(
      `CLV_ROLLING: ${got("revenue")}`,
    );
    expect(messageOf("CLV_CAC", [["Spend", "€10", "$20"]], [["New", 1, 2]])).toBe(
      `CLV_CAC: ${got("spend", "column 2", "column 3")}`,
    );
    expect(messageOf("CLV_SUBSCRIPTIONS", customers, dates, "", mixed)).toBe(
      `CLV_SUBSCRIPTIONS: ${got("mrr")}`,
    );
    expect(
      messageOf("CLV_UNPIVOT", [
        ["Customer", "2026-01", "2026-02"],
        ["a", "€10", ""],
        ["b", "", "$20"],
      ]),
    ).toBe(`CLV_UNPIVOT: ${got("cube", "row 2, column 2", "row 3, column 3")}`);
  });

  test("rows that do not count do not mix", () => {
    expect(call("CLV_CUSTOMERS", column("a", "", "c"), dates, column("€10", "$20", "€30"))).toHaveLength(3);
  });

  test("functions of single values take each cell by itself", () => {
    expect(call("CLV", column("€10", "$20"), 2)).toEqual([[20], [40]]);
  });
});
