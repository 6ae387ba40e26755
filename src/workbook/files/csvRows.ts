import Papa from "papaparse";
import { readAmount } from "../../sheet/amount";
import { decimalMark } from "../../sheet/written/amounts";
import { type TypedCell, textCell, typedCell } from "./typed";

/** The text of a file: UTF-8, or Windows' Western encoding where it is not valid UTF-8. */
export function decodeText(bytes: ArrayBuffer | Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The delimiter that cuts most of the first lines, headers among them, and if several do, into as many fields. Papa
 * Parse's own guess takes the decimal commas of a report for it that has a title above.
 */
function delimiterOf(text: string): string {
  const [best] = [",", ";", "\t", "|"]
    .map((delimiter) => {
      const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60 });
      const widths = data.map((row) => row.length).filter((width) => width > 1);
      const alike = widths.map((width) => widths.filter((one) => one === width).length);
      return { delimiter, cut: widths.length, alike: Math.max(0, ...alike) };
    })
    .sort((a, b) => b.cut - a.cut || b.alike - a.alike);
  return best!.delimiter;
}

/** A line that is one field in quotes, whatever delimiters stand behind it. */
const inQuotes = /^"((?:[^"]|"")*)"[,;\t|]*$/;

/**
 * The text with its lines taken out of the quotes, where each is one quoted field that holds a whole row. Excel saves files so
 * whose rows stand in its first column.
 */
function unwrapped(text: string): string {
  const lines = text.split(/\r?\n/);
  const areWrapped = (some: readonly string[]) => {
    const full = some.filter((line) => line.trim() !== "");
    return full.length > 1 && full.every((line) => inQuotes.test(line));
  };
  if (!areWrapped(lines.slice(0, 60)) || !areWrapped(lines)) return text;
  const bare = lines
    .map((line) => line.replace(inQuotes, (_, row: string) => row.replace(/""/g, '"')))
    .join("\n");
  const { data: rows } = Papa.parse<string[]>(bare, { delimiter: delimiterOf(bare), skipEmptyLines: true });
  const width = rows[0]!.length;
  return width > 1 && rows.every((row) => row.length === width) ? bare : text;
}

/** A thousand and more to some, one and a bit to others. */
const open = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const likeAmount = /^\D{0,4}\d[\d.,' ]*\D{0,4}$/;

/**
 * Reads values that could be a thousand or a fraction: as the other cells of their column tell. Where those don't, they stay
 * text, unless they have a point and so have the decimals of the file's other columns.
 */
function openValues(rows: readonly (readonly string[])[]): CsvRows["typed"] {
  const marks = new Map<number, ReturnType<typeof decimalMark>>();
  let ofFile: ReturnType<typeof decimalMark> | undefined;
  return (value, column) => {
    if (!marks.has(column)) marks.set(column, decimalMark(rows.map((row) => row[column] ?? "")));
    const mark = marks.get(column);
    if (mark === "." || mark === ",") return typedCell(String(readAmount(value, mark)));
    ofFile ??= decimalMark(rows.flat().filter((one) => likeAmount.test(one)));
    return ofFile === "." && value.includes(".") ? typedCell(value) : textCell(value);
  };
}

/** The rows of a CSV text, and how to read a value of a column. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  readonly typed: (value: string, column: number) => TypedCell;
}

/** Cuts a CSV text into rows; its delimiter is found out. */
export function readCsv(file: string): CsvRows {
  const text = unwrapped(file.replace(/^\uFEFF/, ""));
  const { data: rows } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  while (rows.length > 0 && rows.at(-1)!.every((value) => value === "")) rows.pop();
  const typedOpen = openValues(rows);
  return {
    rows,
    typed: (value, column) => (open.test(value) ? typedOpen(value, column) : typedCell(value)),
  };
}
