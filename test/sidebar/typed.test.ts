import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { sharePrecisely } from "../../src/sidebar/format";
import { readCount, readGrowingShare, readMoney, readNumber, readShare } from "../../src/sidebar/typed";

const value = (value: number | null) => ({ value });
const fault = (fault: string) => ({ fault });

describe("a share", () => {
  test.each(["40%", "40 %", "40", "0.4", "0,4", ".4", "40,0", " 40.0% "])("written %j is 40%", (text) => {
    expect(readShare("Gross margin", text)).toEqual(value(0.4));
  });

  test("is read the same as a percentage and as a fraction, with a point or a comma", () => {
    const perMille = fc.integer({ min: 11, max: 999 });
    fc.assert(
      fc.property(perMille, fc.constantFrom(".", ","), (number, mark) => {
        const [percent, fraction] = [String(number / 10), String(number / 1000)].map((text) =>
          text.replace(".", mark),
        );
        const expected = value(number / 1000);
        for (const text of [percent!, `${percent!}%`, fraction!])
          expect(readShare("Gross margin", text)).toEqual(expected);
      }),
    );
  });

  test.each(["en-US", "de-DE", "fr-FR", "pt-BR"])("that the field shows in %s is read back", (locale) => {
    for (const share of [0, 0.005, 0.01, 0.333, 0.4, 1])
      expect(readShare("Gross margin", sharePrecisely(share, locale))).toEqual(value(share));
  });

  test.each(["4000", "-5%", "101%", "forty", "%", "1.2.3"])("is not what %j says", (text) => {
    expect(readShare("Gross margin", text)).toEqual(
      fault(`Gross margin must be a share from 0% to 100%, got ${text}: write 40%, 40 or 0.4`),
    );
  });

  test("of 1 is asked about, since it may be 1% and 100%", () => {
    expect(readShare("Gross margin", "1")).toEqual(
      fault("Gross margin must say whether it is a percentage, got 1: write 1% or 100%"),
    );
    expect(readShare("Gross margin", "1%")).toEqual(value(0.01));
    expect(readShare("Gross margin", "100")).toEqual(value(1));
  });
});

test("an amount may have a currency and marks, and is refused where it can be two", () => {
  for (const text of ["1234.5", "1,234.50", "1.234,50 €", "$1,234.50"])
    expect(readMoney("Acquisition cost", text)).toEqual(value(1234.5));
  expect(readMoney("Acquisition cost", "1,234")).toEqual(
    fault(
      "Acquisition cost must be an amount that can be read only one way, got 1,234: write 1234 or 1.2340",
    ),
  );
  expect(readMoney("Acquisition cost", "-3")).toHaveProperty("fault");
});

test("a share that can grow has to say what 1 to 5 is", () => {
  for (const text of ["105%", "105", "1 05 %"])
    expect(readGrowingShare("NRR a year at least", text)).toEqual(value(1.05));
  expect(readGrowingShare("NRR a year at least", "0.95")).toEqual(value(0.95));
  expect(readGrowingShare("NRR a year at least", "1.05")).toEqual(
    fault("NRR a year at least must say whether it is a percentage, got 1.05: write 1.05% or 105%"),
  );
  expect(readGrowingShare("NRR a year at least", "600%")).toEqual(
    fault("NRR a year at least must be a share from 0% to 500%, got 600%: write 40%, 40 or 0.4"),
  );
});

test("a target is a number of 0 or more", () => {
  for (const text of ["2.5", "2,5"]) expect(readNumber("LTV:CAC at least", text)).toEqual(value(2.5));
  expect(readNumber("LTV:CAC at least", "three")).toEqual(
    fault("LTV:CAC at least must be a number of 0 or more, got three: write digits such as 3 or 3.5"),
  );
});

test("a number of periods is whole and 1 or more", () => {
  expect(readCount("Average over", "12")).toEqual(value(12));
  for (const text of ["0", "1.5", "-2", "a year"])
    expect(readCount("Average over", text)).toEqual(
      fault(`Average over must be a whole number of 1 or more, got ${text}`),
    );
});

test("a field that is emptied holds nothing", () => {
  for (const read of [readShare, readGrowingShare, readMoney, readNumber, readCount])
    expect(read("Horizon", " ")).toEqual(value(null));
});
