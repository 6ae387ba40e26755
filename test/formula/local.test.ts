import { describe, expect, test } from "@jest/globals";
import { inLocalNotation } from "../../src/formula/local";
import { functions } from "../../src/functions";
import { keptFormula } from "../../src/workbook/services/ways/typedFormula";

describe("a formula as it is typed where a comma is the decimal sign", () => {
  test.each([
    ["=MAX(1, 2)", "=MAX(1; 2)"],
    ["=CLV(100.5, 36, 0.8)", "=CLV(100,5; 36; 0,8)"],
    ["=SUM({1.5, 2; 3, 4})", "=SUM({1,5\\ 2; 3\\ 4})"],
    ['=IF(A1="a, 1.5", "", \'b, 1.5\'!B2)', '=IF(A1="a, 1.5"; ""; \'b, 1.5\'!B2)'],
    ["=CLV(Orders[Amount, net], 2)", "=CLV(Orders[Amount, net]; 2)"],
    ["=F({A1, MAX(1, 2)})", "=F({A1\\ MAX(1; 2)})"],
    ["=-1.5E-3", "=-1,5E-3"],
    ["=SUM(A1:A, $B$2:B)", "=SUM(A1:A; $B$2:B)"],
  ])("%s is %s", (formula, typed) => {
    expect(inLocalNotation(formula)).toBe(typed);
  });

  // The local workbook reads what is typed by a scanner of its own.
  test("is read as the same formula again, for the example of every function", () => {
    for (const { example } of functions)
      expect(keptFormula(inLocalNotation(example.formula), "de_DE")).toBe(example.formula);
  });
});
