/** A piece of a formula's text; the pieces in a row are the formula. */
export interface Token {
  readonly kind: "text" | "reference" | "function" | "name" | "other";
  readonly text: string;
}

const tab = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const [columns, rows] = [String.raw`\$?[A-Za-z]{1,3}`, String.raw`\$?[1-9]\d*`];
const cells = `(?:${cell}:${cell}|${cell}:${columns}|${cell}:${rows}|${columns}:${cell}|${rows}:${cell}|${columns}:${columns}|${rows}:${rows}|${cell})`;

/** Each kind of token where it may begin, in the order in which they are tried. */
const kinds: readonly (readonly [Token["kind"], RegExp])[] = [
  ["text", /"(?:[^"]|"")*"?/y],
  ["reference", new RegExp(String.raw`(?:${tab})?${cells}(?![\p{L}\d_.$!([])`, "uy")],
  ["function", /[\p{L}_][\p{L}\d_.]*(?=\s*\()/uy],
  // A name may be that of a table with a column in brackets, and a tab stands before the name of a range of its own.
  ["name", new RegExp(String.raw`(?:${tab})?[\p{L}_][\p{L}\d_.]*(?:\[[^\]]*\]*)?`, "uy")],
  ["other", /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|#[A-Z\d/]+[!?]?|[^]/y],
];

/** A formula's tokens. What stands in quotes is text, whatever it looks like; a tab's name belongs to its reference. */
export function tokens(formula: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < formula.length; at += found[found.length - 1]!.text.length) {
    for (const [kind, pattern] of kinds) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (!match) continue;
      found.push({ kind, text: match[0] });
      break;
    }
  }
  return found;
}
