import type { FoundColumn, FoundTable } from "../recognition/types";
import type { Figure } from "../recipe/figure";
import { type Recipe, type Term, apply } from "../recipe/term";
import type { SentCell } from "../sheet/sentCell";
import type { KeptTable } from "../recipe/kept";
import { meaningOf } from "../sheet/mapped/meanings";
import { mappedColumns, numberIn } from "./mapping";
import { meanings } from "./meanings";
import { cellsOf, headerOf } from "./columns";
import { type Reading, isRenamed } from "./reading";
import { targets } from "./targets";

/** A line of the setup tab: an assumption, a mapped column, or with the key "" a heading. */
export interface SetupLine {
  readonly key: string;
  readonly label: string;
  /** What its cell is to hold; null leaves it blank, and its own setting keeps what is there. */
  readonly value: Term;
  readonly note: Term;
  /** Number format of the value; "" for none. */
  readonly format: string;
}

/** Computes recipes by the assumptions of a setup. */
export type Compute = (setup: Setup, recipes: readonly Recipe[]) => readonly Figure[];

/** What the setup tab holds for a key. */
export interface SavedSetting {
  readonly key: string;
  readonly value: SentCell;
  /** For a mapped column the reference to its header. */
  readonly formula: string;
  readonly label: string;
  readonly note: SentCell;
}

/** An assumption that formulas refer to on the setup tab. */
export interface Assumption {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly format: string;
}

export const assumptions: readonly Assumption[] = [
  {
    key: "gross_margin",
    label: "Gross margin",
    note: "Share of revenue that is gross profit, such as 40%; blank: values are revenue",
    format: "0.0%",
  },
  {
    key: "cac",
    label: "Acquisition cost (CAC)",
    note: "Cost of winning one customer; blank: unknown",
    format: "#,##0.00",
  },
  {
    key: "discount_rate",
    label: "Discount rate a year",
    note: "How much less money is worth a year later; 0%: no discount",
    format: "0.0%",
  },
  {
    key: "horizon",
    label: "Horizon in months",
    note: "How many months values look ahead, or forever; blank: 24 for new customers, 12 for today's",
    format: "0",
  },
  {
    key: "window",
    label: "Window",
    note: "Number of periods that rolling figures average over",
    format: "0",
  },
  { key: "period", label: "Period", note: "day, week, month, quarter or year", format: "" },
  {
    key: "inactive_after",
    label: "Lost after",
    note: "Periods without a purchase after which a customer counts as lost; blank: the usual pause of the data",
    format: "0",
  },
  { key: "currency", label: "Currency", note: "Sign before amounts; blank for none", format: "" },
  {
    key: "as_of",
    label: "Data as of",
    note: "Last day that counts; in a list of subscriptions, whatever ends then or later is still running",
    format: "yyyy-mm-dd",
  },
  {
    key: "kind",
    label: "How customers buy",
    note: "billed: at a steady interval until they stop; shop: when they like; blank: as the data show",
    format: "",
  },
  {
    key: "grace_days",
    label: "Lost after, in days",
    note: "For steady payments: days without one after which a customer is lost; blank: one and a half intervals or the usual pause",
    format: "0",
  },
  ...targets,
];

/** What an assumption is before anyone has set it. */
export function defaults(table: FoundTable, cac: Term, margin: Term, currency: string): Record<string, Term> {
  const isBilled = table.shape === "cube" && !table.havePauses;
  return {
    gross_margin: margin,
    cac,
    discount_rate: 0,
    // A model has no end of its own.
    horizon: table.unitOfTime ? 24 : null,
    window: 12,
    period: table.unitOfTime ?? "month",
    // Who is billed each month is lost in the first one without; how long others pause, their data tell.
    inactive_after: isBilled ? 1 : null,
    currency: currency || null,
    as_of: null,
    kind: null,
    grace_days: null,
    ...Object.fromEntries(targets.map(({ key, usual }) => [key, usual])),
  };
}

const heading = (label: string, note: string, value: Term = null): SetupLine => ({
  key: "",
  label,
  value,
  note,
  format: "",
});

/** The tables that the setup tab keeps: the number of each, and the first cell below the header of its first column. */
export const savedTables = (saved: readonly SavedSetting[]) =>
  saved.flatMap(({ key, formula }) => {
    const [, number] = /^(\d+)\.table$/.exec(key) ?? [];
    const [, cells] = /^=COUNTA\((.+)\)$/.exec(formula) ?? [];
    return number && cells ? [{ number: Number(number), cells, begins: beginOf(cells) }] : [];
  });

const firstCells = (table: FoundTable) => cellsOf(table, table.columns[0]!.column);
const beginOf = (cells: string) => cells.replace(/[$']/g, "").replace(/:[^:]*$/, "");
/** What tells a table from others: its first cell below the header. */
export const beginningOf = (table: FoundTable) => beginOf(firstCells(table));

/** By which number the setup tab knows each table: the one that it has there, else the next that is free. */
export function numbersOf(tables: readonly FoundTable[], saved: readonly SavedSetting[]): number[] {
  const known = savedTables(saved);
  let last = Math.max(0, ...known.map(({ number }) => number));
  return tables.map((table) => {
    const begins = beginningOf(table);
    return known.find((one) => one.begins === begins)?.number ?? ++last;
  });
}

/** The lines of a table: where it stands, then what its columns mean, first those that CLV_ROWS reads. */
function tableLines(table: FoundTable, number: number): SetupLine[] {
  const read = mappedColumns(table);
  const key = (meaning: string) => `${number}.${table.shape ?? ""}.${meaning}`;
  const header = (column: FoundColumn): Term =>
    numberIn(table, column) ?? { range: headerOf(table, column.column) };
  const line = (label: string, meaning: string, column: FoundColumn, note: string): SetupLine => ({
    key: key(meaning),
    label,
    value: header(column),
    note: note || null,
    format: "@",
  });
  const others = table.columns.filter(
    (column) => column.meaning && !read.some((one) => one.column === column),
  );
  return [
    heading(
      `Data: ${table.tab}`,
      "How it is written, such as d.m.y or 1.234,56, if that is unclear",
      "Header",
    ),
    {
      key: `${number}.table`,
      label: "Filled cells of its first column",
      value: apply("COUNT", { range: firstCells(table) }),
      note: "What its columns mean, by their headers, is below",
      format: "#,##0",
    },
    ...read.map(({ word, column, told }) => ({
      ...line(word, column.meaning ?? word, column, told),
      ...(!column.meaning && { key: `${number}.${word}` }),
    })),
    ...others.map((column) => {
      const own = line(`${meanings[column.meaning!]} (as it stands)`, column.meaning!, column, "");
      // The only meaning that several columns have.
      return column.meaning === "signal" ? { ...own, key: `${own.key}:${column.column}` } : own;
    }),
  ];
}

const channelKey = /^(\d+)\.channel:/;

/** Whether a line says what a channel of spend is called next to its customers, which a person may correct. */
export const isChannel = (key: string) => channelKey.test(key);

/** What each channel of a table of spend is called next to its customers; nothing where all have the same name there. */
function channelLines({ table, number, spend }: Reading, saved: readonly SavedSetting[]): SetupLine[] {
  const channels = spend?.channels ?? [];
  if (!isRenamed(channels)) return [];
  return [
    heading(`Channels of ${table.tab}`, "The channel's name in the table of customers", "Counts as"),
    ...channels.map(({ name, as }) => {
      const key = `${number}.channel:${name}`;
      const isKept = saved.some((one) => one.key === key);
      return {
        key,
        label: name,
        value: isKept ? { setting: key } : (as ?? name),
        note: as === undefined ? "No customers came through a channel of that name" : null,
        format: "@",
      };
    }),
  ];
}

/** The lines of the channels of a table: from the first, and how many. */
export function linesOfChannels(lines: readonly SetupLine[], number: number) {
  const isOwn = ({ key }: SetupLine) => channelKey.exec(key)?.[1] === String(number);
  return [lines.findIndex(isOwn), lines.filter(isOwn).length] as const;
}

const signalKey = /^(\d+)\.signal:/;

/** Whether a line says what more of a signal says of a customer, which a person may correct. */
export const isSignal = (key: string) => signalKey.test(key);

/** The key of the line of a signal. */
export const keyOfSignal = (number: number, name: string) => `${number}.signal:${name}`;

const weights = { better: 1, worse: -1 } as const;

/** What more of each signal of a table of use says of a customer. */
function signalLines({ table, number, usage }: Reading, saved: readonly SavedSetting[]): SetupLine[] {
  if (!usage) return [];
  const note = "1 if more is better, -1 if more is worse, 0 to leave it out";
  return [
    heading(`Signals of ${table.tab}`, note, "Counts as"),
    ...usage.signals.map(({ name, moreIs }) => {
      const key = keyOfSignal(number, name);
      const isKept = saved.some((one) => one.key === key);
      return {
        key,
        label: name,
        value: isKept ? { setting: key } : moreIs ? weights[moreIs] : 0,
        note: moreIs ? null : "Only you can say whether more is good: until then it is left out",
        format: "0",
      };
    }),
  ];
}

/** The lines of the signals of a table: from the first, and how many. */
export function linesOfSignals(lines: readonly SetupLine[], number: number) {
  const isOwn = ({ key }: SetupLine) => signalKey.exec(key)?.[1] === String(number);
  return [lines.findIndex(isOwn), lines.filter(isOwn).length] as const;
}

/** The lines of the tables that the setup tab keeps besides. */
function otherLines(saved: readonly SavedSetting[], numbers: readonly number[]): SetupLine[] {
  const isOther = (key: string) => {
    const [, number] = /^(\d+)\./.exec(key) ?? [];
    return number !== undefined && !numbers.includes(Number(number));
  };
  return saved.flatMap(({ key, label, note }, index) => {
    if (!isOther(key)) return [];
    const isTable = key.endsWith(".table");
    const isFirst =
      isTable || [isChannel, isSignal].some((is) => is(key) && !is(saved[index - 1]?.key ?? ""));
    const line = {
      key,
      label,
      value: { setting: key },
      note: (note as string) || null,
      format: isTable ? "#,##0" : "@",
    };
    return isFirst ? [heading("Other data", "", isTable ? "Header" : "Counts as"), line] : [line];
  });
}

/** What formulas refer to: the lines of the setup tab, and tables on tabs of clean data. */
export interface Setup {
  /** The table whose assumptions are meant by their keys alone. */
  readonly number: number;
  readonly lines: readonly SetupLine[];
  readonly kept: readonly KeptTable[];
}

/** The key of an assumption of a table on the setup tab. */
export const keyOf = (key: string, number: number) => `${key}@${number}`;

const ofTable = /^(\w+)@(\d+)$/;
export const isAssumption = (key: string) => ofTable.test(key);

/** The assumptions of a table on the setup tab, by their own keys. */
export const settingsOf = (saved: readonly SavedSetting[], number: number): SavedSetting[] =>
  saved.flatMap((one) => {
    const [, key, of] = ofTable.exec(one.key) ?? [];
    return key && Number(of) === number ? [{ ...one, key }] : [];
  });

/** The tables that have assumptions on the setup tab. */
export const assumedTables = (saved: readonly SavedSetting[]): number[] =>
  Array.from(new Set(saved.flatMap(({ key }) => Number(ofTable.exec(key)?.[2]) || []))).sort((a, b) => a - b);

/** Lines that the assumptions of a table take, its heading included. */
export const linesOfAssumptions = assumptions.length + 1;

/** The assumptions of a table in a fixed order, since formulas refer to their cells; those of others as they are. */
function assumptionLines(
  number: number,
  of: Readonly<Record<string, Term>> | undefined,
  title: string,
): SetupLine[] {
  return [
    heading(title, "What it means"),
    ...assumptions.map(({ key, label, note, format }) => ({
      key: keyOf(key, number),
      label,
      value: of ? (of[key] ?? null) : { setting: keyOf(key, number) },
      note,
      format,
    })),
  ];
}

/** The lines of the setup tab: the assumptions of each table that was answered from, then what the tables are. */
export function setupFor(
  values: Readonly<Record<string, Term>>,
  readings: readonly Reading[],
  saved: readonly SavedSetting[],
): Setup {
  const { number, table } = readings[0]!;
  const titleOf = (other: number) => {
    const first = saved.findIndex(({ key }) => ofTable.exec(key)?.[2] === String(other));
    return saved[first - 1]?.label ?? "Assumptions";
  };
  const numbers = Array.from(new Set([...assumedTables(saved), number])).sort((a, b) => a - b);
  const lines = [
    ...numbers.flatMap((one) =>
      one === number
        ? assumptionLines(one, values, `Assumptions for ${table.tab}`)
        : assumptionLines(one, undefined, titleOf(one)),
    ),
    ...readings.flatMap((reading) => [
      ...tableLines(reading.table, reading.number),
      ...channelLines(reading, saved),
      ...signalLines(reading, saved),
    ]),
    ...otherLines(
      saved,
      readings.map((reading) => reading.number),
    ),
  ];
  return { number, lines, kept: readings.flatMap(({ kept }) => kept) };
}

/** The line of a setup that a key means: of an assumption, that of the table in question. */
export const lineOf = ({ lines, number }: Setup, key: string): SetupLine | undefined =>
  lines.find((line) => line.key === key) ?? lines.find((line) => line.key === keyOf(key, number));

/** The lines of a table that CLV_ROWS takes: from the first, and how many. */
export function columnLines(
  lines: readonly SetupLine[],
  number: number,
): readonly [first: number, count: number] {
  const isRead = ({ key, label }: SetupLine) => key.startsWith(`${number}.`) && meaningOf(label) === label;
  const first = lines.findIndex(isRead);
  let last = first;
  while (lines[last] && isRead(lines[last]!)) last++;
  return [first, last - first];
}
