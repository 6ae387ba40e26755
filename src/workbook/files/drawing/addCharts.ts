import type JSZip from "jszip";
import type { ChartSpec } from "../../charts/chartSpec";
import type { ChartTable } from "../../charts/chartTable";
import { chartPart } from "./chart";
import { drawingPart, type Grid } from "./drawing";
import { addPart, change, relate } from "./parts";
import type { SheetName } from "./references";
import { element } from "./xml";

/** A chart with what it shows. */
export interface PlacedChart {
  readonly spec: ChartSpec;
  readonly table: ChartTable;
}

/** The charts of a sheet, and the number of the sheet in the file. */
export interface SheetCharts {
  readonly sheet: number;
  readonly grid: Grid;
  readonly charts: readonly PlacedChart[];
}

const [CHART, DRAWING] = ["drawingml.chart", "drawing"].map(
  (kind) => `application/vnd.openxmlformats-officedocument.${kind}+xml`,
) as [string, string];

/** Adds charts to an .xlsx file that has none. */
export async function addCharts(
  zip: JSZip,
  sheets: readonly SheetCharts[],
  nameOf: SheetName,
): Promise<void> {
  let last = 0;
  for (const { sheet, grid, charts } of sheets) {
    if (charts.length === 0) continue;
    const drawing = `/xl/drawings/drawing${sheet}.xml`;
    const worksheet = `/xl/worksheets/sheet${sheet}.xml`;
    const parts = charts.map(({ spec, table }) => ({ name: `/xl/charts/chart${++last}.xml`, spec, table }));
    for (const { name, spec, table } of parts)
      await addPart(zip, name, CHART, chartPart(spec, table, nameOf));
    await addPart(
      zip,
      drawing,
      DRAWING,
      drawingPart(
        charts.map(({ spec }) => spec),
        grid,
      ),
    );
    await relate(
      zip,
      drawing,
      parts.map(({ name }, index) => ({ id: `rId${index + 1}`, type: "chart", target: name })),
    );
    await relate(zip, worksheet, [{ id: "rIdCharts", type: "drawing", target: drawing }]);
    await change(zip, worksheet, (xml) =>
      // What may stand behind a drawing: the notes' shapes, and the end.
      xml.replace(/(?=<legacyDrawing|<\/worksheet>)/, element("drawing", { "r:id": "rIdCharts" })),
    );
  }
}
