/** The last row of an Excel sheet, which stands for an open end there. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = "XFD";

/** A formula without its = in Excel's notation: Excel has no open-ended ranges such as A2:A. */
export function toExcel(formula: string): string {
  return outsideQuotes(formula.replace(/^=/, ""), (text) =>
    text
      .replace(/(?<![\w$.])(\$?[A-Z]{1,3}\$?\d+):(\$?[A-Z]{1,3})(?![\w$(])/gi, `$1:$2${LAST_ROW}`)
      .replace(/(?<![\w$.])(\$?[A-Z]{1,3}\$?\d+):(\$?\d+)(?![\w$(])/gi, `$1:${LAST_COLUMN}$2`),
  );
}

/**
 * A formula as Sheets writes it, from a file of Excel or of Google Sheets. Google wraps what Excel lacks, such as
 * custom functions, in IFERROR(__xludf.DUMMYFUNCTION("…"), value): what is wrapped is the formula.
 * @returns undefined where the cell only holds part of another formula's spilled result
 */
export function fromExcel(formula: string): string | undefined {
  const wrapped = /__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/.exec(formula)?.[1]?.replaceAll('""', '"');
  if (wrapped === '"COMPUTED_VALUE"') return undefined;
  if (wrapped !== undefined) return `=${wrapped.replace(/^=/, "")}`;
  const plain = outsideQuotes(formula, (text) =>
    text
      .replace(/_xlfn\.|_xlws\.|_xlpm\./g, "")
      .replaceAll(new RegExp(`(:\\$?[A-Z]{1,3})\\$?${LAST_ROW}(?!\\d)`, "g"), "$1")
      .replaceAll(new RegExp(`:\\$?${LAST_COLUMN}(\\$?\\d+)`, "g"), ":$1"),
  );
  return `=${plain}`;
}

function outsideQuotes(formula: string, rewrite: (text: string) => string): string {
  const pieces = formula.match(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[^"']+/g) ?? [];
  return pieces.map((piece) => (/^["']/.test(piece) ? piece : rewrite(piece))).join("");
}
