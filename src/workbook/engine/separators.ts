/**
 * A formula with `;` between arguments, as Sheets accepts in every locale, rewritten with commas.
 * Left alone: text in quotes, quoted sheet names, and array literals, where `;` begins a new row.
 */
export function withCommas(formula: string): string {
  if (!formula.startsWith("=") || !formula.includes(";")) return formula;
  const pieces = formula.match(/"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[^"']+/g) ?? [];
  const brackets: string[] = [];
  const rewrite = (character: string): string => {
    if (character === "(" || character === "{") brackets.push(character);
    if (character === ")" || character === "}") brackets.pop();
    return character === ";" && brackets.at(-1) === "(" ? "," : character;
  };
  return pieces.map((piece) => (/^["']/.test(piece) ? piece : piece.replace(/[(){};]/g, rewrite))).join("");
}
