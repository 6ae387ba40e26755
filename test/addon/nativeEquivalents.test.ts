import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { functions } from "../../src/functions";
import { calledFunctions } from "../../src/formula/calls";
import { nativeFormula } from "../../src/addon/spreadsheet/nativeFormula";
import { averages } from "../../src/functions/averages";
import { drivers } from "../../src/functions/drivers";
import { builtAddon, openWorkbook } from "../support/workbook";

const workbook = openWorkbook({ code: builtAddon, timeZone: "UTC" });
afterAll(() => workbook.dispose());
const sheet = workbook.services.SpreadsheetApp.getActiveSheet();

const names = functions.flatMap(({ name, native }) => (native ? [name] : []));

/** What a formula and its native equivalent show, each in a place of its own. */
function shownBy(formula: string, height = 1): [unknown[][], unknown[][]] {
  const native = nativeFormula(formula);
  expect(native).toBeDefined();
  expect(calledFunctions(native!).filter((name) => name.startsWith("CLV"))).toEqual([]);
  sheet.getRange("M1:V20").clearContent();
  sheet.getRange("M1").setFormula(formula);
  sheet.getRange("P1").setFormula(native!);
  return [sheet.getRange(1, 13, height, 1).getValues(), sheet.getRange(1, 16, height, 1).getValues()];
}

/** Relative. */
const tolerance = 1e-9;

/** Cells where a formula and its native equivalent show something else. */
function differences(formula: string, height = 1): unknown[] {
  const [own, native] = shownBy(formula, height);
  const isNear = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= tolerance * Math.abs(a);
  return own.flatMap(([value], row) =>
    value === native[row]![0] || isNear(value, native[row]![0]) ? [] : [[formula, value, native[row]![0]]],
  );
}

describe("a built-in formula gives what ours gives", () => {
  test("there is one for each closed form: value from averages, drivers, CLV_ROLLING and CLV_RETENTION_BUDGET", () => {
    const closed = [...averages.functions, ...drivers.functions].map(({ name }) => name);
    expect(names).toEqual([...closed, "CLV_ROLLING", "CLV_RETENTION_BUDGET"]);
  });

  test.each(functions.filter(({ name }) => names.includes(name)).map(({ example }) => example.formula))(
    "for the example %s",
    (formula) => expect(differences(formula)).toEqual([]),
  );

  const amount = fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100);
  const rate = fc.integer({ min: 1, max: 99 }).map((percent) => `${percent}%`);
  const count = fc.integer({ min: 1, max: 60 });
  const period = fc.constantFrom('"day"', '"week"', '"month"', '"quarter"', '"year"');
  const kind = fc.constantFrom('"churn"', '"retention"', '"discount"');
  const maybe = (one: fc.Arbitrary<unknown>) => fc.option(one, { nil: "" });
  const given: Readonly<Record<string, readonly fc.Arbitrary<unknown>[]>> = {
    CLV: [amount, amount, maybe(rate)],
    CLV_NET_CAC: [amount, amount, amount, maybe(rate)],
    CLV_NRR: [fc.integer({ min: 2000, max: 9000 }), amount, amount, amount],
    CLV_GRR: [fc.integer({ min: 2000, max: 9000 }), amount, amount],
    CLV_RETENTION_BUDGET: [amount, rate, rate, maybe(amount), maybe(rate)],
    CLV_QUICK_RATIO: [amount, amount, amount, amount, maybe(amount)],
    CLV_ORDERS: [amount, amount, amount, maybe(amount), maybe(rate)],
    CLV_FROM_CHURN: [
      amount,
      fc.integer({ min: 30, max: 99 }).map((percent) => `${percent}%`),
      maybe(rate),
      maybe(fc.integer({ min: -50, max: 40 }).map((percent) => `${percent}%`)),
      maybe(count),
    ],
    CLV_DISCOUNTED: [amount, rate, rate, maybe(count), maybe(fc.constantFrom('"now"', '"later"'))],
    CLV_LIFETIME: [rate, maybe(count)],
    CLV_CHURN_RATE: [fc.integer({ min: 0, max: 9 }), fc.integer({ min: 9, max: 99 })],
    CLV_CONVERT_RATE: [rate, period, period, maybe(kind)],
    CLV_CAC_RATIO: [amount, amount],
    CLV_PAYBACK: [amount, amount, maybe(rate), fc.constant("")],
    CLV_MAX_CAC: [amount, maybe(amount)],
  };
  test.each(Object.keys(given))(
    "for any arguments of %s, written in the formula or taken from cells",
    (name) => {
      fc.assert(
        fc.property(fc.tuple(...given[name]!), fc.boolean(), (args, inCells) => {
          sheet.getRange("A1:F1").clearContent();
          args.forEach((arg, column) => {
            const isText = typeof arg === "string" && arg.startsWith('"');
            sheet
              .getRange(1, column + 1)
              .setValue(
                isText
                  ? arg.slice(1, -1)
                  : typeof arg === "string" && arg.endsWith("%")
                    ? Number(arg.slice(0, -1)) / 100
                    : arg,
              );
          });
          expect(
            differences(
              `=${name}(${args.map((arg, column) => (inCells ? `${"ABCDEF"[column]!}1` : String(arg))).join(", ")})`,
            ),
          ).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  test("for a payback with churn that is reached", () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 90 }),
        (cac, churn, part) => {
          const revenue = (cac * churn) / part;
          expect(differences(`=CLV_PAYBACK(${cac}, ${revenue}, , ${churn}%)`)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("for whole columns, blank where all of a row is", () => {
    sheet.getRange("A1:C4").setValues([
      [100, 36, 0.8],
      [50, 12, ""],
      ["", "", ""],
      [70, 2, 0.5],
    ]);
    expect(differences("=CLV(A1:A4, B1:B4, C1:C4)", 4)).toEqual([]);
    expect(differences("=CLV_FROM_CHURN(A1:A4, 5%, C1:C4, , 12)", 4)).toEqual([]);
    expect(differences("=CLV(A1:A4, 36)", 4)).toEqual([]);
  });

  test("within other functions, and of calls within calls", () => {
    expect(
      differences(
        '=IFERROR(CLV_CAC_RATIO(CLV(100, 36, 80%), CLV_CAC({1000;1400}, {10;14})), "CLV(1)")&" times"',
      ),
    ).toEqual([]);
    expect(differences('=CLV_FROM_CHURN(100, CLV_CONVERT_RATE(20%, "year", "month"), 1-20%)*2')).toEqual([]);
    expect(differences("=CLV_MAX_CAC(CLV_LIFETIME(CLV_CHURN_RATE(5, 200))*10)-1")).toEqual([]);
  });

  const rows = fc.array(fc.tuple(amount, fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 3,
    maxLength: 15,
  });
  test("for rolling series of customers lost or of rates, with a header and blank rows after them", () => {
    fc.assert(
      fc.property(
        rows,
        fc.boolean(),
        fc.constantFrom("", '"pooled"', '"average"'),
        maybe(rate),
        (figures, areRates, method, margin) => {
          sheet.getRange("A1:F30").clearContent();
          sheet.getRange("A1:C1").setValues([["Revenue", "Customers", "Lost"]]);
          sheet
            .getRange(2, 1, figures.length, 3)
            .setValues(
              figures.map(([revenue, customers, lost]) => [
                revenue,
                customers,
                areRates ? (lost + 0.5) / 100 : lost,
              ]),
            );
          expect(
            differences(`=CLV_ROLLING(A1:A30, B1:B30, C1:C30, 3, ${margin as string}, ${method})`),
          ).toEqual([]);
          expect(differences("=CLV_CAC(A2:A, B2:B)")).toEqual([]);
          expect(differences("=CLV_CAC(A1:A30, B1:B30, 2)")).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("a built-in rolling value reads churn as ours does", () => {
  const figures = [
    [1000, 10],
    [1000, 10],
    [1200, 12],
  ];
  /** Sheets would take "5%" for a number. */
  const asText = (cell: string | number) => (typeof cell === "string" ? `'${cell}` : cell);
  test.each([
    ["Churn rate", 1, 0, 1],
    ["Taux d’attrition", 1, 1, 1],
    ["Lost", 1, 0, 1],
    ["Lost", 5, 4, 6],
    ["Churn", "5%", "4%", "6%"],
    ["Churn", 0, "100%", 0],
    ["Churn", 0.05, "4%", 0.06],
  ])("%s: %p, %p, %p", (heading, ...churn) => {
    sheet.getRange("A1:C30").clearContent();
    sheet.getRange("A1:C1").setValues([["Revenue", "Customers", heading]]);
    sheet.getRange("A2:C4").setValues(figures.map((row, at) => [...row, asText(churn[at]!)]));
    for (const method of ["", '"pooled"'])
      expect(differences(`=CLV_ROLLING(A1:A30, B1:B30, C1:C30, 3, , ${method})`)).toEqual([]);
  });
});

describe("a built-in formula", () => {
  test.each([
    ["=CLV(A2, 36, 80%)", "=(A2*36*80%)"],
    ["=CLV(A2, B2, C2)", '=LET(the_gross_margin, IF(C2="", 1, C2), A2*B2*the_gross_margin)'],
    ["=CLV_LIFETIME(A2)+1", "=(1/A2)+1"],
    ['=CLV_CONVERT_RATE(B2, "month", "year")', "=(1-(1-B2)^12)"],
    ['=CLV_CONVERT_RATE(B2, "year", "month", "retention")', "=(B2^(1/12))"],
    ['=CLV_CONVERT_RATE(B2, "year", "month", "discount")', "=((1+B2)^(1/12)-1)"],
    ["=CLV(A2:A, 36)", '=ARRAYFORMULA((IF((A2:A=""), "", A2:A*36*1)))'],
    ["=CLV_CAC(Spend!B2:B, C2:C)", "=(SUM(Spend!B2:B)/SUM(C2:C))"],
  ])("of %s is %s", (formula, native) => {
    expect(nativeFormula(formula)).toBe(native);
  });

  test.each([
    "=CLV_KPIS(A:A, B:B, C:C)",
    "=CLV(1, INDEX(CLV_TREND(A:A, B:B, C:C, D:D), 3, 2))",
    '=CLV_DISCOUNTED(1, 2%, 3%, , "then")',
    '=CLV_CONVERT_RATE(2%, "month", "decade")',
    '=CLV_CONVERT_RATE(2%, "month", "year", "growth")',
    "=CLV_ROLLING(A:A, B:B, C:C, 12, D:D)",
  ])("there is none for %s", (formula) => {
    expect(nativeFormula(formula)).toBeUndefined();
  });
});
