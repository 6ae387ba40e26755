/** Whether a locale writes 1,5 for one and a half, and so a semicolon between arguments. */
export const hasDecimalComma = (locale: string): boolean =>
  /^(de|fr|es|it|pt|nl|pl|ru|tr|sv|da|fi|nb|cs)/.test(locale);

/**
 * A formula as it is kept, from how a person of the locale types it; undefined where Sheets would find an error in it.
 */
export function keptFormula(typed: string, locale: string): string | undefined {
  if (!hasDecimalComma(locale)) return typed;
  const pieces = typed.match(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\d+[.,]\d+|[^]/g) ?? [];
  const brackets: string[] = [];
  const kept: string[] = [];
  for (const piece of pieces) {
    if (/^["']/.test(piece)) kept.push(piece);
    else if (/^\d+\.\d+$/.test(piece) || piece === ",") return undefined;
    else if (/^\d+,\d+$/.test(piece)) kept.push(piece.replace(",", "."));
    else {
      if (piece === "(" || piece === "{") brackets.push(piece);
      if (piece === ")" || piece === "}") brackets.pop();
      const isInBraces = brackets[brackets.length - 1] === "{";
      if (piece === "\\" && isInBraces) kept.push(",");
      else kept.push(piece === ";" && !isInBraces ? "," : piece);
    }
  }
  return kept.join("");
}
