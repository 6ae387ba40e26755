import { cac, margin, window } from "../../recipe/assumed";
import type { Answer } from "../../answers/answer";
import { rowOfFigures } from "../../answers/figures";
import type { Series } from "../../answers/reading";
import { type Term, apply } from "../../recipe/term";
import { waterfallTitles } from "../../pictures/waterfall";
import type { DataTable } from "../dataTable";
import { cellOf } from "../live";
import type { Make } from "./making";
import { shown } from "./terms";

/** The tables period by period that sentences and other tables take figures from. */
export interface ByPeriod {
  readonly trend: DataTable;
  /** The last row of the trend. */
  readonly latest: DataTable;
  /** Why the value has changed; where revenue ÷ churn is the value. */
  readonly bridge: DataTable | undefined;
  readonly others: readonly DataTable[];
}

const trendOf = ({ period, revenue, customers, churn }: Series, of: Term) =>
  apply("CLV_TREND", period, revenue, customers, churn, of, margin);

/** The value and what it comes from, period by period. */
export function figuresByPeriod(make: Make, answer: Answer, series: Series): ByPeriod {
  const { period, revenue, customers, churn } = series;
  const figures = [revenue, customers, churn];
  const trend = make.result("trend", "Trend", trendOf(series, window));
  const latest = make.rowsOf("latest", "Latest period", trend, { rows: -1 });
  const isTheValue = answer.headline.question === "contracts";
  const bridge = isTheValue
    ? make.result("bridge", "What changed", apply("CLV_BRIDGE", period, ...figures, window, margin))
    : undefined;
  return {
    trend,
    latest,
    bridge,
    others: [
      make.single("customers", "Customers", apply("AT_LATEST", period, customers), "count"),
      ...courses(make, answer, series),
      ...(bridge ? [waterfall(make, bridge), ...ofDrivers(make, answer, latest)] : []),
      make.result(
        "definitions",
        "Definitions",
        apply("CLV_DEFINITIONS", ...figures, margin, cac, window, rowOfFigures(answer.source, answer.period)),
      ),
    ],
  };
}

/** The bridge as columns upon each other, the lowest of which is not drawn: from the value then to the value now. */
function waterfall(make: Make, bridge: DataTable): DataTable {
  const [driver, effect] = ["Driver", "Effect"].map(
    (title) =>
      (row: number): Term =>
        cellOf(bridge, row, title),
  ) as [(row: number) => Term, (row: number) => Term];
  const step = (row: number, before: Term, after: Term): Term[] => [
    driver(row),
    apply("FOOT", before, after),
    "",
    apply("RISE", effect(row)),
    apply("FALL", effect(row)),
  ];
  const value = (row: number): Term[] => [driver(row), "", effect(row), "", ""];
  const between = apply("PLUS", effect(0), effect(1));
  return make.cells(
    "waterfall",
    "Waterfall",
    waterfallTitles.map((name, index) => ({ name, unit: index === 0 ? "text" : "money" })),
    [value(0), step(1, effect(0), between), step(2, between, effect(3)), value(3)],
    true,
  );
}

/** What the charts show: as many of the latest periods as there are now, so that they move on with the data. */
function courses(make: Make, { trend }: Answer, series: Series): DataTable[] {
  const place = trend?.cells[0]?.indexOf("CLV") ?? -1;
  const periods = trend?.cells.slice(1) ?? [];
  const rolled = periods.filter((row) => typeof row[place] === "number").length;
  const latest = (count: number) => -Math.max(1, Math.min(count, shown.periods));
  return [
    make.part("course", "Course", trendOf(series, window), {
      rows: latest(rolled),
      where: "CLV: not blank",
      columns: ["Period", "CLV"],
    }),
    make.part("singly", "Period by period", trendOf(series, 1), {
      rows: latest(periods.length),
      columns: ["Period", "Revenue per customer", "Churn rate"],
    }),
  ];
}

/** What the drivers of the latest period make of the cost, and of the value. */
function ofDrivers(make: Make, { costs }: Answer, latest: DataTable): DataTable[] {
  const [revenue, churn] = ["Revenue per customer", "Churn rate"].map((title) => cellOf(latest, 0, title));
  const payback = apply("CLV_PAYBACK", cac, revenue!, margin, churn!);
  return [
    ...(costs.length > 0 ? [make.single("Payback", "Payback", payback, "periods")] : []),
    make.result("sensitivity", "Sensitivity", apply("CLV_SENSITIVITY", revenue!, churn!, margin, cac)),
  ];
}
