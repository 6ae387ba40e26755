import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readAmount } from "../../src/sheet/amount";

const noBreak = "\u00a0";
const narrow = "\u202f";
const thin = "\u2009";

describe("an amount in a common notation is read", () => {
  test.each([
    ["1234", 1234],
    ["1234.56", 1234.56],
    ["1234,56", 1234.56],
    ["€1.234,56", 1234.56],
    ["$1,234.56", 1234.56],
    ["1,234.56 $", 1234.56],
    ["$1,234,567", 1234567],
    ["1.234.567,8", 1234567.8],
    ["1.234.567", 1234567],
    ["1 234,56 EUR", 1234.56],
    [`1${noBreak}234,56${noBreak}€`, 1234.56],
    [`1${narrow}234,56${noBreak}EUR`, 1234.56],
    [`1${thin}234${thin}567,5 €`, 1234567.5],
    ["1 234 567", 1234567],
    ["1'234.50 CHF", 1234.5],
    ["CHF 1’234’567.50", 1234567.5],
    ["R$ 1.234,56", 1234.56],
    ["R$\u00a01.234,56", 1234.56],
    ["A$12.50", 12.5],
    ["US$ 12.50", 12.5],
    ["CA$1,234.50", 1234.5],
    ["12.50 usd", 12.5],
    ["12,50 Euro", 12.5],
    ["$12.00 USD", 12],
    ["£12", 12],
    ["¥1,234,567", 1234567],
    ["\uffe5120", 120],
    ["₹12,34,567.89", 1234567.89],
    ["12,34,567", 1234567],
    ["Rs.500", 500],
    ["Rs. 1,23,456.70", 123456.7],
    ["Rp 1.234.567", 1234567],
    ["1 234,50 kr", 1234.5],
    ["kr. 1.234,50", 1234.5],
    ["1 234,50 zł", 1234.5],
    ["1 234,50 Kč", 1234.5],
    ["1 234,50 Ft", 1234.5],
    ["R 1 234,56", 1234.56],
    ["Fr. 12.50", 12.5],
    ["lei 12,50", 12.5],
    ["12,50 лв.", 12.5],
    ["\u200f12.50\u00a0\u200f₪", 12.5],
    [" 12 ", 12],
    ["+12", 12],
    [".5", 0.5],
    [",5", 0.5],
    ["0.125", 0.125],
    ["0,125", 0.125],
    ["1234.567", 1234.567],
    ["1,2345", 1.2345],
    ["1 234,567", 1234.567],
    ["007", 7],
  ])("%j is %d", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
});

describe("minus is a sign before or behind, or brackets", () => {
  test.each([
    ["-12", -12],
    ["−12", -12],
    ["–12,50", -12.5],
    ["12-", -12],
    ["12.50−", -12.5],
    ["-$12.50", -12.5],
    ["$-12.50", -12.5],
    ["€ -1.234,56", -1234.56],
    ["-1 234,56 EUR", -1234.56],
    ["1 234,56- EUR", -1234.56],
    ["1 234,56 EUR-", -1234.56],
    ["(12.00)", -12],
    ["($1,234.56)", -1234.56],
    ["$(1,234.56)", -1234.56],
    ["$ (1,234.56)", -1234.56],
    ["(12,50) EUR", -12.5],
    ["-0", 0],
    ["(0.00)", 0],
  ])("%j is %d", (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
});

test.each([
  "1,234",
  "1.234",
  "$1,234",
  "1.234 €",
  "12,345",
  "123.456",
  "-1,234",
  "(1.234)",
  "EUR 1,234",
  "1,000",
])("%j is ambiguous: a thousand to some, a fraction to others", (text) => {
  expect(readAmount(text)).toBe("ambiguous");
});

describe("what is not an amount is not read", () => {
  test.each([
    "",
    " ",
    "-",
    "()",
    "$",
    "EUR",
    ".",
    ",",
    "5.",
    "abc",
    "n/a",
    "12 apples",
    "Rev 2026",
    "Jan 2026",
    "Top 100",
    "SKU 1234",
    "day 5",
    "Row12",
    "1e5",
    "0x10",
    "Infinity",
    "NaN",
    "5%",
    "--5",
    "+-5",
    "-5-",
    "(-5)",
    "-(5)",
    "((5))",
    "(5",
    "5)",
    "12 34",
    "1 23",
    "1 234 5",
    "1234 567",
    "12 3456",
    "1 234,50 200",
    "1 234'567",
    "1,234 567",
    "1 234,567.89",
    "1 234.567,89",
    "10 20",
    "12,50 300",
    "1\n234",
    "12\t345",
    "1,23,45",
    "1.23.45",
    "1,2,3",
    "1.234,567.89",
    "1,234.567,89",
    "1234,567,890",
    "12.34.567",
    "123,45,678",
    "..5",
    "1..5",
    "1.,5",
    "2026-03-31",
    "31.03.2026",
    "03/04/2026",
    "12:30",
    "192.168.0.1",
    "#REF!",
    "€ EUR 5",
    "Eur 5",
    "9".repeat(400),
  ])("%j", (text) => {
    expect(readAmount(text)).toBeUndefined();
  });
});

test("a text as long as a cell can hold is refused as quickly as a short one", () => {
  for (const unit of [" ", "- ", "1 ", "1,", "(", "$", "' "]) {
    expect(readAmount(`1${unit.repeat(20_000)}x`)).toBeUndefined();
  }
});

/** How people and programs of many countries write money, as Node's own locale data has it. */
const writers = [
  ["en-US", "USD"],
  ["en-GB", "GBP"],
  ["en-CA", "USD"],
  ["en-AU", "AUD"],
  ["en-IN", "INR"],
  ["hi-IN", "INR"],
  ["en-ZA", "ZAR"],
  ["de-DE", "EUR"],
  ["de-AT", "EUR"],
  ["de-CH", "CHF"],
  ["fr-FR", "EUR"],
  ["fr-CH", "CHF"],
  ["fr-CA", "CAD"],
  ["it-IT", "EUR"],
  ["es-ES", "EUR"],
  ["es-MX", "MXN"],
  ["es-AR", "ARS"],
  ["pt-BR", "BRL"],
  ["pt-PT", "EUR"],
  ["nl-NL", "EUR"],
  ["da-DK", "DKK"],
  ["sv-SE", "SEK"],
  ["nb-NO", "NOK"],
  ["fi-FI", "EUR"],
  ["pl-PL", "PLN"],
  ["cs-CZ", "CZK"],
  ["hu-HU", "HUF"],
  ["ro-RO", "RON"],
  ["bg-BG", "BGN"],
  ["uk-UA", "UAH"],
  ["ru-RU", "RUB"],
  ["lt-LT", "EUR"],
  ["tr-TR", "TRY"],
  ["he-IL", "ILS"],
  ["zh-CN", "CNY"],
  ["ja-JP", "JPY"],
  ["ko-KR", "KRW"],
  ["id-ID", "IDR"],
  ["en-NG", "NGN"],
] as const;

const writer = fc
  .record({
    country: fc.constantFrom(...writers),
    style: fc.constantFrom("decimal", "symbol", "narrowSymbol", "code"),
    useGrouping: fc.boolean(),
    currencySign: fc.constantFrom("standard", "accounting"),
    decimals: fc.constantFrom(0, 1, 2, 3),
  })
  .map(({ country: [locale, currency], style, useGrouping, currencySign, decimals }) => {
    const money =
      style === "decimal" ? {} : { style: "currency", currency, currencyDisplay: style, currencySign };
    const format = new Intl.NumberFormat(locale, {
      ...money,
      useGrouping,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as Intl.NumberFormatOptions);
    return { decimals, write: (value: number) => format.format(value) };
  });

test("an amount with two decimals, written as in any of these countries, is read as that amount", () => {
  fc.assert(
    fc.property(writer, fc.integer({ min: -1e13, max: 1e13 }), ({ decimals, write }, cents) => {
      fc.pre(decimals === 2);
      expect(readAmount(write(cents / 100))).toBe(cents === 0 ? 0 : cents / 100);
    }),
    { numRuns: 2000 },
  );
});

test("an amount with any decimals, written as in any of these countries, is never read as another amount", () => {
  fc.assert(
    fc.property(writer, fc.integer({ min: -1e12, max: 1e12 }), ({ decimals, write }, units) => {
      const amount = units === 0 ? 0 : units / 10 ** decimals;
      expect([amount, "ambiguous"]).toContain(readAmount(write(amount)));
    }),
    { numRuns: 4000 },
  );
});

test("whatever the text, the reading is a finite number, ambiguous or nothing", () => {
  const piece = fc.constantFrom(
    ..."0123456789.,-+() '’$€%".split(""),
    "EUR",
    "kr",
    "1,234",
    "1.5",
    "\u00a0",
    "e",
    "x",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const reading = readAmount(written);
      expect(
        reading === undefined ||
          reading === "ambiguous" ||
          (Number.isFinite(reading) && !Object.is(reading, -0)),
      ).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("reading depends on neither a sign of currency nor spaces around the text", () => {
  const body = fc
    .array(fc.constantFrom(..."0123456789.,".split("")), { minLength: 1, maxLength: 10 })
    .map((characters) => characters.join(""));
  fc.assert(
    fc.property(body, fc.constantFrom("$", "€ ", "EUR ", "CHF\u00a0", " "), (text, mark) => {
      expect(readAmount(mark + text)).toBe(readAmount(text));
      expect(readAmount(`${text} ${mark.trim()}`)).toBe(readAmount(text));
    }),
    { numRuns: 2000 },
  );
});
