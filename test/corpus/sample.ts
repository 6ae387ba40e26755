import type { SentCell } from "../../src/sheet/sentCell";
import type { TabSurvey } from "../../src/recognition/survey";
import type { Meaning, Shape } from "../../src/recognition";
import { seeded } from "../support/orders";
import { surveyOf } from "../support/survey";
import { makers, type Row } from "./values";

/** An export as its maker documents it. */
export interface Source {
  readonly source: string;
  readonly shape: Shape | undefined;
  /** One row a customer, where it is not several. */
  readonly isByCustomer?: boolean;
  readonly rows?: number;
  readonly inCents?: boolean;
  /** The columns filled in the further rows of an order, where an order has several. */
  readonly continued?: RegExp;
  /**
   * "Header = cells : meaning" for each column, where cells names a maker; a meaning in brackets may be mapped or
   * not; "Header = months" stands for twelve months across.
   */
  readonly columns: readonly string[];
}

export interface Column {
  readonly header: string;
  readonly cells: string;
  readonly meaning: Meaning | undefined;
  /** The table is right with another column of this meaning, or without. */
  readonly isOptional: boolean;
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
  readonly months?: { readonly first: number; readonly last: number };
}

export interface Sample {
  readonly source: string;
  readonly variant: string;
  readonly survey: TabSurvey;
  readonly expected: Expected;
}

/** A table being made: its header and the rows below. */
export interface Draft {
  readonly source: Source;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SentCell[])[];
}

const monthNames = (year: number) =>
  Array.from({ length: 12 }, (_, m) => `${year}-${String(m + 1).padStart(2, "0")}`);

export function columnsOf({ columns }: Source): Column[] {
  return columns.flatMap((text): Column[] => {
    const [, header, cells, meaning] = /^(.*?) = (\w+)(?: : (\(?\w+\)?))?$/.exec(text)!;
    if (cells === "months")
      return monthNames(2025).map((month) => ({
        header: month,
        cells: "monthly",
        meaning: undefined,
        isOptional: true,
      }));
    const isOptional = meaning?.startsWith("(") ?? true;
    return [
      {
        header: header!,
        cells: cells!,
        meaning: meaning?.replace(/[()]/g, "") as Meaning | undefined,
        isOptional,
      },
    ];
  });
}

/** The rows of an export, the same at every making. */
export function draftOf(source: Source, seed = 1): Draft {
  const random = seeded(seed);
  const columns = columnsOf(source);
  const count = source.rows ?? 60;
  const customers = source.isByCustomer ? count : Math.ceil(count / 3);
  const rows = Array.from({ length: count }, (_, index) => {
    const row: Row = {
      index,
      customer: source.isByCustomer ? index : Math.floor(random() * customers),
      day: 20_100 + index * 2 + Math.floor(random() * 3),
      amount: 20 + random() * 200,
      random,
    };
    const isFurther = source.continued !== undefined && index % 5 > 2;
    return columns.map(({ header, cells }) => {
      if (isFurther && !source.continued.test(header)) return "";
      return cells === "monthly" ? monthly(row) : makers[cells]!(row);
    });
  });
  return { source, columns, rows };
}

const monthly = ({ random }: Row) => (random() < 0.2 ? "" : Math.round(random() * 9000) / 100);

/** A tab with the draft's table from a row and a column on, among other rows. */
export function sampleOf(
  draft: Draft,
  variant: string,
  {
    above = [],
    below = [],
    left = 0,
    hasHeader = true,
  }: {
    readonly above?: readonly (readonly SentCell[])[];
    readonly below?: readonly (readonly SentCell[])[];
    readonly left?: number;
    readonly hasHeader?: boolean;
  } = {},
): Sample {
  const { source, columns, rows } = draft;
  const indent = Array.from({ length: left }, () => "");
  const header = hasHeader ? [columns.map((column) => column.header)] : [];
  const cells = above.concat(
    [...header, ...rows].map((row) => [...indent, ...row]),
    below,
  );
  const firstRow = above.length + header.length + 1;
  const meanings: Partial<Record<Meaning, number[]>> = {};
  columns.forEach(({ meaning }, index) => {
    if (meaning) (meanings[meaning] ??= []).push(index + 1 + left);
  });
  const months = columns.flatMap(({ cells: maker }, index) =>
    maker === "monthly" ? [index + 1 + left] : [],
  );
  return {
    source: source.source,
    variant,
    survey: surveyOf(cells, "Export"),
    expected: {
      shape: source.shape,
      headerRow: hasHeader ? above.length + 1 : undefined,
      firstRow,
      lastRow: firstRow + rows.length - 1,
      inCents: source.inCents ?? false,
      columns: meanings,
      optional: columns.flatMap(({ meaning, isOptional }) => (meaning && isOptional ? [meaning] : [])),
      ...(months.length > 0 && { months: { first: Math.min(...months), last: Math.max(...months) } }),
    },
  };
}
