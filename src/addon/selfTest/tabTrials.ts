import { inSilence } from "../progress";
import { freeze } from "../freeze/freeze";
import { thawTab } from "../freeze/thaw";
import { type Sheet, type Trial, settled } from "./cells";

const formula = "=CLV(100.5, 36, 0.8)";
const plain = (text: string) => text.replace(/\s/g, "").replace(/;/g, ",");

/** What stands in a cell: its formula without spaces, or its value. */
const held = (sheet: Sheet, place: string): string => {
  const cell = sheet.getRange(place);
  return plain(cell.getFormula()) || String(cell.getValue());
};

/** Charts, formats, and formulas that become values and come back. */
export const tabTrials: readonly Trial[] = [
  {
    name: "A chart of columns and a line is drawn and taken away again",
    expected: "1, 0",
    got: (sheet) => {
      const { COMBO } = Charts.ChartType;
      const options = { seriesType: "bars", title: "Self-test" };
      const builder = sheet.newChart().setChartType(COMBO).addRange(sheet.getRange("B1:C10"));
      builder.setNumHeaders(1).setPosition(12, 6, 0, 0);
      Object.entries(options).forEach(([name, value]) => builder.setOption(name, value));
      sheet.insertChart(builder.build());
      SpreadsheetApp.flush();
      const charts = sheet.getCharts();
      charts.forEach((chart) => sheet.removeChart(chart));
      return `${charts.length}, ${sheet.getCharts().length}`;
    },
  },
  {
    name: "A range is shaded by its values",
    expected: "1",
    got: (sheet) => {
      const rule = SpreadsheetApp.newConditionalFormatRule()
        .setGradientMinpoint("#ffffff")
        .setGradientMaxpoint("#7fa8d9")
        .setRanges([sheet.getRange("C2:C10")])
        .build();
      sheet.setConditionalFormatRules([rule]);
      SpreadsheetApp.flush();
      return String(sheet.getConditionalFormatRules().length);
    },
  },
  {
    name: "Turning into values keeps what is shown, also of a result that spills",
    expected: "2894.4, Period",
    got: (sheet) => {
      sheet.getRange("H3").setFormula(formula);
      settled(sheet.getRange("J3").setFormula("=CLV_KPIS(A:A, B:B, C:C)"));
      settled(sheet.getRange("H3"));
      freeze([sheet], "on the tab of the self-test", inSilence);
      return `${held(sheet, "H3")}, ${held(sheet, "J3")}`;
    },
  },
  {
    name: "Restoring brings the formulas back, also after a row and a column came in",
    expected: `${plain(formula)}, =CLV_KPIS(A:A,B:B,C:C)`,
    got: (sheet) => {
      // Below the first row, by which the tab is known whatever stops this.
      sheet.insertRowsAfter(1, 1);
      sheet.insertColumnsAfter(8, 1);
      thawTab(sheet);
      const got = `${held(sheet, "H4")}, ${held(sheet, "K4")}`;
      sheet.getRange("H4:K4").clearContent();
      return got;
    },
  },
];
