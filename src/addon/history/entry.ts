import type { Answer } from "../../answers/answer";
import { cellsOf } from "../../answers/columns";
import type { Held } from "../../answers/held";
import { fingerprint } from "../../formula/fingerprint";
import type { Recipe, Term } from "../../recipe/term";
import type { SentCell } from "../../sheet/sentCell";
import { answerFrom } from "../answers";
import { sentRows } from "../spreadsheet/cells";
import { compute } from "../compute";
import { mappedTables } from "../mappedTables";
import type { KnownTable } from "../protocol";
import type { Cell } from "../../sheet/cell";
import { rangeOf } from "../spreadsheet/sheets";
import { spreadsheetZone } from "../spreadsheet/zone";

/** What the data say period by period: the first day of each as ISO text, and its figures. */
export interface PeriodLine {
  readonly day: string;
  readonly figures: string;
}

/** What one row of the history tells. */
export interface Entry {
  /** The tab that the data stand on. */
  readonly tab: string;
  readonly dataPrint: string;
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly assumed: Readonly<Record<string, SentCell | null>>;
  readonly value: SentCell;
  /** CLV by definition, "" where there is none. */
  readonly definitions: readonly (readonly [name: string, value: SentCell])[];
  readonly periods: readonly PeriodLine[];
  /** The figures that a target can be set for. */
  readonly held: readonly Held[];
}

/** A cell as text; a date in ISO notation. */
export const textOf = (cell: SentCell): string => (typeof cell === "object" ? cell.date : String(cell));

/** The columns of a table that mean something, as the cells hold them. */
function mappedColumns(table: KnownTable): SentCell[][] {
  const zone = spreadsheetZone();
  return table.columns.flatMap(({ column, meaning }) => {
    if (!meaning) return [];
    const rows = rangeOf(cellsOf(table, column)).getValues() as Cell[][];
    return [sentRows(rows, zone).map(([cell]) => cell!)];
  });
}

/** Period, revenue, customers and churn, as the trend takes them, without the assumptions that it adds. */
function periodLines({ setup, tables }: Answer): PeriodLine[] {
  const trend = tables.find(({ title }) => title === "CLV Trend")?.recipe;
  if (!trend) return [];
  const columns = compute({ setup, recipes: argumentsOf(trend).map((result) => ({ ...trend, result })) });
  const [days, ...figures] = columns.map(({ cells }) => cells.map(([cell]) => cell!));
  return days!.flatMap((day, row) =>
    textOf(day) === ""
      ? []
      : [{ day: textOf(day), figures: JSON.stringify(figures.map((column) => plain(column[row] ?? ""))) }],
  );
}

const argumentsOf = ({ result }: Recipe): readonly Term[] =>
  typeof result === "object" && result !== null && "to" in result ? result.to.slice(0, 4) : [];

/** Numbers to twelve digits: the order of a sum does not count as a change. */
const plain = (cell: SentCell) => (typeof cell === "number" ? Number(cell.toPrecision(12)) : cell);

function definitionsOf({ setup, tables }: Answer): Entry["definitions"] {
  const table = tables.find(({ title }) => title === "CLV Definitions");
  if (!table) return [];
  const [figure] = compute({ setup, recipes: [table.recipe] });
  return figure!.cells.slice(1).map((row) => [textOf(row[0]!), row[row.length - 1]!] as const);
}

/** What to record now; undefined where no data are mapped. */
export function currentEntry(): Entry | undefined {
  const tables = mappedTables();
  const [table] = tables;
  const answer = table && answerFrom({ table, tables, changes: {} });
  if (!answer) return undefined;
  const columns = mappedColumns(table);
  const periods = periodLines(answer);
  const days = columns.flatMap((cells) =>
    cells.flatMap((cell) => (typeof cell === "object" ? cell.date : [])),
  );
  const known = (days.length > 0 ? days : periods.map(({ day }) => day)).sort();
  return {
    tab: table.tab,
    dataPrint: fingerprint(JSON.stringify(columns)),
    from: known[0] ?? "",
    to: known[known.length - 1] ?? "",
    rows: columns.reduce((most, cells) => Math.max(most, cells.filter((cell) => cell !== "").length), 0),
    // Blank stands for the pause that the data have, which changes with them.
    assumed: { ...answer.assumed, inactive_after: answer.assumed["inactive_after"] || answer.lostAfter },
    value: answer.value.figure.cells[0]?.[0] ?? "",
    definitions: definitionsOf(answer),
    periods,
    held: answer.held,
  };
}

/** A fingerprint of the figures up to a period. */
export const figuresPrint = (periods: readonly PeriodLine[], until: string): string =>
  fingerprint(JSON.stringify(periods.filter(({ day }) => day <= until)));
