import { afterEach, describe, expect, test } from "@jest/globals";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";

let book: SharedWorkbook;
afterEach(() => book.workbook.dispose());

const formulas = (range: string) => book.sheet("Orders").getRange(range).getFormulas();

describe("built-in formulas", () => {
  test("take the place of CLV formulas, and restoring brings these back, moved as the cells were", () => {
    book = openShared({
      Orders: { A1: 100, B1: 36, D1: "=CLV(A1, B1)", D2: "=CLV_MAX_CAC(D1)*2", D3: "=A1*2" },
    });
    expect(book.choose("useNativeFormulas")).toBe(
      "2 formulas now use only Sheets' own functions and stay live for everyone. Restore CLV formulas in the menu brings the CLV formulas back",
    );
    expect(formulas("D1:D3")).toEqual([["=(A1*B1*1)"], ["=(D1/3)*2"], ["=A1*2"]]);
    book.sheet("Orders").getRange("A1").setValue(200);
    expect(book.sheet("Orders").getRange("D2").getValue()).toBe(4800);
    book.sheet("Orders").internal.worksheet.insertRowsBefore(0, 1);
    expect(book.choose("thawFormulas")).toBe(
      "2 CLV formulas are back. The tab CLV Formulas is no longer needed and has been removed",
    );
    expect(formulas("D2:D4")).toEqual([["=CLV(A2, B2)"], ["=CLV_MAX_CAC(D2)*2"], ["=A2*2"]]);
  });

  test("in the selected cells leave the others", () => {
    book = openShared({ Orders: { A1: "=CLV(1, 2)", A2: "=CLV(3, 4)", A3: "=CLV(5, 6)" } });
    book.sheet("Orders").getRange("A2:B2").activate();
    expect(book.choose("useNativeInSelection")).toBe(
      "1 formula now uses only Sheets' own functions and stays live for everyone. Restore CLV formulas in the menu brings the CLV formula back",
    );
    expect(formulas("A1:A3")).toEqual([["=CLV(1, 2)"], ["=(3*4*1)"], ["=CLV(5, 6)"]]);
    book.sheet("Orders").getRange("C7").activate();
    expect(book.choose("useNativeInSelection")).toBe("There is no CLV formula in the selected cells");
  });

  test("are not used where there is none, or where it would show something else", () => {
    book = openShared({
      Orders: { ...orders, F1: "=CLV_KPIS(A2:A, B2:B, C2:C)", P2: "=CLV(-1, 2)" },
    });
    expect(book.choose("useNativeFormulas")).toBe(
      [
        "No formula was replaced",
        "No built-in equivalent: Orders!F1 (CLV_KPIS). Turn them into values to share them",
        "Not changed, since the built-in formula gives a different result: Orders!P2",
      ].join("\n"),
    );
    expect(formulas("P2")).toEqual([["=CLV(-1, 2)"]]);
    expect(book.names()).toEqual(["Orders"]);
  });

  test("that a person has changed since stay", () => {
    book = openShared({ Orders: { A1: "=CLV(1, 2)" } });
    book.choose("useNativeFormulas");
    book.sheet("Orders").getRange("A1").setFormula("=1*3");
    expect(book.choose("thawFormulas")).toBe(
      [
        "No CLV formula is back. 1 could not be brought back and stays on the tab CLV Formulas:",
        "Orders!A1: its built-in formula has been changed",
        "Undo the change and restore again, or copy the formula from that tab to where you want it and type = before it",
      ].join("\n"),
    );
  });
});
