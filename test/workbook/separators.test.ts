import { describe, expect, test } from "@jest/globals";
import { openProbe, withCommas } from "../support/workbook";

describe("; between arguments becomes a comma, and nothing else changes", () => {
  test.each([
    ["=CLV(100;36)", "=CLV(100,36)"],
    ["=F(1;;3)", "=F(1,,3)"],
    ["=SUM({1;2;3};4)", "=SUM({1;2;3},4)"],
    ["={1;2}", "={1;2}"],
    ["=F({1;G(2;3)};4)", "=F({1;G(2,3)},4)"],
    ['=F("a;b";"say ""x;y""";1)', '=F("a;b","say ""x;y""",1)'],
    ["=F('a;b'!A1;'it''s; ok'!A2)", "=F('a;b'!A1,'it''s; ok'!A2)"],
    ["=F(1,2)", "=F(1,2)"],
    ["just; text", "just; text"],
  ])("%s", (typed, stored) => {
    expect(withCommas(typed)).toBe(stored);
  });
});

test("a formula entered with ; is stored with commas and calculated", () => {
  const book = openProbe();
  expect(book.seen('1;{2;3};"4;5"')).toEqual([1, [[2], [3]], "4;5"]);
  const sheet = book.services.SpreadsheetApp.getActiveSheet();
  expect(sheet.getRange("Z1").getFormula()).toBe('=SEEN(1,{2;3},"4;5")');
});
