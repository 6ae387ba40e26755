import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
} from "chart.js";
import { chartConfig } from "../../charts/chartConfig";
import type { ChartSpec } from "../../charts/chartSpec";
import type { ChartTable } from "../../charts/chartTable";

Chart.register(BarController, BarElement, LineController, LineElement, PointElement);
Chart.register(CategoryScale, LinearScale, Filler, Legend, Title, Tooltip);

/** Draws a chart on a canvas, in place of what was there. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec, table: ChartTable): void {
  Chart.getChart(canvas)?.destroy();
  void new Chart(canvas, chartConfig(spec, table));
}
