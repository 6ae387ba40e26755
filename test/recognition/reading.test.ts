import { expect, test } from "@jest/globals";
import { usable } from "../../src/answers/figures";
import { mappedColumns, numberIn } from "../../src/answers/mapping";
import { readingOf } from "../../src/answers/readingOf";
import { findTables, type FoundTable } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { corpusTables, type Sample, sampleOf } from "../corpus/tables";
import { variantsOf } from "../corpus/variants";
import { call, day } from "../support/call";

/** By the name of the table, why its rows cannot be read: months stand twice, nothing was sold, currencies differ. */
const refused: Readonly<Record<string, string>> = {
  "monthly-figures/monthly-figures-german-text.csv":
    "CLV_ROWS: period must be different in each row, got 2026-01-01 in row 14 and row 15: name the column that separates them as segment, and they are added up",
  "not-revenue/insurance-refunds-german.csv":
    "CLV_ROWS: table must have a row that counts, got none: CLV_ROWS_LEFT_OUT says why",
  "orders-and-invoices/signs-of-two-currencies.csv":
    'CLV_ROWS: amount must be in one currency, got "¥15000" in row 2 and "$100.00" in row 3: convert the amounts into one first',
};

/** The range of a table, with its header, as the sidebar hands it to CLV_ROWS. */
function rangeOf(cells: readonly (readonly SentCell[])[], table: FoundTable): unknown[][] {
  const { columns, headerRow = table.firstRow, lastRow, isAcross } = table;
  const [first, last] = [columns[0]!.column, columns.at(-1)!.column];
  const given = (cell: SentCell | undefined) => (typeof cell === "object" ? day(cell.date) : (cell ?? ""));
  const range = (rows: readonly (readonly SentCell[])[], from: number, to: number) =>
    rows.map((row) => Array.from({ length: to - from + 1 }, (_, at) => given(row[from - 1 + at])));
  if (!isAcross) return range(cells.slice(headerRow - 1, lastRow), first, last);
  const turned = range(cells.slice(first - 1, last), headerRow, lastRow);
  return turned[0]!.map((_, at) => turned.map((row) => row[at]));
}

/** What CLV_ROWS says where it refuses a table that gives a value; undefined where it reads it. */
function refusalOf({ cells, survey }: Sample): string | undefined {
  const table = findTables(survey).find(({ shape }) => shape !== undefined);
  if (!table || !usable(readingOf(table, 1))) return undefined;
  const mapped = mappedColumns(table);
  if (mapped.length === 0) return undefined;
  const columns = mapped.map(({ word, column, told }) => [
    word,
    numberIn(table, column) ?? column.header,
    told,
  ]);
  try {
    call("CLV_ROWS", rangeOf(cells, table), columns);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test("a table that gives a value can be read, unless its data contradict themselves", () => {
  const tables = corpusTables();
  const ofCells = /, (dirty|as text|below)/;
  const samples = [
    ...tables.map(sampleOf),
    ...tables
      .filter(({ entry }) => entry.variants)
      .flatMap(variantsOf)
      .filter(({ name }) => ofCells.test(name)),
  ];
  const refusals = samples.flatMap((sample) => {
    const refusal = refusalOf(sample);
    return refusal ? [[sample.name, refusal]] : [];
  });
  expect(Object.fromEntries(refusals)).toEqual(refused);
});
