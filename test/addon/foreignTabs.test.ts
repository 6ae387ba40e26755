import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type SharedWorkbook, openShared, orders } from "../support/sharing";

const own = ["CLV Formulas", "CLV Setup", "CLV History", "CLV self-test", "CLV self-test at work"];
let book: SharedWorkbook;
const contents = () =>
  own.map((name) => {
    const range = book.sheet(name).getDataRange();
    return [range.getValues(), range.getFormulas()];
  });

beforeAll(() => {
  const mine = { A1: "mine", A4: "keep this", B5: "=1+1" };
  book = openShared({
    Orders: { ...orders, F2: "=CLV(1, 2)" },
    ...Object.fromEntries(own.map((name) => [name, mine])),
  });
});

afterAll(() => book.workbook.dispose());

describe("a tab that has the name of one of the add-on's and was not made by it", () => {
  test.each([
    ["freezeFormulas", "CLV Formulas"],
    ["freezeTab", "CLV Formulas"],
    ["thawFormulas", "CLV Formulas"],
    ["useNativeFormulas", "CLV Formulas"],
    ["addToHistory", "CLV History"],
    ["selfTest", "CLV self-test at work"],
  ])("stays as it is, and %s says that %s is to be renamed", (item, tab) => {
    const before = contents();
    book.sheet("Orders").activate();
    expect(book.choose(item)).toBe(
      `The tab ${tab} was not made by CLV, so it was not changed. Rename it, then try again`,
    );
    expect(contents()).toEqual(before);
    expect(book.sheet("Orders").getRange("F2").getFormula()).toBe("=CLV(1, 2)");
  });

  test("stays as it is where a live report would write its assumptions", () => {
    const before = contents();
    book.sheet("Orders").activate();
    book.workbook.call("buildReport", []);
    expect(contents()).toEqual(before);
    expect(book.names()).toEqual(["Orders", ...own]);
  });
});
