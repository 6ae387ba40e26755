import type { SentCell } from "../../sheet/sentCell";
import type { TabSurvey } from "../survey";
import type { FoundTable } from "../types";
import { isBlank, monthNamed } from "../words/values";

export type Since = NonNullable<FoundTable["since"]>;

/** A tab whose months have years, and of its rows and columns that had none the month that each is taken to begin with. */
export interface Dated {
  readonly survey: TabSurvey;
  readonly rows: ReadonlyMap<number, Since>;
  readonly columns: ReadonlyMap<number, Since>;
}

type Samples = TabSurvey["samples"];

/** The month that a word names, from 1; undefined for any other cell. */
const monthIn = (cell: SentCell | undefined): number | undefined =>
  typeof cell === "string" && /^\p{L}{3,10}\.?$/u.test(cell.trim()) ? monthNamed(cell.trim()) : undefined;

/** Up to twelve months one after the other or backwards, others between them; in order of time, or undefined. */
export function monthsInOrder(cells: readonly (SentCell | undefined)[]): number[] | undefined {
  const months = cells.map(monthIn).filter((month) => month !== undefined);
  if (months.length < 3 || months.length > 12) return undefined;
  const steps = months.slice(1).map((month, at) => (month - months[at]! + 12) % 12);
  if (steps.every((step) => step === 1)) return months;
  return steps.every((step) => step === 11) ? months.reverse() : undefined;
}

/** A year named above or in the tab's name, else the latest in which the months that hold anything are not to come. */
function sinceOf(
  months: readonly number[],
  filled: number,
  survey: TabSurvey,
  above: readonly SentCell[],
): Since {
  const [month] = months as [number, ...number[]];
  const named = new Set(
    [survey.tab, ...above].flatMap((text) =>
      typeof text === "string" ? (text.match(/\b20\d\d\b/g) ?? []) : [],
    ),
  );
  if (named.size === 1) return { year: Number([...named][0]), month };
  const [year, current] = survey.today.split("-").map(Number) as [number, number];
  const last = month + Math.max(0, filled - 1);
  return { year: last <= current ? year : year - Math.ceil((last - current) / 12), month };
}

const dated = (cell: SentCell, { year, month }: Since): SentCell => {
  const named = monthIn(cell);
  return named === undefined
    ? cell
    : `${(cell as string).trim().replace(".", "")} ${named < month ? year + 1 : year}`;
};

/** Gives months without a year the one that they most likely belong to, which the values do not depend on. */
export function withYears(survey: TabSurvey): Dated {
  const samples: Samples = [...survey.samples].sort(([a], [b]) => a - b);
  const rows = new Map<number, Since>();
  const columns = new Map<number, Since>();
  const textsAbove = (row: number) => samples.flatMap(([at, cells]) => (at < row ? cells : []));
  for (const [row, cells] of samples) {
    const months = monthsInOrder(cells);
    if (!months) continue;
    const below = samples.filter(([at]) => at > row && at <= row + 10).map(([, its]) => its);
    const filled = cells.filter(
      (cell, column) => monthIn(cell) !== undefined && below.some((its) => !isBlank(its[column])),
    ).length;
    rows.set(row, sinceOf(months, filled, survey, [...textsAbove(row), ...cells]));
  }
  const width = Math.max(0, ...samples.map(([, cells]) => cells.length));
  for (let column = 0; column < width; column++) {
    const months = monthsInOrder(samples.map(([row, cells]) => (rows.has(row) ? "" : cells[column])));
    if (!months) continue;
    const own = samples.filter(([, cells]) => monthIn(cells[column]) !== undefined);
    const filled = own.filter(([, cells]) => cells.some((cell, at) => at > column && !isBlank(cell))).length;
    columns.set(column + 1, sinceOf(months, filled, survey, textsAbove(own[0]![0])));
  }
  if (rows.size === 0 && columns.size === 0) return { survey, rows, columns };
  const written: Samples = samples.map(([row, cells]) => [
    row,
    cells.map((cell, column) => {
      const since = rows.get(row) ?? columns.get(column + 1);
      return since ? dated(cell, since) : cell;
    }),
  ]);
  return { survey: { ...survey, samples: written }, rows, columns };
}
