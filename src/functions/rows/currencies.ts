import { refusal } from "../../core/refusal";
import { currencyOf } from "../../sheet/amount";
import { type Cell, isBlank } from "../../sheet/cell";
import { quoted } from "../../sheet/fault";
import type { MappedTable } from "../../sheet/mapped/mappedTable";
import type { Meaning } from "../../sheet/mapped/meanings";
import { refuseMixedCurrencies } from "../../sheet/oneCurrency";

/** Refuses rows whose amounts are in several currencies, by a column of currencies or by the amounts themselves. */
export function refuseSeveralCurrencies(
  table: MappedTable,
  amounts: readonly Meaning[],
  rows: readonly number[],
): void {
  for (const meaning of amounts) {
    const cells = table.cells(meaning);
    if (cells) refuseMixedAmounts(table, meaning, cells, rows);
  }
  const cells = table.cells("currency");
  if (!cells) return;
  const keyOf = (cell: Cell) => {
    const text = String(cell).trim();
    return (currencyOf(`1 ${text}`) ?? [text.toUpperCase()]).join(" ");
  };
  const known = new Map<Cell, string>();
  let first = -1;
  for (const row of rows) {
    const cell = cells[row]!;
    if (isBlank(cell)) continue;
    if (!known.has(cell)) known.set(cell, keyOf(cell));
    if (first < 0) first = row;
    if (known.get(cell) === known.get(cells[first]!)) continue;
    const shown = (at: number) => `${quoted(String(cells[at]).trim())} in ${table.placeOf(at)}`;
    throw refusal(
      `currency must be one in all rows that count, got ${shown(first)} and ${shown(row)}: convert the amounts into one first`,
    );
  }
}

/** One cell for each way to write a currency is enough to look at. */
function refuseMixedAmounts(
  table: MappedTable,
  meaning: Meaning,
  cells: readonly Cell[],
  rows: readonly number[],
): void {
  const seen = new Set<string>();
  const telling: number[] = [];
  for (const row of rows) {
    const cell = cells[row];
    if (typeof cell !== "string") continue;
    const mark = cell.replace(/[\d.,'’\s()+\u2212\u2013-]+/g, "");
    if (mark === "" || seen.has(mark)) continue;
    seen.add(mark);
    telling.push(row);
  }
  refuseMixedCurrencies(
    meaning,
    telling.map((row) => cells[row]),
    (at) => table.placeOf(telling[at]!),
  );
}
