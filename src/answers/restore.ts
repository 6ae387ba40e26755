import { remap } from "../recognition";
import type { DateNotation, DecimalMark, FoundColumn, FoundTable, Meaning } from "../recognition/types";
import { headerOf } from "./columns";
import { type SavedSetting, notations } from "./setup";

const line = /^(\d+)\.(\w*)\.(\w+)$/;

/** A reference without what differs between spreadsheets: dollars, and quotes where the name needs none. */
const plain = (reference: string) => reference.replace(/^=/, "").replace(/[$']/g, "");

/** The table with its text written as the setup tab says, where the cells leave it open. */
function withNotations(table: FoundTable, number: number, saved: readonly SavedSetting[]): FoundTable {
  const said = (meaning: Meaning | undefined, field: keyof typeof notations) => {
    const line = saved.find(
      ({ key }) => key.startsWith(`${number}.`) && key.endsWith(`.${meaning}.${field}`),
    );
    return Object.keys(notations[field]).find((notation) => notations[field][notation] === line?.value);
  };
  const columns = table.columns.map((column): FoundColumn => {
    const isOpen = (field: keyof typeof notations) => column[field] === "ambiguous";
    const dates = isOpen("dates") ? said(column.meaning, "dates") : undefined;
    const decimal = isOpen("decimal") ? said(column.meaning, "decimal") : undefined;
    return {
      ...column,
      ...(dates && { dates: dates as DateNotation }),
      ...(decimal && { decimal: decimal as DecimalMark }),
    };
  });
  return { ...table, columns };
}

/** The tables with the meanings that the setup tab keeps; the table that was answered from comes first. */
export function restored(tables: readonly FoundTable[], saved: readonly SavedSetting[]): FoundTable[] {
  const kept = saved.flatMap(({ key, noteFormula }) => {
    const [, number, , meaning] = line.exec(key) ?? [];
    return meaning && noteFormula
      ? [{ number: Number(number), meaning: meaning as Meaning, header: plain(noteFormula) }]
      : [];
  });
  const place = (table: FoundTable) =>
    table.columns.flatMap(({ column }) => {
      const header = plain(headerOf(table, column));
      return kept.filter((one) => one.header === header).map((one) => ({ ...one, column }));
    });
  return tables
    .map((table) => {
      const lines = place(table);
      if (lines.length === 0) return { table, order: Infinity };
      const meaningOf = new Map(lines.map(({ column, meaning }) => [column, meaning]));
      const mapped = table.columns.reduce(
        (now, { column, meaning }) =>
          meaning === meaningOf.get(column) ? now : remap(now, column, meaningOf.get(column)),
        table,
      );
      return { table: withNotations(mapped, lines[0]!.number, saved), order: lines[0]!.number };
    })
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ table }) => table);
}
