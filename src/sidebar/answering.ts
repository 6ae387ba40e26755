import type { Figure, SavedSetting, SetupLine } from "../addon/protocol";
import { datesOf } from "../answers/columns";
import { type FigureRecipe, costFigures, trend, usable, valueNow } from "../answers/figures";
import { type Source, joined, revenueRows, seriesOf } from "../answers/series";
import { assumptions, cacFrom, defaults, setupLines } from "../answers/setup";
import type { FoundTable } from "../recognition/types";
import type { Term } from "../recipe/term";
import { ask } from "./server";

/** Assumptions as the formulas take them. */
export type Assumed = Readonly<Record<string, Term>>;

export interface ComputedFigure extends FigureRecipe {
  readonly figure: Figure;
}

/** What the sidebar says about a table. */
export interface Answer {
  readonly table: Source;
  readonly assumed: Assumed;
  readonly setup: readonly SetupLine[];
  readonly value: ComputedFigure;
  readonly trend: Figure | undefined;
  readonly costs: readonly ComputedFigure[];
  readonly period: string;
  readonly window: number;
  /** Periods after which a customer counts as lost; undefined where the data say who is. */
  readonly lostAfter: number | undefined;
  /** Periods with churn that the data have. */
  readonly full: number;
  readonly cautions: readonly string[];
}

const usualWindow = 12;

/** The assumptions to begin with: what the setup tab holds, else what is usual. */
export function firstAssumptions(
  table: FoundTable,
  tables: readonly FoundTable[],
  saved: readonly SavedSetting[],
): Assumed {
  const currency = table.columns.find((column) => column.currency)?.currency ?? "";
  const kept = saved.flatMap(({ key }) =>
    assumptions.some((one) => one.key === key) ? [[key, { setting: key }] as const] : [],
  );
  return { ...defaults(table, cacFrom(tables), currency), ...Object.fromEntries(kept) };
}

const isKept = (term: Term | undefined) => typeof term === "object" && term !== null && "setting" in term;

/** Periods at the end of the data that all have customers and a churn rate, and on which days they begin. */
async function fullPeriods(table: Source, assumed: Assumed): Promise<{ full: number; days: string[] }> {
  const { steps, period, customers, churn } = seriesOf(table)!;
  const [days, at, lost] = await ask("compute", {
    setup: setupLines(assumed, [table]),
    recipes: [period, customers, churn].map((result) => ({ steps, result })),
  });
  const rows = at!.cells.length;
  const isFull = (row: number) => Number(at!.cells[row]![0]) > 0 && typeof lost!.cells[row]?.[0] === "number";
  let full = 0;
  while (full < rows && isFull(rows - 1 - full)) full++;
  return { full, days: days!.cells.flatMap(([cell]) => (typeof cell === "object" ? cell.date : [])) };
}

interface Fitted {
  readonly table: Source;
  readonly assumed: Assumed;
  readonly full: number;
}

/** Fits the window to what the data have, unless a person has set it, and leaves out spend of other years. */
async function fitted(table: FoundTable, given: Assumed, tables: readonly FoundTable[]): Promise<Fitted> {
  if (!seriesOf(table)) return { table, assumed: given, full: 0 };
  const whole = await fullPeriods(table, given);
  const unfinished = whole.full < 2 && { ...table, countsUnfinished: true };
  const { full, days } = unfinished ? await fullPeriods(unfinished, given) : whole;
  const window = given["window"] === usualWindow && full < usualWindow ? Math.max(1, full) : given["window"]!;
  const isForeign = given["cac"] !== null && !isKept(given["cac"]) && !(await isSpendOf(tables, days));
  const assumed = { ...given, window, cac: isForeign ? null : given["cac"]! };
  return { table: unfinished && full > whole.full ? unfinished : table, assumed, full };
}

/** Whether some of the spend falls between the first and the last period of the data. */
async function isSpendOf(tables: readonly FoundTable[], days: readonly string[]): Promise<boolean> {
  const spend = tables.find(({ shape }) => shape === "spend");
  const dates = spend && datesOf(spend, "period");
  if (!dates) return true;
  const [figure] = await ask("compute", { setup: [], recipes: [{ steps: [], result: dates }] });
  const [first, last] = [days[0] ?? "", days[days.length - 1] ?? "9"];
  return figure!.cells.some(([cell]) => typeof cell === "object" && cell.date >= first && cell.date <= last);
}

/** Computes what there is to say about a table. */
export async function answerFor(
  table: FoundTable,
  tables: readonly FoundTable[],
  given: Assumed,
  saved: readonly SavedSetting[],
): Promise<Answer | undefined> {
  if (!usable(table)) return undefined;
  const { table: source, assumed, full } = await fitted(joined(table, tables), given, tables);
  const value = valueNow(source)!;
  const setup = setupLines(assumed, [
    table,
    ...tables.filter((one) => one !== table && one.shape === "spend"),
  ]);
  const current = (key: string) =>
    isKept(assumed[key]) ? saved.find((one) => one.key === key)?.value : assumed[key];
  const course = trend(source);
  const costs = current("cac") === null || current("cac") === "" ? [] : costFigures(source);
  const recipes = [value.recipe, ...(course ? [course] : []), ...costs.map(({ recipe }) => recipe)];
  const figures = await ask("compute", { setup, recipes });
  const period = table.shape === "monthly" ? spacing(figures[1]) : periodIn(current("period"));
  const costsAt = course ? 2 : 1;
  return {
    table: source,
    assumed,
    setup,
    value: { ...value, figure: figures[0]! },
    trend: course && figures[1],
    costs: costs.map((one, index) => ({ ...one, figure: figures[costsAt + index]! })),
    period,
    window: Number(current("window") || usualWindow),
    lostAfter: revenueRows(table) && course ? Number(current("inactive_after") || 1) : undefined,
    full,
    cautions: cautionsOf(full, period, source),
  };
}

const periodIn = (cell: unknown) => (typeof cell === "string" && cell !== "" ? cell : "month");

/** The period of rows that carry their own dates. */
function spacing(figure: Figure | undefined): string {
  const days = figure?.cells
    .slice(1)
    .flatMap(([cell]) => (typeof cell === "object" ? Date.parse(cell.date) : []));
  const gap = days && days.length > 1 ? (days[1]! - days[0]!) / 86_400_000 : 30;
  return gap < 3 ? "day" : gap < 20 ? "week" : gap < 60 ? "month" : gap < 200 ? "quarter" : "year";
}

function cautionsOf(full: number, period: string, table: Source): string[] {
  const periods = `${full} ${period}${full === 1 ? "" : "s"}`;
  const short = seriesOf(table) && full < usualWindow;
  return [
    ...(table.countsUnfinished
      ? [
          `The last ${period} counts although it is not over, since there are too few others: its churn looks higher, and the value lower, than they are.`,
        ]
      : []),
    ...(short
      ? [
          `The data hold ${periods} with a churn rate: take the value as a first impression until there are ${usualWindow}.`,
        ]
      : []),
    ...table.notes,
  ];
}
