import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

/** Each column of a chain spills from the one before it: A → C → E → G → I. */
const chain = {
  A1: "=SEQUENCE(3)",
  C1: "=ARRAYFORMULA(A1:A3*2)",
  E1: '=FILTER(C1:C, C1:C<>"")',
  G1: "=ARRAYFORMULA(E1:E3+1)",
  I1: '=SUM(FILTER(G1:G, G1:G<>""))',
};

describe("results that spill into what others spill from", () => {
  test.each([
    ["in order", Object.entries(chain)],
    ["in reverse", Object.entries(chain).reverse()],
  ])("are right when their formulas are set at once, %s", (_, cells) => {
    const { services } = openProbe();
    const sheet = services.SpreadsheetApp.getActiveSheet();
    for (const [cell, formula] of cells) sheet.getRange(cell).setFormula(formula);
    expect(sheet.getRange("I1").getValue()).toBe(3 + 5 + 7);
  });

  test("follow the first of them", () => {
    const { services, set } = openProbe();
    const sheet = services.SpreadsheetApp.getActiveSheet();
    set(chain);
    expect(sheet.getRange("I1").getValue()).toBe(15);
    sheet.getRange("A1").setFormula("=SEQUENCE(2)");
    sheet.getRange("C1").setFormula("=ARRAYFORMULA(A1:A2*2)");
    sheet.getRange("G1").setFormula("=ARRAYFORMULA(E1:E2+1)");
    expect(sheet.getRange("I1").getValue()).toBe(3 + 5);
  });
});
