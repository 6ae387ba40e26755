import { tokens } from "./tokens";

/** A formula with its signs and numbers written anew, by the bracket that each is in; text and names stay as they are. */
export function withSigns(
  formula: string,
  write: (sign: string, bracket: string | undefined) => string,
): string {
  const brackets: string[] = [];
  const pieces = tokens(formula).map(({ kind, text }) => {
    if (kind !== "other") return text;
    if (text === "(" || text === "{") brackets.push(text);
    if (text === ")" || text === "}") brackets.pop();
    return write(text, brackets[brackets.length - 1]);
  });
  return pieces.join("");
}
