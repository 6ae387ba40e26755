import { describe, expect, test } from "@jest/globals";
import { chartConfig, chartTable, openProbe } from "../support/workbook";

const open = () => {
  const book = openProbe({ timeZone: "UTC" });
  const { SpreadsheetApp, Charts } = book.services;
  return { book, Charts, spreadsheet: SpreadsheetApp.getActive(), sheet: SpreadsheetApp.getActiveSheet() };
};

const withFigures = () => {
  const opened = open();
  opened.sheet.getRange("A1:C4").setValues([
    ["Month", "Revenue", "Churn"],
    ["Jan", 1000, 0.05],
    ["Feb", 1200, 0.04],
    ["Mar", "", 0.03],
  ]);
  opened.sheet.getRange("B2:B4").setNumberFormat("#,##0");
  opened.sheet.getRange("C2:C4").setNumberFormat("0.0%");
  return opened;
};

describe("a chart of a sheet", () => {
  test("is built, put in, found again with all that it was given, changed and taken away", () => {
    const { sheet, Charts } = open();
    const built = sheet
      .newChart()
      .setChartType(Charts.ChartType.COMBO)
      .addRange(sheet.getRange("A1:A4"))
      .addRange(sheet.getRange("C1:C4"))
      .setNumHeaders(1)
      .setOption("title", "Churn")
      .setOption("series", { 1: { type: "line" } })
      .setOption("vAxis", { format: "0%" })
      .setPosition(2, 5, 10, 20)
      .build();
    expect(built.getChartId()).toBeNull();
    sheet.insertChart(built);
    const [chart] = sheet.getCharts();
    expect(chart!.getChartId()).toBe(1);
    expect(chart!.getRanges().map((range) => range.getA1Notation())).toEqual(["A1:A4", "C1:C4"]);
    const options = chart!.getOptions();
    expect(["title", "series.1.type", "vAxis.format", "width"].map((name) => options.get(name))).toEqual([
      "Churn",
      "line",
      "0%",
      null,
    ]);
    const place = chart!.getContainerInfo();
    expect([place.getAnchorRow(), place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY()]).toEqual([
      2, 5, 10, 20,
    ]);
    expect(chart!.getNumHeaders()).toBe(1);
    sheet.updateChart(chart!.modify().setOption("title", "Lost").setPosition(9, 1, 0, 0).build());
    expect(sheet.getCharts().map((each) => each.getOptions().get("title"))).toEqual(["Lost"]);
    expect(sheet.getCharts()[0]!.getContainerInfo().getAnchorRow()).toBe(9);
    sheet.removeChart(sheet.getCharts()[0]!);
    expect(sheet.getCharts()).toEqual([]);
    expect(() => sheet.removeChart(chart!)).toThrow("The chart was not found on the sheet.");
  });

  test("comes and goes by undo and redo", () => {
    const { book, sheet } = open();
    const titles = () => sheet.getCharts().map((each) => each.getOptions().get("title"));
    sheet.insertChart(sheet.newChart().setOption("title", "One").build());
    sheet.updateChart(sheet.getCharts()[0]!.modify().setOption("title", "Two").build());
    sheet.removeChart(sheet.getCharts()[0]!);
    book.book.workbook.undo();
    expect(titles()).toEqual(["Two"]);
    book.book.workbook.undo();
    expect(titles()).toEqual(["One"]);
    book.book.workbook.redo();
    expect(titles()).toEqual(["Two"]);
  });

  test("is on its own sheet only, and its ranges may be on another", () => {
    const { spreadsheet, sheet } = open();
    const other = spreadsheet.insertSheet("Other");
    other.insertChart(other.newChart().addRange(sheet.getRange("A1:B2")).build());
    expect(sheet.getCharts()).toEqual([]);
    expect(other.getCharts()[0]!.getRanges()[0]!.getSheet().getName()).toBe("Sheet1");
  });

  test("is saved with the workbook", () => {
    const { book, sheet } = withFigures();
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:B4")).setOption("title", "Kept").build());
    const snapshot = JSON.parse(JSON.stringify(book.book.workbook.save()));
    const again = openProbe({ snapshot: { ...snapshot, id: "charts-again" } });
    const [chart] = again.services.SpreadsheetApp.getActiveSheet().getCharts();
    expect([chart!.getOptions().get("title"), chart!.getRanges()[0]!.getA1Notation()]).toEqual([
      "Kept",
      "A1:B4",
    ]);
  });

  test("is not saved once its sheet is deleted", () => {
    const { book, spreadsheet } = open();
    const other = spreadsheet.insertSheet("Other");
    other.insertChart(other.newChart().addRange(other.getRange("A1:B4")).build());
    spreadsheet.deleteSheet(other);
    const saved = book.book.workbook
      .save()
      .resources!.find(({ name }) => name === "SHEET_LOCAL_CHARTS_PLUGIN");
    expect(saved!.data).toBe("[]");
  });

  test.each([
    ["rows above it", { at: 1, count: 2 }, "A4:B7", 12],
    ["rows within its range", { at: 4, count: 3 }, "A2:B8", 13],
    ["rows right below its range", { at: 6, count: 1 }, "A2:B5", 11],
    ["rows below all", { at: 20, count: 5 }, "A2:B5", 10],
  ])("follows %s", (_, { at, count }, range, row) => {
    const { sheet } = open();
    const builder = sheet.newChart().addRange(sheet.getRange("A2:B5")).setPosition(10, 1, 0, 0);
    sheet.insertChart(builder.build());
    sheet.insertRowsBefore(at, count);
    const place = () => {
      const [chart] = sheet.getCharts();
      return [chart!.getRanges()[0]?.getA1Notation(), chart!.getContainerInfo().getAnchorRow()];
    };
    expect(place()).toEqual([range, row]);
    sheet.deleteRows(at, count);
    expect(place()).toEqual(["A2:B5", 10]);
  });

  test("loses a range whose cells are taken out", () => {
    const { sheet } = open();
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A2:B5")).build());
    sheet.deleteRows(4, 9);
    expect(sheet.getCharts()[0]!.getRanges()[0]!.getA1Notation()).toBe("A2:B3");
    sheet.deleteRows(1, 5);
    expect(sheet.getCharts()[0]!.getRanges()).toEqual([]);
  });
});

describe("what a chart shows", () => {
  const tableOf = ({ book, sheet }: ReturnType<typeof open>) =>
    chartTable(book.book, sheet.getCharts()[0]!.internal);

  test("is the first column's texts against the numbers of the others, named by the header", () => {
    const figures = withFigures();
    const { sheet } = figures;
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:C20")).setNumHeaders(1).build());
    expect(tableOf(figures)).toMatchObject({
      labels: ["Jan", "Feb", "Mar"],
      series: [
        { name: "Revenue", values: [1000, 1200, null], format: "#,##0" },
        { name: "Churn", values: [0.05, 0.04, 0.03], format: "0.0%" },
      ],
    });
  });

  test("joins ranges side by side, leaves hidden rows out, and follows spilled results", () => {
    const figures = open();
    const { sheet } = figures;
    sheet.getRange("A1").setFormula("GRID(3, 3)");
    const chart = sheet.newChart().addRange(sheet.getRange("A1:A3")).addRange(sheet.getRange("C1:C3"));
    sheet.insertChart(chart.setNumHeaders(0).build());
    sheet.hideRows(2);
    expect(tableOf(figures)).toMatchObject({
      labels: ["0", "20"],
      series: [{ name: "", values: [2, 22], format: "" }],
    });
  });
});

describe("how a chart is drawn", () => {
  const configOf = (type: "BAR" | "COLUMN" | "COMBO" | "LINE", options: Record<string, unknown>) => {
    const { book, sheet } = withFigures();
    const builder = sheet.newChart().setChartType(type).addRange(sheet.getRange("A1:C4")).setNumHeaders(1);
    for (const [name, value] of Object.entries(options)) builder.setOption(name, value);
    const { internal } = builder.build();
    return chartConfig(internal, chartTable(book.book, internal));
  };

  test.each([
    ["COLUMN", ["bar", "bar"], "x"],
    ["BAR", ["bar", "bar"], "y"],
    ["LINE", ["line", "line"], "x"],
    ["COMBO", ["bar", "line"], "x"],
  ] as const)("%s has series of its kind", (type, kinds, direction) => {
    const { data, options } = configOf(type, { seriesType: "bars", series: { 1: { type: "line" } } });
    expect(data.datasets.map((each) => each.type)).toEqual(kinds);
    expect(options!.indexAxis).toBe(direction);
  });

  test("options of series set color, width and the axis on the right", () => {
    const { data, options } = configOf("COMBO", {
      series: {
        0: { type: "bars", color: "#111111" },
        1: { type: "line", color: "#ff0000", lineWidth: 4, targetAxisIndex: 1 },
      },
      vAxes: { 1: { viewWindow: { min: 0 } } },
    });
    const [revenue, churn] = data.datasets as unknown as Record<string, unknown>[];
    expect(revenue).toMatchObject({ label: "Revenue", backgroundColor: "#111111", yAxisID: "value" });
    expect(churn).toMatchObject({
      label: "Churn",
      borderColor: "#ff0000",
      borderWidth: 4,
      yAxisID: "value2",
    });
    expect(options!.scales).toMatchObject({ value2: { position: "right", min: 0 } });
  });

  test("axes show numbers as the cells do, or as vAxis.format says", () => {
    const tick = (options: Record<string, unknown>, value: number) => {
      const scale = configOf("COLUMN", options).options!.scales!["value"] as unknown as {
        ticks: { callback: (value: number) => string };
      };
      return scale.ticks.callback(value);
    };
    expect(tick({}, 1500)).toBe("1,500");
    expect(tick({ vAxis: { format: "0.0%" } }, 0.125)).toBe("12.5%");
  });

  test("series are side by side, or on top of each other when stacked", () => {
    const stacks = (options: Record<string, unknown>) =>
      configOf("COLUMN", options).data.datasets.map((each) => each.stack);
    expect(stacks({})).toEqual([undefined, undefined]);
    expect(stacks({ isStacked: true })).toEqual(["column", "column"]);
  });

  test("labels are broken at their spaces to fit", () => {
    const { book, sheet } = open();
    sheet.getRange("A1:B3").setValues([
      ["Segment", "CLV"],
      ["Large enterprise accounts", 5],
      ["Others", 3],
    ]);
    const label = (width: number) => {
      const { internal } = sheet
        .newChart()
        .addRange(sheet.getRange("A1:B3"))
        .setNumHeaders(1)
        .setOption("width", width)
        .build();
      const { ticks } = chartConfig(internal, chartTable(book.book, internal)).options!.scales!["category"]!;
      return (ticks!.callback as unknown as (index: number) => string[])(0);
    };
    expect(label(600)).toEqual(["Large enterprise accounts"]);
    expect(label(300)).toEqual(["Large enterprise", "accounts"]);
    expect(label(180)).toEqual(["Large", "enterprise", "accounts"]);
  });

  test("the legend is on the right, where the options say, or absent", () => {
    const legend = (options: Record<string, unknown>) => configOf("LINE", options).options!.plugins!.legend;
    expect(legend({})).toMatchObject({ display: true, position: "right" });
    expect(legend({ legend: { position: "top" } })).toMatchObject({ position: "top" });
    expect(legend({ legend: { position: "none" } })).toMatchObject({ display: false });
  });
});
