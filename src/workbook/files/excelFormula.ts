import { type Token, tokens } from "../../formula/tokens";
import { type Call, callsIn, namesIn } from "./excelCalls";
import { unwrapped } from "./excelDummy";
import { excelName } from "./excelFunctions";

/** The last row of an Excel sheet, which stands for an open end there. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = "XFD";

/** A formula without its = as a file of Excel has it: marks on later functions, no open-ended ranges such as A2:A. */
export function toExcel(formula: string): string {
  const pieces = tokens(formula.replace(/^=/, ""));
  return excelText(pieces, callsIn(pieces));
}

/** The same of a formula that has been taken apart. */
export function excelText(pieces: readonly Token[], calls: readonly Call[]): string {
  const names = namesIn(calls);
  const isOwn = (text: string) => names.has(text.toLowerCase());
  const written = pieces.map(({ kind, text }) => {
    if (kind === "reference") return closed(text);
    if (kind === "function" && !isOwn(text)) return excelName(text) ?? text;
    return (kind === "name" || kind === "function") && isOwn(text) ? `_xlpm.${text}` : text;
  });
  return written.join("");
}

function closed(reference: string): string {
  return reference
    .replace(/(\$?[A-Z]{1,3}\$?\d+):(\$?[A-Z]{1,3})$/i, `$1:$2${LAST_ROW}`)
    .replace(/(\$?[A-Z]{1,3}\$?\d+):(\$?\d+)$/i, `$1:${LAST_COLUMN}$2`);
}

/**
 * A formula as Sheets writes it, from a file of Excel or of Google Sheets.
 * @returns undefined where the cell only holds part of another formula's spilled result
 */
export function fromExcel(formula: string): string | undefined {
  const inner = unwrapped(formula);
  if (inner === '"COMPUTED_VALUE"') return undefined;
  if (inner !== undefined) return `=${inner.replace(/^=/, "")}`;
  const pieces = tokens(formula).map(({ kind, text }) => {
    if (kind === "reference") return opened(text);
    return kind === "text" ? text : text.replace(/_xlfn\.|_xlws\.|_xlpm\./g, "");
  });
  return `=${pieces.join("")}`;
}

const ROW_AT_END = new RegExp(`(:\\$?[A-Z]{1,3})\\$?${LAST_ROW}$`);
const COLUMN_AT_END = new RegExp(`:\\$?${LAST_COLUMN}(\\$?\\d+)$`);

function opened(reference: string): string {
  return reference.replace(ROW_AT_END, "$1").replace(COLUMN_AT_END, ":$1");
}
