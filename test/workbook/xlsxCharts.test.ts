import { describe, expect, test } from "@jest/globals";
import JSZip from "jszip";
import { openProbe, xlsxFromBook } from "../support/workbook";

const figures = [
  ["Month", "Revenue", "Churn"],
  ["2026-01-01", 1000, 0.05],
  ["2026-02-01", 1200, ""],
  ["2026-03-01", 900, 0.03],
];

/** A book with figures on a tab whose name needs quotes. */
function openFigures() {
  const book = openProbe({ timeZone: "UTC" });
  const { SpreadsheetApp, Charts } = book.services;
  const data = SpreadsheetApp.getActive().insertSheet("Ann's data");
  data.getRange("B2:D5").setValues(figures);
  data.getRange("B3:B5").setNumberFormat("mmm yyyy");
  data.getRange("C3:C5").setNumberFormat("#,##0");
  data.getRange("D3:D5").setNumberFormat("0.0%");
  const sheet = SpreadsheetApp.getActive().getSheetByName("Sheet1")!;
  return { book, data, sheet, Charts };
}

async function partsOf(book: ReturnType<typeof openProbe>): Promise<(name: string) => Promise<string>> {
  const zip = await JSZip.loadAsync(await xlsxFromBook(book.book));
  return async (name) => (await zip.file(name)?.async("string")) ?? "";
}

/** What stands between the tags of an element's appearances, one after the other. */
const inside = (xml: string, name: string): string[] =>
  Array.from(
    xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, "gs")),
    ([, content]) => content!,
  );

const values = (xml: string, name: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${name} val="([^"]*)"`, "g")), ([, value]) => value!);

async function chartOf(build: (opened: ReturnType<typeof openFigures>) => void): Promise<string> {
  const opened = openFigures();
  build(opened);
  return (await partsOf(opened.book))("xl/charts/chart1.xml");
}

describe("a chart saved as .xlsx", () => {
  const combo = ({ data, sheet, Charts }: ReturnType<typeof openFigures>) =>
    sheet.insertChart(
      sheet
        .newChart()
        .setChartType(Charts.ChartType.COMBO)
        .addRange(data.getRange("B2:D5"))
        .setNumHeaders(1)
        .setOption("title", "Revenue & churn")
        .setOption("titleTextStyle", { fontSize: 12 })
        .setOption("legend", { position: "top" })
        .setOption("vAxes", { 0: { viewWindow: { min: 0 } }, 1: { format: "0%", minValue: 0.01 } })
        .setOption("series", {
          0: { type: "bars", color: "#a9bfda", targetAxisIndex: 0 },
          1: { type: "line", color: "#1b4f8f", targetAxisIndex: 1, lineWidth: 3, lineDashStyle: [6, 4] },
        })
        .setPosition(3, 2, 5, 4)
        .build(),
    );

  test("refers to its cells and holds what they show, gaps left out", async () => {
    const chart = await chartOf(combo);
    const cells = inside(chart, "c:f").map((formula) => formula.replace("'Ann''s data'!", ""));
    expect(cells).toEqual(["$C$2", "$B$3:$B$5", "$C$3:$C$5", "$D$2", "$B$3:$B$5", "$D$3:$D$5"]);
    const caches = inside(chart, "c:numCache").map((cache) => [
      inside(cache, "c:formatCode")[0],
      inside(cache, "c:v"),
    ]);
    const months = ["mmm yyyy", ["46023", "46054", "46082"]];
    expect(caches).toEqual([months, ["#,##0", ["1000", "1200", "900"]], months, ["0.0%", ["0.05", "0.03"]]]);
    expect(inside(chart, "c:tx").join("")).toContain("<a:t>Revenue &amp; churn</a:t>");
  });

  test("keeps kinds, colors, dashes, the second axis, its limits and formats", async () => {
    const chart = await chartOf(combo);
    const [columns] = inside(chart, "c:barChart");
    const [line] = inside(chart, "c:lineChart");
    expect([values(columns!, "c:barDir"), values(columns!, "a:srgbClr")[0]]).toEqual([["col"], "A9BFDA"]);
    expect([values(line!, "a:srgbClr")[0], values(line!, "a:prstDash"), values(line!, "c:symbol")]).toEqual([
      "1B4F8F",
      ["sysDash"],
      ["none"],
    ]);
    const [first, second] = inside(chart, "c:valAx");
    expect([values(first!, "c:min"), values(second!, "c:min")]).toEqual([["0"], ["0.01"]]);
    expect([first, second].map((axis) => /formatCode="([^"]*)"/.exec(axis!)![1])).toEqual(["#,##0", "0%"]);
    expect([values(first!, "c:crosses"), values(second!, "c:crosses")]).toEqual([["autoZero"], ["max"]]);
    expect(values(columns!, "c:axId").at(-1)).toBe(values(first!, "c:axId")[0]);
    expect(values(line!, "c:axId").at(-1)).toBe(values(second!, "c:axId")[0]);
    expect(values(chart, "c:legendPos")).toEqual(["t"]);
  });

  test("lies where it lay, from cell to cell", async () => {
    const opened = openFigures();
    combo(opened);
    opened.sheet.getRange("A1").setNote("a note has a drawing of its own");
    const part = await partsOf(opened.book);
    const drawing = await part("xl/drawings/drawing1.xml");
    const corner = (name: string) =>
      ["col", "colOff", "row", "rowOff"].map((key) =>
        Number(inside(inside(drawing, `xdr:${name}`)[0]!, `xdr:${key}`)[0]),
      );
    const [width, height] = [opened.sheet.getColumnWidth(1), opened.sheet.getRowHeight(1)];
    expect(corner("from")).toEqual([1, 5 * 9525, 2, 4 * 9525]);
    expect(corner("to")).toEqual([
      1 + Math.floor(605 / width),
      (605 % width) * 9525,
      2 + Math.floor(375 / height),
      (375 % height) * 9525,
    ]);
    const sheet = await part("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<drawing r:id="rIdCharts"><\/drawing><legacyDrawing/);
    const relations = await part("xl/worksheets/_rels/sheet1.xml.rels");
    expect(relations).toContain('Id="rIdCharts"');
    expect(relations).toContain("vmlDrawing");
    const types = await part("[Content_Types].xml");
    expect(types.match(/\/xl\/(?:charts\/chart1|drawings\/drawing1)\.xml/g)).toHaveLength(2);
  });

  test("of bars begins at the top, with its axis below", async () => {
    const chart = await chartOf(({ data, sheet, Charts }) =>
      sheet.insertChart(
        sheet
          .newChart()
          .setChartType(Charts.ChartType.BAR)
          .addRange(data.getRange("B2:C5"))
          .setNumHeaders(1)
          .setOption("legend", { position: "none" })
          .setPosition(1, 1, 0, 0)
          .build(),
      ),
    );
    expect(values(chart, "c:barDir")).toEqual(["bar"]);
    expect(values(inside(chart, "c:catAx")[0]!, "c:orientation")).toEqual(["maxMin"]);
    expect(values(inside(chart, "c:valAx")[0]!, "c:crosses")).toEqual(["max"]);
    expect([chart.includes("c:legend>"), values(chart, "c:autoTitleDeleted")]).toEqual([false, ["1"]]);
  });

  test("with a hidden row refers to each of the cells that it shows", async () => {
    const chart = await chartOf(({ data, sheet, Charts }) => {
      data.hideRows(4);
      sheet.insertChart(
        sheet
          .newChart()
          .setChartType(Charts.ChartType.LINE)
          .addRange(data.getRange("B2:C5"))
          .setNumHeaders(1)
          .setPosition(1, 1, 0, 0)
          .build(),
      );
    });
    expect(inside(chart, "c:f").at(-1)).toBe("('Ann''s data'!$C$3,'Ann''s data'!$C$5)");
  });

  test("shows a gap where a spilled cell is blank, which Excel would draw as 0 were it text", async () => {
    const { book, sheet, Charts } = openFigures();
    book.set({
      A1: '=ARRAYFORMULA(IF(G1:G3=6,"",G1:G3))',
      B1: '=ARRAYFORMULA(IF(G1:G3=6,"",G1:G3))',
      G1: 5,
      G2: 6,
      G3: 7,
    });
    sheet.insertChart(
      sheet
        .newChart()
        .setChartType(Charts.ChartType.LINE)
        .addRange(sheet.getRange("A1:A3"))
        .setPosition(9, 1, 0, 0)
        .build(),
    );
    const xml = await (await partsOf(book))("xl/worksheets/sheet1.xml");
    const cell = (name: string) => new RegExp(`<c r="${name}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? "";
    expect([cell("A2"), cell("B2").includes("COMPUTED_VALUE")]).toEqual(["", true]);
  });
});
