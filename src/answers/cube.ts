import type { FoundTable } from "../recognition/types";
import { titlesOf } from "../recipe/columns";
import { type KeptTable, dataTabOf, keptCells } from "../recipe/kept";
import { type Term, apply } from "../recipe/term";
import { monthNamed } from "../sheet/month";
import { wordsOf } from "../sheet/written/words";
import { blockOf, columnOf } from "./columns";
import { besidePeriods, withPeriods } from "./periods";
import type { Reading, Source } from "./reading";

/** A grid of customers × months, its header included, turned into rows. */
export function readingOfCube(table: Source, number: number): Reading {
  const basis = { table, number, kept: [] };
  const customer = columnOf(table, "customer");
  const { months, headerRow, since } = table;
  if (!customer || !months || headerRow === undefined) return basis;
  // The columns of months, in parts without a gap, and before them the customers.
  const starts = [months.first, ...months.between.map((column) => column + 1)];
  const ends = [...months.between.map((column) => column - 1), months.last];
  const parts = starts.flatMap((start, at) => (start <= ends[at]! ? [[start, ends[at]!] as const] : []));
  const [first, ...others] = parts;
  const joined =
    customer.column === first![0] - 1
      ? [[customer.column, first![1]] as const, ...others]
      : [[customer.column, customer.column] as const, ...parts];
  const ranges = joined.map(([from, to]) => ({ range: blockOf(table, from, to, headerRow) }));
  const grid = ranges.length === 1 ? ranges[0]! : apply("BESIDE", ...ranges);
  const rows: KeptTable = {
    tab: dataTabOf(number),
    column: besidePeriods("CLV_KPIS"),
    titles: titlesOf("CLV_UNPIVOT"),
    call: apply("CLV_UNPIVOT", grid, since ? firstMonthOf(table, months, since) : null),
    isFixed: false,
  };
  const cells = (title: string): Term => ({ range: keptCells(rows, title) });
  return withPeriods({
    ...basis,
    kept: [rows],
    rows: {
      customer: cells("Customer"),
      date: cells("Date"),
      amount: cells("Amount"),
      segment: undefined,
    },
  });
}

/** The month of the first column, of months without a year; `since` is the earliest of them, which may be the last one. */
function firstMonthOf(
  { columns }: FoundTable,
  { first, last, between }: NonNullable<FoundTable["months"]>,
  since: NonNullable<FoundTable["since"]>,
): Term {
  const header = columns.find(({ column }) => column === first)?.header ?? "";
  const month = Number(/^\d{4}-(\d\d)/.exec(header)?.[1] ?? 0) || monthNamed(wordsOf(header).split(" ")[0]!);
  const isNewestFirst = month > 0 && month !== since.month;
  const later = isNewestFirst ? last - first - between.length : 0;
  const at = since.year * 12 + since.month - 1 + later;
  return apply("DATE", Math.floor(at / 12), (at % 12) + 1, 1);
}
