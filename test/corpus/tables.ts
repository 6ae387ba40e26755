import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Meaning, Shape } from "../../src/recognition";
import type { TabSurvey } from "../../src/recognition/survey";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "../support/survey";

/** A column by its header, or by its number from 1 where no header is its own; several where any of them is right. */
type Columns = Readonly<Partial<Record<Meaning, Named | readonly Named[]>>>;
type Named = string | number;

/** A line of a manifest: what the table of one file is. */
export interface Entry {
  readonly file: string;
  readonly what: string;
  /** Where its headers come from. Rows are invented. */
  readonly from: string;
  /** What it is there to show, where its name does not say it. */
  readonly why?: string;
  /** Nothing where it must be left alone. */
  readonly shape?: Shape;
  /** From 1, and 1 where it is left out; null where there is none. */
  readonly headerRow?: number | null;
  /** The first row below the header, and the last of the file, where they are left out. */
  readonly firstRow?: number;
  readonly lastRow?: number;
  readonly inCents?: boolean;
  readonly columns?: Columns;
  /** Right where they are mapped, and right where they are not. */
  readonly optional?: Columns;
  /** The first and the last column of months across. */
  readonly months?: readonly [first: number, last: number];
  /** It is tried as people change it, too. */
  readonly variants?: boolean;
  /** What the sidebar says that a customer is worth, on 28 November 2026; of a shop what it says by revenue ÷ churn. */
  readonly value?: number;
  /** Of a shop what it says that a new customer brings in 24 months. */
  readonly horizon?: number;
}

/** What the recogniser must say about a tab with one table. */
export interface Expected {
  readonly shape: Shape | undefined;
  readonly headerRow: number | undefined;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly inCents: boolean;
  /** For each meaning the columns that are right. */
  readonly columns: Readonly<Partial<Record<Meaning, readonly number[]>>>;
  readonly optional: readonly Meaning[];
  readonly months: readonly [first: number, last: number] | undefined;
}

export interface Sample {
  readonly name: string;
  readonly cells: readonly (readonly SentCell[])[];
  readonly survey: TabSurvey;
  readonly expected: Expected;
}

/** A file of the corpus. */
export interface Table {
  /** As "stripe/payments.csv". */
  readonly name: string;
  readonly entry: Entry;
  readonly cells: readonly (readonly SentCell[])[];
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const date = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** A cell as one types it into a sheet: an apostrophe in front keeps text what would be a number or a date. */
function cellOf(text: string): SentCell {
  if (text.startsWith("'")) return text.slice(1);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (number.test(text) && text.replace(/\D/g, "").length <= 15) return Number(text);
  const day = date.exec(text)?.[1];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? { date: day } : text;
}

const cellsOf = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/\n$/, ""), { delimiter: ",", newline: "\n" }).data.map((row) =>
    row.map(cellOf),
  );

const root = "test/corpus";

/** By the name of the table, why it is not read as it should be. */
type Failures = Readonly<Record<string, string>>;

/** What is wrong today: tables that take a correction, those wrong and shown as sure, and values. */
export const knownFailures = (): Readonly<Record<"corrections" | "sureButWrong" | "value", Failures>> =>
  JSON.parse(readFileSync(join(root, "knownFailures.json"), "utf8")) as ReturnType<typeof knownFailures>;

/** All files of the corpus, by their names. */
export function corpusTables(): Table[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .flatMap((folder) =>
      readFileSync(join(root, folder, "manifest.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => {
          const entry = JSON.parse(line) as Entry;
          const cells = cellsOf(readFileSync(join(root, folder, entry.file), "utf8"));
          return { name: `${folder}/${entry.file}`, entry, cells };
        }),
    );
}

/** The header's row, the cells of it, and the rows of the table below. */
export function partsOf({ entry, cells }: Table) {
  const headerRow = entry.headerRow === null ? undefined : (entry.headerRow ?? 1);
  const firstRow = entry.firstRow ?? (headerRow ?? 0) + 1;
  const lastRow = entry.lastRow ?? cells.length;
  return { headerRow, firstRow, lastRow, header: headerRow ? cells[headerRow - 1]! : [] };
}

/** For each meaning the numbers of its columns. */
export function columnNumbers(table: Table, columns: Columns = {}): [Meaning, number[]][] {
  const { header } = partsOf(table);
  return (Object.entries(columns) as [Meaning, Named | readonly Named[]][]).map(([meaning, named]) => [
    meaning,
    [named].flat().map((one) => {
      const column = typeof one === "number" ? one : header.indexOf(one) + 1;
      if (column === 0) throw new Error(`${table.name} has no column "${one}"`);
      return column;
    }),
  ]);
}

export function sampleOf(table: Table): Sample {
  const { shape, inCents = false, columns, optional = {}, months } = table.entry;
  const { headerRow, firstRow, lastRow } = partsOf(table);
  return {
    name: table.name,
    cells: table.cells,
    survey: surveyOf(table.cells, "Export"),
    expected: {
      shape,
      headerRow,
      firstRow,
      lastRow,
      inCents,
      columns: Object.fromEntries([...columnNumbers(table, columns), ...columnNumbers(table, optional)]),
      optional: Object.keys(optional) as Meaning[],
      months,
    },
  };
}
