import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { calledFunctions } from "../../src/formula/calls";
import { filledTemplate, templateOf } from "../../src/formula/template";
import { tokens } from "../../src/formula/tokens";

describe("a template", () => {
  test.each([
    ["=CLV(A2, $B$2)", "=CLV(⟦own 1⟧, ⟦own 2⟧)", ["Here!A2", "Here!$B$2"]],
    [
      "=CLV_X(A2:A, A:A, 3:3, $B2:C$9)",
      "=CLV_X(⟦own 1⟧, ⟦own 2⟧, ⟦own 3⟧, ⟦own 4⟧)",
      ["Here!A2:A", "Here!A:A", "Here!3:3", "Here!$B2:C$9"],
    ],
    ["=CLV_X(Orders!B2:2, Q1!C4:$D)", "=CLV_X(⟦1⟧, ⟦2⟧)", ["Orders!B2:2", "Q1!C4:$D"]],
    ["=SUM('Bob''s (A1)'!A1:B2)", "=SUM(⟦1⟧)", ["'Bob''s (A1)'!A1:B2"]],
    ["=SUM(Köln!A1)", "=SUM(⟦1⟧)", ["Köln!A1"]],
    [
      '=IF(A1="A1", "say ""B2""", CLV(C3,2))',
      '=IF(⟦own 1⟧="A1", "say ""B2""", CLV(⟦own 2⟧,2))',
      ["Here!A1", "Here!C3"],
    ],
    [
      "=LOG10(A1)+ATAN2(1,2)+margin+my_A1+Sales.B2",
      "=LOG10(⟦own 1⟧)+ATAN2(1,2)+margin+my_A1+Sales.B2",
      ["Here!A1"],
    ],
    ["=SUM(Orders[A1])+{1,2;3,4E5}", "=SUM(Orders[A1])+{1,2;3,4E5}", []],
    ["=LET(k, A1, k*AB12)", "=LET(k, ⟦own 1⟧, k*⟦own 2⟧)", ["Here!A1", "Here!AB12"]],
    ["=CLV(#REF!, A2)", "=CLV(#REF!, ⟦own 1⟧)", ["Here!A2"]],
    ["=Orders!margin*A1%", "=Orders!margin*⟦own 1⟧%", ["Here!A1"]],
  ])("of %s holds no reference", (formula, text, references) => {
    expect(templateOf(formula, "Here")).toEqual({ text, references });
  });

  const piece = fc.constantFrom(
    "A1",
    "$B$2:C",
    "3:3",
    "A:B",
    "'It''s'!A1:A",
    "Tab!B2",
    '"A1 ""x"" ⟦1⟧"',
    "CLV(",
    ")",
    ", ",
    "+",
    "1.5E3",
    "name",
    "{1;2}",
    "#REF!",
    "&",
    " ",
  );
  test("filled with its own references is the formula", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const formula = `=${pieces.join(" ")}`;
        const { text, references } = templateOf(formula, "Here");
        expect(filledTemplate(text, references, "Here")).toBe(formula);
      }),
    );
  });

  test("follows its references; one without a tab stays so unless the formula is on another", () => {
    const { text } = templateOf("=CLV(A2, Data!B2)", "Orders");
    expect(filledTemplate(text, ["'My orders'!A3", "Data!C2"], "My orders")).toBe("=CLV(A3, Data!C2)");
    expect(filledTemplate(text, ["Orders!A3", "Data!C2"], "Elsewhere")).toBe("=CLV(Orders!A3, Data!C2)");
    expect(filledTemplate(text, ["#REF!", "Orders!#REF!"], "Orders")).toBe("=CLV(#REF!, Orders!#REF!)");
  });
});

describe("tokens", () => {
  test("put together are the formula, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (formula) => {
        expect(
          tokens(formula)
            .map(({ text }) => text)
            .join(""),
        ).toBe(formula);
      }),
    );
  });

  test.each([
    ["=clv(1,2)", ["CLV"]],
    ['=LET(x, IFERROR(CLV_KPIS (A:A), ""), x)', ["LET", "IFERROR", "CLV_KPIS"]],
    ["=\"CLV(1)\"&'CLV(2)'!A1", []],
    ["=CLV_Setup!A1", []],
  ])("of %s tell its functions", (formula, names) => {
    expect(calledFunctions(formula)).toEqual(names);
  });
});
