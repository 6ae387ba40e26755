import { describe, expect, test } from "@jest/globals";
import { computed, unwrapped, wrapped } from "../../src/workbook/files/excelDummy";
import { fromExcel, toExcel } from "../../src/workbook/files/excelFormula";
import { liveFormula } from "../../src/workbook/files/excelSupport";

const known = {
  tabs: new Set(["orders", "my sheet"]),
  arity: (name: string) => (name === "IFERROR" ? ([2, 2] as const) : undefined),
};

describe("a formula that Excel can calculate", () => {
  test.each([
    ["=SUM(A2:A)+1", "SUM(A2:A1048576)+1", false],
    ["=sumifs('My sheet'!C2:C, A:A, \"x\")", "SUMIFS('My sheet'!C2:C1048576, A:A, \"x\")", false],
    ['=IF(Orders!A1="", "", Orders!A1)', 'IF(Orders!A1="", "", Orders!A1)', false],
    ["=XLOOKUP(D1,A:A,B:B)", "_xlfn.XLOOKUP(D1,A:A,B:B)", false],
    ['=COUNTIF(A2:A,">5")', 'COUNTIF(A2:A1048576,">5")', false],
    ["=SUM(A2:A9*B2:B9)", "SUM(A2:A9*B2:B9)", true],
    ["=SORT(FILTER(A2:B9,A2:A9>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A2:B9,A2:A9>1))", true],
    [
      "=LET(rate, 5%, twice, LAMBDA(x, x*2), twice(rate))",
      "_xlfn.LET(_xlpm.rate, 5%, _xlpm.twice, _xlfn.LAMBDA(_xlpm.x, _xlpm.x*2), _xlpm.twice(_xlpm.rate))",
      false,
    ],
    ["=SUM({1,2;-3,TRUE})", "SUM({1,2;-3,TRUE})", false],
    ['=LEN("CLV(A2:A)")', 'LEN("CLV(A2:A)")', false],
  ])("%s stays one, and comes back", (ours, text, isArray) => {
    expect(liveFormula(ours, known)).toEqual({ text, isArray });
    expect(fromExcel(text)!.toLowerCase()).toBe(ours.toLowerCase());
  });

  test.each([
    ["a function of ours", "=CLV(100, 36)"],
    ["a function of Sheets alone, nested", "=SUM(ARRAYFORMULA(A2:A9*2))"],
    ["a function whose name is Excel's but not its arguments", "=IFERROR(A1)"],
    ["several conditions, of which Excel knows one", "=FILTER(A2:B9,A2:A9>1,B2:B9>1)"],
    ["an open range that counts by its length", "=ROWS(A2:A)"],
    ["an open range cell by cell", "=SUM(A2:A*B2:B)"],
    ["an open range that spills", "=SORT(A2:A)"],
    ["blank cells of an open range", '=COUNTIF(A2:A,"<>x")'],
    ["an array that is put together from ranges", "={A1:A3;B1:B3}"],
    ["a tab that is not there", "=Gone!A1+1"],
    ["a name that nothing has", "=margin*2"],
    ["a text longer than Excel allows in a formula", `=LEN("${"x".repeat(256)}")`],
    ["more text than a formula of Excel's can hold", `=SUM(${"A1,".repeat(3000)}A1)`],
  ])("%s is none", (_, formula) => {
    expect(liveFormula(formula, known)).toBeUndefined();
  });
});

describe("a formula that Excel cannot calculate", () => {
  test.each([
    [0.1 + 0.2, "0.30000000000000004"],
    [-1e-7, "-1E-7"],
    ['a "b"', '"a ""b"""'],
    [true, "TRUE"],
    [null, '""'],
    ["", '""'],
    [{ error: "#N/A" }, "#N/A"],
  ])("stands beside its value %p", (value, written) => {
    const formula = wrapped('=CLV_KPIS(A2:A, "month")', value);
    expect(formula).toBe(`IFERROR(__xludf.DUMMYFUNCTION("CLV_KPIS(A2:A, ""month"")"),${written})`);
    expect(fromExcel(formula!)).toBe('=CLV_KPIS(A2:A, "month")');
  });

  test("leaves its spilled values to it when the file is read", () => {
    expect(computed(16)).toBe('IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),16)');
    expect(fromExcel(computed(16)!)).toBeUndefined();
  });

  test("and its value are written in pieces where Excel allows no longer text", () => {
    const formula = `=CLV(${'"é""𝒳", '.repeat(150)}1)`;
    const written = wrapped(formula, "y".repeat(600))!;
    const texts = written.match(/"(?:[^"]|"")*"/g)!;
    expect(texts.length).toBeGreaterThan(8);
    expect(Math.max(...texts.map((text) => text.length - 2))).toBeLessThanOrEqual(255);
    expect(written).not.toMatch(/[\uD800-\uDBFF]"&/);
    expect(fromExcel(written)).toBe(formula);
  });

  test("is given up where even so it is too long", () => {
    expect(wrapped(`=CLV(${"1,".repeat(4100)}1)`, 1)).toBeUndefined();
  });

  test("is found in a file that LibreOffice has saved", () => {
    expect(unwrapped('IFERROR(__xludf.dummyfunction("CLV(""a"")"),7)')).toBe('CLV("a")');
  });

  test("is not looked for long in one that never ends", () => {
    const start = performance.now();
    expect(unwrapped(`IFERROR(__xludf.DUMMYFUNCTION("${'""'.repeat(100_000)}x`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test("what only looks like a reference or a function is left alone", () => {
  expect(toExcel('=F("A2:A")&"LET(x,1,x)"')).toBe('F("A2:A")&"LET(x,1,x)"');
});
