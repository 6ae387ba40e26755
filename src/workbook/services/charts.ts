import { optionOf, withOption } from "../charts/chartOptions";
import { type ChartSpec, ChartType, type SheetArea } from "../charts/chartSpec";
import { createRange, type Range, type SheetOfRange } from "./range";
import type { SheetInternal } from "./sheetInternal";

/** The part of Apps Script's Charts which the add-on uses. */
export const Charts = { ChartType };

/** The part of Apps Script's EmbeddedChart which the add-on uses. */
export type EmbeddedChart = ReturnType<typeof createChart>;

/** The part of Apps Script's EmbeddedChartBuilder which the add-on uses. */
export interface EmbeddedChartBuilder {
  readonly setChartType: (type: ChartType) => EmbeddedChartBuilder;
  readonly addRange: (range: Range) => EmbeddedChartBuilder;
  readonly setNumHeaders: (headers: number) => EmbeddedChartBuilder;
  readonly setOption: (name: string, value: unknown) => EmbeddedChartBuilder;
  /** The cell counts from 1; the offsets are pixels. */
  readonly setPosition: (
    row: number,
    column: number,
    offsetX: number,
    offsetY: number,
  ) => EmbeddedChartBuilder;
  readonly build: () => EmbeddedChart;
}

/** The methods of a Sheet for its charts. */
export type SheetCharts = ReturnType<typeof sheetCharts>;

/** A sheet of the workbook; undefined where there is none of that id. */
type SheetById = (id: string) => SheetOfRange | undefined;

/** The charts of a sheet, whose data any sheet of the workbook may hold. */
export function sheetCharts({ book, worksheet }: SheetInternal, sheetById: SheetById) {
  const sheetId = worksheet.getSheetId();
  const own = () => book.charts.all().filter((spec) => spec.sheetId === sheetId);
  const existing = (chart: EmbeddedChart) => {
    const found = own().find(({ id }) => id === chart.getChartId());
    if (!found) throw new Error("The chart was not found on the sheet.");
    return found.id;
  };
  return {
    newChart: () => createBuilder(sheetById, emptySpec(sheetId)),
    getCharts: () => own().map((spec) => createChart(sheetById, spec)),
    insertChart: (chart: EmbeddedChart): void => {
      const id = 1 + Math.max(0, ...book.charts.all().map((spec) => spec.id));
      book.charts.put({ ...chart.internal, id, sheetId });
    },
    updateChart: (chart: EmbeddedChart): void =>
      book.charts.put({ ...chart.internal, id: existing(chart), sheetId }),
    removeChart: (chart: EmbeddedChart): void => book.charts.remove(existing(chart)),
  };
}

function emptySpec(sheetId: string): ChartSpec {
  return {
    id: 0,
    sheetId,
    type: "COLUMN",
    ranges: [],
    headers: 0,
    options: {},
    anchor: { row: 0, column: 0, x: 0, y: 0 },
  };
}

function createBuilder(sheetById: SheetById, start: ChartSpec): EmbeddedChartBuilder {
  let spec = start;
  const change = (part: Partial<ChartSpec>) => {
    spec = { ...spec, ...part };
    return builder;
  };
  const builder: EmbeddedChartBuilder = {
    setChartType: (type) => change({ type }),
    addRange: (range) => change({ ranges: [...spec.ranges, areaOf(range)] }),
    setNumHeaders: (headers) => change({ headers }),
    setOption: (name, value) => change({ options: withOption(spec.options, name, value) }),
    setPosition: (row, column, offsetX, offsetY) =>
      change({ anchor: { row: row - 1, column: column - 1, x: offsetX, y: offsetY } }),
    build: () => createChart(sheetById, spec),
  };
  return builder;
}

function createChart(sheetById: SheetById, spec: ChartSpec) {
  return {
    /** Ours, not Apps Script's. */
    internal: spec,
    /** Null until the chart is on a sheet. */
    getChartId: () => spec.id || null,
    getRanges: () =>
      spec.ranges.flatMap(({ sheetId, ...area }) => {
        const sheet = sheetById(sheetId);
        return sheet ? createRange(sheet, area) : [];
      }),
    getOptions: () => ({ get: (name: string) => optionOf(spec.options, name) }),
    getContainerInfo: () => ({
      getAnchorRow: () => spec.anchor.row + 1,
      getAnchorColumn: () => spec.anchor.column + 1,
      getOffsetX: () => spec.anchor.x,
      getOffsetY: () => spec.anchor.y,
    }),
    getNumHeaders: () => spec.headers,
    modify: () => createBuilder(sheetById, spec),
  };
}

function areaOf(range: Range): SheetArea {
  return {
    sheetId: range.getSheet().internal.worksheet.getSheetId(),
    row: range.getRow() - 1,
    column: range.getColumn() - 1,
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
}
