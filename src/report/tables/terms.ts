import { columnsIn } from "../../recipe/columns";
import type { Term } from "../../recipe/term";
import type { Unit } from "../../sheet/unit";
import type { DataTable } from "../dataTable";

/** How much of a long table the report shows. */
export const shown = {
  periods: 24,
  cohorts: 13,
  ages: 13,
  customers: 8,
  segments: 10,
  months: 36,
  ahead: 24,
} as const;

export const apply = (name: string, ...to: Term[]): Term => ({ apply: name, to });
export const step = (name: string): Term => ({ step: name });
export const setting = (key: string): Term => ({ setting: key });
export const column = (table: string, number: number) => apply("COLUMN", step(table), number);
/** A cell of a table, by row with its header and column from 1. */
export const cellOf = (table: string, row: number, number: number) => apply("CELL", step(table), row, number);
export const lastOf = (table: string, number: number) => apply("LAST_ROW", step(table), number);
/** Where the columns of the tables that come from one function stand, by their titles. */
export const [inTrend, inBridge, inInterval, inPredictions, inSurvival, inRetention] = [
  columnsIn("CLV_TREND"),
  columnsIn("CLV_BRIDGE"),
  columnsIn("CLV_INTERVAL"),
  columnsIn("CLV_PREDICT"),
  columnsIn("CLV_SURVIVAL"),
  columnsIn("CLV_RETENTION"),
];
export const [margin, window, cac, horizon, discount] = [
  setting("gross_margin"),
  setting("window"),
  setting("cac"),
  setting("horizon"),
  setting("discount_rate"),
];

/** A table whose result brings its own header. */
export const whole = (key: string, title: string, term: Term): DataTable => ({ key, title, cells: [[term]] });

/** One cell below its title. */
export const single = (key: string, title: string, term: Term, unit: Unit = "text"): DataTable => ({
  key,
  title,
  header: [title],
  units: [unit],
  cells: [[term]],
});
