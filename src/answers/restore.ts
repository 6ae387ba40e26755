import type { Said } from "../recognition";
import type { DateNotation, DecimalMark, FoundColumn, FoundTable, Meaning } from "../recognition/types";
import type { SentCell } from "../sheet/sentCell";
import { headerOf } from "./columns";
import { notations } from "./mapping";
import { type SavedSetting, beginningOf, savedTables } from "./setup";

const line = /^(\d+)\.\w*\.(\w+?)(?::\d+)?$/;

/** A reference without what differs between spreadsheets: dollars, and quotes where the name needs none. */
const plain = (reference: string) => reference.replace(/^=/, "").replace(/[$']/g, "");

/** The table with its text written as the setup tab says, where the cells leave it open. */
function withNotations(table: FoundTable, lines: readonly KeptLine[]): FoundTable {
  const columns = table.columns.map((column): FoundColumn => {
    const note = lines.find((one) => one.column === column.column)?.note;
    const told = (field: keyof typeof notations) =>
      column[field] === "ambiguous"
        ? Object.keys(notations[field]).find((notation) => notations[field][notation] === note)
        : undefined;
    const [dates, decimal] = [told("dates"), told("decimal")];
    return {
      ...column,
      ...(dates && { dates: dates as DateNotation }),
      ...(decimal && { decimal: decimal as DecimalMark }),
    };
  });
  return { ...table, columns };
}

interface KeptLine {
  readonly order: number;
  readonly meaning: Meaning;
  readonly header: string;
  readonly note: SentCell;
  readonly column?: number;
}

/** Finds a table again with what is said of its columns. */
export type Remap = (table: FoundTable, said: Said) => FoundTable;

/** The table with the meanings that are kept: as few as possible are said, so that the rest can still be found anew. */
function asKept(table: FoundTable, kept: Said, remap: Remap): FoundTable {
  const meant = table.columns.map(({ column }) => [column, kept.get(column)] as const);
  const isOther = ([column, meaning]: (typeof meant)[number], its: FoundTable) =>
    its.columns.find((one) => one.column === column)?.meaning !== meaning;
  const others = meant.filter((one) => isOther(one, table));
  if (others.length === 0) return table;
  const found = remap(table, new Map(others));
  return meant.some((one) => isOther(one, found)) ? remap(table, new Map(meant)) : found;
}

/** The tables with the meanings that the setup tab keeps; the table that was answered from comes first. */
export function restored(
  tables: readonly FoundTable[],
  saved: readonly SavedSetting[],
  remap: Remap,
): FoundTable[] {
  const begins = new Map(savedTables(saved).map((one) => [String(one.number), one.begins]));
  const kept = saved.flatMap(({ key, formula, value, note }, order): KeptLine[] => {
    const [, number, meaning] = line.exec(key) ?? [];
    if (!number) return [];
    // A column without a header of its own is named by its number.
    const header = formula ? plain(formula) : `${begins.get(number) ?? ""}${value as string}`;
    return [{ order, meaning: meaning as Meaning, header, note }];
  });
  const place = (table: FoundTable) =>
    table.columns.flatMap(({ column }, at) => {
      const names = [plain(headerOf(table, column)), `${beginningOf(table)}#${at + 1}`];
      return kept.filter(({ header }) => names.includes(header)).map((one) => ({ ...one, column }));
    });
  return tables
    .map((table) => {
      const lines = place(table);
      if (lines.length === 0) return { table, order: Infinity };
      const meaningOf = new Map(lines.map(({ column, meaning }) => [column, meaning]));
      const mapped = asKept(table, meaningOf, remap);
      return { table: withNotations(mapped, lines), order: lines[0]!.order };
    })
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ table }) => table);
}
