import { type Token, tokens } from "../../formula/tokens";
import { functions } from "../../functions";

/** One of our functions written in Sheets' own ones; undefined if there is no equivalent. */
const nativeCall = (name: string, args: readonly string[]): string | undefined =>
  functions.find((one) => one.name === name)?.native?.(args);

const ours = /^CLV(?:_[A-Z]+)*$/i;

/** A formula without our functions; undefined where one of them has no equivalent. */
export const nativeFormula = (formula: string): string | undefined => rewritten(tokens(formula));

function rewritten(pieces: readonly Token[]): string | undefined {
  let text = "";
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.kind !== "function" || !ours.test(piece.text)) {
      text += piece.text;
      continue;
    }
    const { args, end } = argumentsAfter(pieces, at);
    const given = args.map((arg) => rewritten(arg)?.trim());
    if (given.some((arg) => arg === undefined)) return undefined;
    const native = nativeCall(piece.text.toUpperCase(), given as string[]);
    if (native === undefined) return undefined;
    text += native;
    at = end;
  }
  return text;
}

/** The arguments of the call that begins at a token, and where it ends. */
function argumentsAfter(pieces: readonly Token[], name: number): { args: Token[][]; end: number } {
  const args: Token[][] = [[]];
  const open: string[] = [];
  let end = name + 1;
  for (; end < pieces.length; end++) {
    const { text } = pieces[end]!;
    if (text === ")" || text === "}") open.pop();
    if (open.length === 0 && text === ")") break;
    const separates = open.length === 1 && (text === "," || text === ";");
    if (separates) args.push([]);
    else if (open.length > 0) args[args.length - 1]!.push(pieces[end]!);
    if (text === "(" || text === "{") open.push(text);
  }
  return { args, end };
}
