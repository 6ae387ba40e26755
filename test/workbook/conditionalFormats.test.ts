import { describe, expect, test } from "@jest/globals";
import { openProbe, type Probe, styleByRules } from "../support/workbook";

const open = () => {
  const book = openProbe({ timeZone: "UTC" });
  const { SpreadsheetApp } = book.services;
  return { book, SpreadsheetApp, sheet: SpreadsheetApp.getActiveSheet() };
};

/** What the rules make of a cell: Univer calculates them a moment later. */
async function styled(book: Probe, cell: string): Promise<{ background?: string; color?: string }> {
  const look = () => styleByRules(book, cell);
  look();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { bg, cl } = look();
  return { ...(bg?.rgb && { background: bg.rgb }), ...(cl?.rgb && { color: cl.rgb }) };
}

describe("conditional formats", () => {
  test("are read as they were set, the first having its way", async () => {
    const { book, SpreadsheetApp, sheet } = open();
    sheet.getRange("A1:A3").setValues([[1], [5], [10]]);
    const range = sheet.getRange("A1:A3");
    const rule = SpreadsheetApp.newConditionalFormatRule;
    sheet.setConditionalFormatRules([
      rule()
        .whenFormulaSatisfied("=A1>7")
        .setBackground("#ff0000")
        .setFontColor("#ffffff")
        .setRanges([range])
        .build(),
      rule().whenFormulaSatisfied("=A1>2").setBackground("#00ff00").setRanges([range]).build(),
    ]);
    const [first, second] = sheet.getConditionalFormatRules();
    expect(first!.getRanges().map((each) => each.getA1Notation())).toEqual(["A1:A3"]);
    expect(first!.getBooleanCondition()!.getBackground()).toBe("#ff0000");
    expect(first!.getBooleanCondition()!.getFontColor()).toBe("#ffffff");
    expect(first!.getBooleanCondition()!.getCriteriaValues()).toEqual(["=A1>7"]);
    expect(second!.getBooleanCondition()!.getCriteriaValues()).toEqual(["=A1>2"]);
    expect(first!.getGradientCondition()).toBeNull();
    expect(await styled(book, "A1")).toEqual({});
    expect(await styled(book, "A2")).toEqual({ background: "#00ff00" });
    expect(await styled(book, "A3")).toEqual({ background: "#ff0000", color: "#ffffff" });
  });

  test("color scales run from the least to the greatest value, over spilled results too", async () => {
    const { book, SpreadsheetApp, sheet } = open();
    // 0 to 20 in steps of 10 down, and 1 more to the right.
    sheet.getRange("A1").setFormula("GRID(3, 2)");
    const scale = SpreadsheetApp.newConditionalFormatRule()
      .setGradientMaxpoint("#d200d2")
      .setGradientMinpoint("#000000")
      .setRanges([sheet.getRange("A1:B3")]);
    sheet.setConditionalFormatRules([scale.build()]);
    const gradient = sheet.getConditionalFormatRules()[0]!.getGradientCondition()!;
    expect([gradient.getMinColor(), gradient.getMaxColor()]).toEqual(["#000000", "#d200d2"]);
    expect(await styled(book, "A1")).toEqual({ background: "rgb(0,0,0)" });
    // Of the way from 0 to 21, red and blue make 10 shades a step: 210 in all.
    expect(await styled(book, "A2")).toEqual({ background: "rgb(100,0,100)" });
    expect(await styled(book, "B2")).toEqual({ background: "rgb(110,0,110)" });
  });

  test("follow results that change", async () => {
    const { book, SpreadsheetApp, sheet } = open();
    sheet.getRange("D1").setValue(1);
    sheet.getRange("A1").setFormula("GRID(2, 1) * D1");
    sheet.getRange("A3").setValue(200);
    const scale = SpreadsheetApp.newConditionalFormatRule()
      .setGradientMinpoint("#000000")
      .setGradientMaxpoint("#c80000")
      .setRanges([sheet.getRange("A1:A3")]);
    sheet.setConditionalFormatRules([scale.build()]);
    // A shade for each 1 of 200.
    expect(await styled(book, "A2")).toEqual({ background: "rgb(10,0,0)" });
    sheet.getRange("D1").setValue(10);
    expect(sheet.getRange("A2").getValue()).toBe(100);
    expect(await styled(book, "A2")).toEqual({ background: "rgb(100,0,0)" });
  });

  test("hold in all their cells where a formula over another one is true, and follow it", async () => {
    const { book, SpreadsheetApp, sheet } = open();
    sheet.getRange("D1").setFormula('=IF(E1>0, "yes", "no")');
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=LEFT($D$1)="y"')
      .setBackground("#ff0000");
    sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange("A1:B2")]).build()]);
    expect(await styled(book, "B2")).toEqual({});
    sheet.getRange("E1").setValue(1);
    for (const cell of ["A1", "B2"]) expect(await styled(book, cell)).toEqual({ background: "#ff0000" });
    expect(await styled(book, "C1")).toEqual({});
    const [read] = sheet.getConditionalFormatRules();
    expect(read!.getBooleanCondition()!.getCriteriaValues()).toEqual(['=LEFT($D$1)="y"']);
  });

  test("move with inserted rows, are saved with the workbook and cleared with its cells", () => {
    const { book, SpreadsheetApp, sheet } = open();
    const scaleOf = (place: string) =>
      SpreadsheetApp.newConditionalFormatRule()
        .setGradientMinpoint("#ffffff")
        .setGradientMaxpoint("#57bb8a")
        .setRanges([sheet.getRange(place)])
        .build();
    sheet.setConditionalFormatRules(["B2:B5", "D1"].map(scaleOf));
    sheet.insertRowsBefore(1, 3);
    const again = openProbe({ snapshot: { ...book.book.workbook.save(), id: "rules-again" } });
    const kept = again.services.SpreadsheetApp.getActiveSheet();
    const places = () =>
      kept.getConditionalFormatRules().map((each) => each.getRanges().map((range) => range.getA1Notation()));
    expect(places()).toEqual([["B5:B8"], ["D4"]]);
    kept.getRange("A4:D6").clearFormat();
    expect(places()).toEqual([["B7:B8"]]);
    kept.setConditionalFormatRules([]);
    expect(places()).toEqual([]);
  });
});
