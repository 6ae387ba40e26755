import { tokens } from "./tokens";

/**
 * A formula as a person types it in a spreadsheet whose locale writes 1,5 for one and a half: semicolons between
 * arguments, backslashes between the columns of an array, commas in numbers.
 */
export function inLocalNotation(formula: string): string {
  const brackets: string[] = [];
  const pieces = tokens(formula).map(({ kind, text }) => {
    if (kind !== "other") return text;
    if (text === "(" || text === "{") brackets.push(text);
    if (text === ")" || text === "}") brackets.pop();
    if (text === ",") return brackets[brackets.length - 1] === "{" ? "\\" : ";";
    return /^\d+\./.test(text) ? text.replace(".", ",") : text;
  });
  return pieces.join("");
}
